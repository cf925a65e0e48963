/** Icons of the apps that the phone comes with, by their names: the same wherever an app is named. An app that is not among them shows the first letter of its name. */

import * as icons from './icon-numbers.ts';

const CASE: u32 = 0x20;

/** Icon of the app whose name is `length` bytes at `name`, with a capital or without; ICON_NONE: it has none. */
export function appIcon(name: u32, length: u32): u32 {
	if (isCalled(name, length, 'settings')) return icons.ICON_SETTINGS;
	if (isCalled(name, length, 'notes')) return icons.ICON_NOTEBOOK_PEN;
	if (isCalled(name, length, 'camera')) return icons.ICON_CAMERA;
	if (isCalled(name, length, 'gallery')) return icons.ICON_IMAGES;
	if (isCalled(name, length, 'files')) return icons.ICON_FOLDER;
	if (isCalled(name, length, 'clock')) return icons.ICON_CLOCK;
	if (isCalled(name, length, 'calculator')) return icons.ICON_CALCULATOR;
	if (isCalled(name, length, 'authenticator')) return icons.ICON_KEY_ROUND;
	if (isCalled(name, length, 'log')) return icons.ICON_SCROLL_TEXT;
	return isHostile(name, length) ? icons.ICON_BUG : icons.ICON_NONE;
}

function isHostile(name: u32, length: u32): bool {
	return isCalled(name, length, 'overlay') || isCalled(name, length, 'impostor') || isCalled(name, length, 'thief');
}

function isCalled(name: u32, length: u32, known: string): bool {
	if (length !== <u32>known.length) return false;
	for (let index: u32 = 0; index < length; index++) {
		if ((load<u8>(name + index) | CASE) !== <u32>known.charCodeAt(index)) return false;
	}
	return true;
}
