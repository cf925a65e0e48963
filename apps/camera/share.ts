/** Writes a kept picture into the new file that the user has named. */

import { SLOT_FILES } from '../../interfaces/display/slots.ts';
import { close, open, sync } from '../../interfaces/files/client.ts';
import { COPIED, COPIER_BYTES, Copier } from '../../interfaces/files/copier.ts';
import { STEP_DONE, STEP_ON } from '../../interfaces/files/errands.ts';
import { OPEN_READ } from '../../interfaces/files/how.ts';
import { remove } from '../../sdk/capability.ts';
import { FILE_PICTURE, nameBytes, nameOf } from './names.ts';
import { PIECE, PIECE_BYTES } from './piece.ts';
import { SLOT_FILE, SLOT_STREAM } from './slots.ts';

const copier = changetype<Copier>(memory.data(COPIER_BYTES, 8));
let number: u32 = 0;
let isOpen: bool = false;
let isCopied: bool = false;

/** Begins, or begins anew, to copy picture `which` to the file that was given. */
export function beginShare(which: u32): void {
	dropShare();
	number = which;
	isCopied = false;
}

export function stepShare(): i32 {
	if (!isOpen) return openFile();
	if (isCopied) return finish();
	const result = copier.step();
	if (result !== COPIED) return result;
	isCopied = true;
	return STEP_ON;
}

/** Lets go of the picture's own file. */
export function dropShare(): void {
	if (isOpen) close(SLOT_STREAM);
	if (isOpen) remove(SLOT_STREAM);
	isOpen = false;
}

function openFile(): i32 {
	const result = open(SLOT_FILES, nameOf(number, FILE_PICTURE), nameBytes(), OPEN_READ, SLOT_STREAM);
	if (result !== 0) return result;
	isOpen = true;
	copier.begin(SLOT_STREAM, SLOT_FILE, PIECE, PIECE_BYTES);
	return STEP_ON;
}

function finish(): i32 {
	const result = sync(SLOT_FILE);
	if (result !== 0) return result;
	dropShare();
	return STEP_DONE;
}
