/**
 * What the functions of verify/specification/invariants say, and over which rows each ranges. True at the end of boot, and every entry keeps
 * them given that all held before and that the machine keeps its promises (`PROMISES`): so they hold always.
 */
import * as layout from '../../kernel/layout.ts';

/** How many there are of each: an index is below, row 0 and rows out of use included. */
export const RANGES = {
	process: layout.PROCESS_COUNT,
	region: layout.REGION_COUNT,
	account: layout.ACCOUNT_COUNT,
	grant: layout.GRANT_COUNT,
	line: layout.INTERRUPT_COUNT,
	slot: layout.SLOTS_MOST,
	memory: layout.MAPPING_COUNT,
	label: layout.LABELS,
	priority: layout.LEVEL_COUNT,
	/** Word of a level: 64 processes. */
	word: 4,
	/** Node of the timer tree. */
	node: layout.TIMER_COUNT,
	refill: 4,
	/** Page-table page of a region: 0 is its L2 table, 1..16 its L3 tables. */
	table: 32,
	/** Entry of a page-table page. */
	entry: 512,
} as const;

export type Index = keyof typeof RANGES;

export interface Invariant {
	/** Export of the binary: takes an index of each of `over`, returns 0 or 1. */
	readonly name: string;
	readonly over: readonly Index[];
	readonly family: string;
	/** What it says, in one sentence. */
	readonly says: string;
}

type Line = readonly [name: string, over: string, says: string];

function family(name: string, lines: readonly Line[]): Invariant[] {
	return lines.map(([exported, over, says]) => ({
		name: exported,
		over: over.split(' ').filter((index) => index !== '') as Index[],
		family: name,
		says,
	}));
}

