/** The root powers that are no object of their own: the flow matrix, the machine's log and its switch. */
import { INVALID_ARGUMENT, OK } from '../abi/errors.ts';
import { FLOW_ALL, KIND_CONTROL, RIGHT_FLOW, RIGHT_HALT, RIGHT_LOG } from '../abi/rights.ts';
import { find, lacks } from './capability.ts';
import { nextEpoch } from './flow.ts';
import { LABELS } from './layout.ts';
import * as machine from './machine.ts';
import { setFlow } from './table.ts';

/** LOG(control, count, word0, word1, word2, word3). */
export function writeLog(caller: u32, control: u32, count: u32, word0: u32, word1: u32, word2: u32, word3: u32): i32 {
	const error = lacks(find(caller, control, KIND_CONTROL), RIGHT_LOG);
	if (error !== OK) return error;
	if (count === 0 || count > 16) return INVALID_ARGUMENT;
	// ---- commit ----
	machine.log(word0, min<u32>(count, 4));
	if (count > 4) machine.log(word1, min<u32>(count - 4, 4));
	if (count > 8) machine.log(word2, min<u32>(count - 8, 4));
	if (count > 12) machine.log(word3, count - 12);
	return OK;
}

/** HALT(control, exitCode). */
export function halt(caller: u32, control: u32, code: i32): i32 {
	const error = lacks(find(caller, control, KIND_CONTROL), RIGHT_HALT);
	if (error !== OK) return error;
	// ---- commit ----
	machine.halt(code);
	return OK;
}

/** FLOW_SET(control, subject, object, operations). */
export function flowSet(caller: u32, control: u32, subject: u32, object: u32, operations: u32): i32 {
	const error = lacks(find(caller, control, KIND_CONTROL), RIGHT_FLOW);
	if (error !== OK) return error;
	if (subject >= LABELS || object >= LABELS || operations > FLOW_ALL) return INVALID_ARGUMENT;
	// ---- commit ----
	setFlow(subject, object, operations);
	nextEpoch();
	return OK;
}
