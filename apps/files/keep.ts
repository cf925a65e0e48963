/** Keeps a copy of the document that was picked. */

import { SLOT_FILES } from '../../interfaces/display/slots.ts';
import { read, readResult } from '../../interfaces/files/client.ts';
import { DRAFT_BYTES, Draft } from '../../interfaces/files/draft.ts';
import { STEP_DONE, STEP_ON } from '../../interfaces/files/errands.ts';
import type { Name } from './names.ts';
import { PIECE, PIECE_BYTES } from './piece.ts';
import { SLOT_FILE, SLOT_STREAM } from './slots.ts';

const draft = changetype<Draft>(memory.data(DRAFT_BYTES, 8));
/** Bytes that wait to be written. */
let waiting: u32 = 0;
let isEnded: bool = false;

/** Begins, or begins anew. */
export function beginKeep(name: Name): void {
	draft.begin(SLOT_FILES, SLOT_STREAM, name.address, name.length);
	waiting = 0;
	isEnded = false;
}

export function stepKeep(): i32 {
	if (isEnded) {
		const result = draft.finish();
		return result === 0 ? STEP_DONE : result;
	}
	if (waiting === 0) return readPiece();
	const result = draft.append(PIECE, waiting);
	if (result === 0) waiting = 0;
	return result;
}

/** It will not be kept. */
export function dropKeep(): void {
	draft.drop();
}

function readPiece(): i32 {
	const result = read(SLOT_FILE, PIECE, PIECE_BYTES, draft.length);
	if (result !== 0) return result;
	waiting = min(readResult(), PIECE_BYTES);
	isEnded = waiting === 0;
	return STEP_ON;
}
