/** The apps that are installed. Those that the system knows by name have an icon; another shows the first letter of its name. */

import { ROSTER_ENTRY_BYTES, ROSTER_NAME } from '../../abi/roster.ts';
import * as icons from '../../sdk/graphics/icon-numbers.ts';
import { load8 } from '../../sdk/region/memory5.ts';

const SMALL_A: u32 = 0x61;
const TO_SMALL: u32 = 0x20;

/** Whether there is such an app. */
export function exists(app: u32): bool {
	return load8(app * ROSTER_ENTRY_BYTES + ROSTER_NAME) !== 0;
}

/** The first letter of its name, a capital. */
export function initialOf(app: u32): u32 {
	const byte = load8(app * ROSTER_ENTRY_BYTES + ROSTER_NAME);
	return byte >= SMALL_A ? byte - TO_SMALL : byte;
}

/** Icon of an app; ICON_NONE when it has none. */
export function iconOf(app: u32): u32 {
	if (isCalled(app, 'settings')) return icons.ICON_SETTINGS;
	if (isCalled(app, 'notes')) return icons.ICON_NOTEBOOK_PEN;
	if (isCalled(app, 'camera')) return icons.ICON_CAMERA;
	if (isCalled(app, 'gallery')) return icons.ICON_IMAGES;
	if (isCalled(app, 'files')) return icons.ICON_FOLDER;
	if (isCalled(app, 'clock')) return icons.ICON_CLOCK;
	if (isCalled(app, 'calculator')) return icons.ICON_CALCULATOR;
	if (isCalled(app, 'authenticator')) return icons.ICON_KEY_ROUND;
	if (isCalled(app, 'log')) return icons.ICON_SCROLL_TEXT;
	return isHostile(app) ? icons.ICON_BUG : icons.ICON_NONE;
}

function isHostile(app: u32): bool {
	return isCalled(app, 'overlay') || isCalled(app, 'impostor') || isCalled(app, 'thief');
}

function isCalled(app: u32, name: string): bool {
	const entry = app * ROSTER_ENTRY_BYTES + ROSTER_NAME;
	for (let index: i32 = 0; index < name.length; index++) {
		if (load8(entry + index) !== name.charCodeAt(index)) return false;
	}
	return load8(entry + name.length) === 0;
}
