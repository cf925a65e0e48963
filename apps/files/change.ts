/** Deletes a kept file, or gives it another name. */

import { SLOT_FILES } from '../../interfaces/display/slots.ts';
import { NOT_THERE, remove, rename, sync } from '../../interfaces/files/client.ts';
import { STEP_DONE, STEP_ON } from '../../interfaces/files/errands.ts';
import type { Name } from './names.ts';

/** The old name, a zero, the new one. */
const NAMES: u32 = memory.data(97, 8) as u32;
let isChanged: bool = false;

/** Begins, or begins anew. */
export function beginChange(): void {
	isChanged = false;
}

export function stepErase(name: Name): i32 {
	if (isChanged) return stepSync();
	const result = remove(SLOT_FILES, name.address, name.length);
	return end(result === NOT_THERE ? STEP_ON : result);
}

export function stepRename(from: Name, to: Name): i32 {
	if (isChanged) return stepSync();
	memory.copy(NAMES, from.address, from.length);
	store<u8>(NAMES + from.length, 0);
	memory.copy(NAMES + from.length + 1, to.address, to.length);
	return end(rename(SLOT_FILES, NAMES, from.length + 1 + to.length));
}

function end(result: i32): i32 {
	if (result === 0) isChanged = true;
	return result;
}

function stepSync(): i32 {
	const result = sync(SLOT_FILES);
	return result === 0 ? STEP_DONE : result;
}
