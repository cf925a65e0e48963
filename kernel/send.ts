/** Capabilities on their way from one table to another, with a call or with its reply. */
import { OK, SLOT_OCCUPIED } from '../abi/errors.ts';
import { KIND_REGION } from '../abi/rights.ts';
import { checkEmpty, checkTransfer, erase, findAny, putCopy } from './capability.ts';
import { unmapRegion } from './mapping.ts';
import { capability, process, slotAddress } from './table.ts';

const ALL_RIGHTS: u32 = 0xffffffff;

/** Can the capability in `slot` of `giver` go to `destination` of `receiver`? */
export function checkSend(giver: u32, slot: u32, receiver: u32, destination: u32, move: bool): i32 {
	const error = checkTransfer(giver, findAny(giver, slot), receiver, ALL_RIGHTS, move);
	if (error !== OK) return error;
	if (destination === 0) return SLOT_OCCUPIED;
	return checkEmpty(receiver, destination);
}

/** Copies or moves it. A region that is moved leaves the giver's memories as well. */
export function send(giver: u32, slot: u32, receiver: u32, destination: u32, move: bool): void {
	const source = slotAddress(giver, slot);
	putCopy(source, receiver, destination, ALL_RIGHTS, 0);
	if (!move) return;
	if (capability(source).kind === KIND_REGION) unmapRegion(giver, capability(source).object);
	erase(source);
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
