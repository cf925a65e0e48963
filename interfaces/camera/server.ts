// Generated from camera.ts by `tessera build`; changes here are lost. Definition ddefb947497d2b0d.

/** Server's side of Camera: Pictures of the camera: R8G8B8A8, a row after the other. Badge: who; a Gate for one picture is another badge than a Gate for a stream. */

import { RIGHT_WRITE } from '../../abi/rights.ts';
import { BAD_LOAN, SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, setWord, word } from '../../sdk/message.ts';

/** The next picture has not come yet: ask again a little later. */
export const NOT_READY: i32 = 16;

/** This capability was for one picture, and that has been taken. */
export const SPENT: i32 = 17;

/** The machine has no camera, or it does not answer. */
export const ABSENT: i32 = 18;

/** Only the permission server (badge 64) hands out Gates. */
export const NOT_YOURS: i32 = 19;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const CAMERA_WORST_CASE: u32 = 400000;
/** Bytes that the server keeps for each client. */
export const CAMERA_CLIENT_BYTES: u32 = 16;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class CameraService {
	/**
	 * Width and height of pictures, and the number of the newest, which it begins to take if none is being taken.
	 * At most 20000 ns. SUCCESS, ABSENT, SPENT.
	 */
	newest(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * Rows of picture `number`, from `row` on, as many as the buffer holds.
	 * At most 400000 ns. SUCCESS, NOT_READY, SPENT, ABSENT.
	 */
	rows(_badge: u32, _pixelsLength: u32, _number: u32, _row: u32): i32 {
		return unreachable();
	}

	/**
	 * The permission server: a new Gate that is good for one picture. Those before are spent.
	 * At most 20000 ns. SUCCESS, NOT_YOURS.
	 */
	lend(_badge: u32): i32 {
		return unreachable();
	}
}

/** Sets the width of `newest`. */
export function setNewestWidth(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the height of `newest`. */
export function setNewestHeight(value: u32): void {
	setWord(1, <i32>value);
}

/** Sets the number of `newest`. */
export function setNewestNumber(value: u32): void {
	setWord(2, <i32>value);
}

/** Sets the result of `rows`. */
export function setRowsResult(value: u32): void {
	setWord(0, <i32>value);
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchCamera<S extends CameraService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkNewest<S>(badge);
		case 2:
			return checkRows<S>(badge, w0, w1);
		case 3:
			return checkLend<S>(badge);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkNewest<S extends CameraService>(badge: i32): i32 {
	const code = changetype<S>(0).newest(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 3 : 0);
}

function checkRows<S extends CameraService>(badge: i32, w0: i32, w1: i32): i32 {
	const number = <u32>w0;
	const row = <u32>w1;
	const pixelsLength = loanSize();
	if (pixelsLength < 4 || pixelsLength > 131072) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_WRITE) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).rows(badge, <u32>pixelsLength, number, row);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 1 : 0);
}

function checkLend<S extends CameraService>(badge: i32): i32 {
	const code = changetype<S>(0).lend(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}
