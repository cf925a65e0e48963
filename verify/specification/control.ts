/** The chapter "Interrupts, control, time" of docs/reference/01-kernel.md. */
import { INVALID_ARGUMENT, OK, WRONG_STATE } from '../../abi/errors.ts';
import {
	FLOW_ALL,
	FLOW_RAISE,
	KIND_CONTROL,
	KIND_INTERRUPT,
	KIND_SIGNAL,
	RIGHT_ACKNOWLEDGE,
	RIGHT_BIND,
	RIGHT_COPY,
	RIGHT_FLOW,
	RIGHT_HALT,
	RIGHT_LINES,
	RIGHT_LOG,
	RIGHT_RAISE,
	RIGHT_TRANSFER,
} from '../../abi/rights.ts';
import { INTERRUPT_COUNT, LABELS } from '../../kernel/layout.ts';
import { updateTimer } from './budgets.ts';
import { put } from './capabilities.ts';
import { empty, find, flow, must, needs, nextEpoch, notRetiredNext, objectOf } from './conventions.ts';
import * as machine from './machine.ts';
import { capability, line, NEVER, process, setOperations } from './state.ts';

const LOG_BYTES_MOST: u32 = 16;

/** The line signals nobody, and is masked. */
function unbind(row: u32): void {
	line(row).process = 0;
	line(row).processGeneration = 0;
	line(row).bits = 0;
	line(row).grant = 0;
	line(row).grantGeneration = 0;
	line(row).masked = 0;
	machine.lineEnable(row, 0);
}

/** Nothing is waiting to be acknowledged: the line may interrupt again. */
function unmask(row: u32): void {
	line(row).masked = 0;
	machine.lineEnable(row, 1);
}

/**
 * INTERRUPT_CREATE(control, line, destination): find(control), needs LINES; line < 256 else INVALID_ARGUMENT; not RETIRED;
 * empty(destination). A former holder loses the line; unbound, masked.
 */
export function interruptCreate(caller: u32, control: u32, row: u32, destination: u32): i32 {
	const error =
		find(caller, control, KIND_CONTROL) ||
		needs(caller, control, RIGHT_LINES) ||
		must(row < INTERRUPT_COUNT, INVALID_ARGUMENT) ||
		notRetiredNext(line(row).generation) ||
		empty(caller, destination);
	if (error !== OK) return error;
	line(row).generation += 1;
	line(row).state = 1;
	unbind(row);
	put(caller, destination, KIND_INTERRUPT, row, RIGHT_BIND | RIGHT_ACKNOWLEDGE | RIGHT_COPY | RIGHT_TRANSFER, 0);
	return OK;
}

/**
 * INTERRUPT_BIND(interrupt, signal): find(interrupt), needs BIND; signal 0: unbind; else find(signal), needs RAISE; flow RAISE else
 * FORBIDDEN_FLOW. Bound, unmasked.
 */
export function interruptBind(caller: u32, slot: u32, signalSlot: u32): i32 {
	const row = objectOf(caller, slot);
	const error = find(caller, slot, KIND_INTERRUPT) || needs(caller, slot, RIGHT_BIND);
	if (error !== OK) return error;
	if (signalSlot === 0) {
		unbind(row);
		return OK;
	}
	const signal = capability(caller, signalSlot);
	const refused =
		find(caller, signalSlot, KIND_SIGNAL) ||
		needs(caller, signalSlot, RIGHT_RAISE) ||
		flow(process(caller).label, process(signal.object).label, FLOW_RAISE);
	if (refused !== OK) return refused;
	line(row).process = signal.object;
	line(row).processGeneration = signal.generation;
	line(row).bits = signal.badge;
	line(row).grant = signal.grant;
	line(row).grantGeneration = signal.grantGeneration;
	unmask(row);
	return OK;
}

/**
 * INTERRUPT_ACKNOWLEDGE(interrupt): find(interrupt), needs ACKNOWLEDGE; raised and not acknowledged else WRONG_STATE. Unmasked.
 */
export function interruptAcknowledge(caller: u32, slot: u32): i32 {
	const row = objectOf(caller, slot);
	const error =
		find(caller, slot, KIND_INTERRUPT) ||
		needs(caller, slot, RIGHT_ACKNOWLEDGE) ||
		must(line(row).masked !== 0, WRONG_STATE);
	if (error !== OK) return error;
	unmask(row);
	return OK;
}

/**
 * INTERRUPT_RAISE(interrupt): find(interrupt), needs BIND; when bound: flow RAISE from the caller to the signalled process, else
 * FORBIDDEN_FLOW. Pended, as by the device.
 */
export function interruptRaise(caller: u32, slot: u32): i32 {
	const row = objectOf(caller, slot);
	const signalled = line(row).process;
	const error =
		find(caller, slot, KIND_INTERRUPT) ||
		needs(caller, slot, RIGHT_BIND) ||
		(signalled === 0 ? OK : flow(process(caller).label, process(signalled).label, FLOW_RAISE));
	if (error !== OK) return error;
	machine.lineRaise(row);
	return OK;
}

/**
 * FLOW_SET(control, subject, object, operations): find(control), needs FLOW; labels < 64, operations ≤ 31 else INVALID_ARGUMENT. In force
 * before the call returns.
 */
export function flowSet(caller: u32, control: u32, subject: u32, object: u32, allowed: u32): i32 {
	const error =
		find(caller, control, KIND_CONTROL) ||
		needs(caller, control, RIGHT_FLOW) ||
		must(subject < LABELS && object < LABELS && allowed <= FLOW_ALL, INVALID_ARGUMENT);
	if (error !== OK) return error;
	setOperations(subject, object, allowed);
	nextEpoch();
	return OK;
}

/** LOG(control, count, words…): find(control), needs LOG; 1..16 bytes else INVALID_ARGUMENT. Four bytes a word. */
export function log(caller: u32, control: u32, count: u32, word0: u32, word1: u32, word2: u32, word3: u32): i32 {
	const error =
		find(caller, control, KIND_CONTROL) ||
		needs(caller, control, RIGHT_LOG) ||
		must(count >= 1 && count <= LOG_BYTES_MOST, INVALID_ARGUMENT);
	if (error !== OK) return error;
	machine.log(word0, min<u32>(count, 4));
	if (count > 4) machine.log(word1, min<u32>(count - 4, 4));
	if (count > 8) machine.log(word2, min<u32>(count - 8, 4));
	if (count > 12) machine.log(word3, count - 12);
	return OK;
}

/** HALT(control, code): find(control), needs HALT. */
export function halt(caller: u32, control: u32, code: i32): i32 {
	const error = find(caller, control, KIND_CONTROL) || needs(caller, control, RIGHT_HALT);
	if (error !== OK) return error;
	machine.halt(code);
	return OK;
}

/**
 * ALARM(low, high, bits): own bits raised at now + delay, at the latest just before "never"; bits 0 cancels; a second call replaces the
 * first.
 */
export function alarm(caller: u32, delay: u64, bits: u32, now: u64): i32 {
	const latest = NEVER - 1;
	const time = delay > latest - now ? latest : now + delay;
	process(caller).alarmBits = bits;
	process(caller).alarm = bits === 0 ? NEVER : time;
	updateTimer(caller);
	return OK;
}
