/**
 * Clipboard: one text, that the app in front has copied. It comes out only through a Gate that the permission server asks for when the
 * user has touched a paste gadget: for that app, for what was there then, once, and within a minute (R9).
 */
import * as service from '../../interfaces/clipboard/server.ts';
import { BADGE_PERMISSIONS } from '../../interfaces/trusted/answers.ts';
import { front, frontResult } from '../../interfaces/trusted/client.ts';
import { makeGate, remove, replyCapability } from '../../sdk/capability.ts';
import { SUCCESS } from '../../sdk/interface.ts';
import { readLoan, writeLoan } from '../../sdk/loan.ts';
import { now, setAlarm } from '../../sdk/time.ts';

const SLOT_TRUSTED: i32 = 1;
/** Where a Gate is made before it goes. */
const SLOT_LENT: i32 = 8;
const MYSELF: i32 = 0;
const ALARM_BIT: i32 = 1;
/** Badges of apps. */
const APPS: u32 = 32;
/** A badge of a Gate for pasting: this bit, the number of the Gate below it. */
const PASTE: u32 = 1 << 30;
const NUMBERS: u32 = PASTE - 1;

const TEXT_BYTES: u32 = 4096;
const TEXT: u32 = memory.data(4096, 8) as u32;
/** How long a Gate is good, and how long a text is kept. */
const LENT_FOR: i64 = 60_000_000_000;
const KEPT_FOR: u64 = 600_000_000_000;

let length: u32 = 0;
/** Number of the only Gate that may paste; 0: none. Numbers are not used again. */
let lent: u32 = 0;
let lastNumber: u32 = 0;
let lentAt: i64 = 0;

/** The alarm: nobody wants it any more. */
export function notified(_bits: u32): void {
	forget();
}

function forget(): void {
	memory.fill(TEXT, 0, TEXT_BYTES);
	length = 0;
	lent = 0;
}

@unmanaged
class Clipboard extends service.ClipboardService {
	copy(badge: u32, bytes: u32): i32 {
		if (badge >= APPS) return service.NOT_YOURS;
		if (front(SLOT_TRUSTED) !== SUCCESS || frontResult() !== badge) return service.BEHIND;
		forget();
		const status = readLoan(0, TEXT, bytes);
		if (status < 0) return status;
		length = bytes;
		setAlarm(KEPT_FOR, ALARM_BIT);
		return SUCCESS;
	}

	paste(badge: u32, bytes: u32): i32 {
		if ((badge & PASTE) === 0) return service.NOT_YOURS;
		if (lent === 0 || (badge & NUMBERS) !== lent || now() > lentAt + LENT_FOR) return service.EMPTY;
		lent = 0;
		const count = min(bytes, length);
		const status = writeLoan(0, TEXT, count);
		if (status < 0) return status;
		service.setPasteResult(count);
		return SUCCESS;
	}

	offered(_badge: u32): i32 {
		service.setOfferedResult(length !== 0 ? 1 : 0);
		return SUCCESS;
	}

	lend(badge: u32, _app: u32): i32 {
		if (badge !== BADGE_PERMISSIONS) return service.NOT_YOURS;
		if (length === 0 || lastNumber === NUMBERS) return service.EMPTY;
		remove(SLOT_LENT);
		const status = makeGate(MYSELF, SLOT_LENT, <i32>(PASTE | (lastNumber + 1)));
		if (status < 0) return status;
		lastNumber++;
		lent = lastNumber;
		lentAt = now();
		return replyCapability(SLOT_LENT, 1);
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchClipboard<Clipboard>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
