/** The own file that is open. */

import { SLOT_FILES } from '../../interfaces/display/slots.ts';
import { close, open } from '../../interfaces/files/client.ts';
import { OPEN_READ } from '../../interfaces/files/how.ts';
import { remove } from '../../sdk/capability.ts';
import type { Name } from './names.ts';
import { SLOT_STREAM } from './slots.ts';

export let isOpen: bool = false;

/** Opens a kept file for reading, in SLOT_STREAM. */
export function openOwn(name: Name): i32 {
	const result = open(SLOT_FILES, name.address, name.length, OPEN_READ, SLOT_STREAM);
	if (result === 0) isOpen = true;
	return result;
}

export function closeOwn(): void {
	if (isOpen) close(SLOT_STREAM);
	if (isOpen) remove(SLOT_STREAM);
	isOpen = false;
}
