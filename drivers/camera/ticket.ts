/** The Gate that is good for one picture: which it is, and what has been taken with it. */
import { makeGate, remove, replyCapability } from '../../sdk/capability.ts';
import { nextSession } from '../../sdk/session.ts';

const MYSELF: i32 = 0;
/** A badge of such a Gate: this bit, and the number of the Gate below it. */
const TICKET: u32 = 1 << 30;
const NUMBERS: u32 = TICKET - 1;

/** Number of the only such Gate that is good; 0 = none. */
let ticket: u32 = 0;
let last: u32 = 0;
/** The picture that it stands for, 0 = none yet. */
let picture: u32 = 0;

/** Is the badge one of a Gate for one picture? */
export function isTicket(badge: u32): bool {
	return (badge & TICKET) !== 0;
}

/** May the holder of that badge have picture `number`; 0 = any? */
export function isGood(badge: u32, number: u32): bool {
	if (!isTicket(badge)) return true;
	return ticket !== 0 && (badge & NUMBERS) === ticket && (number === 0 || number === picture);
}

/** The picture that a ticket stands for, 0 = the next one that is taken. */
export function pictureOf(badge: u32): u32 {
	return isTicket(badge) ? picture : 0;
}

/** A ticket's picture is to be `number`. */
export function bindTicket(badge: u32, number: u32): void {
	if (isTicket(badge)) picture = number;
}

/** All of the picture has been given to a ticket: it was that. */
export function spend(badge: u32): void {
	if (isTicket(badge)) ticket = 0;
}

/** Answers a call with a new Gate; those before are spent. `slot` is free for it. An error of the kernel, or 0. */
export function sell(slot: i32): i32 {
	remove(slot);
	last = max<u32>(nextSession(last) & NUMBERS, 1);
	const status = makeGate(MYSELF, slot, <i32>(TICKET | last));
	if (status < 0) return status;
	ticket = last;
	picture = 0;
	return replyCapability(slot, 1);
}
