/** Calls that carry capabilities or lend memory: checked as a whole before anything moves. */

import { CALL_MOVE, MEMORY_LAST_REGION } from '../abi/component.ts';
import { INVALID_ARGUMENT, OK, OUT_OF_BOUNDS } from '../abi/errors.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../abi/rights.ts';
import { checkEmpty } from './capability.ts';
import { admit, enter } from './gate.ts';
import { GLOBAL_CURRENT } from './layout.ts';
import { covers } from './mapping.ts';
import { checkSend, send } from './send.ts';
import { global, process } from './table.ts';

/** Is the loan inside a memory that the client has with those rights? */
function checkLoan(client: u32, loan: u32, offset: u32, length: u32): i32 {
	if (loan === 0) return OK;
	const memory = loan & 255;
	const rights = loan >> 8;
	if (memory > MEMORY_LAST_REGION || rights === 0 || (rights & ~(RIGHT_READ | RIGHT_WRITE)) !== 0)
		return INVALID_ARGUMENT;
	return covers(client, memory, rights, offset, length) ? OK : OUT_OF_BOUNDS;
}

/** `callWith`: as `call`, with a capability to send, a slot for one that comes back, and a loan. */
export function callWith(left: u32, slot: u32, capabilities: u32, loan: u32, offset: u32, length: u32): i32 {
	const client = global(GLOBAL_CURRENT);
	const server = admit(client, left, slot);
	if (server < 0) return server;
	const sent = capabilities & 0x7fff;
	const move = (capabilities & CALL_MOVE) !== 0;
	const returned = capabilities >> 16;
	if (returned !== 0) {
		const error = checkEmpty(client, returned);
		if (error !== OK) return error;
	}
	const bounds = checkLoan(client, loan, offset, length);
	if (bounds !== OK) return bounds;
	if (sent !== 0) {
		if (move && sent === slot) return INVALID_ARGUMENT;
		const error = checkSend(client, sent, server, process(server).receive, move);
		if (error !== OK) return error;
	}
	// ---- commit ----
	if (sent !== 0) {
		send(client, sent, server, process(server).receive, move);
		process(server).receive = 0;
	}
	process(client).returnSlot = returned;
	process(client).loan = loan;
	process(client).loanOffset = offset;
	process(client).loanLength = length;
	return enter(client, server, left, slot);
}
