/**
 * The rows of kernel/layout.ts as structs. Offsets are compared with the layout by the compiler: a row that differs does not compile.
 * Nothing of the kernel but its layout is used here, so that a mistake in the kernel's own reading is not repeated.
 */
import * as layout from '../../kernel/layout.ts';

@unmanaged
export class ProcessRow {
	state!: u32;
	generation!: u32;
	account!: u32;
	priority!: u32;
	label!: u32;
	active!: u32;
	caller!: u32;
	callee!: u32;
	left!: u32;
	worstCase!: u32;
	pending!: u32;
	faults!: u32;
	initDue!: u32;
	ready!: u32;
	throttled!: u32;
	waiting!: u32;
	hasResult!: u32;
	result!: u32;
	doomed!: u32;
	deferredBadge!: u32;
	loan!: u32;
	loanOffset!: u32;
	loanLength!: u32;
	receive!: u32;
	reply!: u32;
	returnSlot!: u32;
	budget!: u32;
	period!: u32;
	remaining!: u32;
	patience!: u32;
	patienceUsed!: u32;
	refills!: u32;
	refill0!: u64;
	refill1!: u64;
	refill2!: u64;
	refill3!: u64;
	amount0!: u32;
	amount1!: u32;
	amount2!: u32;
	amount3!: u32;
	startedAt!: u64;
	alarm!: u64;
	alarmBits!: u32;
	handler!: u32;
	handlerGeneration!: u32;
	handlerBadge!: u32;
	cause!: u32;
	place!: u32;
	faultCount!: u32;
	deferred!: u32;
	root!: u64;
	epoch!: u64;
	mapped!: u32;
	time!: u32;
	slots!: u32;
	extent!: u32;
}

@unmanaged
export class RegionRow {
	state!: u32;
	generation!: u32;
	owner!: u32;
	page!: u32;
	pages!: u32;
	prepared!: u32;
	tables!: u32;
	tablePages!: u32;
	kind!: u32;
	label!: u32;
	process!: u32;
}

@unmanaged
export class AccountRow {
	state!: u32;
	generation!: u32;
	parent!: u32;
	slots!: u32;
	cpu!: u32;
	pages!: u32;
	processRows!: u32;
	regionRows!: u32;
	grantRows!: u32;
	accountRows!: u32;
	processes!: u32;
	ceiling!: u32;
}

@unmanaged
export class GrantRow {
	owner!: u32;
	generation!: u32;
	parent!: u32;
	parentGeneration!: u32;
	level!: u32;
}

@unmanaged
export class LineRow {
	state!: u32;
	process!: u32;
	processGeneration!: u32;
	bits!: u32;
	masked!: u32;
	grant!: u32;
	grantGeneration!: u32;
	generation!: u32;
}

@unmanaged
export class LevelRow {
	inProgress!: u32;
	last!: u32;
	groups!: u32;
	unused0!: u32;
	ready0!: u64;
	ready1!: u64;
	ready2!: u64;
	ready3!: u64;
}

@unmanaged
export class CapabilityRow {
	kind!: u32;
	object!: u32;
	generation!: u32;
	rights!: u32;
	badge!: u32;
	grant!: u32;
	grantGeneration!: u32;
}

@unmanaged
export class MappingRow {
	region!: u32;
	generation!: u32;
	rights!: u32;
	grant!: u32;
	grantGeneration!: u32;
}

