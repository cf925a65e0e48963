/** Calls that carry capabilities or lend memory: checked as a whole before anything moves. */

import { CALL_MOVE, MEMORY_LAST_REGION } from '../abi/component.ts';
import { INVALID_ARGUMENT, OK, OUT_OF_BOUNDS, SLOT_OCCUPIED } from '../abi/errors.ts';
import { KIND_REGION, RIGHT_READ, RIGHT_WRITE } from '../abi/rights.ts';
import { checkEmpty, checkTransfer, erase, findAny, putCopy } from './capability.ts';
import { admit, enter } from './gate.ts';
import { GLOBAL_CURRENT } from './layout.ts';
import { covers, unmapRegion } from './mapping.ts';
import { capability, global, process, slotAddress } from './table.ts';

const ALL_RIGHTS: u32 = 0xffffffff;

/** Can the capability in `slot` of `giver` go to `destination` of `receiver`? */
function checkSend(giver: u32, slot: u32, receiver: u32, destination: u32, move: bool): i32 {
	const error = checkTransfer(giver, findAny(giver, slot), receiver, ALL_RIGHTS, move);
	if (error !== OK) return error;
	if (destination === 0) return SLOT_OCCUPIED;
	return checkEmpty(receiver, destination);
}

/** Copies or moves it. A region that is moved leaves the giver's memories as well. */
function send(giver: u32, slot: u32, receiver: u32, destination: u32, move: bool): void {
	const source = slotAddress(giver, slot);
	putCopy(source, receiver, destination, ALL_RIGHTS, 0);
	if (!move) return;
	if (capability(source).kind === KIND_REGION) unmapRegion(giver, capability(source).object);
	erase(source);
}

/** Is the loan inside a memory that the client has with those rights? */
function checkLoan(client: u32, loan: u32, offset: u32, length: u32): i32 {
	if (loan === 0) return OK;
	const memory = loan & 15;
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

/** Hands over the capability that the server attached to its reply, if the client named an empty slot for it and it may. */
export function sendReply(server: u32, client: u32): void {
	const attached = process(server).reply;
	const destination = process(client).returnSlot;
	process(server).reply = 0;
	process(client).returnSlot = 0;
	if (attached === 0 || destination === 0) return;
	const slot = attached & 0xffff;
	const move = attached > 0xffff;
	if (checkSend(server, slot, client, destination, move) === OK) send(server, slot, client, destination, move);
}
