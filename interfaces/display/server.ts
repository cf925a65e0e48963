// Generated from display.ts by `tessera build`; changes here are lost. Definition 10a0fa4fdd04d365.

/** Server's side of Display: What an app has of the screen: one window below the strip, and one cover on home. Nothing else exists for it: coordinates begin in the top left corner of its own window, and pixels, touches and names of others cannot be asked for. The badge tells which app is calling. Pixels are lent, and copied before they are looked at, so what has been shown cannot be changed afterwards. events.ts, look.ts and nodes.ts say what the words mean; window.ts is a client. */

import { RIGHT_READ } from '../../abi/rights.ts';
import { BAD_ARGUMENT, BAD_LOAN, SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, setWord, word } from '../../sdk/message.ts';

/** Some of it would lie outside of the app's surface, or the buffer has another length than the rectangle. */
export const OUTSIDE: i32 = 16;

/** The system asks the user something: pixels stand still until the event RELEASED comes. */
export const HELD: i32 = 17;

/** A description is not of the form of nodes.ts. */
export const BAD_NODE: i32 = 18;

/** The gadget is too small, overlaps another, or reaches out of the window. */
export const REFUSED: i32 = 19;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const DISPLAY_WORST_CASE: u32 = 400000;
/** Bytes that the server keeps for each client. */
export const DISPLAY_CLIENT_BYTES: u32 = 8192;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class DisplayService {
	/**
	 * How to draw: sizes in pixels (width | height << 16), the look (look.ts), what is visible of the app (look.ts), and the number of the configuration, which goes up with every change.
	 * At most 20000 ns. SUCCESS.
	 */
	look(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * Shows pixels: rows of R8G8B8A8, exactly those of the rectangle. `surface`: 0 window, 1 cover; `place`: x | y << 16; `size`: width | height << 16.
	 * At most 400000 ns. SUCCESS, OUTSIDE, HELD.
	 */
	present(_badge: u32, _pixelsLength: u32, _surface: u32, _place: u32, _size: u32): i32 {
		return unreachable();
	}

	/**
	 * Moves what a rectangle of the window shows by `distance` rows (negative: up); the rows that come free keep their pixels until they are presented.
	 * At most 400000 ns. SUCCESS, OUTSIDE, HELD.
	 */
	shift(_badge: u32, _place: u32, _size: u32, _distance: i32): i32 {
		return unreachable();
	}

	/**
	 * Takes the oldest event that waits for the app (events.ts); kind 0: none.
	 * At most 20000 ns. SUCCESS.
	 */
	event(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * Says what a surface shows to those who cannot see it: all its nodes (nodes.ts), 96 bytes each, in reading order. `surface` as above.
	 * At most 60000 ns. SUCCESS, BAD_NODE.
	 */
	describe(_badge: u32, _nodesLength: u32, _surface: u32): i32 {
		return unreachable();
	}

	/**
	 * Embeds a control that the system draws and only the user can press: gadget `number`, 0..3, of `kind` (gadgets.ts). Size 0 takes it away.
	 * At most 40000 ns. SUCCESS, REFUSED.
	 */
	gadget(_badge: u32, _number: u32, _kind: u32, _place: u32, _size: u32, _argument: u32): i32 {
		return unreachable();
	}

	/**
	 * Asks for the keyboard (`purpose`: look.ts; 0 sends it away). It rises only while the app is in front, and what is typed comes as events.
	 * At most 20000 ns. SUCCESS.
	 */
	edit(_badge: u32, _purpose: u32): i32 {
		return unreachable();
	}

	/**
	 * The cover's actions: icons (assets) of the first and the second, 0 = none. The event COVER_ACTION tells that one was pressed.
	 * At most 20000 ns. SUCCESS.
	 */
	coverActions(_badge: u32, _first: u32, _second: u32): i32 {
		return unreachable();
	}
}

/** Sets the window of `look`. */
export function setLookWindow(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the cover of `look`. */
export function setLookCover(value: u32): void {
	setWord(1, <i32>value);
}

/** Sets the look of `look`. */
export function setLookLook(value: u32): void {
	setWord(2, <i32>value);
}

/** Sets the visible of `look`. */
export function setLookVisible(value: u32): void {
	setWord(3, <i32>value);
}

/** Sets the serial of `look`. */
export function setLookSerial(value: u32): void {
	setWord(4, <i32>value);
}

/** Sets the kind of `event`. */
export function setEventKind(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the first of `event`. */
export function setEventFirst(value: u32): void {
	setWord(1, <i32>value);
}

/** Sets the second of `event`. */
export function setEventSecond(value: u32): void {
	setWord(2, <i32>value);
}

/** Sets the milliseconds of `event`. */
export function setEventMilliseconds(value: u32): void {
	setWord(3, <i32>value);
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchDisplay<S extends DisplayService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkLook<S>(badge);
		case 2:
			return checkPresent<S>(badge, w0, w1, w2);
		case 3:
			return checkShift<S>(badge, w0, w1, w2);
		case 4:
			return checkEvent<S>(badge);
		case 5:
			return checkDescribe<S>(badge, w0);
		case 6:
			return checkGadget<S>(badge, w0, w1, w2, w3, w4);
		case 7:
			return checkEdit<S>(badge, w0);
		case 8:
			return checkCoverActions<S>(badge, w0, w1);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkLook<S extends DisplayService>(badge: i32): i32 {
	const code = changetype<S>(0).look(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 5 : 0);
}

function checkPresent<S extends DisplayService>(badge: i32, w0: i32, w1: i32, w2: i32): i32 {
	const surface = <u32>w0;
	if (surface > 1) return answer(BAD_ARGUMENT, 0);
	const place = <u32>w1;
	const size = <u32>w2;
	const pixelsLength = loanSize();
	if (pixelsLength < 4 || pixelsLength > 131072) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).present(badge, <u32>pixelsLength, surface, place, size);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkShift<S extends DisplayService>(badge: i32, w0: i32, w1: i32, w2: i32): i32 {
	const place = <u32>w0;
	const size = <u32>w1;
	const distance = w2;
	const code = changetype<S>(0).shift(badge, place, size, distance);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkEvent<S extends DisplayService>(badge: i32): i32 {
	const code = changetype<S>(0).event(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 4 : 0);
}

function checkDescribe<S extends DisplayService>(badge: i32, w0: i32): i32 {
	const surface = <u32>w0;
	if (surface > 1) return answer(BAD_ARGUMENT, 0);
	const nodesLength = loanSize();
	if (nodesLength < 0 || nodesLength > 6144) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).describe(badge, <u32>nodesLength, surface);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkGadget<S extends DisplayService>(badge: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32): i32 {
	const number = <u32>w0;
	if (number > 3) return answer(BAD_ARGUMENT, 0);
	const kind = <u32>w1;
	const place = <u32>w2;
	const size = <u32>w3;
	const argument = <u32>w4;
	const code = changetype<S>(0).gadget(badge, number, kind, place, size, argument);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkEdit<S extends DisplayService>(badge: i32, w0: i32): i32 {
	const purpose = <u32>w0;
	if (purpose > 3) return answer(BAD_ARGUMENT, 0);
	const code = changetype<S>(0).edit(badge, purpose);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkCoverActions<S extends DisplayService>(badge: i32, w0: i32, w1: i32): i32 {
	const first = <u32>w0;
	const second = <u32>w1;
	const code = changetype<S>(0).coverActions(badge, first, second);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}