/** Evaluated at compile time. */
export function checkRows(): void {
	if (
		offsetof<ProcessRow>('state') !== layout.PROCESS_STATE ||
		offsetof<ProcessRow>('generation') !== layout.PROCESS_GENERATION ||
		offsetof<ProcessRow>('account') !== layout.PROCESS_ACCOUNT ||
		offsetof<ProcessRow>('priority') !== layout.PROCESS_PRIORITY ||
		offsetof<ProcessRow>('label') !== layout.PROCESS_LABEL_FIELD ||
		offsetof<ProcessRow>('active') !== layout.PROCESS_ACTIVE ||
		offsetof<ProcessRow>('caller') !== layout.PROCESS_CALLER ||
		offsetof<ProcessRow>('callee') !== layout.PROCESS_CALLEE ||
		offsetof<ProcessRow>('left') !== layout.PROCESS_LEFT ||
		offsetof<ProcessRow>('worstCase') !== layout.PROCESS_WORST_CASE ||
		offsetof<ProcessRow>('pending') !== layout.PROCESS_PENDING ||
		offsetof<ProcessRow>('faults') !== layout.PROCESS_FAULTS ||
		offsetof<ProcessRow>('initDue') !== layout.PROCESS_INIT_DUE ||
		offsetof<ProcessRow>('ready') !== layout.PROCESS_READY ||
		offsetof<ProcessRow>('throttled') !== layout.PROCESS_THROTTLED ||
		offsetof<ProcessRow>('waiting') !== layout.PROCESS_WAITING ||
		offsetof<ProcessRow>('hasResult') !== layout.PROCESS_HAS_RESULT ||
		offsetof<ProcessRow>('result') !== layout.PROCESS_RESULT ||
		offsetof<ProcessRow>('doomed') !== layout.PROCESS_DOOMED ||
		offsetof<ProcessRow>('deferredBadge') !== layout.PROCESS_DEFERRED_BADGE ||
		offsetof<ProcessRow>('loan') !== layout.PROCESS_LOAN ||
		offsetof<ProcessRow>('loanOffset') !== layout.PROCESS_LOAN_OFFSET ||
		offsetof<ProcessRow>('loanLength') !== layout.PROCESS_LOAN_LENGTH ||
		offsetof<ProcessRow>('receive') !== layout.PROCESS_RECEIVE ||
		offsetof<ProcessRow>('reply') !== layout.PROCESS_REPLY ||
		offsetof<ProcessRow>('returnSlot') !== layout.PROCESS_RETURN ||
		offsetof<ProcessRow>('budget') !== layout.PROCESS_BUDGET ||
		offsetof<ProcessRow>('period') !== layout.PROCESS_PERIOD ||
		offsetof<ProcessRow>('remaining') !== layout.PROCESS_REMAINING ||
		offsetof<ProcessRow>('patience') !== layout.PROCESS_PATIENCE ||
		offsetof<ProcessRow>('patienceUsed') !== layout.PROCESS_PATIENCE_USED ||
		offsetof<ProcessRow>('refills') !== layout.PROCESS_REFILLS ||
		offsetof<ProcessRow>('refill0') !== layout.PROCESS_REFILL0_64 ||
		offsetof<ProcessRow>('refill1') !== layout.PROCESS_REFILL1_64 ||
		offsetof<ProcessRow>('refill2') !== layout.PROCESS_REFILL2_64 ||
		offsetof<ProcessRow>('refill3') !== layout.PROCESS_REFILL3_64 ||
		offsetof<ProcessRow>('amount0') !== layout.PROCESS_AMOUNT0 ||
		offsetof<ProcessRow>('amount1') !== layout.PROCESS_AMOUNT1 ||
		offsetof<ProcessRow>('amount2') !== layout.PROCESS_AMOUNT2 ||
		offsetof<ProcessRow>('amount3') !== layout.PROCESS_AMOUNT3 ||
		offsetof<ProcessRow>('startedAt') !== layout.PROCESS_STARTED_AT_64 ||
		offsetof<ProcessRow>('alarm') !== layout.PROCESS_ALARM_64 ||
		offsetof<ProcessRow>('alarmBits') !== layout.PROCESS_ALARM_BITS ||
		offsetof<ProcessRow>('handler') !== layout.PROCESS_HANDLER ||
		offsetof<ProcessRow>('handlerGeneration') !== layout.PROCESS_HANDLER_GENERATION ||
		offsetof<ProcessRow>('handlerBadge') !== layout.PROCESS_HANDLER_BADGE ||
		offsetof<ProcessRow>('cause') !== layout.PROCESS_CAUSE ||
		offsetof<ProcessRow>('place') !== layout.PROCESS_PLACE ||
		offsetof<ProcessRow>('faultCount') !== layout.PROCESS_FAULT_COUNT ||
		offsetof<ProcessRow>('deferred') !== layout.PROCESS_DEFERRED ||
		offsetof<ProcessRow>('root') !== layout.PROCESS_ROOT_64 ||
		offsetof<ProcessRow>('epoch') !== layout.PROCESS_EPOCH_64 ||
		offsetof<ProcessRow>('mapped') !== layout.PROCESS_MAPPED ||
		offsetof<ProcessRow>('time') !== layout.PROCESS_TIME ||
		offsetof<ProcessRow>('slots') !== layout.PROCESS_SLOTS ||
		offsetof<ProcessRow>('extent') !== layout.PROCESS_EXTENT
	)
		ERROR('ProcessRow');
	if (
		offsetof<RegionRow>('state') !== layout.REGION_STATE ||
		offsetof<RegionRow>('generation') !== layout.REGION_GENERATION ||
		offsetof<RegionRow>('owner') !== layout.REGION_OWNER ||
		offsetof<RegionRow>('page') !== layout.REGION_PAGE ||
		offsetof<RegionRow>('pages') !== layout.REGION_PAGES ||
		offsetof<RegionRow>('prepared') !== layout.REGION_PREPARED ||
		offsetof<RegionRow>('tables') !== layout.REGION_TABLES ||
		offsetof<RegionRow>('tablePages') !== layout.REGION_TABLE_PAGES ||
		offsetof<RegionRow>('kind') !== layout.REGION_KIND ||
		offsetof<RegionRow>('label') !== layout.REGION_LABEL_FIELD ||
		offsetof<RegionRow>('process') !== layout.REGION_PROCESS
	)
		ERROR('RegionRow');
	if (
		offsetof<AccountRow>('state') !== layout.ACCOUNT_STATE ||
		offsetof<AccountRow>('generation') !== layout.ACCOUNT_GENERATION ||
		offsetof<AccountRow>('parent') !== layout.ACCOUNT_PARENT ||
		offsetof<AccountRow>('slots') !== layout.ACCOUNT_SLOTS ||
		offsetof<AccountRow>('cpu') !== layout.ACCOUNT_CPU ||
		offsetof<AccountRow>('pages') !== layout.ACCOUNT_PAGES ||
		offsetof<AccountRow>('processRows') !== layout.ACCOUNT_PROCESS_ROWS ||
		offsetof<AccountRow>('regionRows') !== layout.ACCOUNT_REGION_ROWS ||
		offsetof<AccountRow>('grantRows') !== layout.ACCOUNT_GRANT_ROWS ||
		offsetof<AccountRow>('accountRows') !== layout.ACCOUNT_ACCOUNT_ROWS ||
		offsetof<AccountRow>('processes') !== layout.ACCOUNT_PROCESSES ||
		offsetof<AccountRow>('ceiling') !== layout.ACCOUNT_CEILING
	)
		ERROR('AccountRow');
	if (
		offsetof<GrantRow>('owner') !== layout.GRANT_OWNER ||
		offsetof<GrantRow>('generation') !== layout.GRANT_GENERATION ||
		offsetof<GrantRow>('parent') !== layout.GRANT_PARENT ||
		offsetof<GrantRow>('parentGeneration') !== layout.GRANT_PARENT_GENERATION ||
		offsetof<GrantRow>('level') !== layout.GRANT_LEVEL
	)
		ERROR('GrantRow');
	if (
		offsetof<LineRow>('state') !== layout.INTERRUPT_STATE ||
		offsetof<LineRow>('process') !== layout.INTERRUPT_PROCESS ||
		offsetof<LineRow>('processGeneration') !== layout.INTERRUPT_PROCESS_GENERATION ||
		offsetof<LineRow>('bits') !== layout.INTERRUPT_BITS ||
		offsetof<LineRow>('masked') !== layout.INTERRUPT_MASKED ||
		offsetof<LineRow>('grant') !== layout.INTERRUPT_GRANT ||
		offsetof<LineRow>('grantGeneration') !== layout.INTERRUPT_GRANT_GENERATION ||
		offsetof<LineRow>('generation') !== layout.INTERRUPT_GENERATION
	)
		ERROR('LineRow');
	if (
		offsetof<LevelRow>('inProgress') !== layout.LEVEL_IN_PROGRESS ||
		offsetof<LevelRow>('last') !== layout.LEVEL_LAST ||
		offsetof<LevelRow>('groups') !== layout.LEVEL_GROUPS ||
		offsetof<LevelRow>('ready0') !== layout.LEVEL_READY0_64 ||
		offsetof<LevelRow>('ready1') !== layout.LEVEL_READY1_64 ||
		offsetof<LevelRow>('ready2') !== layout.LEVEL_READY2_64 ||
		offsetof<LevelRow>('ready3') !== layout.LEVEL_READY3_64
	)
		ERROR('LevelRow');
	if (
		offsetof<CapabilityRow>('kind') !== layout.CAPABILITY_KIND ||
		offsetof<CapabilityRow>('object') !== layout.CAPABILITY_OBJECT ||
		offsetof<CapabilityRow>('generation') !== layout.CAPABILITY_GENERATION ||
		offsetof<CapabilityRow>('rights') !== layout.CAPABILITY_RIGHTS ||
		offsetof<CapabilityRow>('badge') !== layout.CAPABILITY_BADGE ||
		offsetof<CapabilityRow>('grant') !== layout.CAPABILITY_GRANT ||
		offsetof<CapabilityRow>('grantGeneration') !== layout.CAPABILITY_GRANT_GENERATION
	)
		ERROR('CapabilityRow');
	if (
		offsetof<MappingRow>('region') !== layout.MAPPING_REGION ||
		offsetof<MappingRow>('generation') !== layout.MAPPING_GENERATION ||
		offsetof<MappingRow>('rights') !== layout.MAPPING_RIGHTS ||
		offsetof<MappingRow>('grant') !== layout.MAPPING_GRANT ||
		offsetof<MappingRow>('grantGeneration') !== layout.MAPPING_GRANT_GENERATION
	)
		ERROR('MappingRow');
}
