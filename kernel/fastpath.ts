/**
 * The fast paths of protected calls and signals, after seL4's: the common case decided with one test and committed at once. Whatever is out of
 * the ordinary, errors included, takes the slow path of gate.ts and signal.ts, which make every check again in the order of the specification.
 * A fast path may only do what the slow path would have done: test/kernel holds the two against each other.
 */
import { STATE_STARTED } from '../abi/calls.ts';
import { FLOW_CALL, FLOW_RAISE, KIND_GATE, KIND_SIGNAL, RIGHT_CALL, RIGHT_RAISE } from '../abi/rights.ts';
import { callSlow, replySlow } from './gate.ts';
import { interrupt } from './interrupt.ts';
import {
	ACTIVE_CALL,
	ACTIVE_NONE,
	ACTIVE_OWN,
	ENTER_NOTIFIED,
	GLOBAL_CURRENT,
	GLOBAL_EPOCH_64,
	GLOBAL_OUT_ARGUMENT,
	GLOBAL_OUT_KIND,
	GLOBAL_OUT_LIMIT,
	GLOBAL_OUT_PREEMPT,
	GLOBAL_TOP,
	INTERRUPT_COUNT,
	PROCESS_COUNT,
	SLOTS_MOST,
} from './layout.ts';
import * as machine from './machine.ts';
import { insertInProgress, setLast } from './ready.ts';
import { ProcessRow } from './rows.ts';
import { next, preempt } from './schedule.ts';
import { notify } from './signal.ts';
import { capability, flow, global, global64, interruptLine, process, setGlobal, slotAddress } from './table.ts';

/** `call0`, `call4`, `call6`: the server's row, 0 = deferred, or an error. */
export function call(left: u32, slot: u32): i32 {
	const current = global(GLOBAL_CURRENT);
	const client = process(current);
	const gate = capability(slotAddress(current, slot));
	const row = gate.object;
	const server = process(row);
	const worst = server.worstCase;
	// Each term is zero in the ordinary case: a good gate, no grant to walk, an idle server whose mappings are up to date.
	const odd =
		(slot & ~(SLOTS_MOST - 1)) |
		(gate.kind ^ KIND_GATE) |
		(gate.generation ^ server.generation) |
		gate.grant |
		(~gate.rights & RIGHT_CALL) |
		(~flow(client.label, server.label) & FLOW_CALL) |
		(server.state ^ STATE_STARTED) |
		(server.active ^ ACTIVE_NONE) |
		server.initDue;
	if (odd !== 0 || server.epoch !== global64(GLOBAL_EPOCH_64)) return callSlow(left, slot);
	if (server.priority <= client.priority || worst - 1 >= left) return callSlow(left, slot);
	// ---- commit ----
	client.left = left - worst;
	client.callee = row;
	server.caller = current;
	server.active = ACTIVE_CALL;
	setGlobal(GLOBAL_CURRENT, row);
	setGlobal(GLOBAL_OUT_ARGUMENT, gate.badge);
	setGlobal(GLOBAL_OUT_LIMIT, worst);
	return row;
}

/** `protected` returned with `status`: the client's row, or 0 when there is nobody to return to. */
export function reply(left: u32, status: i32): i32 {
	const current = global(GLOBAL_CURRENT);
	const server = process(current);
	const row = server.caller;
	const client = process(row);
	// Each term is zero in the ordinary case: nothing attached, nothing to tell, mappings up to date.
	const odd =
		(server.active ^ ACTIVE_CALL) | server.reply | client.returnSlot | client.doomed | server.pending | server.faults;
	if (odd !== 0 || client.epoch !== global64(GLOBAL_EPOCH_64)) return replySlow(left, status);
	// ---- commit ----
	server.active = ACTIVE_NONE;
	server.caller = 0;
	client.callee = 0;
	client.loan = 0;
	setGlobal(GLOBAL_CURRENT, row);
	setGlobal(GLOBAL_OUT_ARGUMENT, status & 0x7fffffff);
	setGlobal(GLOBAL_OUT_LIMIT, client.left + left);
	setGlobal(GLOBAL_OUT_PREEMPT, global(GLOBAL_TOP) > client.priority + 1 ? 1 : 0);
	return row;
}

/** `notifySwitch` found that nobody can execute after all: the machine calls `next`. */
const CALL_NEXT: i32 = 0x7fffffff;

/** Zero when the process is idle, with nothing else to do than what it is about to be told. */
function isBusy(receiver: ProcessRow): u32 {
	return (
		(receiver.state ^ STATE_STARTED) |
		(receiver.active ^ ACTIVE_NONE) |
		receiver.ready |
		receiver.throttled |
		receiver.faults |
		receiver.initDue
	);
}

