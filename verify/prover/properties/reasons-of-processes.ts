/** The reasons for which fields of processes, and of what they have, may change: one function for each class of fields, each a list that one can read. */
import {
	FLOW_CALL,
	FLOW_RAISE,
	KIND_ACCOUNT,
	KIND_GATE,
	KIND_SIGNAL,
	RIGHT_CALL,
	RIGHT_CONFIGURE,
	RIGHT_LABEL,
	RIGHT_RAISE,
	RIGHT_SPLIT,
	RIGHT_START,
	RIGHT_STOP,
} from '../../../abi/rights.ts';
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
	not,
	or,
	shiftLeft,
} from '../build.ts';
import type { Term } from '../term.ts';
import type { Change } from './rows.ts';
import { PROCESS_BITS, type Scene } from './scene.ts';

export type Reason = (scene: Scene, change: Change) => Term;

/** The row that a change is of. */
export function rowOf({ index }: Change): Term {
	return index[0] as Term;
}

export function low(term: Term): Term {
	return extract(term, PROCESS_BITS - 1, 0);
}

/** An argument names the account, with the right to split it. */
export function splits(scene: Scene, account: Term): Term {
	return scene.named(KIND_ACCOUNT, RIGHT_SPLIT, account);
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
function mayBeCalled(scene: Scene, row: Term): Term {
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
export function acts(scene: Scene, change: Change): Term {
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

export function acted(scene: Scene, row: Term): Term {
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

export const PROCESS: Readonly<Record<string, Reason>> = {
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
export function arrives(scene: Scene, change: Change): Term {
	const [row, slot] = change.index as [Term, Term];
	const withCall = and(mayBeCalled(scene, row), scene.same(slot, scene.was('PROCESS.RECEIVE', row)));
	const withReply = and(isClient(scene, row), scene.same(slot, scene.was('PROCESS.RETURN', row)));
	return or(scene.isCaller(row), configured(scene, change), withCall, withReply);
}

/** By itself or by who configures or pays for it; a mapping that may no longer be used is lost. */
export function remapped(scene: Scene, change: Change): Term {
	const [row, memory] = change.index as [Term, Term];
	const lost = and(
		equal(change.after, constant(0, change.after.width)),
		not(scene.says('mappingIsGood', [row, memory])),
	);
	return or(scene.isCaller(row), configured(scene, change), lost);
}
