/** Loans: memory that a caller lends for the length of its call. The server copies; nothing is mapped, nothing outlives the call. */

import { MEMORY_OWN } from '../abi/component.ts';
import { MISSING_RIGHT, OK, OUT_OF_BOUNDS, WRONG_STATE } from '../abi/errors.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../abi/rights.ts';
import { ACTIVE_CALL, GLOBAL_OUT_WORD0, GLOBAL_OUT_WORDS } from './layout.ts';
import * as machine from './machine.ts';
import { covers } from './mapping.ts';
import { process, setGlobal } from './table.ts';

/** May the server move [offset, offset + length) of its caller's loan to or from `pointer` of its own memory? */
function check(server: u32, offset: u32, pointer: u32, length: u32, right: u32): i32 {
	if (process(server).active !== ACTIVE_CALL) return WRONG_STATE;
	const client = process(server).caller;
	const loan = process(client).loan;
	if (loan === 0) return WRONG_STATE;
	if (((loan >> 8) & right) === 0) return MISSING_RIGHT;
	if (<u64>offset + <u64>length > <u64>process(client).loanLength) return OUT_OF_BOUNDS;
	if (!covers(client, loan & 15, right, process(client).loanOffset + offset, length)) return OUT_OF_BOUNDS;
	return covers(server, MEMORY_OWN, RIGHT_READ | RIGHT_WRITE, pointer, length) ? OK : OUT_OF_BOUNDS;
}

/** LOAN_READ(offset, pointer, length). */
export function loanRead(server: u32, offset: u32, pointer: u32, length: u32): i32 {
	const error = check(server, offset, pointer, length, RIGHT_READ);
	if (error !== OK) return error;
	const client = process(server).caller;
	const memory = process(client).loan & 15;
	// ---- commit ----
	machine.copy(client, memory, process(client).loanOffset + offset, server, MEMORY_OWN, pointer, length);
	return OK;
}

/** LOAN_WRITE(offset, pointer, length). */
export function loanWrite(server: u32, offset: u32, pointer: u32, length: u32): i32 {
	const error = check(server, offset, pointer, length, RIGHT_WRITE);
	if (error !== OK) return error;
	const client = process(server).caller;
	const memory = process(client).loan & 15;
	// ---- commit ----
	machine.copy(server, MEMORY_OWN, pointer, client, memory, process(client).loanOffset + offset, length);
	return OK;
}

/** LOAN_SIZE(): the loan's length, its rights in word 0. */
export function loanSize(server: u32): i32 {
	if (process(server).active !== ACTIVE_CALL) return WRONG_STATE;
	const client = process(server).caller;
	const loan = process(client).loan;
	if (loan === 0) return WRONG_STATE;
	setGlobal(GLOBAL_OUT_WORDS, 1);
	setGlobal(GLOBAL_OUT_WORD0, loan >> 8);
	return process(client).loanLength & 0x7fffffff;
}
