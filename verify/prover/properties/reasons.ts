/** The reasons for which fields may change: one function for each class of fields, each a list that one can read. */
import {
	FLOW_CALL,
	FLOW_RAISE,
	KIND_ACCOUNT,
	KIND_GATE,
	KIND_INTERRUPT,
	KIND_PROCESS,
	KIND_SIGNAL,
	RIGHT_ACKNOWLEDGE,
	RIGHT_BIND,
	RIGHT_CALL,
	RIGHT_CONFIGURE,
	RIGHT_DEVICE,
	RIGHT_FLOW,
	RIGHT_LABEL,
	RIGHT_LINES,
	RIGHT_RAISE,
	RIGHT_SPLIT,
	RIGHT_START,
	RIGHT_STOP,
} from '../../../abi/rights.ts';
import { EXTENT_REGION, MEMORY_DEVICE } from '../../../kernel/layout.ts';
import {
	add,
	and,
	asTruth,
	atMost,
	bitAnd,
	bitOr,
	bitXor,
	constant,
	equal,
	extend,
	extract,
	FALSE,
	implies,
	not,
	or,
	shiftLeft,
} from '../build.ts';
import type { Term } from '../term.ts';
import type { Change } from './rows.ts';
import { PROCESS_BITS, type Scene } from './scene.ts';

type Reason = (scene: Scene, change: Change) => Term;

/** The row that a change is of. */
function rowOf({ index }: Change): Term {
	return index[0] as Term;
}

function low(term: Term): Term {
	return extract(term, PROCESS_BITS - 1, 0);
}

// ---- processes ----

/** The account that lives by the process, or owns the free row. */
function paid(scene: Scene, change: Change): Term {
	return scene.spends(scene.was('PROCESS.ACCOUNT', rowOf(change)));
}

function configured(scene: Scene, change: Change): Term {
	return or(scene.configures(rowOf(change), RIGHT_CONFIGURE), paid(scene, change));
}

/** A new label is Control's affair; one that comes or goes with the process is the payer's. */
function labelled(scene: Scene, change: Change): Term {
	const byControl = and(scene.controls(RIGHT_LABEL), scene.configures(rowOf(change), RIGHT_CONFIGURE));
	return or(byControl, paid(scene, change));
}

/** A free row, between accounts that the caller may split; the row of a process that is destroyed stays where it is. */
function given(scene: Scene, { index, before, after }: Change): Term {
	const free = equal(scene.was('PROCESS.STATE', index[0] as Term), constant(0));
	return or(equal(before, after), and(free, splits(scene, before), splits(scene, after)));
}

/** It is in a call with the process that executes, as its client. */
function isClient(scene: Scene, row: Term): Term {
	return and(scene.same(row, scene.was('PROCESS.CALLER', scene.caller)), not(scene.same(row, constant(0))));
}

/** The caller holds a gate to it, and its label may call it. */
export function mayBeCalled(scene: Scene, row: Term): Term {
	return and(
		scene.named(KIND_GATE, RIGHT_CALL, row),
		scene.says('mayFlow', [scene.was('PROCESS.LABEL', scene.caller), scene.was('PROCESS.LABEL', row), FLOW_CALL]),
	);
}

function mayBeRaised(scene: Scene, row: Term): Term {
	return and(
		scene.named(KIND_SIGNAL, RIGHT_RAISE, row),
		scene.says('mayFlow', [scene.was('PROCESS.LABEL', scene.caller), scene.was('PROCESS.LABEL', row), FLOW_RAISE]),
	);
}

/** The entry is an interrupt of a line that signals it. */
function isInterrupted(scene: Scene, row: Term): Term {
	const { subject, lifted } = scene.subjected;
	const position = { interrupt: 0, interruptSwitch: 1 }[subject.entry];
	return position === undefined ? FALSE() : scene.says('lineSignals', [lifted.values[position] as Term, row]);
}

const CHOOSING: ReadonlySet<string> = new Set(['next', 'notifySwitch', 'interruptSwitch']);

/** It is ready, and nobody of higher priority is. */
function isFirst(scene: Scene, row: Term): Term {
	const priority = scene.was('PROCESS.PRIORITY', row);
	return and(asTruth(scene.was('PROCESS.READY', row)), equal(add(priority, constant(1)), scene.was('GLOBAL.TOP')));
}

/** The entry chooses it; or it waits for a call of a process that was stopped and is cleared away. */
function isChosen(scene: Scene, row: Term): Term {
	if (!CHOOSING.has(scene.subjected.subject.entry)) return FALSE();
	const callee = low(scene.was('PROCESS.CALLEE', row));
	const cleared = and(asTruth(scene.was('PROCESS.DOOMED', callee)), isFirst(scene, callee));
	return or(isFirst(scene, row), and(cleared, scene.same(row, scene.was('PROCESS.CALLER', callee))));
}

