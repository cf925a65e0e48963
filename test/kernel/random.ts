/** One random step of a running system: whatever a process, a device or time may do next. */

import * as call from '../../abi/calls.ts';
import { CALL_MOVE } from '../../abi/component.ts';
import { KIND_CONTROL } from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import { type ArgumentKind, Arguments, Dice } from './arguments.ts';
import type { Session } from './session.ts';
import { lineOf, PROCESSES } from './world.ts';

/** Every kernel call: how often it is chosen, and what its arguments are. */
export const CALLS: readonly [number: number, weight: number, kinds: readonly ArgumentKind[]][] = [
	[call.COPY, 6, ['any', 'empty', 'rights', 'grantRow']],
	[call.MOVE, 3, ['any', 'empty']],
	[call.DELETE, 2, ['any']],
	[call.REVOKE, 4, ['account', 'grantRow']],
	[call.INSTALL, 6, ['process', 'any', 'empty', 'rights', 'grantRow']],
	[call.IDENTIFY, 5, ['any']],
	[call.RECEIVE, 4, ['empty']],
	[call.REPLY_CAPABILITY, 4, ['any', 'flag']],
	[call.GATE, 3, ['processOrSelf', 'empty', 'badge']],
	[call.SIGNAL, 3, ['processOrSelf', 'empty', 'bits']],
	[call.PROCESS_CREATE, 4, ['account', 'freeProcess', 'block', 'slots', 'empty']],
	[call.PROCESS_CONFIGURE, 5, ['process', 'field', 'value', 'period']],
	[call.PROCESS_START, 3, ['idleProcess']],
	[call.PROCESS_STOP, 2, ['processOrSelf']],
	[call.PROCESS_RESTART, 5, ['idleProcess']],
	[call.PROCESS_DESTROY, 2, ['account', 'liveProcess']],
	[call.PROCESS_REVOKE, 2, ['account', 'liveProcess', 'empty']],
	[call.PROCESS_READ, 2, ['processOrSelf', 'field']],
	[call.PROCESS_LABEL, 3, ['control', 'process', 'label']],
	[call.EXTENT_SPLIT, 4, ['account', 'freeExtent', 'unusedRow', 'pages']],
	[call.EXTENT_MERGE, 3, ['account', 'followed', 'neighbour']],
	[call.REGION_CREATE, 5, ['account', 'freeExtent', 'unusedRow', 'pages', 'empty']],
	[call.REGION_PREPARE, 8, ['account', 'unprepared', 'step']],
	[call.REGION_MAP, 8, ['processOrSelf', 'region', 'memory', 'memoryRights']],
	[call.REGION_UNMAP, 2, ['processOrSelf', 'memory']],
	[call.REGION_CLEAR, 2, ['region', 'flag']],
	[call.REGION_REVOKE, 3, ['account', 'regionRow', 'empty']],
	[call.REGION_DESTROY, 3, ['account', 'regionRow']],
	[call.REGION_HAND_ON, 2, ['account', 'regionRow', 'otherAccount']],
	[call.REGION_DEVICE, 3, ['control', 'account', 'freeExtent', 'unusedRow', 'devicePage', 'deviceSlot']],
	[call.REGION_READ, 1, ['region', 'field']],
	[call.REGION_LABEL, 2, ['control', 'account', 'regionRow', 'label']],
	[call.ACCOUNT_CREATE, 4, ['account', 'freeAccount', 'empty', 'priority']],
	[call.ACCOUNT_GIVE, 8, ['account', 'otherAccount', 'resource', 'given']],
	[call.ACCOUNT_DESTROY, 3, ['account', 'liveAccount']],
	[call.ACCOUNT_REVOKE, 2, ['account', 'liveAccount', 'empty']],
	[call.ACCOUNT_READ, 1, ['account', 'field']],
	[call.INTERRUPT_CREATE, 2, ['control', 'line', 'empty']],
	[call.INTERRUPT_BIND, 3, ['interrupt', 'signal']],
	[call.INTERRUPT_ACKNOWLEDGE, 3, ['interrupt']],
	[call.INTERRUPT_RAISE, 2, ['interrupt']],
	[call.FLOW_SET, 2, ['control', 'label', 'label', 'operations']],
	[call.LOG, 1, ['control', 'small', 'word', 'word']],
	[call.HALT, 1, ['control', 'small']],
	[call.ALARM, 4, ['delay', 'flag', 'bits']],
	[call.LOAN_READ, 3, ['offset', 'offset', 'length']],
	[call.LOAN_WRITE, 3, ['offset', 'offset', 'length']],
	[call.LOAN_SIZE, 2, []],
	[99, 1, ['word']],
];
const WEIGHTED: readonly (typeof CALLS)[number][] = CALLS.flatMap((entry) => new Array(entry[1]).fill(entry));

