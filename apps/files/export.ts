/** Writes a kept file into the new one that the user has named. */

import { sync } from '../../interfaces/files/client.ts';
import { COPIED, COPIER_BYTES, Copier } from '../../interfaces/files/copier.ts';
import { STEP_DONE, STEP_ON } from '../../interfaces/files/errands.ts';
import type { Name } from './names.ts';
import { closeOwn, isOpen, openOwn } from './own.ts';
import { PIECE, PIECE_BYTES } from './piece.ts';
import { SLOT_FILE, SLOT_STREAM } from './slots.ts';

const copier = changetype<Copier>(memory.data(COPIER_BYTES, 8));
let isCopied: bool = false;

/** Begins, or begins anew. */
export function beginExport(): void {
	closeOwn();
	isCopied = false;
	copier.begin(SLOT_STREAM, SLOT_FILE, PIECE, PIECE_BYTES);
}

export function stepExport(name: Name): i32 {
	if (!isOpen) return openOwn(name);
	if (isCopied) {
		const result = sync(SLOT_FILE);
		return result === 0 ? STEP_DONE : result;
	}
	const result = copier.step();
	if (result !== COPIED) return result;
	isCopied = true;
	return STEP_ON;
}
