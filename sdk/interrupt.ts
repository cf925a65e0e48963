/** Interrupt lines. docs/reference/01-kernel.md lists the checks and errors of each call. Slots are those of the caller's own table; 0 means none. */

import { INTERRUPT_ACKNOWLEDGE, INTERRUPT_BIND, INTERRUPT_CREATE, INTERRUPT_RAISE } from '../abi/calls.ts';
import { system } from './kernel.ts';

/** Makes an Interrupt capability for a line. */
export function create(control: i32, line: i32, destination: i32): i32 {
	return system(INTERRUPT_CREATE, control, line, destination, 0, 0, 0);
}

/** Raises `signal` whenever the line is raised, and enables the line; signal 0 unbinds. */
export function bind(interrupt: i32, signal: i32): i32 {
	return system(INTERRUPT_BIND, interrupt, signal, 0, 0, 0, 0);
}

/** Unmasks the line after its interrupt has been handled. */
export function acknowledge(interrupt: i32): i32 {
	return system(INTERRUPT_ACKNOWLEDGE, interrupt, 0, 0, 0, 0, 0);
}

/** Pends the line as the device would. */
export function raise(interrupt: i32): i32 {
	return system(INTERRUPT_RAISE, interrupt, 0, 0, 0, 0, 0);
}
