/** Interrupt lines: capabilities of user-level drivers. A raised line stays masked until its driver acknowledges it. */
import { INVALID_ARGUMENT, NOT_AVAILABLE, OK, RETIRED, WRONG_STATE } from '../abi/errors.ts';
import {
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
import { grantLives } from './grant.ts';
import {
	CAPABILITY_BADGE,
	CAPABILITY_GRANT,
	CAPABILITY_GRANT_GENERATION,
	CAPABILITY_OBJECT,
	GENERATION_LAST,
	INTERRUPT_BITS,
	INTERRUPT_COUNT,
	INTERRUPT_GENERATION,
	INTERRUPT_GRANT,
	INTERRUPT_GRANT_GENERATION,
	INTERRUPT_MASKED,
	INTERRUPT_PROCESS,
	INTERRUPT_PROCESS_GENERATION,
	INTERRUPT_STATE,
	PROCESS_COUNT,
	PROCESS_GENERATION,
} from './layout.ts';
import * as machine from './machine.ts';
import { publishPreemption } from './ready.ts';
import { raise } from './signal.ts';
import { capability, interruptLine, process, setInterruptLine } from './table.ts';

/** The line that `slot` stands for, if the caller holds it with `rights`. Row or error. */
function lineOf(caller: u32, slot: u32, rights: u32): i32 {
	const address = find(caller, slot, KIND_INTERRUPT);
	const error = lacks(address, rights);
	return error !== OK ? error : <i32>capability(address, CAPABILITY_OBJECT);
}

/** Forgets whom the line signals. */
function unbind(line: u32): void {
	setInterruptLine(line, INTERRUPT_PROCESS, 0);
	setInterruptLine(line, INTERRUPT_PROCESS_GENERATION, 0);
	setInterruptLine(line, INTERRUPT_BITS, 0);
	setInterruptLine(line, INTERRUPT_GRANT, 0);
	setInterruptLine(line, INTERRUPT_GRANT_GENERATION, 0);
	setInterruptLine(line, INTERRUPT_MASKED, 0);
	machine.lineEnable(line, 0);
}

/** INTERRUPT_CREATE(control, line, destination): hands the line out; a former holder loses it. */
export function interruptCreate(caller: u32, control: u32, line: u32, destination: u32): i32 {
	let error = lacks(find(caller, control, KIND_CONTROL), RIGHT_LINES);
	if (error !== OK) return error;
	if (line >= INTERRUPT_COUNT) return INVALID_ARGUMENT;
	if (interruptLine(line, INTERRUPT_GENERATION) + 1 >= GENERATION_LAST) return RETIRED;
	error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	// ---- commit ----
	setInterruptLine(line, INTERRUPT_GENERATION, interruptLine(line, INTERRUPT_GENERATION) + 1);
	setInterruptLine(line, INTERRUPT_STATE, 1);
	unbind(line);
	const rights = RIGHT_BIND | RIGHT_ACKNOWLEDGE | RIGHT_COPY | RIGHT_TRANSFER;
	put(caller, destination, KIND_INTERRUPT, line, interruptLine(line, INTERRUPT_GENERATION), rights, 0);
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
	const row = capability(signal, CAPABILITY_OBJECT);
	if (row >= PROCESS_COUNT) return NOT_AVAILABLE;
	// ---- commit ----
	setInterruptLine(line, INTERRUPT_PROCESS, row);
	setInterruptLine(line, INTERRUPT_PROCESS_GENERATION, process(row, PROCESS_GENERATION));
	setInterruptLine(line, INTERRUPT_BITS, capability(signal, CAPABILITY_BADGE));
	setInterruptLine(line, INTERRUPT_GRANT, capability(signal, CAPABILITY_GRANT));
	setInterruptLine(line, INTERRUPT_GRANT_GENERATION, capability(signal, CAPABILITY_GRANT_GENERATION));
	setInterruptLine(line, INTERRUPT_MASKED, 0);
	machine.lineEnable(line, 1);
	return OK;
}

/** INTERRUPT_ACKNOWLEDGE(interrupt). */
export function interruptAcknowledge(caller: u32, slot: u32): i32 {
	const line = lineOf(caller, slot, RIGHT_ACKNOWLEDGE);
	if (line < 0) return line;
	if (interruptLine(line, INTERRUPT_MASKED) === 0) return WRONG_STATE;
	// ---- commit ----
	setInterruptLine(line, INTERRUPT_MASKED, 0);
	machine.lineEnable(line, 1);
	return OK;
}

/** INTERRUPT_RAISE(interrupt): pends the line by software. */
export function interruptRaise(caller: u32, slot: u32): i32 {
	const line = lineOf(caller, slot, RIGHT_BIND);
	if (line < 0) return line;
	// ---- commit ----
	machine.lineRaise(line);
	return OK;
}

/** The machine saw `line` raised: masked, and its driver signalled if it still may be. */
export function interrupt(line: u32): i32 {
	if (line >= INTERRUPT_COUNT) return OK;
	setInterruptLine(line, INTERRUPT_MASKED, 1);
	machine.lineEnable(line, 0);
	const row = interruptLine(line, INTERRUPT_PROCESS);
	if (row === 0 || row >= PROCESS_COUNT) return OK;
	const same = process(row, PROCESS_GENERATION) === interruptLine(line, INTERRUPT_PROCESS_GENERATION);
	const granted = grantLives(interruptLine(line, INTERRUPT_GRANT), interruptLine(line, INTERRUPT_GRANT_GENERATION));
	if (same && granted) raise(row, interruptLine(line, INTERRUPT_BITS));
	publishPreemption();
	return OK;
}