export const INVARIANTS: readonly Invariant[] = [
	family('globals', [
		['booted', '', 'boot is over'],
		['globalFlags', '', 'CAN_SUSPEND and OUT_PREEMPT are 0 or 1'],
		['outFieldsInRange', '', 'OUT_KIND is a kind that exists, OUT_WORDS at most 2'],
		['currentIsRow', '', 'CURRENT is a row of the process table'],
		['currentIsStarted', 'process', 'whoever executes is started'],
		['currentIsActive', 'process', 'whoever executes has an activation'],
		[
			'currentWaitsForNothing',
			'process',
			'whoever executes waits for no callee, is not ready, not blocked, and has no result or call to come',
		],
		[
			'currentIsRechecked',
			'process',
			'whoever executes has had its mappings checked since the last revocation, destruction or tightening',
		],
		['preemptionIsPublished', '', 'while somebody executes and OUT_PREEMPT is 0, nobody of higher priority is ready'],
		['limitWithinAllotment', 'process', 'OUT_LIMIT is at most what the activation that executes may use'],
	]),
	family('accounts', [
		['accountStateKnown', 'account', 'an account is free or live'],
		[
			'accountGenerationInRange',
			'account',
			'the generation of an account is in range, and of a live one it can still be raised',
		],
		['rootAccountLives', '', 'the root account is live'],
		['accountParentLives', 'account', 'the parent of an account, or the owner of a free row, is a live account'],
		['accountIsNotItsParent', 'account', 'no account but the root is its own parent'],
		['freeAccountHoldsNothing', 'account', 'a free account holds no slots, no CPU share and has no ceiling'],
		['freeAccountOwnsNothing', 'account', 'a free account owns no rows and no pages'],
		['accountCeilingInRange', 'account', 'the ceiling of a live account is 1..255'],
		['accountCeilingWithinParents', 'account', 'the ceiling of an account is at most its parent’s'],
	]),
	family('grants', [
		['grantZeroIsUnused', '', 'grant row 0 is zero'],
		['grantGenerationInRange', 'grant', 'the generation of a grant is in range'],
		['grantOwnerLives', 'grant', 'the owner of a grant is a live account'],
		['grantLevelInRange', 'grant', 'a grant is at most GRANT_DEPTH deep'],
		['unusedOrRootGrantHasNoParent', 'grant', 'an unused grant, or a root of a chain, has no parent'],
		['derivedGrantHasParent', 'grant', 'a grant below the root has another row as its parent'],
		['grantParentHadGeneration', 'grant', 'the parent of a grant has had the generation under which the grant hangs'],
		['grantIsOneBelowParent', 'grant', 'as long as its parent was not revoked, a grant is one level below it'],
	]),
	family('capabilities', [
		['slotOutsideTableIsEmpty', 'process slot', 'slot 0 and slots beyond the table are empty'],
		['emptySlotIsZero', 'process slot', 'an empty slot is zero'],
		['capabilityKindKnown', 'process slot', 'the kind of a capability exists'],
		['capabilityObjectIsRow', 'process slot', 'the object of a capability is a row of the table of its kind'],
		['capabilityObjectHadGeneration', 'process slot', 'the object of a capability has had its generation'],
		['capabilityOfNowNamesWhatExists', 'process slot', 'what a capability of the object’s generation names exists'],
		['capabilityRightsOfKind', 'process slot', 'a capability has only rights of its kind'],
		[
			'capabilityBadgeOfKind',
			'process slot',
			'the badge of a gate is below 2^31, a signal raises something, others have no badge',
		],
		[
			'capabilityGrantIsReference',
			'process slot',
			'the grant of a capability is a row that has had its generation, in use if it has it now',
		],
		['capabilityNeverWritesImages', 'process slot', 'no capability to write an image, none to execute anything else'],
	]),
	family('regions', [
		['regionZeroIsUnused', '', 'region row 0 is unused'],
		['regionStateKnown', 'region', 'the state of a region row exists'],
		[
			'regionGenerationInRange',
			'region',
			'the generation of a region row is in range, and of a region it can still be raised',
		],
		['regionOwnerLives', 'region', 'the owner of a region row is a live account'],
		['unusedRegionHasNoMemory', 'region', 'an unused row has no memory'],
		['usedRegionHasMemory', 'region', 'a row in use has memory'],
		['onlyRegionsHaveTables', 'region', 'only regions have page tables'],
		['onlyRegionsHaveKinds', 'region', 'only regions have a kind and a label'],
		['onlyProcessBlocksNameProcesses', 'region', 'only process blocks name a process'],
		['processBlockHasItsPages', 'region', 'a process block has PROCESS_BLOCK_PAGES'],
		['processBlockBelongsToProcess', 'region', 'a process block names a process that is not free and names the block'],
		['regionPagesInRange', 'region', 'a region has at most 8192 pages, of a device at most 16'],
		['regionKindKnown', 'region', 'the kind of memory exists'],
		['regionLabelInRange', 'region', 'the label of a region is below 64'],
		['regionHasItsTablePages', 'region', 'a region has one L2 table, and an L3 table for each 512 pages'],
		['regionPreparedAtMostWhole', 'region', 'a region is prepared at most as a whole'],
	]),
	family('physical memory', [
		['regionPagesEnd', 'region', 'the pages of a row do not wrap'],
		['regionTablesEnd', 'region', 'the page tables of a row do not wrap'],
		['normalMemoryIsRam', 'region', 'what is no device lies in RAM'],
		['pageTablesAreRam', 'region', 'page tables lie in RAM'],
		['deviceMemoryIsNotRam', 'region', 'device memory is never RAM'],
		['regionsAreDisjoint', 'region region', 'no page belongs to two rows'],
		['tablesAreDisjoint', 'region region', 'no page holds tables of two rows'],
		['tablesAreInNoRegion', 'region region', 'no page that holds tables belongs to a row'],
	]),
	family('processes', [
		['processZeroIsUnused', '', 'process row 0 is unused'],
		['processStateKnown', 'process', 'the state of a process exists'],
		[
			'processGenerationInRange',
			'process',
			'the generation of a process is in range, and of one that is not free it can still be raised',
		],
		['processAccountLives', 'process', 'the account of a process is live'],
		['freeProcessHasNoShape', 'process', 'a free row has no priority, label, handler or fault'],
		['freeProcessHasNoMemory', 'process', 'a free row has no block, slots or mappings'],
		['freeProcessDoesNothing', 'process', 'a free row does nothing and waits for nothing'],
		['freeProcessHasNoTime', 'process', 'a free row has no budget and no times'],
		['processFlags', 'process', 'flags are 0 or 1'],
		['activationKindKnown', 'process', 'ACTIVE and DEFERRED are kinds that exist'],
		['processLabelInRange', 'process', 'the label of a process is below 64'],
		['processPriorityWithinCeiling', 'process', 'the priority of a process is at most the ceiling of its account'],
		['worstCaseInRange', 'process', 'the worst case of a call is below 2^31 ns'],
		['patienceInRange', 'process', 'PATIENCE and what was used of it are at most 255'],
		['processSlotsInRange', 'process', 'a process has 2..256 slots'],
		['namedSlotsWithinTable', 'process', 'the receive slot and the return slot are within the table'],
		['replySlotInRange', 'process', 'the slot attached to the reply is a slot'],
		['loanNamesMemoryAndRights', 'process', 'a loan is of memory 0..12 with the rights to read or to write'],
		['loanWithinLargestRegion', 'process', 'a loan ends within the largest region'],
		[
			'handlerIsGateOfRow',
			'process',
			'the fault handler is a process that has had that generation, with a badge below 32',
		],
		['epochNotAhead', 'process', 'no process was checked after the last epoch'],
		['runningProcessHasPriority', 'process', 'whoever runs has a priority'],
		['runningProcessHasBudget', 'process', 'whoever runs has a budget'],
		['processHasItsBlock', 'process', 'the extent of a process is a process block that names it'],
		['processAndBlockHaveOneOwner', 'process', 'the account of a process owns its block'],
		['processRootIsItsBlock', 'process', 'ROOT is the number of the process and the first page of its block'],
	]),
	family('activations', [
		['restingProcessIsIdle', 'process', 'a process that does not run has no activation'],
		['restingProcessHasNoWork', 'process', 'a process that does not run has no work, is not ready and not throttled'],
		[
			'restingProcessNamesNoSlots',
			'process',
			'a process that does not run has no receive slot and no reply capability',
		],
		['restingProcessHasNoAlarm', 'process', 'a process that does not run has no alarm'],
		['doomedIsStopped', 'process', 'a doomed process is stopped, in the middle of an activation'],
		['doomedWaitsForItsCall', 'process', 'a doomed process waits for its callee, or that has come back'],
		['idleProcessCallsNobody', 'process', 'without an activation no caller and no callee'],
		['idleProcessWaitsForNothing', 'process', 'without an activation no wait, result, deferral or end ahead'],
		['activeProcessHadItsInit', 'process', '`init` is due only before the first activation'],
		['noLoanOutsideCall', 'process', 'no loan and no return slot outside a call'],
		['noResultLeftOver', 'process', 'no result is left over'],
		['resultIsReady', 'process', 'whoever has a result to resume with is ready, and not blocked or about to serve'],
		['calleeIsRow', 'process', 'a callee is a row of the process table'],
		['calleeServesCaller', 'process', 'a callee names its caller'],
		['calleeIsOfHigherPriority', 'process', 'a callee is of higher priority than its caller'],
		['callerIsRow', 'process', 'a caller is a row of the process table'],
		['callerHasCalled', 'process', 'a caller names its callee'],
		[
			'callerExactlyWhileServing',
			'process',
			'a process has a caller exactly while it serves a call or finishes its own activation for one',
		],
		['idleProcessDoesNotExecute', 'process', 'nobody executes without an activation'],
		[
			'idleProcessIsReadyExactlyForWork',
			'process',
			'without an activation a process is ready or throttled, one of them, exactly when there is work',
		],
		[
			'ownActivationIsInOnePlace',
			'process',
			'its own activation executes, calls, is ready or is throttled: one of them, unless it is blocked',
		],
		['servedCallIsInOnePlace', 'process', 'a call that is served executes, calls or is ready: one of them'],
		['throttledServerHasWork', 'process', 'a server is throttled only for what it was told before the call'],
		['blockedIsOwnActivation', 'process', 'only own activations of low priority block'],
		['blockedNeitherExecutesNorCalls', 'process', 'a blocked program neither executes nor calls'],
		[
			'blockedIsReadyExactlyForBits',
			'process',
			'a blocked program is ready or throttled, one of them, exactly when bits have come',
		],
		['finishingIsOwnActivation', 'process', 'only own activations of high priority are finished for a caller'],
		['enteringIsReadyToServe', 'process', 'a server about to enter a deferred call is ready'],
	]),
	family('budgets', [
		['budgetInRange', 'process', 'a budget is below 2^31 ns and at most the period'],
		['refillsInRange', 'process', 'at most four refills'],
		['remainingAndRefillsAreTheBudget', 'process', 'what remains and the refills add up to the budget'],
		['refillBringsSomething', 'process refill', 'a refill brings something'],
		['unusedRefillIsZero', 'process refill', 'an unused refill is zero'],
		['refillsAreInOrder', 'process refill', 'refills come in order'],
		[
			'borrowedRefillIsBeforeTheOthers',
			'process',
			'an activation that lives on a borrowed refill began, in the books, before the refills that are left',
		],
		['throttledHasNoBudget', 'process', 'throttled means without budget'],
		['throttledWillHaveRefill', 'process', 'throttled means that a refill will come'],
		['finishingHasNoBudget', 'process', 'whoever finishes on a donation has no budget of its own'],
		['readyToBeginHasBudget', 'process', 'whoever is ready to begin, or to go on after blocking, has budget'],
		['leftWithinAllotment', 'process', 'a suspended activation has at most left what it may use'],
		[
			'donationWithinAllotment',
			'process',
			'what a caller keeps and what it set aside for its callee is at most what it may use',
		],
	]),
	family('ready set', [
		[
			'readyBitIsOfReadyProcess',
			'process priority',
			'a bit of a level is set exactly when its process is ready and of that priority',
		],
		['groupIsOfReadyWord', 'priority word', 'a group of a level is set exactly when its word is not zero'],
		['groupsInRange', 'priority', 'a level has four groups'],
		['priorityBitIsOfGroups', 'priority', 'the bit of a priority is set exactly when its level has a group'],
		['nobodyReadyAboveTop', 'priority', 'nobody ready is above TOP'],
		['somebodyReadyAtTop', '', 'at TOP somebody is ready'],
		['roundRobinStandsAtRow', 'priority', 'the round robin stands at a row of the process table'],
		['preferredIsRow', 'priority', 'whom a level prefers is a row of the process table'],
		['preferredIsReadyAtLevel', 'priority', 'whom a level prefers is ready, at that level'],
		['preferredIsActive', 'priority', 'whom a level prefers is in the middle of an activation'],
	]),
	family('timers', [
		['timerLeafIsTimeOfProcess', 'process', 'a leaf of the timer tree is the time that its process waits for'],
		['timerNodeIsEarlierOfTwo', 'node', 'a node of the timer tree is the earlier of the two below it'],
		['alarmIsNotLate', '', 'OUT_ALARM is not after the first time that anybody waits for'],
	]),
	family('mappings', [
		['mappedBitIsOfMapping', 'process memory', 'MAPPED has a bit for each mapping'],
		['mappedBitsInRange', 'process', 'MAPPED has no bit of a memory that does not exist'],
		['unusedMappingIsZero', 'process memory', 'an unused mapping is zero'],
		[
			'mappingHasShapeOfMemory',
			'process memory',
			'code is executed, nothing else is; own and native memory is read and written',
		],
		['mappingRegionIsRow', 'process memory', 'the region of a mapping is a row of the region table'],
		['mappingRegionHadGeneration', 'process memory', 'the region of a mapping has had its generation'],
		[
			'mappingGrantIsReference',
			'process memory',
			'the grant of a mapping is a row that has had its generation, in use if it has it now',
		],
		['mappingOfNowIsOfRegion', 'process memory', 'what a mapping of the region’s generation names is a region'],
		['mappingOfNowIsPrepared', 'process memory', 'only regions that are prepared as a whole are mapped'],
		['onlyImagesAreExecuted', 'process memory', 'images are mapped as code, and nothing else is'],
	]),
	family('page tables', [
		['secondLevelShowsTables', 'region entry', 'L2 entries are exactly the L3 tables of prepared pages'],
		[
			'thirdLevelShowsPages',
			'region table entry',
			'L3 entries are exactly the prepared pages, with the attributes of their kind',
		],
		['noWindowWithoutMapping', 'process memory', 'no first-level descriptor without a mapping'],
		[
			'windowHasTheRightsOfMapping',
			'process memory',
			'the first-level descriptor takes away what the mapping does not allow',
		],
		['windowShowsTheRegion', 'process memory', 'the first-level descriptor points to the tables of the region'],
		['nothingBetweenWindows', 'process entry', 'nothing is mapped between the windows'],
	]),
	family('flow', [
		['flowOperationsExist', 'label label', 'the matrix has only operations that exist'],
		[
			'recheckedMappingIsOfNow',
			'process memory',
			'whoever may execute has mapped only regions that were not revoked or destroyed',
		],
		[
			'recheckedMappingIsGranted',
			'process memory',
			'whoever may execute has mapped nothing under a grant that was revoked',
		],
		['recheckedMappingIsAllowed', 'process memory', 'whoever may execute has mapped only what the matrix allows'],
	]),
	family('interrupts', [
		['lineFlags', 'line', 'STATE and MASKED of a line are 0 or 1'],
		['lineGenerationInRange', 'line', 'the generation of a line is in range'],
		['unboundLineSignalsNothing', 'line', 'an unbound line signals nothing'],
		['boundLineIsHeld', 'line', 'only a line that is held is bound'],
		['boundLineRaisesSomething', 'line', 'a bound line raises something'],
		['lineProcessIsRow', 'line', 'the process of a line is a row of the process table'],
		['lineProcessHadGeneration', 'line', 'the process of a line has had its generation'],
		[
			'lineGrantIsReference',
			'line',
			'the grant of a line is a row that has had its generation, in use if it has it now',
		],
	]),
].flat();

