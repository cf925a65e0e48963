/** What the thief tries, and what comes of it: of each attempt, how often it got something. */
import { HALT, INSTALL, LOG, PROCESS_CREATE, PROCESS_STOP, REGION_CREATE, REVOKE } from '../../abi/calls.ts';
import { lend, paste } from '../../interfaces/clipboard/client.ts';
import {
	SLOT_CLIPBOARD,
	SLOT_DISPLAY,
	SLOT_FILES,
	SLOT_PERMISSIONS,
	SLOT_SECRETS,
} from '../../interfaces/display/slots.ts';
import { open } from '../../interfaces/files/client.ts';
import { OPEN_DIRECTORY, OPEN_READ } from '../../interfaces/files/how.ts';
import {
	CAPABILITIES,
	CAPABILITY_CAMERA,
	FIRST_SLOT,
	GRANT_ALWAYS,
} from '../../interfaces/permissions/capabilities.ts';
import { change, give, history, inspect } from '../../interfaces/permissions/client.ts';
import { take } from '../../interfaces/secrets/client.ts';
import { call6, system } from '../../sdk/kernel.ts';
import { add, clear, pointer, size } from '../../sdk/text.ts';
import { Trials } from '../../sdk/ui/trials.ts';

export const ATTEMPTS: u32 = 8;
const SLOTS: i32 = 256;
/** Slots of the toolkit's and of what every app has: 1 to 6, and 15. */
const OWN_LAST: i32 = 6;
const OWN_SIGNAL: i32 = 15;
/** Where it would like what it opens. */
const LOOT: i32 = 40;
const BUFFER: u32 = memory.data(4096, 8) as u32;
const BUFFER_BYTES: u32 = 4096;
/** One more than the largest method of the display interface. */
const METHODS: i32 = 9;
const METHODS_MOST: i32 = 40;
const APPS: u32 = 32;

@unmanaged
export class Attempts extends Trials {
	name(attempt: u32): string {
		if (attempt === 0) return 'Use every slot';
		if (attempt === 1) return 'Use the camera';
		if (attempt === 2) return 'Read what was copied';
		if (attempt === 3) return "Open others' files";
		if (attempt === 4) return 'Change permissions';
		if (attempt === 5) return 'Take a password';
		if (attempt === 6) return 'Speak for the system';
		return 'Make more memory and processes';
	}

	make(attempt: u32): i32 {
		if (attempt === 0) return rattle();
		if (attempt === 1) return useGrants();
		if (attempt === 2) return readClipboard();
		if (attempt === 3) return openOthers();
		if (attempt === 4) return changePermissions();
		if (attempt === 5) return takeSecrets();
		return attempt === 6 ? speak() : grow();
	}
}

function isOwn(slot: i32): bool {
	return (slot >= 1 && slot <= OWN_LAST) || slot === OWN_SIGNAL;
}

/** Every number that might be a capability, as whatever it might be. */
function rattle(): i32 {
	let got: i32 = 0;
	for (let slot: i32 = 0; slot < SLOTS; slot++) {
		if (isOwn(slot)) continue;
		if (call6(slot, 1, 0, 0, 0, 0, 0, 0) >= 0) got++;
		if (system(LOG, slot, 4, 0x21212121, 0, 0, 0) >= 0) got++;
		if (system(HALT, slot, 1, 0, 0, 0, 0) >= 0) got++;
		if (system(REVOKE, slot, 1, 0, 0, 0, 0) >= 0) got++;
		if (slot !== 0 && system(PROCESS_STOP, slot, 0, 0, 0, 0, 0) >= 0) got++;
	}
	return got;
}

/** Whatever is given while it runs, without having been given it. */
function useGrants(): i32 {
	let got: i32 = 0;
	for (let capability: u32 = CAPABILITY_CAMERA; capability < CAPABILITIES; capability++) {
		if (call6(FIRST_SLOT + <i32>capability, 1, 0, 0, 0, 0, 0, 0) >= 0) got++;
	}
	return got;
}

function readClipboard(): i32 {
	let got: i32 = 0;
	if (paste(SLOT_CLIPBOARD, BUFFER, BUFFER_BYTES) === 0) got++;
	for (let app: u32 = 0; app < APPS; app++) if (lend(SLOT_CLIPBOARD, app, LOOT) === 0) got++;
	return got;
}

function tryOpen(name: string, how: u32): i32 {
	clear();
	add(name);
	return open(SLOT_FILES, pointer(), size(), how, LOOT) === 0 ? 1 : 0;
}

/** There are no paths, and nothing above its own volume. */
function openOthers(): i32 {
	return (
		tryOpen('..', OPEN_DIRECTORY) +
		tryOpen('/', OPEN_DIRECTORY) +
		tryOpen('../notes', OPEN_READ) +
		tryOpen('notes', OPEN_READ) +
		tryOpen('documents', OPEN_DIRECTORY)
	);
}

/** What only settings and the powerbox may. */
function changePermissions(): i32 {
	let got: i32 = 0;
	for (let app: u32 = 0; app < APPS; app++) {
		if (change(SLOT_PERMISSIONS, app, CAPABILITY_CAMERA, GRANT_ALWAYS) === 0) got++;
		if (inspect(SLOT_PERMISSIONS, app, CAPABILITY_CAMERA) === 0) got++;
		if (give(SLOT_PERMISSIONS, app, SLOT_FILES) === 0) got++;
	}
	if (history(SLOT_PERMISSIONS, BUFFER, 1024, 0) === 0) got++;
	return got;
}

function takeSecrets(): i32 {
	return take(SLOT_SECRETS, BUFFER, 128) === 0 ? 1 : 0;
}

/** Methods that its Gate to the compositor does not have. */
function speak(): i32 {
	let got: i32 = 0;
	for (let method: i32 = METHODS; method < METHODS_MOST; method++) {
		if ((call6(SLOT_DISPLAY, method, 0, 1, 1, 1, 1, 1) & 7) !== 0) got++;
		if (call6(SLOT_DISPLAY, method, 0, 1, 1, 1, 1, 1) === 0) got++;
	}
	return got;
}

/** Out of every slot as an account. */
function grow(): i32 {
	let got: i32 = 0;
	for (let slot: i32 = 0; slot < SLOTS; slot++) {
		if (system(PROCESS_CREATE, slot, 200, 300, 8, LOOT, 0) >= 0) got++;
		if (system(REGION_CREATE, slot, 300, 301, 1, LOOT, 0) >= 0) got++;
		if (system(INSTALL, slot, SLOT_DISPLAY, 20, 255, 0, 0) >= 0) got++;
	}
	return got;
}
