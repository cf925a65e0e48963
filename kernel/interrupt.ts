/** Interrupt lines: capabilities of user-level drivers. A raised line stays masked until its driver acknowledges it. */
import { FORBIDDEN_FLOW, INVALID_ARGUMENT, OK, RETIRED, WRONG_STATE } from '../abi/errors.ts';
import {
	FLOW_RAISE,
	KIND_CONTROL,
	KIND_INTERRUPT,
	KIND_SIGNAL,
	RIGHT_ACKNOWLEDGE,
	RIGHT_BIND,
	RIGHT_COPY,
	RIGHT_LINES,
	RIGHT_RAISE,
	RIGHT_TRANSFER,
} from '../abi/rights.ts';
import { checkEmpty, find, lacks, put } from './capability.ts';
import { flowsToProcess } from './flow.ts';
import { grantLives } from './grant.ts';
import { GENERATION_LAST, INTERRUPT_COUNT, PROCESS_COUNT } from './layout.ts';
import * as machine from './machine.ts';
import { publishPreemption } from './ready.ts';
import { raise } from './signal.ts';
import { capability, interruptLine, process } from './table.ts';

/** The line that `slot` stands for, if the caller holds it with `rights`. Row or error. */
function lineOf(caller: u32, slot: u32, rights: u32): i32 {
	const address = find(caller, slot, KIND_INTERRUPT);
	const error = lacks(address, rights);
	return error !== OK ? error : <i32>capability(address).object;
}

/** Forgets whom the line signals. */
function unbind(line: u32): void {
	interruptLine(line).process = 0;
	interruptLine(line).processGeneration = 0;
	interruptLine(line).bits = 0;
	interruptLine(line).grant = 0;
	interruptLine(line).grantGeneration = 0;
	interruptLine(line).masked = 0;
	machine.lineEnable(line, 0);
}

/** INTERRUPT_CREATE(control, line, destination): hands the line out; a former holder loses it. */
export function interruptCreate(caller: u32, control: u32, line: u32, destination: u32): i32 {
	let error = lacks(find(caller, control, KIND_CONTROL), RIGHT_LINES);
	if (error !== OK) return error;
	if (line >= INTERRUPT_COUNT) return INVALID_ARGUMENT;
	if (interruptLine(line).generation + 1 >= GENERATION_LAST) return RETIRED;
	error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	// ---- commit ----
	interruptLine(line).generation += 1;
	interruptLine(line).state = 1;
	unbind(line);
	const rights = RIGHT_BIND | RIGHT_ACKNOWLEDGE | RIGHT_COPY | RIGHT_TRANSFER;
	put(caller, destination, KIND_INTERRUPT, line, interruptLine(line).generation, rights, 0);
	return OK;
}

/** INTERRUPT_BIND(interrupt, signal). */
export function interruptBind(caller: u32, slot: u32, signalSlot: u32): i32 {
	const line = lineOf(caller, slot, RIGHT_BIND);
	if (line < 0) return line;
	if (signalSlot === 0) {
		// ---- commit ----
		unbind(line);
		return OK;
	}
	const signal = find(caller, signalSlot, KIND_SIGNAL);
	const error = lacks(signal, RIGHT_RAISE);
	if (error !== OK) return error;
	const row = capability(signal).object;
	if (!flowsToProcess(process(caller).label, row, FLOW_RAISE)) return FORBIDDEN_FLOW;
	// ---- commit ----
	interruptLine(line).process = row;
	interruptLine(line).processGeneration = process(row).generation;
	interruptLine(line).bits = capability(signal).badge;
	interruptLine(line).grant = capability(signal).grant;
	interruptLine(line).grantGeneration = capability(signal).grantGeneration;
	interruptLine(line).masked = 0;
	machine.lineEnable(line, 1);
	return OK;
}

/** INTERRUPT_ACKNOWLEDGE(interrupt). */
export function interruptAcknowledge(caller: u32, slot: u32): i32 {
	const line = lineOf(caller, slot, RIGHT_ACKNOWLEDGE);
	if (line < 0) return line;
	if (interruptLine(line).masked === 0) return WRONG_STATE;
	// ---- commit ----
	interruptLine(line).masked = 0;
	machine.lineEnable(line, 1);
	return OK;
}

/** INTERRUPT_RAISE(interrupt): pends the line by software. */
export function interruptRaise(caller: u32, slot: u32): i32 {
	const line = lineOf(caller, slot, RIGHT_BIND);
	if (line < 0) return line;
	const row = interruptLine(line).process;
	if (row !== 0 && !flowsToProcess(process(caller).label, row, FLOW_RAISE)) return FORBIDDEN_FLOW;
	// ---- commit ----
	machine.lineRaise(line);
	return OK;
}

/** The machine saw `line` raised: masked, and its driver signalled if it still may be. */
export function interrupt(line: u32): i32 {
	if (line >= INTERRUPT_COUNT) return OK;
	interruptLine(line).masked = 1;
	machine.lineEnable(line, 0);
	const row = interruptLine(line).process;
	if (row !== 0 && bindingLives(line)) raise(row, interruptLine(line).bits);
	publishPreemption();
	return OK;
}

/** Is the process that the line signals still the same, and the grant of that signal not revoked? */
function bindingLives(line: u32): bool {
	const row = interruptLine(line).process;
	if (row >= PROCESS_COUNT || process(row).generation !== interruptLine(line).processGeneration) return false;
	return grantLives(interruptLine(line).grant, interruptLine(line).grantGeneration);
}