/**
 * What follows from `SUMS` at any one time, by adding up all rows, and not from one row: whoever proves an entry may take these, and for
 * every sum of rows (`pages` excepted) that the part of a row is at most the total, for granted of the state before.
 */
export const CONSEQUENCES: readonly Invariant[] = family('sums', [
	['pagesComeWithRegions', 'account', 'an account without region rows has no pages'],
	['processesHaveRows', 'account', 'an account has at most as many live processes as process rows'],
]);

/** What an account counts is what the tables say. */
export interface Sum {
	readonly name: string;
	/** The table that is added up. */
	readonly over: Index;
	/** Export (row, account): the part of a row. */
	readonly value: string;
	/** Export (account): the sum over all rows. */
	readonly total: string;
	readonly says: string;
}

function sum(name: string, over: Index, says: string): Sum {
	return { name, over, value: `${name}Of`, total: `${name}Total`, says: `an account counts ${says}` };
}

export const SUMS: readonly Sum[] = [
	sum('regionRows', 'region', 'the region rows that it owns'),
	sum('pages', 'region', 'the pages of RAM of the region rows that it owns'),
	sum('processRows', 'process', 'the process rows that it owns'),
	sum('processes', 'process', 'its processes that are not free'),
	sum('grantRows', 'grant', 'the grant rows that it owns'),
	sum('accountRows', 'account', 'the account rows below it'),
];