/** What only a process that serves a call can do. */
const OF_SERVERS = CALLS.filter(([number]) =>
	[call.LOAN_READ, call.LOAN_WRITE, call.LOAN_SIZE, call.REPLY_CAPABILITY].includes(number),
);

type Action = (session: Session, dice: Dice) => void;

/** What may happen while a process executes, by weight. */
const BUSY: readonly [Action, number][] = [
	[systemCall, 50],
	[(session) => session.end(), 10],
	[(session, dice) => session.call(argument(session, dice, 'gate')), 8],
	[callWith, 10],
	[(session, dice) => session.notify(argument(session, dice, 'signal')), 3],
	[(session, dice) => session.notifySwitch(argument(session, dice, 'signal')), 3],
	[(session) => session.wait(), 1],
	[(session) => session.expire(), 2],
	[(session, dice) => session.tick(session.now + BigInt(dice.below(40_000_000))), 3],
	[(session, dice) => session.interrupt(lineOf(dice.pick(PROCESSES))), 5],
	[(session, dice) => session.interruptSwitch(lineOf(dice.pick(PROCESSES))), 5],
	[(session, dice) => session.interrupt(dice.below(300)), 1],
	[(session, dice) => session.interruptSwitch(dice.below(300)), 1],
	[(session, dice) => session.fault(1 + dice.below(5), dice.next()), 1],
	[(session) => session.preempt(), 1],
	[(session) => session.finish(), 1],
	[(session, dice) => session.reply(dice.below(1000)), 1],
];
const BUSY_WEIGHTED: readonly Action[] = BUSY.flatMap(([action, weight]) => new Array(weight).fill(action));

/** Performs the step that `seed` stands for. */
export function step(session: Session, seed: number): void {
	const dice = new Dice(seed);
	if (session.current === 0) stir(session, dice);
	else {
		session.spend(dice.oneIn(8) ? dice.below(session.left) : dice.below(2000));
		dice.pick(BUSY_WEIGHTED)(session, dice);
	}
}

/** Nobody executes: a device or time wakes somebody. */
function stir(session: Session, dice: Dice): void {
	if (dice.oneIn(4)) session.sleep();
	else session.interrupt(lineOf(dice.pick(PROCESSES)));
}

function argument(session: Session, dice: Dice, kind: ArgumentKind): number {
	return new Arguments(session.kernel, dice).make(kind);
}

function systemCall(session: Session, dice: Dice): void {
	const serving = session.kernel.process(session.current, layout.PROCESS_ACTIVE) === layout.ACTIVE_CALL;
	const from = new Arguments(session.kernel, dice);
	let chosen = dice.pick(serving && dice.oneIn(3) ? OF_SERVERS : WEIGHTED);
	if (chosen[2][0] === 'control' && !from.holds(KIND_CONTROL)) chosen = dice.pick(WEIGHTED);
	const [number, , kinds] = chosen;
	session.system(number, ...kinds.map((kind) => from.make(kind)));
}

/** A call that sends a capability, or names a slot for one, or lends memory, or all of them. */
function callWith(session: Session, dice: Dice): void {
	const from = new Arguments(session.kernel, dice);
	const gate = from.make('gate');
	const sent = dice.oneIn(2) ? 0 : from.make('any') & 0x7fff;
	const returned = dice.oneIn(2) ? 0 : from.make('empty') & 0xffff;
	const capabilities = (sent | (dice.oneIn(3) ? CALL_MOVE : 0) | (returned << 16)) >>> 0;
	const loan = dice.oneIn(3) ? 0 : from.make('lent');
	session.callWith(gate, capabilities, loan >>> 0, from.make('offset'), from.make('length'));
}

/** Is the call or entry refused? `reply` and the like have no errors. */
export function isError(name: string, result: number): boolean {
	return result < 0 && ['system', 'call', 'callWith', 'notify', 'notifySwitch'].includes(name);
}

/** Words of the GLOBAL row that a refused call may still change: it says that there are no words, and whether to preempt. */
export const OUT_OF_ERRORS: readonly number[] = [layout.GLOBAL_OUT_WORDS, layout.GLOBAL_OUT_PREEMPT].map(
	(field) => layout.GLOBAL_BASE + field,
);
