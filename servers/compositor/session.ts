/**
 * What survives a restart of the compositor: which apps are open, who is in front, and the user's choices. It lies in a region of the compositor's own, which the kernel keeps while
 * memory 0 begins afresh; what is read there is checked like anything else.
 */
import { COVERS } from '../../interfaces/pages/covers.ts';
import { CHOICES } from '../../interfaces/preferences/choices.ts';
import { load8, load32, store8, store32 } from '../../sdk/region/memory4.ts';
import { APPS, isOpen, NOBODY, openAt, openCount } from './apps.ts';
import { allows, choice, setChoice } from './look.ts';
import { front } from './scene.ts';
import { setSwitches, switches } from './switches.ts';

/** "sess"; zero in a region that has just been handed out. */
const MAGIC: u32 = 0x73736573;
const AT_MAGIC: u32 = 0;
const AT_SWITCHES: u32 = 4;
/** i32: the app in front. */
const AT_FRONT: u32 = 8;
const AT_COUNT: u32 = 12;
const AT_ORDER: u32 = 16;
const AT_CHOICES: u32 = 64;

/** Writes down what there is now. */
export function saveSession(): void {
	store32(AT_MAGIC, 0);
	store32(AT_SWITCHES, switches());
	store32(AT_FRONT, front);
	store32(AT_COUNT, openCount());
	for (let place: u32 = 0; place < openCount(); place++) store8(AT_ORDER + place, openAt(place));
	for (let which: u32 = 0; which < CHOICES; which++) store32(AT_CHOICES + 4 * which, choice(which));
	store32(AT_MAGIC, MAGIC);
}

/** Whether there is a session to go on with; if so, the choices and switches are taken from it. */
export function loadSession(): bool {
	if (load32(AT_MAGIC) !== MAGIC) return false;
	for (let which: u32 = 0; which < CHOICES; which++) {
		const value = load32(AT_CHOICES + 4 * which);
		if (allows(which, value)) setChoice(which, value);
	}
	setSwitches(load32(AT_SWITCHES));
	return true;
}

/** Apps that were open. */
export function sessionCount(): u32 {
	return min(load32(AT_COUNT), COVERS);
}

export function sessionApp(place: u32): u32 {
	return load8(AT_ORDER + place) % APPS;
}

/** The app that was in front, if it is open. */
export function sessionFront(): i32 {
	const app = load32(AT_FRONT);
	return app < APPS && isOpen(app) ? app : NOBODY;
}