/** What is never made or lost after boot: the sum of all parts. */
export interface Conserved {
	readonly name: string;
	/** Exports (row) and the tables that they are added up over. */
	readonly parts: readonly { readonly over: Index; readonly value: string }[];
	readonly says: string;
}

const OF_ACCOUNTS = 'account';
const OF_PROCESSES = 'process';

export const CONSERVED: readonly Conserved[] = [
	{
		name: 'slots',
		parts: [
			{ over: OF_ACCOUNTS, value: 'slotsOfAccount' },
			{ over: OF_PROCESSES, value: 'slotsOfProcess' },
		],
		says: 'capability slots are conserved',
	},
	{
		name: 'cpu',
		parts: [
			{ over: OF_ACCOUNTS, value: 'cpuOfAccount' },
			{ over: OF_PROCESSES, value: 'cpuOfProcess' },
		],
		says: 'CPU share is conserved',
	},
	{ name: 'pages', parts: [{ over: OF_ACCOUNTS, value: 'pagesOfAccount' }], says: 'pages are conserved' },
];

/** What a machine promises (docs/reference/02-machine.md); the invariants hold only on machines that do. */
export interface Promised {
	/** The entries before which it must be so. */
	readonly entries: readonly string[];
	/** Of the state before, and of the arguments by name. */
	readonly says: string;
	/** Export of the binary, on the state before; where it has a parameter, that is `argument`. */
	readonly name: string;
	/** Position of the argument that it is about. */
	readonly argument?: number;
}

