/** Deletes a picture and its small copy. */

import { SLOT_FILES } from '../../interfaces/display/slots.ts';
import { NOT_THERE, remove, sync } from '../../interfaces/files/client.ts';
import { STEP_DONE, STEP_ON } from '../../interfaces/files/errands.ts';
import { FILE_PICTURE, FILE_SMALL, nameBytes, nameOf } from './names.ts';

let number: u32 = 0;
let next: u32 = FILE_PICTURE;

/** Begins, or begins anew. */
export function beginErase(which: u32): void {
	number = which;
	next = FILE_PICTURE;
}

export function stepErase(): i32 {
	if (next > FILE_SMALL) {
		const result = sync(SLOT_FILES);
		return result === 0 ? STEP_DONE : result;
	}
	const result = remove(SLOT_FILES, nameOf(number, next), nameBytes());
	if (result !== 0 && result !== NOT_THERE) return result;
	next++;
	return STEP_ON;
}
