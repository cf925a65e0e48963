/**
 * The rows of the tables as structs, so that the compiler knows all fields of a row by one address. Offsets are those of layout.ts:
 * `checkRows` does not compile when one differs.
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
} from './layout.ts';

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
export class InterruptLineRow {
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
	if (offsetof<ProcessRow>('state') !== PROCESS_STATE) ERROR('state of ProcessRow');
	if (offsetof<ProcessRow>('generation') !== PROCESS_GENERATION) ERROR('generation of ProcessRow');
	if (offsetof<ProcessRow>('account') !== PROCESS_ACCOUNT) ERROR('account of ProcessRow');
	if (offsetof<ProcessRow>('priority') !== PROCESS_PRIORITY) ERROR('priority of ProcessRow');
	if (offsetof<ProcessRow>('label') !== PROCESS_LABEL_FIELD) ERROR('label of ProcessRow');
	if (offsetof<ProcessRow>('active') !== PROCESS_ACTIVE) ERROR('active of ProcessRow');
	if (offsetof<ProcessRow>('caller') !== PROCESS_CALLER) ERROR('caller of ProcessRow');
	if (offsetof<ProcessRow>('callee') !== PROCESS_CALLEE) ERROR('callee of ProcessRow');
	if (offsetof<ProcessRow>('left') !== PROCESS_LEFT) ERROR('left of ProcessRow');
	if (offsetof<ProcessRow>('worstCase') !== PROCESS_WORST_CASE) ERROR('worstCase of ProcessRow');
	if (offsetof<ProcessRow>('pending') !== PROCESS_PENDING) ERROR('pending of ProcessRow');
	if (offsetof<ProcessRow>('faults') !== PROCESS_FAULTS) ERROR('faults of ProcessRow');
	if (offsetof<ProcessRow>('initDue') !== PROCESS_INIT_DUE) ERROR('initDue of ProcessRow');
	if (offsetof<ProcessRow>('ready') !== PROCESS_READY) ERROR('ready of ProcessRow');
	if (offsetof<ProcessRow>('throttled') !== PROCESS_THROTTLED) ERROR('throttled of ProcessRow');
	if (offsetof<ProcessRow>('waiting') !== PROCESS_WAITING) ERROR('waiting of ProcessRow');
	if (offsetof<ProcessRow>('hasResult') !== PROCESS_HAS_RESULT) ERROR('hasResult of ProcessRow');
	if (offsetof<ProcessRow>('result') !== PROCESS_RESULT) ERROR('result of ProcessRow');
	if (offsetof<ProcessRow>('doomed') !== PROCESS_DOOMED) ERROR('doomed of ProcessRow');
	if (offsetof<ProcessRow>('deferredBadge') !== PROCESS_DEFERRED_BADGE) ERROR('deferredBadge of ProcessRow');
	if (offsetof<ProcessRow>('loan') !== PROCESS_LOAN) ERROR('loan of ProcessRow');
	if (offsetof<ProcessRow>('loanOffset') !== PROCESS_LOAN_OFFSET) ERROR('loanOffset of ProcessRow');
	if (offsetof<ProcessRow>('loanLength') !== PROCESS_LOAN_LENGTH) ERROR('loanLength of ProcessRow');
	if (offsetof<ProcessRow>('receive') !== PROCESS_RECEIVE) ERROR('receive of ProcessRow');
	if (offsetof<ProcessRow>('reply') !== PROCESS_REPLY) ERROR('reply of ProcessRow');
	if (offsetof<ProcessRow>('returnSlot') !== PROCESS_RETURN) ERROR('return of ProcessRow');
	if (offsetof<ProcessRow>('budget') !== PROCESS_BUDGET) ERROR('budget of ProcessRow');
	if (offsetof<ProcessRow>('period') !== PROCESS_PERIOD) ERROR('period of ProcessRow');
	if (offsetof<ProcessRow>('remaining') !== PROCESS_REMAINING) ERROR('remaining of ProcessRow');
	if (offsetof<ProcessRow>('patience') !== PROCESS_PATIENCE) ERROR('patience of ProcessRow');
	if (offsetof<ProcessRow>('patienceUsed') !== PROCESS_PATIENCE_USED) ERROR('patienceUsed of ProcessRow');
	if (offsetof<ProcessRow>('refills') !== PROCESS_REFILLS) ERROR('refills of ProcessRow');
	if (offsetof<ProcessRow>('refill0') !== PROCESS_REFILL0_64) ERROR('refill0 of ProcessRow');
	if (offsetof<ProcessRow>('refill1') !== PROCESS_REFILL1_64) ERROR('refill1 of ProcessRow');
	if (offsetof<ProcessRow>('refill2') !== PROCESS_REFILL2_64) ERROR('refill2 of ProcessRow');
	if (offsetof<ProcessRow>('refill3') !== PROCESS_REFILL3_64) ERROR('refill3 of ProcessRow');
	if (offsetof<ProcessRow>('amount0') !== PROCESS_AMOUNT0) ERROR('amount0 of ProcessRow');
	if (offsetof<ProcessRow>('amount1') !== PROCESS_AMOUNT1) ERROR('amount1 of ProcessRow');
	if (offsetof<ProcessRow>('amount2') !== PROCESS_AMOUNT2) ERROR('amount2 of ProcessRow');
	if (offsetof<ProcessRow>('amount3') !== PROCESS_AMOUNT3) ERROR('amount3 of ProcessRow');
	if (offsetof<ProcessRow>('startedAt') !== PROCESS_STARTED_AT_64) ERROR('startedAt of ProcessRow');
	if (offsetof<ProcessRow>('alarm') !== PROCESS_ALARM_64) ERROR('alarm of ProcessRow');
	if (offsetof<ProcessRow>('alarmBits') !== PROCESS_ALARM_BITS) ERROR('alarmBits of ProcessRow');
	if (offsetof<ProcessRow>('handler') !== PROCESS_HANDLER) ERROR('handler of ProcessRow');
	if (offsetof<ProcessRow>('handlerGeneration') !== PROCESS_HANDLER_GENERATION)
		ERROR('handlerGeneration of ProcessRow');
	if (offsetof<ProcessRow>('handlerBadge') !== PROCESS_HANDLER_BADGE) ERROR('handlerBadge of ProcessRow');
	if (offsetof<ProcessRow>('cause') !== PROCESS_CAUSE) ERROR('cause of ProcessRow');
	if (offsetof<ProcessRow>('place') !== PROCESS_PLACE) ERROR('place of ProcessRow');
	if (offsetof<ProcessRow>('faultCount') !== PROCESS_FAULT_COUNT) ERROR('faultCount of ProcessRow');
	if (offsetof<ProcessRow>('deferred') !== PROCESS_DEFERRED) ERROR('deferred of ProcessRow');
	if (offsetof<ProcessRow>('root') !== PROCESS_ROOT_64) ERROR('root of ProcessRow');
	if (offsetof<ProcessRow>('epoch') !== PROCESS_EPOCH_64) ERROR('epoch of ProcessRow');
	if (offsetof<ProcessRow>('mapped') !== PROCESS_MAPPED) ERROR('mapped of ProcessRow');
	if (offsetof<ProcessRow>('time') !== PROCESS_TIME) ERROR('time of ProcessRow');
	if (offsetof<ProcessRow>('slots') !== PROCESS_SLOTS) ERROR('slots of ProcessRow');
	if (offsetof<ProcessRow>('extent') !== PROCESS_EXTENT) ERROR('extent of ProcessRow');
	if (offsetof<RegionRow>('state') !== REGION_STATE) ERROR('state of RegionRow');
	if (offsetof<RegionRow>('generation') !== REGION_GENERATION) ERROR('generation of RegionRow');
	if (offsetof<RegionRow>('owner') !== REGION_OWNER) ERROR('owner of RegionRow');
	if (offsetof<RegionRow>('page') !== REGION_PAGE) ERROR('page of RegionRow');
	if (offsetof<RegionRow>('pages') !== REGION_PAGES) ERROR('pages of RegionRow');
	if (offsetof<RegionRow>('prepared') !== REGION_PREPARED) ERROR('prepared of RegionRow');
	if (offsetof<RegionRow>('tables') !== REGION_TABLES) ERROR('tables of RegionRow');
	if (offsetof<RegionRow>('tablePages') !== REGION_TABLE_PAGES) ERROR('tablePages of RegionRow');
	if (offsetof<RegionRow>('kind') !== REGION_KIND) ERROR('kind of RegionRow');
	if (offsetof<RegionRow>('label') !== REGION_LABEL_FIELD) ERROR('label of RegionRow');
	if (offsetof<RegionRow>('process') !== REGION_PROCESS) ERROR('process of RegionRow');
	if (offsetof<AccountRow>('state') !== ACCOUNT_STATE) ERROR('state of AccountRow');
	if (offsetof<AccountRow>('generation') !== ACCOUNT_GENERATION) ERROR('generation of AccountRow');
	if (offsetof<AccountRow>('parent') !== ACCOUNT_PARENT) ERROR('parent of AccountRow');
	if (offsetof<AccountRow>('slots') !== ACCOUNT_SLOTS) ERROR('slots of AccountRow');
	if (offsetof<AccountRow>('cpu') !== ACCOUNT_CPU) ERROR('cpu of AccountRow');
	if (offsetof<AccountRow>('pages') !== ACCOUNT_PAGES) ERROR('pages of AccountRow');
	if (offsetof<AccountRow>('processRows') !== ACCOUNT_PROCESS_ROWS) ERROR('processRows of AccountRow');
	if (offsetof<AccountRow>('regionRows') !== ACCOUNT_REGION_ROWS) ERROR('regionRows of AccountRow');
	if (offsetof<AccountRow>('grantRows') !== ACCOUNT_GRANT_ROWS) ERROR('grantRows of AccountRow');
	if (offsetof<AccountRow>('accountRows') !== ACCOUNT_ACCOUNT_ROWS) ERROR('accountRows of AccountRow');
	if (offsetof<AccountRow>('processes') !== ACCOUNT_PROCESSES) ERROR('processes of AccountRow');
	if (offsetof<AccountRow>('ceiling') !== ACCOUNT_CEILING) ERROR('ceiling of AccountRow');
	if (offsetof<GrantRow>('owner') !== GRANT_OWNER) ERROR('owner of GrantRow');
	if (offsetof<GrantRow>('generation') !== GRANT_GENERATION) ERROR('generation of GrantRow');
	if (offsetof<GrantRow>('parent') !== GRANT_PARENT) ERROR('parent of GrantRow');
	if (offsetof<GrantRow>('parentGeneration') !== GRANT_PARENT_GENERATION) ERROR('parentGeneration of GrantRow');
	if (offsetof<GrantRow>('level') !== GRANT_LEVEL) ERROR('level of GrantRow');
	if (offsetof<InterruptLineRow>('state') !== INTERRUPT_STATE) ERROR('state of InterruptLineRow');
	if (offsetof<InterruptLineRow>('process') !== INTERRUPT_PROCESS) ERROR('process of InterruptLineRow');
	if (offsetof<InterruptLineRow>('processGeneration') !== INTERRUPT_PROCESS_GENERATION)
		ERROR('processGeneration of InterruptLineRow');
	if (offsetof<InterruptLineRow>('bits') !== INTERRUPT_BITS) ERROR('bits of InterruptLineRow');
	if (offsetof<InterruptLineRow>('masked') !== INTERRUPT_MASKED) ERROR('masked of InterruptLineRow');
	if (offsetof<InterruptLineRow>('grant') !== INTERRUPT_GRANT) ERROR('grant of InterruptLineRow');
	if (offsetof<InterruptLineRow>('grantGeneration') !== INTERRUPT_GRANT_GENERATION)
		ERROR('grantGeneration of InterruptLineRow');
	if (offsetof<InterruptLineRow>('generation') !== INTERRUPT_GENERATION) ERROR('generation of InterruptLineRow');
	if (offsetof<LevelRow>('inProgress') !== LEVEL_IN_PROGRESS) ERROR('inProgress of LevelRow');
	if (offsetof<LevelRow>('last') !== LEVEL_LAST) ERROR('last of LevelRow');
	if (offsetof<LevelRow>('groups') !== LEVEL_GROUPS) ERROR('groups of LevelRow');
	if (offsetof<LevelRow>('ready0') !== LEVEL_READY0_64) ERROR('ready0 of LevelRow');
	if (offsetof<LevelRow>('ready1') !== LEVEL_READY1_64) ERROR('ready1 of LevelRow');
	if (offsetof<LevelRow>('ready2') !== LEVEL_READY2_64) ERROR('ready2 of LevelRow');
	if (offsetof<LevelRow>('ready3') !== LEVEL_READY3_64) ERROR('ready3 of LevelRow');
	if (offsetof<CapabilityRow>('kind') !== CAPABILITY_KIND) ERROR('kind of CapabilityRow');
	if (offsetof<CapabilityRow>('object') !== CAPABILITY_OBJECT) ERROR('object of CapabilityRow');
	if (offsetof<CapabilityRow>('generation') !== CAPABILITY_GENERATION) ERROR('generation of CapabilityRow');
	if (offsetof<CapabilityRow>('rights') !== CAPABILITY_RIGHTS) ERROR('rights of CapabilityRow');
	if (offsetof<CapabilityRow>('badge') !== CAPABILITY_BADGE) ERROR('badge of CapabilityRow');
	if (offsetof<CapabilityRow>('grant') !== CAPABILITY_GRANT) ERROR('grant of CapabilityRow');
	if (offsetof<CapabilityRow>('grantGeneration') !== CAPABILITY_GRANT_GENERATION)
		ERROR('grantGeneration of CapabilityRow');
	if (offsetof<MappingRow>('region') !== MAPPING_REGION) ERROR('region of MappingRow');
	if (offsetof<MappingRow>('generation') !== MAPPING_GENERATION) ERROR('generation of MappingRow');
	if (offsetof<MappingRow>('rights') !== MAPPING_RIGHTS) ERROR('rights of MappingRow');
	if (offsetof<MappingRow>('grant') !== MAPPING_GRANT) ERROR('grant of MappingRow');
	if (offsetof<MappingRow>('grantGeneration') !== MAPPING_GRANT_GENERATION) ERROR('grantGeneration of MappingRow');
}