export const PROMISES: readonly Promised[] = [
	{
		entries: ['next'],
		name: 'nobodyExecutes',
		says: '`next` is called only when nobody executes',
	},
	{
		entries: ['call', 'callSlow', 'callWith'],
		name: 'preemptionWasObeyed',
		says: 'when OUT_PREEMPT is 1 and a process executes, `preempt` and `next` come before that process calls anybody',
	},
	{
		entries: [
			'call',
			'callSlow',
			'callWith',
			'reply',
			'replySlow',
			'notifySwitch',
			'interruptSwitch',
			'wait',
			'finish',
			'preempt',
		],
		name: 'leftWithinLimit',
		argument: 0,
		says: '`left` is at most OUT_LIMIT',
	},
	{
		entries: ['fault'],
		name: 'leftWithinLimit',
		argument: 2,
		says: '`left` is at most OUT_LIMIT',
	},
	{
		entries: ['system'],
		name: 'epochIsFarFromItsEnd',
		says: 'nobody lives to see 2^64 revocations',
	},
];

/** Every export of the binary. */
export const EXPORTS: ReadonlySet<string> = new Set([
	...[...INVARIANTS, ...CONSEQUENCES, ...PROMISES].map(({ name }) => name),
	...SUMS.flatMap(({ value, total }) => [value, total]),
	...CONSERVED.flatMap(({ parts }) => parts.map(({ value }) => value)),
]);
