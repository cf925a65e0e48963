/** Keeps the accounts in the app's volume: read once, written after each change. */

import { SLOT_FILES, SLOT_RECEIVED } from '../../interfaces/display/slots.ts';
import { DAMAGED, NOT_THERE } from '../../interfaces/files/client.ts';
import { VOLUME_BYTES, VOLUME_PENDING, Volume } from '../../interfaces/files/volume.ts';
import { accountsAt, accountsUsed, adopt, FILE_BYTES } from './accounts.ts';

// How the keeping stands; closed.
export const READING: u32 = 0;
export const KEPT: u32 = 1;
/** There is no storage, or no room: the last changes are lost when the app ends. */
export const NOT_KEPT: u32 = 2;
/** What is in the file cannot be read; nothing is written over it. */
export const UNREADABLE: u32 = 3;

/** Number of BIT_STORE. */
const STORE_BIT: u32 = 1;
const volume = changetype<Volume>(memory.data(VOLUME_BYTES, 8));
/** What is being written. */
const WRITTEN: u32 = memory.data(3584, 8) as u32;
export let state: u32 = READING;
let changed: bool = false;

export function openKeeping(): void {
	volume.start(SLOT_FILES, SLOT_RECEIVED, STORE_BIT);
	finish(volume.load('accounts', accountsAt(), FILE_BYTES));
}

/** The store has signalled. */
export function proceedKeeping(): void {
	if (volume.busy) finish(volume.proceed());
}

/** Accounts can be changed: they have been read. */
export function isReady(): bool {
	return state === KEPT || state === NOT_KEPT;
}

export function keep(): void {
	changed = true;
	write();
}

function write(): void {
	if (!changed || volume.busy || !isReady()) return;
	changed = false;
	memory.copy(WRITTEN, accountsAt(), accountsUsed());
	finish(volume.save('accounts', WRITTEN, accountsUsed()));
}

function finish(result: i32): void {
	if (result === VOLUME_PENDING) return;
	if (state !== READING) {
		memory.fill(WRITTEN, 0, FILE_BYTES);
		state = result === 0 ? KEPT : NOT_KEPT;
	} else if (result === 0) state = adopt(volume.length) ? KEPT : UNREADABLE;
	else if (result === NOT_THERE) state = KEPT;
	else state = result === DAMAGED ? UNREADABLE : NOT_KEPT;
	write();
}
