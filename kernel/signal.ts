/** Signals: bits of a process's pending word. N raises before the process looks are one activation with all bits. */

import { STATE_STARTED } from '../abi/calls.ts';
import { FORBIDDEN_FLOW, INVALID_ARGUMENT, INVALID_CAPABILITY, MISSING_RIGHT, OK, SERVER_GONE } from '../abi/errors.ts';
import { FLOW_RAISE, KIND_SIGNAL, RIGHT_CONFIGURE, RIGHT_COPY, RIGHT_RAISE, RIGHT_TRANSFER } from '../abi/rights.ts';
import { settle } from './budget.ts';
import { checkEmpty, put } from './capability.ts';
import { flowsToProcess } from './flow.ts';
import { grantLives } from './grant.ts';
import { GLOBAL_CURRENT, SLOTS_MOST } from './layout.ts';
import { target } from './process.ts';
import { publishPreemption } from './ready.ts';
import { capability, flow, global, process, slotAddress } from './table.ts';

/** Raises bits of a process that runs; one that does not run hears nothing. */
export function raise(row: u32, bits: u32): void {
	if (process(row).state !== STATE_STARTED) return;
	process(row).pending |= bits;
	settle(row);
}

/** `notify(signal)`. */
export function notify(slot: u32): i32 {
	const caller = global(GLOBAL_CURRENT);
	if (slot >= SLOTS_MOST) return INVALID_CAPABILITY;
	const signal = capability(slotAddress(caller, slot));
	if (signal.kind !== KIND_SIGNAL) return INVALID_CAPABILITY;
	const row = signal.object;
	const receiver = process(row);
	if (signal.generation !== receiver.generation) return INVALID_CAPABILITY;
	if (signal.grant !== 0 && !grantLives(signal.grant, signal.grantGeneration)) return INVALID_CAPABILITY;
	if ((signal.rights & RIGHT_RAISE) === 0) return MISSING_RIGHT;
	if ((flow(process(caller).label, receiver.label) & FLOW_RAISE) === 0) return FORBIDDEN_FLOW;
	if (receiver.state !== STATE_STARTED) return SERVER_GONE;
	// ---- commit ----
	receiver.pending |= signal.badge;
	settle(row);
	publishPreemption();
	return OK;
}

/** SIGNAL(process, destination, bits). Process 0: of the caller itself. */
export function signalCreate(caller: u32, processSlot: u32, destination: u32, bits: u32): i32 {
	const row = target(caller, processSlot, RIGHT_CONFIGURE);
	if (row < 0) return row;
	const error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	if (!flowsToProcess(process(caller).label, row, FLOW_RAISE)) return FORBIDDEN_FLOW;
	if (bits === 0) return INVALID_ARGUMENT;
	// ---- commit ----
	const rights = RIGHT_RAISE | RIGHT_COPY | RIGHT_TRANSFER;
	put(caller, destination, KIND_SIGNAL, row, process(row).generation, rights, bits);
	return OK;
}
