/** Keeps the picture in hand: a small copy, and the picture itself as QOI, written while it is encoded. */

import { SLOT_FILES } from '../../interfaces/display/slots.ts';
import { DRAFT_BYTES, Draft } from '../../interfaces/files/draft.ts';
import { STEP_DONE, STEP_ON } from '../../interfaces/files/errands.ts';
import { QOI_BYTES, QOI_HEADER_BYTES, Qoi } from '../../sdk/graphics/qoi.ts';
import { hand, rowAt } from './hand.ts';
import { FILE_PICTURE, FILE_SMALL, nameBytes, nameOf } from './names.ts';
import { PIECE, PIECE_BYTES, STEP_ROWS } from './piece.ts';
import { SLOT_STREAM } from './slots.ts';
import { beginMaking, endMaking, madeSmall, SMALL_BYTES, stepMaking } from './small.ts';

const draft = changetype<Draft>(memory.data(DRAFT_BYTES, 8));
const qoi = changetype<Qoi>(memory.data(QOI_BYTES, 8));
const MAKING: u32 = 0;
const SMALL: u32 = 1;
const SMALL_END: u32 = 2;
const ROWS: u32 = 3;
const END: u32 = 4;
let state: u32 = MAKING;
let number: u32 = 0;
let row: u32 = 0;
/** Bytes that wait to be written, at PIECE. */
let waiting: u32 = 0;

/** Begins, or begins anew, to keep what is in hand as picture `which`. */
export function beginKeep(which: u32): void {
	number = which;
	beginMaking(which);
	draft.begin(SLOT_FILES, SLOT_STREAM, nameOf(number, FILE_SMALL), nameBytes());
	state = MAKING;
}

export function stepKeep(): i32 {
	switch (state) {
		case MAKING:
			return stepMaking() === STEP_DONE ? go(STEP_ON, SMALL) : STEP_ON;
		case SMALL:
			return go(draft.append(madeSmall(), SMALL_BYTES), SMALL_END);
		case SMALL_END:
			return endSmall();
		case ROWS:
			return writeRows();
		default: {
			const result = draft.finish();
			return result === 0 ? STEP_DONE : result;
		}
	}
}

/** It will not be kept. */
export function dropKeep(): void {
	draft.drop();
}

function go(result: i32, next: u32): i32 {
	if (result === 0) state = next;
	return result;
}

function endSmall(): i32 {
	const result = draft.finish();
	if (result !== 0) return result;
	endMaking();
	draft.begin(SLOT_FILES, SLOT_STREAM, nameOf(number, FILE_PICTURE), nameBytes());
	qoi.beginWriting(PIECE, <u32>hand.width, <u32>hand.height);
	waiting = QOI_HEADER_BYTES;
	row = 0;
	state = ROWS;
	return STEP_ON;
}

/** Encodes some rows, or writes what has been encoded. */
function writeRows(): i32 {
	const height = <u32>hand.height;
	if (waiting < PIECE_BYTES && row < height) {
		for (let count: u32 = 0; count < STEP_ROWS && row < height && waiting < PIECE_BYTES; count++) {
			waiting += qoi.writeRow(rowAt(row++), PIECE + waiting);
		}
		if (row === height) waiting += qoi.finish(PIECE + waiting);
		return STEP_ON;
	}
	const result = draft.append(PIECE, waiting);
	if (result !== 0) return result;
	waiting = 0;
	if (row === height) state = END;
	return STEP_ON;
}
