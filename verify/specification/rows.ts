/**
 * The rows of kernel/layout.ts as structs. Offsets are compared with the layout by the compiler: a row that differs does not compile.
 * Nothing of the kernel but its layout is used here, so that a mistake in the kernel's own reading is not repeated.
 */
import {
	ACCOUNT_ACCOUNT_ROWS,
	ACCOUNT_CEILING,
	ACCOUNT_CPU,
	ACCOUNT_GENERATION,
	ACCOUNT_GRANT_ROWS,
	ACCOUNT_PAGES,
	ACCOUNT_PARENT,
	ACCOUNT_PROCESS_ROWS,
	ACCOUNT_PROCESSES,
	ACCOUNT_REGION_ROWS,
	ACCOUNT_SLOTS,
	ACCOUNT_STATE,
	CAPABILITY_BADGE,
	CAPABILITY_GENERATION,
	CAPABILITY_GRANT,
	CAPABILITY_GRANT_GENERATION,
	CAPABILITY_KIND,
	CAPABILITY_OBJECT,
	CAPABILITY_RIGHTS,
	GRANT_GENERATION,
	GRANT_LEVEL,
	GRANT_OWNER,
	GRANT_PARENT,
	GRANT_PARENT_GENERATION,
	INTERRUPT_BITS,
	INTERRUPT_GENERATION,
	INTERRUPT_GRANT,
	INTERRUPT_GRANT_GENERATION,
	INTERRUPT_MASKED,
	INTERRUPT_PROCESS,
	INTERRUPT_PROCESS_GENERATION,
	INTERRUPT_STATE,
	LEVEL_GROUPS,
	LEVEL_IN_PROGRESS,
	LEVEL_LAST,
	LEVEL_READY0_64,
	LEVEL_READY1_64,
	LEVEL_READY2_64,
	LEVEL_READY3_64,
	MAPPING_GENERATION,
	MAPPING_GRANT,
	MAPPING_GRANT_GENERATION,
	MAPPING_REGION,
	MAPPING_RIGHTS,
	PROCESS_ACCOUNT,
	PROCESS_ACTIVE,
	PROCESS_ALARM_64,
	PROCESS_ALARM_BITS,
	PROCESS_AMOUNT0,
	PROCESS_AMOUNT1,
	PROCESS_AMOUNT2,
	PROCESS_AMOUNT3,
	PROCESS_BUDGET,
	PROCESS_CALLEE,
	PROCESS_CALLER,
	PROCESS_CAUSE,
	PROCESS_DEFERRED,
	PROCESS_DEFERRED_BADGE,
	PROCESS_DOOMED,
	PROCESS_EPOCH_64,
	PROCESS_EXTENT,
	PROCESS_FAULT_COUNT,
	PROCESS_FAULTS,
	PROCESS_GENERATION,
	PROCESS_HANDLER,
	PROCESS_HANDLER_BADGE,
	PROCESS_HANDLER_GENERATION,
	PROCESS_HAS_RESULT,
	PROCESS_INIT_DUE,
	PROCESS_LABEL_FIELD,
	PROCESS_LEFT,
	PROCESS_LOAN,
	PROCESS_LOAN_LENGTH,
	PROCESS_LOAN_OFFSET,
	PROCESS_MAPPED,
	PROCESS_PATIENCE,
	PROCESS_PATIENCE_USED,
	PROCESS_PENDING,
	PROCESS_PERIOD,
	PROCESS_PLACE,
	PROCESS_PRIORITY,
	PROCESS_READY,
	PROCESS_RECEIVE,
	PROCESS_REFILL0_64,
	PROCESS_REFILL1_64,
	PROCESS_REFILL2_64,
	PROCESS_REFILL3_64,
	PROCESS_REFILLS,
	PROCESS_REMAINING,
	PROCESS_REPLY,
	PROCESS_RESULT,
	PROCESS_RETURN,
	PROCESS_ROOT_64,
	PROCESS_SLOTS,
	PROCESS_STARTED_AT_64,
	PROCESS_STATE,
	PROCESS_THROTTLED,
	PROCESS_TIME,
	PROCESS_WAITING,
	PROCESS_WORST_CASE,
	REGION_GENERATION,
	REGION_KIND,
	REGION_LABEL_FIELD,
	REGION_OWNER,
	REGION_PAGE,
	REGION_PAGES,
	REGION_PREPARED,
	REGION_PROCESS,
	REGION_STATE,
	REGION_TABLE_PAGES,
	REGION_TABLES,
} from '../../kernel/layout.ts';

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
		offsetof<ProcessRow>('state') !== PROCESS_STATE ||
		offsetof<ProcessRow>('generation') !== PROCESS_GENERATION ||
		offsetof<ProcessRow>('account') !== PROCESS_ACCOUNT ||
		offsetof<ProcessRow>('priority') !== PROCESS_PRIORITY ||
		offsetof<ProcessRow>('label') !== PROCESS_LABEL_FIELD ||
		offsetof<ProcessRow>('active') !== PROCESS_ACTIVE ||
		offsetof<ProcessRow>('caller') !== PROCESS_CALLER ||
		offsetof<ProcessRow>('callee') !== PROCESS_CALLEE ||
		offsetof<ProcessRow>('left') !== PROCESS_LEFT ||
		offsetof<ProcessRow>('worstCase') !== PROCESS_WORST_CASE ||
		offsetof<ProcessRow>('pending') !== PROCESS_PENDING ||
		offsetof<ProcessRow>('faults') !== PROCESS_FAULTS ||
		offsetof<ProcessRow>('initDue') !== PROCESS_INIT_DUE ||
		offsetof<ProcessRow>('ready') !== PROCESS_READY ||
		offsetof<ProcessRow>('throttled') !== PROCESS_THROTTLED ||
		offsetof<ProcessRow>('waiting') !== PROCESS_WAITING ||
		offsetof<ProcessRow>('hasResult') !== PROCESS_HAS_RESULT ||
		offsetof<ProcessRow>('result') !== PROCESS_RESULT ||
		offsetof<ProcessRow>('doomed') !== PROCESS_DOOMED ||
		offsetof<ProcessRow>('deferredBadge') !== PROCESS_DEFERRED_BADGE ||
		offsetof<ProcessRow>('loan') !== PROCESS_LOAN ||
		offsetof<ProcessRow>('loanOffset') !== PROCESS_LOAN_OFFSET ||
		offsetof<ProcessRow>('loanLength') !== PROCESS_LOAN_LENGTH ||
		offsetof<ProcessRow>('receive') !== PROCESS_RECEIVE ||
		offsetof<ProcessRow>('reply') !== PROCESS_REPLY ||
		offsetof<ProcessRow>('returnSlot') !== PROCESS_RETURN ||
		offsetof<ProcessRow>('budget') !== PROCESS_BUDGET ||
		offsetof<ProcessRow>('period') !== PROCESS_PERIOD ||
		offsetof<ProcessRow>('remaining') !== PROCESS_REMAINING ||
		offsetof<ProcessRow>('patience') !== PROCESS_PATIENCE ||
		offsetof<ProcessRow>('patienceUsed') !== PROCESS_PATIENCE_USED ||
		offsetof<ProcessRow>('refills') !== PROCESS_REFILLS ||
		offsetof<ProcessRow>('refill0') !== PROCESS_REFILL0_64 ||
		offsetof<ProcessRow>('refill1') !== PROCESS_REFILL1_64 ||
		offsetof<ProcessRow>('refill2') !== PROCESS_REFILL2_64 ||
		offsetof<ProcessRow>('refill3') !== PROCESS_REFILL3_64 ||
		offsetof<ProcessRow>('amount0') !== PROCESS_AMOUNT0 ||
		offsetof<ProcessRow>('amount1') !== PROCESS_AMOUNT1 ||
		offsetof<ProcessRow>('amount2') !== PROCESS_AMOUNT2 ||
		offsetof<ProcessRow>('amount3') !== PROCESS_AMOUNT3 ||
		offsetof<ProcessRow>('startedAt') !== PROCESS_STARTED_AT_64 ||
		offsetof<ProcessRow>('alarm') !== PROCESS_ALARM_64 ||
		offsetof<ProcessRow>('alarmBits') !== PROCESS_ALARM_BITS ||
		offsetof<ProcessRow>('handler') !== PROCESS_HANDLER ||
		offsetof<ProcessRow>('handlerGeneration') !== PROCESS_HANDLER_GENERATION ||
		offsetof<ProcessRow>('handlerBadge') !== PROCESS_HANDLER_BADGE ||
		offsetof<ProcessRow>('cause') !== PROCESS_CAUSE ||
		offsetof<ProcessRow>('place') !== PROCESS_PLACE ||
		offsetof<ProcessRow>('faultCount') !== PROCESS_FAULT_COUNT ||
		offsetof<ProcessRow>('deferred') !== PROCESS_DEFERRED ||
		offsetof<ProcessRow>('root') !== PROCESS_ROOT_64 ||
		offsetof<ProcessRow>('epoch') !== PROCESS_EPOCH_64 ||
		offsetof<ProcessRow>('mapped') !== PROCESS_MAPPED ||
		offsetof<ProcessRow>('time') !== PROCESS_TIME ||
		offsetof<ProcessRow>('slots') !== PROCESS_SLOTS ||
		offsetof<ProcessRow>('extent') !== PROCESS_EXTENT
	)
		ERROR('ProcessRow');
	if (
		offsetof<RegionRow>('state') !== REGION_STATE ||
		offsetof<RegionRow>('generation') !== REGION_GENERATION ||
		offsetof<RegionRow>('owner') !== REGION_OWNER ||
		offsetof<RegionRow>('page') !== REGION_PAGE ||
		offsetof<RegionRow>('pages') !== REGION_PAGES ||
		offsetof<RegionRow>('prepared') !== REGION_PREPARED ||
		offsetof<RegionRow>('tables') !== REGION_TABLES ||
		offsetof<RegionRow>('tablePages') !== REGION_TABLE_PAGES ||
		offsetof<RegionRow>('kind') !== REGION_KIND ||
		offsetof<RegionRow>('label') !== REGION_LABEL_FIELD ||
		offsetof<RegionRow>('process') !== REGION_PROCESS
	)
		ERROR('RegionRow');
	if (
		offsetof<AccountRow>('state') !== ACCOUNT_STATE ||
		offsetof<AccountRow>('generation') !== ACCOUNT_GENERATION ||
		offsetof<AccountRow>('parent') !== ACCOUNT_PARENT ||
		offsetof<AccountRow>('slots') !== ACCOUNT_SLOTS ||
		offsetof<AccountRow>('cpu') !== ACCOUNT_CPU ||
		offsetof<AccountRow>('pages') !== ACCOUNT_PAGES ||
		offsetof<AccountRow>('processRows') !== ACCOUNT_PROCESS_ROWS ||
		offsetof<AccountRow>('regionRows') !== ACCOUNT_REGION_ROWS ||
		offsetof<AccountRow>('grantRows') !== ACCOUNT_GRANT_ROWS ||
		offsetof<AccountRow>('accountRows') !== ACCOUNT_ACCOUNT_ROWS ||
		offsetof<AccountRow>('processes') !== ACCOUNT_PROCESSES ||
		offsetof<AccountRow>('ceiling') !== ACCOUNT_CEILING
	)
		ERROR('AccountRow');
	if (
		offsetof<GrantRow>('owner') !== GRANT_OWNER ||
		offsetof<GrantRow>('generation') !== GRANT_GENERATION ||
		offsetof<GrantRow>('parent') !== GRANT_PARENT ||
		offsetof<GrantRow>('parentGeneration') !== GRANT_PARENT_GENERATION ||
		offsetof<GrantRow>('level') !== GRANT_LEVEL
	)
		ERROR('GrantRow');
	if (
		offsetof<LineRow>('state') !== INTERRUPT_STATE ||
		offsetof<LineRow>('process') !== INTERRUPT_PROCESS ||
		offsetof<LineRow>('processGeneration') !== INTERRUPT_PROCESS_GENERATION ||
		offsetof<LineRow>('bits') !== INTERRUPT_BITS ||
		offsetof<LineRow>('masked') !== INTERRUPT_MASKED ||
		offsetof<LineRow>('grant') !== INTERRUPT_GRANT ||
		offsetof<LineRow>('grantGeneration') !== INTERRUPT_GRANT_GENERATION ||
		offsetof<LineRow>('generation') !== INTERRUPT_GENERATION
	)
		ERROR('LineRow');
	if (
		offsetof<LevelRow>('inProgress') !== LEVEL_IN_PROGRESS ||
		offsetof<LevelRow>('last') !== LEVEL_LAST ||
		offsetof<LevelRow>('groups') !== LEVEL_GROUPS ||
		offsetof<LevelRow>('ready0') !== LEVEL_READY0_64 ||
		offsetof<LevelRow>('ready1') !== LEVEL_READY1_64 ||
		offsetof<LevelRow>('ready2') !== LEVEL_READY2_64 ||
		offsetof<LevelRow>('ready3') !== LEVEL_READY3_64
	)
		ERROR('LevelRow');
	if (
		offsetof<CapabilityRow>('kind') !== CAPABILITY_KIND ||
		offsetof<CapabilityRow>('object') !== CAPABILITY_OBJECT ||
		offsetof<CapabilityRow>('generation') !== CAPABILITY_GENERATION ||
		offsetof<CapabilityRow>('rights') !== CAPABILITY_RIGHTS ||
		offsetof<CapabilityRow>('badge') !== CAPABILITY_BADGE ||
		offsetof<CapabilityRow>('grant') !== CAPABILITY_GRANT ||
		offsetof<CapabilityRow>('grantGeneration') !== CAPABILITY_GRANT_GENERATION
	)
		ERROR('CapabilityRow');
	if (
		offsetof<MappingRow>('region') !== MAPPING_REGION ||
		offsetof<MappingRow>('generation') !== MAPPING_GENERATION ||
		offsetof<MappingRow>('rights') !== MAPPING_RIGHTS ||
		offsetof<MappingRow>('grant') !== MAPPING_GRANT ||
		offsetof<MappingRow>('grantGeneration') !== MAPPING_GRANT_GENERATION
	)
		ERROR('MappingRow');
}
