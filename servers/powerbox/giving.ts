/** Opens the file that the user has picked or named, and gives it to the app: that file, for reading or as a new one, and nothing else. */
import { SLOT_FILES, SLOT_PERMISSIONS } from '../../interfaces/display/slots.ts';
import { close, EXISTS, handOn, open, PENDING } from '../../interfaces/files/client.ts';
import { NAME_BYTES, OPEN_CREATE, OPEN_NEW, OPEN_READ, OPEN_WRITE } from '../../interfaces/files/how.ts';
import { give } from '../../interfaces/permissions/client.ts';
import { remove } from '../../sdk/capability.ts';
import { SUCCESS } from '../../sdk/interface.ts';
import { FIRST_GIVEN } from './slots.ts';

// How it stands; closed.
export const GIVING_NOTHING: u32 = 0;
/** The store is not ready yet. */
export const GIVING_WAITS: u32 = 1;
export const GIVING_DONE: u32 = 2;
/** There is a file of that name already. */
export const GIVING_EXISTS: u32 = 3;
export const GIVING_FAILED: u32 = 4;

const NAME: u32 = memory.data(48, 8) as u32;
let length: u32 = 0;
let app: u32 = 0;
let how: u32 = OPEN_READ;
export let giving: u32 = GIVING_NOTHING;

/** Begins to give `forApp` the file with the name at `address`: an old one for reading, or a new one for writing. */
export function begin(forApp: u32, address: u32, bytes: u32, isNew: bool): void {
	length = min(bytes, NAME_BYTES);
	memory.copy(NAME, address, length);
	app = forApp;
	how = isNew ? OPEN_WRITE | OPEN_CREATE | OPEN_NEW : OPEN_READ;
	// The one before is over for the app, even if the new one cannot be opened.
	close(slot());
	remove(slot());
	giving = GIVING_WAITS;
	proceed();
}

function slot(): i32 {
	return FIRST_GIVEN + <i32>app;
}

/** Goes on, after the store's signal. */
export function proceed(): void {
	if (giving !== GIVING_WAITS) return;
	const status = open(SLOT_FILES, NAME, length, how, slot());
	if (status === PENDING) return;
	if (status === EXISTS) giving = GIVING_EXISTS;
	else giving = status === SUCCESS && handOver() ? GIVING_DONE : GIVING_FAILED;
}

/** The store wakes the app from now on, and the permission server puts the file into the app's slot. */
function handOver(): bool {
	return handOn(slot(), app) === SUCCESS && give(SLOT_PERMISSIONS, app, slot()) === SUCCESS;
}

/** Whatever was begun is of no interest any more. */
export function forget(): void {
	giving = GIVING_NOTHING;
}