/** Would `next` choose the idle `receiver` over the executing `caller`, and start it with the budget and the mappings that it has? */
function goesFirst(caller: ProcessRow, receiver: ProcessRow, now: u64): bool {
	if (receiver.remaining === 0) return false;
	if (receiver.priority <= caller.priority || receiver.priority < global(GLOBAL_TOP)) return false;
	if (receiver.epoch !== global64(GLOBAL_EPOCH_64)) return false;
	return receiver.refills === 0 || receiver.refill0 > now;
}

/** The executing process waits with `left` of its limit; process `row` starts with its pending bits and `bits`. Returns `row`. */
function switchTo(row: u32, bits: u32, current: u32, left: u32, now: u64): u32 {
	const receiver = process(row);
	process(current).left = left;
	insertInProgress(current);
	receiver.active = ACTIVE_OWN;
	receiver.patienceUsed = 0;
	receiver.startedAt = now;
	setLast(row);
	setGlobal(GLOBAL_CURRENT, row);
	setGlobal(GLOBAL_OUT_KIND, ENTER_NOTIFIED);
	setGlobal(GLOBAL_OUT_ARGUMENT, receiver.pending | bits);
	setGlobal(GLOBAL_OUT_LIMIT, receiver.remaining);
	setGlobal(GLOBAL_OUT_PREEMPT, 0);
	receiver.pending = 0;
	return row;
}

/** As `preempt(left)`, `next(now)`, if somebody of higher priority is ready; 0 = the current process goes on. */
function switchSlow(left: u32, now: u64): i32 {
	if (global(GLOBAL_OUT_PREEMPT) === 0) return 0;
	preempt(left);
	const row = next(now);
	return row === 0 ? CALL_NEXT : row;
}

/**
 * `notify`, and if that makes somebody of higher priority ready the switch to it, in one entry: as `notify`, `preempt(left)`, `next(now)`.
 * Negative: an error. 0: the caller goes on. Else the process to enter, as from `next`; CALL_NEXT: none, call `next`.
 */
export function notifySwitch(left: u32, slot: u32, nowLow: u32, nowHigh: u32): i32 {
	const current = global(GLOBAL_CURRENT);
	const caller = process(current);
	const signal = capability(slotAddress(current, slot));
	const row = signal.object;
	const receiver = process(row);
	const now = ((<u64>nowHigh) << 32) | <u64>nowLow;
	// Each term is zero in the ordinary case: a good signal, no grant to walk, an idle receiver.
	const odd =
		(slot & ~(SLOTS_MOST - 1)) |
		(signal.kind ^ KIND_SIGNAL) |
		(signal.generation ^ receiver.generation) |
		signal.grant |
		(~signal.rights & RIGHT_RAISE) |
		(~flow(caller.label, receiver.label) & FLOW_RAISE) |
		isBusy(receiver);
	if (odd !== 0 || !goesFirst(caller, receiver, now)) return notifySlow(left, slot, now);
	// ---- commit ----
	return switchTo(row, signal.badge, current, left, now);
}

/** What `notifySwitch` stands for, step by step. */
export function notifySlow(left: u32, slot: u32, now: u64): i32 {
	const result = notify(slot);
	return result < 0 ? result : switchSlow(left, now);
}

/**
 * `interrupt`, and if that makes somebody of higher priority than the executing process ready the switch to it, in one entry: as
 * `interrupt`, `preempt(left)`, `next(now)`. 0: the current process goes on, or nobody executes. Else as `notifySwitch`.
 */
export function interruptSwitch(left: u32, line: u32, nowLow: u32, nowHigh: u32): i32 {
	const now = ((<u64>nowHigh) << 32) | <u64>nowLow;
	if (line >= INTERRUPT_COUNT) return 0;
	const current = global(GLOBAL_CURRENT);
	const bound = interruptLine(line);
	const row = bound.process;
	const receiver = process(row);
	if (current === 0 || row === 0 || row >= PROCESS_COUNT) return interruptSlow(left, line, now);
	const odd = (bound.processGeneration ^ receiver.generation) | bound.grant | isBusy(receiver);
	if (odd !== 0 || !goesFirst(process(current), receiver, now)) return interruptSlow(left, line, now);
	// ---- commit ----
	bound.masked = 1;
	machine.lineEnable(line, 0);
	return switchTo(row, bound.bits, current, left, now);
}

/** What `interruptSwitch` stands for, step by step. */
export function interruptSlow(left: u32, line: u32, now: u64): i32 {
	interrupt(line);
	return switchSlow(left, now);
}
