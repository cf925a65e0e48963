/** The apps that are installed: whether there is one, its icon, and the letter that stands for it where it has none. */
import { ROSTER_ENTRY_BYTES, ROSTER_NAME, ROSTER_NAME_BYTES } from '../../abi/roster.ts';
import { appIcon } from '../../sdk/graphics/app-icons.ts';
import { load8, read } from '../../sdk/region/memory5.ts';

const SMALL_A: u32 = 0x61;
const TO_SMALL: u32 = 0x20;
const NAME: u32 = memory.data(32) as u32;

function placeOf(app: u32): u32 {
	return app * ROSTER_ENTRY_BYTES + ROSTER_NAME;
}

/** Whether there is such an app. */
export function exists(app: u32): bool {
	return load8(placeOf(app)) !== 0;
}

/** The first letter of its name, a capital. */
export function initialOf(app: u32): u32 {
	const byte = load8(placeOf(app));
	return byte >= SMALL_A ? byte - TO_SMALL : byte;
}

/** Icon of an app; ICON_NONE when it has none. */
export function iconOf(app: u32): u32 {
	read(NAME, placeOf(app), ROSTER_NAME_BYTES);
	let length: u32 = 0;
	while (length < ROSTER_NAME_BYTES && load<u8>(NAME + length) !== 0) length++;
	return appIcon(NAME, length);
}
