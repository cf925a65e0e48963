/** Takes a kept picture in hand, row by row. */

import { SLOT_FILES } from '../../interfaces/display/slots.ts';
import { close, open, read, readResult } from '../../interfaces/files/client.ts';
import { STEP_BROKEN, STEP_DONE, STEP_ON } from '../../interfaces/files/errands.ts';
import { OPEN_READ } from '../../interfaces/files/how.ts';
import { remove } from '../../sdk/capability.ts';
import { QOI_BROKEN, QOI_BYTES, QOI_HEADER_BYTES, Qoi, qoiRowBytes } from '../../sdk/graphics/qoi.ts';
import { addRows, emptyHand, isWhole, rowAt, rowsThere, takeInHand } from './hand.ts';
import { FILE_PICTURE, nameBytes, nameOf } from './names.ts';
import { PIECE, PIECE_BYTES, STEP_ROWS } from './piece.ts';
import { SLOT_STREAM } from './slots.ts';

const qoi = changetype<Qoi>(memory.data(QOI_BYTES, 8));
const OPENING: u32 = 0;
const READING: u32 = 1;
const DECODING: u32 = 2;
let state: u32 = OPENING;
let number: u32 = 0;
let isOpen: bool = false;
/** Bytes of the file that have been read, and those at PIECE that wait to be decoded. */
let offset: u32 = 0;
let waiting: u32 = 0;
let isBegun: bool = false;
let isEnded: bool = false;

/** Begins, or begins anew, to take picture `which` in hand. */
export function beginView(which: u32): void {
	dropView();
	number = which;
	state = OPENING;
	offset = 0;
	waiting = 0;
	isBegun = false;
	isEnded = false;
	emptyHand();
}

export function stepView(): i32 {
	if (state === OPENING) return openFile();
	return state === READING ? readPiece() : decodeRows();
}

/** Lets go of the file. */
export function dropView(): void {
	if (isOpen) close(SLOT_STREAM);
	if (isOpen) remove(SLOT_STREAM);
	isOpen = false;
}

function openFile(): i32 {
	const result = open(SLOT_FILES, nameOf(number, FILE_PICTURE), nameBytes(), OPEN_READ, SLOT_STREAM);
	if (result !== 0) return result;
	isOpen = true;
	state = READING;
	return STEP_ON;
}

function readPiece(): i32 {
	const result = read(SLOT_STREAM, PIECE + waiting, PIECE_BYTES - waiting, offset);
	if (result !== 0) return result;
	const count = min(readResult(), PIECE_BYTES - waiting);
	offset += count;
	waiting += count;
	isEnded = count === 0;
	state = DECODING;
	return isBegun || beginPicture() ? STEP_ON : STEP_BROKEN;
}

function beginPicture(): bool {
	if (waiting < QOI_HEADER_BYTES || !qoi.beginReading(PIECE)) return false;
	isBegun = true;
	consume(QOI_HEADER_BYTES);
	return takeInHand(qoi.width, qoi.height);
}

/** What is behind the first `count` bytes moves to the front. */
function consume(count: u32): void {
	waiting -= count;
	memory.copy(PIECE, PIECE + count, waiting);
}

/** Decodes rows as long as the next one is there as a whole. */
function decodeRows(): i32 {
	let used: u32 = 0;
	for (let count: u32 = 0; count < STEP_ROWS && !isWhole(); count++) {
		if (!isEnded && waiting - used < qoiRowBytes(qoi.width)) {
			state = READING;
			break;
		}
		const taken = qoi.readRow(rowAt(rowsThere), PIECE + used, waiting - used);
		if (taken === QOI_BROKEN) return STEP_BROKEN;
		used += taken;
		addRows(1);
	}
	consume(used);
	if (!isWhole()) return STEP_ON;
	dropView();
	return STEP_DONE;
}