/** The time that it waits for has come. */
function isDue(scene: Scene, row: Term): Term {
	const { subject, lifted } = scene.subjected;
	if (subject.entry !== 'tick') return FALSE();
	const [nowLow, nowHigh] = lifted.values as [Term, Term];
	const now = bitOr(extend(nowLow, 64), shiftLeft(extend(nowHigh, 64), constant(32, 64)));
	const leaf = add(extend(row, 9), constant(256, 9));
	return atMost(scene.was('TIMER.TIME', leaf), now);
}

const FAULTING: ReadonlySet<string> = new Set(['fault', 'reply', 'replySlow', 'finish', 'expire', 'wait']);

/** The process that executes is at fault, and this one handles its faults. */
function isHandler(scene: Scene, row: Term): Term {
	if (!FAULTING.has(scene.subjected.subject.entry)) return FALSE();
	return and(scene.says('handlesFaults', [row, scene.caller]), not(scene.same(row, constant(0))));
}

/** Whom it has called may be stopped by the caller, or is the caller and stops itself. */
function losesItsCallee(scene: Scene, row: Term): Term {
	const callee = scene.was('PROCESS.CALLEE', row);
	return and(asTruth(callee), scene.configures(callee, RIGHT_STOP));
}

/** It executes, calls, is called, is told something, is started or stopped, or its time has come. */
function acts(scene: Scene, change: Change): Term {
	const row = rowOf(change);
	return or(
		scene.isCaller(row),
		acted(scene, row),
		configured(scene, change),
		losesItsCallee(scene, row),
		startedOrStopped(scene, row),
	);
}

function startedOrStopped(scene: Scene, row: Term): Term {
	return or(scene.configures(row, RIGHT_START), scene.configures(row, RIGHT_STOP));
}

function acted(scene: Scene, row: Term): Term {
	return or(
		isClient(scene, row),
		mayBeCalled(scene, row),
		mayBeRaised(scene, row),
		isInterrupted(scene, row),
		isChosen(scene, row),
		isDue(scene, row),
		isHandler(scene, row),
	);
}

/** It ends or is at fault; or somebody starts, stops, makes or destroys it. */
function lives(scene: Scene, change: Change): Term {
	return or(scene.isCaller(rowOf(change)), startedOrStopped(scene, rowOf(change)), paid(scene, change));
}

/** By itself or by who may configure it; memories whose mapping died are lost before it executes. */
function mapped(scene: Scene, change: Change): Term {
	const gained = bitAnd(change.after, bitXor(change.before, constant(-1)));
	return or(scene.isCaller(rowOf(change)), configured(scene, change), equal(gained, constant(0)));
}

function rechecked(scene: Scene, change: Change): Term {
	return or(paid(scene, change), equal(change.after, scene.after.value('GLOBAL.EPOCH')));
}

const PROCESS: Readonly<Record<string, Reason>> = {
	STATE: lives,
	GENERATION: paid,
	SLOTS: paid,
	EXTENT: paid,
	ROOT: paid,
	ACCOUNT: given,
	LABEL: labelled,
	PRIORITY: configured,
	BUDGET: configured,
	PERIOD: configured,
	WORST_CASE: configured,
	HANDLER: configured,
	HANDLER_GENERATION: configured,
	HANDLER_BADGE: configured,
	PATIENCE: configured,
	MAPPED: mapped,
	EPOCH: rechecked,
};

// ---- what processes have ----

/** In its own table, by who configures or pays for it, or where it said that one may come with a call or with the reply to its own. */
function arrives(scene: Scene, change: Change): Term {
	const [row, slot] = change.index as [Term, Term];
	const withCall = and(mayBeCalled(scene, row), scene.same(slot, scene.was('PROCESS.RECEIVE', row)));
	const withReply = and(isClient(scene, row), scene.same(slot, scene.was('PROCESS.RETURN', row)));
	return or(scene.isCaller(row), configured(scene, change), withCall, withReply);
}

/** By itself or by who configures or pays for it; a mapping that may no longer be used is lost. */
function remapped(scene: Scene, change: Change): Term {
	const [row, memory] = change.index as [Term, Term];
	const lost = and(
		equal(change.after, constant(0, change.after.width)),
		not(scene.says('mappingIsGood', [row, memory])),
	);
	return or(scene.isCaller(row), configured(scene, change), lost);
}

// ---- regions, accounts, grants ----

function splits(scene: Scene, account: Term): Term {
	return scene.named(KIND_ACCOUNT, RIGHT_SPLIT, account);
}

function ownedRegion(scene: Scene, change: Change): Term {
	return scene.spends(scene.was('REGION.OWNER', rowOf(change)));
}

/** Handed on between accounts that the caller may spend from, or given between those that it may split. */
function regionGiven(scene: Scene, { before, after }: Change): Term {
	return or(and(scene.spends(before), scene.spends(after)), and(splits(scene, before), splits(scene, after)));
}

