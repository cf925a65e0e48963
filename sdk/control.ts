/** The root powers. docs/reference/01-kernel.md lists the checks and errors of each call. Slots are those of the caller's own table; 0 means none. */

import { FLOW_SET, HALT, LOG } from '../abi/calls.ts';
import { system } from './kernel.ts';

/** Sets what a label may do to another: a sum of FLOW_*. */
export function setFlow(control: i32, subjectLabel: i32, objectLabel: i32, operations: i32): i32 {
	return system(FLOW_SET, control, subjectLabel, objectLabel, operations, 0, 0);
}

/** Appends `count` (1..16) bytes, little-endian in the words, to the machine's log. */
export function logBytes(control: i32, count: i32, word0: i32, word1: i32, word2: i32, word3: i32): i32 {
	return system(LOG, control, count, word0, word1, word2, word3);
}

/** Stops the machine. */
export function halt(control: i32, exitCode: i32): i32 {
	return system(HALT, control, exitCode, 0, 0, 0, 0);
}
