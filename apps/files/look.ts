/** Looks through the volume. What an interrupted errand has left is cleared away. */

import { SLOT_FILES } from '../../interfaces/display/slots.ts';
import {
	entry,
	entryKind,
	entryLength,
	entrySize,
	NOT_THERE,
	remove,
	space,
	spaceQuota,
	spaceUsed,
} from '../../interfaces/files/client.ts';
import { TILDE } from '../../interfaces/files/draft.ts';
import { STEP_DONE, STEP_ON } from '../../interfaces/files/errands.ts';
import { KIND_FILE, NAME_BYTES } from '../../interfaces/files/how.ts';
import { addFile, beginTable, endTable, setSpace } from './table.ts';

const NAME: u32 = memory.data(48, 8) as u32;
let index: u32 = 0;
/** Bytes of the name at NAME whose file is to be removed; 0: none. */
let leftover: u32 = 0;

/** Begins, or begins anew. */
export function beginLooking(): void {
	beginTable();
	index = 0;
	leftover = 0;
}

export function stepLooking(): i32 {
	if (leftover > 0) return clearAway();
	const result = entry(SLOT_FILES, NAME, NAME_BYTES, index);
	if (result === NOT_THERE) {
		endTable();
		return STEP_DONE;
	}
	if (result !== 0) return result;
	const length = max<u32>(1, min(entryLength(), NAME_BYTES));
	if (load<u8>(NAME + length - 1) === <u8>TILDE) {
		leftover = length;
		return STEP_ON;
	}
	index++;
	if (entryKind() === KIND_FILE) addFile(NAME, length, entrySize());
	return STEP_ON;
}

function clearAway(): i32 {
	const result = remove(SLOT_FILES, NAME, leftover);
	if (result !== 0 && result !== NOT_THERE) return result;
	leftover = 0;
	return STEP_ON;
}

/** How much of the volume is used. */
export function stepMeasure(): i32 {
	const result = space(SLOT_FILES);
	if (result !== 0) return result;
	setSpace(spaceUsed(), spaceQuota());
	return STEP_DONE;
}
