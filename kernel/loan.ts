/** Loans: memory that a caller lends for the length of its call. The server copies; nothing is mapped, nothing outlives the call. */

import { MEMORY_OWN } from '../abi/component.ts';
import { MISSING_RIGHT, OK, OUT_OF_BOUNDS, WRONG_STATE } from '../abi/errors.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../abi/rights.ts';
import {
	ACTIVE_CALL,
	GLOBAL_OUT_WORD0,
	GLOBAL_OUT_WORDS,
	PROCESS_ACTIVE,
	PROCESS_CALLER,
	PROCESS_LOAN,
	PROCESS_LOAN_LENGTH,
	PROCESS_LOAN_OFFSET,
} from './layout.ts';
import * as machine from './machine.ts';
import { covers } from './mapping.ts';
import { process, setGlobal } from './table.ts';

/** May the server move [offset, offset + length) of its caller's loan to or from `pointer` of its own memory? */
function check(server: u32, offset: u32, pointer: u32, length: u32, right: u32): i32 {
	if (process(server, PROCESS_ACTIVE) !== ACTIVE_CALL) return WRONG_STATE;
	const client = process(server, PROCESS_CALLER);
	const loan = process(client, PROCESS_LOAN);
	if (loan === 0) return WRONG_STATE;
	if (((loan >> 8) & right) === 0) return MISSING_RIGHT;
	if (<u64>offset + <u64>length > <u64>process(client, PROCESS_LOAN_LENGTH)) return OUT_OF_BOUNDS;
	if (!covers(client, loan & 15, right, process(client, PROCESS_LOAN_OFFSET) + offset, length)) return OUT_OF_BOUNDS;
	return covers(server, MEMORY_OWN, RIGHT_READ | RIGHT_WRITE, pointer, length) ? OK : OUT_OF_BOUNDS;
}

/** LOAN_READ(offset, pointer, length). */
export function loanRead(server: u32, offset: u32, pointer: u32, length: u32): i32 {
	const error = check(server, offset, pointer, length, RIGHT_READ);
	if (error !== OK) return error;
	const client = process(server, PROCESS_CALLER);
	const memory = process(client, PROCESS_LOAN) & 15;
	// ---- commit ----
	machine.copy(client, memory, process(client, PROCESS_LOAN_OFFSET) + offset, server, MEMORY_OWN, pointer, length);
	return OK;
}

/** LOAN_WRITE(offset, pointer, length). */
export function loanWrite(server: u32, offset: u32, pointer: u32, length: u32): i32 {
	const error = check(server, offset, pointer, length, RIGHT_WRITE);
	if (error !== OK) return error;
	const client = process(server, PROCESS_CALLER);
	const memory = process(client, PROCESS_LOAN) & 15;
	// ---- commit ----
	machine.copy(server, MEMORY_OWN, pointer, client, memory, process(client, PROCESS_LOAN_OFFSET) + offset, length);
	return OK;
}

/** LOAN_SIZE(): the loan's length, its rights in word 0. */
export function loanSize(server: u32): i32 {
	if (process(server, PROCESS_ACTIVE) !== ACTIVE_CALL) return WRONG_STATE;
	const client = process(server, PROCESS_CALLER);
	const loan = process(client, PROCESS_LOAN);
	if (loan === 0) return WRONG_STATE;
	setGlobal(GLOBAL_OUT_WORDS, 1);
	setGlobal(GLOBAL_OUT_WORD0, loan >> 8);
	return process(client, PROCESS_LOAN_LENGTH) & 0x7fffffff;
}
