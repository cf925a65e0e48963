/** Processes: rows that are well formed, and that belong to an account, an extent and a priority. What they do: activations.ts. */
import { STATE_FAULTED, STATE_FREE, STATE_STARTED } from '../../../abi/calls.ts';
import { MEMORY_LAST_REGION } from '../../../abi/component.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../../../abi/rights.ts';
import {
	ACCOUNT_COUNT,
	ACTIVE_CALL,
	ACTIVE_NONE,
	DEFERRED_ENTERING,
	EXTENT_PROCESS,
	GENERATION_LAST,
	GLOBAL_EPOCH_64,
	LABELS,
	PROCESS_COUNT,
	REGION_COUNT,
	REGION_PAGES_MOST,
	SLOTS_MOST,
} from '../../../kernel/layout.ts';
import { account, global64, process, region } from '../state.ts';

const LIVE: u32 = 1;
const NANOSECONDS_MOST: u32 = 0x7fffffff;
const PATIENCE_MOST: u32 = 255;
const HANDLER_BADGES: u32 = 32;
const SLOTS_LEAST: u32 = 2;
const PAGE_BITS: u32 = 12;
const REPLY_MOVES: u32 = 0x10000;

export function processZeroIsUnused(): bool {
	return (process(0).state | process(0).generation | process(0).account) === 0;
}

export function processStateKnown(row: u32): bool {
	return process(row).state <= STATE_FAULTED;
}

/** A process that is not free can still be destroyed, which takes one more. */
export function processGenerationInRange(row: u32): bool {
	const ahead: u32 = process(row).state === STATE_FREE ? 0 : 1;
	return process(row).generation <= GENERATION_LAST - ahead;
}

export function processAccountLives(row: u32): bool {
	return process(row).account < ACCOUNT_COUNT && account(process(row).account).state === LIVE;
}

// ---- a free row keeps its generation and its owner, nothing else ----

function isFree(row: u32): bool {
	return process(row).state === STATE_FREE;
}

export function freeProcessHasNoShape(row: u32): bool {
	const given = process(row);
	const named = given.priority | given.label | given.worstCase | given.patience | given.patienceUsed | given.time;
	const handler = given.handler | given.handlerGeneration | given.handlerBadge;
	const fault = given.cause | given.place | given.faultCount;
	return !isFree(row) || (named | handler | fault) === 0;
}

export function freeProcessHasNoMemory(row: u32): bool {
	const given = process(row);
	return !isFree(row) || (<u64>(given.mapped | given.slots | given.extent) | given.root | given.epoch) === 0;
}

export function freeProcessDoesNothing(row: u32): bool {
	const given = process(row);
	const call = given.active | given.caller | given.callee | given.left | given.deferred | given.deferredBadge;
	const loan = given.loan | given.loanOffset | given.loanLength | given.receive | given.reply | given.returnSlot;
	const work = given.pending | given.faults | given.initDue | given.ready | given.throttled | given.waiting;
	return !isFree(row) || (call | loan | work | given.hasResult | given.result | given.doomed) === 0;
}

export function freeProcessHasNoTime(row: u32): bool {
	const given = process(row);
	const amounts = given.amount0 | given.amount1 | given.amount2 | given.amount3;
	const budget = given.budget | given.period | given.remaining | given.refills | given.alarmBits | amounts;
	const times = given.refill0 | given.refill1 | given.refill2 | given.refill3 | given.startedAt | given.alarm;
	return !isFree(row) || (<u64>budget | times) === 0;
}

// ---- ranges ----

export function processFlags(row: u32): bool {
	const given = process(row);
	const flags = given.initDue | given.ready | given.throttled | given.waiting | given.hasResult | given.doomed;
	return flags <= 1;
}

export function activationKindKnown(row: u32): bool {
	return process(row).active <= ACTIVE_CALL && process(row).deferred <= DEFERRED_ENTERING;
}

export function processLabelInRange(row: u32): bool {
	return process(row).label < LABELS;
}

export function processPriorityWithinCeiling(row: u32): bool {
	return process(row).priority <= account(process(row).account).ceiling;
}

export function worstCaseInRange(row: u32): bool {
	return process(row).worstCase <= NANOSECONDS_MOST;
}

export function patienceInRange(row: u32): bool {
	return process(row).patience <= PATIENCE_MOST && process(row).patienceUsed <= PATIENCE_MOST;
}

export function processSlotsInRange(row: u32): bool {
	return isFree(row) || (process(row).slots >= SLOTS_LEAST && process(row).slots <= SLOTS_MOST);
}

export function namedSlotsWithinTable(row: u32): bool {
	if (isFree(row)) return true;
	return process(row).receive < process(row).slots && process(row).returnSlot < process(row).slots;
}

/** Slot | move << 16. */
export function replySlotInRange(row: u32): bool {
	return (process(row).reply & ~REPLY_MOVES) < SLOTS_MOST;
}

/** Memory | rights << 8. */
export function loanNamesMemoryAndRights(row: u32): bool {
	const loan = process(row).loan;
	if (loan === 0) return true;
	const rights = loan >> 8;
	return (loan & 255) <= MEMORY_LAST_REGION && rights !== 0 && (rights & ~(RIGHT_READ | RIGHT_WRITE)) === 0;
}

/** So that places within the loan can be added to where it begins. */
export function loanWithinLargestRegion(row: u32): bool {
	if (process(row).loan === 0) return true;
	const most: u32 = REGION_PAGES_MOST << PAGE_BITS;
	return process(row).loanOffset <= most && process(row).loanLength <= most - process(row).loanOffset;
}

export function handlerIsGateOfRow(row: u32): bool {
	const handler = process(row).handler;
	if (handler === 0) return true;
	if (handler >= PROCESS_COUNT || process(row).handlerBadge >= HANDLER_BADGES) return false;
	return process(row).handlerGeneration <= process(handler).generation;
}

export function epochNotAhead(row: u32): bool {
	return process(row).epoch <= global64(GLOBAL_EPOCH_64);
}

// ---- what must be there ----

/** Does it run, or is it about to end? */
function isInUse(row: u32): bool {
	return process(row).state === STATE_STARTED || process(row).active !== ACTIVE_NONE;
}

export function runningProcessHasPriority(row: u32): bool {
	return !isInUse(row) || process(row).priority !== 0;
}

export function runningProcessHasBudget(row: u32): bool {
	return !isInUse(row) || process(row).budget !== 0;
}

export function processHasItsBlock(row: u32): bool {
	if (isFree(row)) return true;
	const extent = process(row).extent;
	if (extent === 0 || extent >= REGION_COUNT) return false;
	return region(extent).state === EXTENT_PROCESS && region(extent).process === row;
}

export function processAndBlockHaveOneOwner(row: u32): bool {
	return isFree(row) || region(process(row).extent).owner === process(row).account;
}

/** Address space identifier << 48 | physical address of the first-level table. */
export function processRootIsItsBlock(row: u32): bool {
	if (isFree(row)) return true;
	const table = (<u64>region(process(row).extent).page) << (<u64>PAGE_BITS);
	return process(row).root === (((<u64>row) << 48) | table);
}