/** Of a region that stays one, Control's affair. */
function regionLabelled(scene: Scene, change: Change): Term {
	const row = rowOf(change);
	const region = constant(EXTENT_REGION);
	const stays = and(
		equal(scene.was('REGION.STATE', row), region),
		equal(scene.after.value('REGION.STATE', row), region),
	);
	return and(ownedRegion(scene, change), implies(stays, scene.controls(RIGHT_LABEL)));
}

function kindChosen(scene: Scene, change: Change): Term {
	const device = equal(change.after, constant(MEMORY_DEVICE));
	return and(ownedRegion(scene, change), implies(device, scene.controls(RIGHT_DEVICE)));
}

const REGION: Readonly<Record<string, Reason>> = { OWNER: regionGiven, LABEL: regionLabelled, KIND: kindChosen };

/** By who may spend or split it, or split its parent. */
function accountUsed(scene: Scene, change: Change): Term {
	const row = rowOf(change);
	return or(scene.spends(row), splits(scene, row), childOfSplit(scene, change));
}

function childOfSplit(scene: Scene, change: Change): Term {
	return splits(scene, scene.was('ACCOUNT.PARENT', rowOf(change)));
}

/** CPU share is also spent by who gives a process of the account another budget. */
function cpuUsed(scene: Scene, change: Change): Term {
	const lives = (process: Term): Term => scene.same(scene.was('PROCESS.ACCOUNT', process), rowOf(change));
	return or(accountUsed(scene, change), scene.namedWhere(KIND_PROCESS, RIGHT_CONFIGURE, PROCESS_BITS, lives));
}

function accountGiven(scene: Scene, { before, after }: Change): Term {
	return and(splits(scene, before), splits(scene, after));
}

const ACCOUNT: Readonly<Record<string, Reason>> = {
	STATE: childOfSplit,
	GENERATION: childOfSplit,
	CEILING: childOfSplit,
	PARENT: accountGiven,
	CPU: cpuUsed,
};

/** Revoked by who may spend from the account that owns it. */
function revoked(scene: Scene, change: Change): Term {
	return scene.spends(scene.was('GRANT.OWNER', rowOf(change)));
}

/** Also put to use by a process that lives on the account that owns it. */
function bound(scene: Scene, change: Change): Term {
	const own = equal(scene.was('GRANT.OWNER', rowOf(change)), scene.was('PROCESS.ACCOUNT', scene.caller));
	return or(revoked(scene, change), own);
}

const GRANT: Readonly<Record<string, Reason>> = { OWNER: accountGiven, GENERATION: revoked };

// ---- the machine ----

function lineUsed(scene: Scene, change: Change): Term {
	const row = rowOf(change);
	const held = or(scene.named(KIND_INTERRUPT, RIGHT_BIND, row), scene.named(KIND_INTERRUPT, RIGHT_ACKNOWLEDGE, row));
	return or(held, scene.controls(RIGHT_LINES));
}

/** Also by the line itself. */
function masked(scene: Scene, change: Change): Term {
	const { subject, lifted } = scene.subjected;
	const position = { interrupt: 0, interruptSwitch: 1 }[subject.entry];
	const raised = position === undefined ? FALSE() : scene.same(rowOf(change), lifted.values[position] as Term);
	return or(lineUsed(scene, change), raised);
}

const INTERRUPT: Readonly<Record<string, Reason>> = {
	STATE: (scene) => scene.controls(RIGHT_LINES),
	GENERATION: (scene) => scene.controls(RIGHT_LINES),
	MASKED: masked,
};

function never(): Term {
	return FALSE();
}

/** Who executes afterwards: nobody, or somebody who had a reason to act. */
function executes(scene: Scene, { after }: Change): Term {
	const row = low(after);
	return or(equal(after, constant(0)), scene.isCaller(row), acted(scene, row));
}

const GLOBAL: Readonly<Record<string, Reason>> = {
	CURRENT: executes,
	EPOCH: (_, { before, after }) => equal(after, add(before, constant(1, 64))),
	BOOTED: never,
	RAM_FIRST: never,
	RAM_END: never,
	CAN_SUSPEND: never,
};

/** Of a table: reasons of single fields, and of all others. */
const TABLES: Readonly<Record<string, readonly [Readonly<Record<string, Reason>>, Reason?]>> = {
	GLOBAL: [GLOBAL],
	PROCESS: [PROCESS, acts],
	CAPABILITY: [{}, arrives],
	MAPPING: [{}, remapped],
	REGION: [REGION, ownedRegion],
	TABLES: [{}, ownedRegion],
	ACCOUNT: [ACCOUNT, accountUsed],
	GRANT: [GRANT, bound],
	INTERRUPT: [INTERRUPT, lineUsed],
	FLOW: [{}, (scene) => scene.controls(RIGHT_FLOW)],
};

/** Why that field may have changed; undefined for fields that say nothing of their own. */
export function reasonFor(change: Change, scene: Scene): Term | undefined {
	const [fields, others] = TABLES[change.cell.table] ?? [];
	const reason = fields?.[change.name.slice(change.cell.table.length + 1)] ?? others;
	return reason?.(scene, change);
}
