/** Takes a kept picture in hand, row by row. */

import { SLOT_FILES } from '../../interfaces/display/slots.ts';
import { close, open } from '../../interfaces/files/client.ts';
import { STEP_BROKEN, STEP_DONE, STEP_ON } from '../../interfaces/files/errands.ts';
import { OPEN_READ } from '../../interfaces/files/how.ts';
import { PICTURE_READER_BYTES, PictureReader } from '../../interfaces/files/picture.ts';
import { remove } from '../../sdk/capability.ts';
import { addRows, emptyHand, isWhole, rowAt, rowsThere, takeInHand } from './hand.ts';
import { FILE_PICTURE, nameBytes, nameOf } from './names.ts';
import { PIECE, PIECE_BYTES, STEP_ROWS } from './piece.ts';
import { SLOT_STREAM } from './slots.ts';

const reader = changetype<PictureReader>(memory.data(PICTURE_READER_BYTES, 8));
let number: u32 = 0;
let isOpen: bool = false;
let isBegun: bool = false;

/** Begins, or begins anew, to take picture `which` in hand. */
export function beginView(which: u32): void {
	dropView();
	number = which;
	isBegun = false;
	emptyHand();
}

export function stepView(): i32 {
	if (!isOpen) return openFile();
	if (!isBegun) return beginPicture();
	for (let count: u32 = 0; count < STEP_ROWS && !isWhole(); count++) {
		const result = reader.readRow(rowAt(rowsThere));
		if (result !== 0) return result;
		addRows(1);
	}
	return isWhole() ? STEP_DONE : STEP_ON;
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
	reader.begin(SLOT_STREAM, PIECE, PIECE_BYTES);
	return STEP_ON;
}

function beginPicture(): i32 {
	const result = reader.readSize();
	if (result !== 0) return result;
	isBegun = true;
	return takeInHand(reader.width, reader.height) ? STEP_ON : STEP_BROKEN;
}
