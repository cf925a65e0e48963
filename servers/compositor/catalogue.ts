/** Icons of the apps that the system knows by name. An app that it does not know shows the first letter of its name. */
import {
	ICON_BUG,
	ICON_CALCULATOR,
	ICON_CAMERA,
	ICON_CLOCK,
	ICON_FOLDER,
	ICON_IMAGES,
	ICON_KEY_ROUND,
	ICON_NONE,
	ICON_NOTEBOOK_PEN,
	ICON_SCROLL_TEXT,
	ICON_SETTINGS,
} from '../../sdk/graphics/icon-numbers.ts';
import { load8 } from '../../sdk/region/memory5.ts';
import { ROSTER_ENTRY_BYTES, ROSTER_NAME } from '../roster.ts';

/** Icon of an app; ICON_NONE when it has none. */
export function iconOf(app: u32): u32 {
	if (isCalled(app, 'settings')) return ICON_SETTINGS;
	if (isCalled(app, 'notes')) return ICON_NOTEBOOK_PEN;
	if (isCalled(app, 'camera')) return ICON_CAMERA;
	if (isCalled(app, 'gallery')) return ICON_IMAGES;
	if (isCalled(app, 'files')) return ICON_FOLDER;
	if (isCalled(app, 'clock')) return ICON_CLOCK;
	if (isCalled(app, 'calculator')) return ICON_CALCULATOR;
	if (isCalled(app, 'authenticator')) return ICON_KEY_ROUND;
	if (isCalled(app, 'log')) return ICON_SCROLL_TEXT;
	return isHostile(app) ? ICON_BUG : ICON_NONE;
}

function isHostile(app: u32): bool {
	return isCalled(app, 'overlay') || isCalled(app, 'fake-prompt') || isCalled(app, 'thief');
}

function isCalled(app: u32, name: string): bool {
	const entry = app * ROSTER_ENTRY_BYTES + ROSTER_NAME;
	for (let index: i32 = 0; index < name.length; index++) {
		if (load8(entry + index) !== name.charCodeAt(index)) return false;
	}
	return load8(entry + name.length) === 0;
}
