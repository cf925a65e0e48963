/**
 * What apps say while they are not in front (interfaces/notices): the last words of each, and how many more it may say. They go to the compositor in activations of this server's own, so no app can hurry
 * them, and again when the compositor has forgotten them.
 */

import { NOTICE_BYTES, NOTICE_KEPT, NOTICE_NONE } from '../../interfaces/notices/kinds.ts';
import * as service from '../../interfaces/notices/server.ts';
import { CAPABILITY_NOTIFY } from '../../interfaces/permissions/capabilities.ts';
import { notice } from '../../interfaces/trusted/again.ts';
import { makeGate, remove } from '../../sdk/capability.ts';
import { INTERFACE_SHIFT, SUCCESS } from '../../sdk/interface.ts';
import { notify } from '../../sdk/kernel.ts';
import { readLoan } from '../../sdk/loan.ts';
import { makePlain } from '../../sdk/plain.ts';
import { milliseconds } from './history.ts';
import { FIRST_SOURCE, SLOT_SELF, SLOT_TRUSTED } from './slots.ts';
import { APPS, heldUntil } from './table.ts';

/** Number of this interface at the server's Gate; 0 is `permissions`. */
export const INTERFACE_NOTICES: u32 = 1;
const MYSELF: i32 = 0;
/** Milliseconds that each notice uses up, and that an app has in hand: five at once, then one every three minutes. */
const COST: u64 = 180_000;
const IN_HAND: u64 = 900_000;

/** u8 NOTICE_*, u8 1: the compositor is to be told, u8 bytes of the text, u8 unused, u32 unused, u64 when the app has everything in hand again (milliseconds since boot), then the text. */
const ROW_BYTES: u32 = 96;
const ROWS: u32 = memory.data(3072, 8) as u32;
const NEWS: u32 = 1;
const LENGTH: u32 = 2;
const RESTED: u32 = 8;
const TEXT: u32 = 16;

function row(app: u32): u32 {
	return ROWS + ROW_BYTES * (app % APPS);
}

/** Makes the Gate that is given to an app, where it is given from. */
export function makeNoticeGate(app: u32): void {
	const slot = FIRST_SOURCE + <i32>CAPABILITY_NOTIFY;
	remove(slot);
	makeGate(MYSELF, slot, <i32>((INTERFACE_NOTICES << INTERFACE_SHIFT) | app));
}

@unmanaged
export class Notices extends service.NoticesService {
	show(badge: u32, length: u32, kind: u32): i32 {
		const place = row(badge);
		const time = milliseconds();
		const rested = max(time, load<u64>(place + RESTED)) + COST;
		if (rested > time + IN_HAND) return service.LATER;
		const status = readLoan(0, place + TEXT, min(length, NOTICE_BYTES));
		if (status < 0) return status;
		store<u64>(place + RESTED, rested);
		store<u8>(place + LENGTH, <u8>makePlain(place + TEXT, length));
		put(badge, kind);
		return SUCCESS;
	}

	withdraw(badge: u32): i32 {
		withdrawNotice(badge);
		return SUCCESS;
	}
}

function put(app: u32, kind: u32): void {
	store<u8>(row(app), <u8>kind);
	store<u8>(row(app) + NEWS, 1);
	notify(SLOT_SELF);
}

/** The app has nothing to say any more, or may not. */
export function withdrawNotice(app: u32): void {
	if (load<u8>(row(app)) !== NOTICE_NONE) put(app, NOTICE_NONE);
}

/** The user has had the app in front: what it said is over, and the compositor knows. */
export function forgetNotice(app: u32): void {
	store<u8>(row(app), <u8>NOTICE_NONE);
}

/** The compositor has forgotten what the app said. */
export function noticeAgain(app: u32): void {
	if (load<u8>(row(app)) !== NOTICE_NONE) put(app, NOTICE_KEPT);
}

/** Tells the compositor what is new. What was said before the Gate was taken back is not shown any more. */
export function tellNotices(): void {
	for (let app: u32 = 0; app < APPS; app++) {
		const place = row(app);
		if (load<u8>(place + NEWS) === 0) continue;
		store<u8>(place + NEWS, 0);
		if (heldUntil(app, CAPABILITY_NOTIFY) === 0) forgetNotice(app);
		const kind: u32 = load<u8>(place);
		notice(SLOT_TRUSTED, place + TEXT, kind === NOTICE_NONE ? 0 : <u32>load<u8>(place + LENGTH), app, kind);
	}
}
