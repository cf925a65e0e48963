/** Keeps the notes in the app's volume: read once, written a moment after each change. */

import { SLOT_FILES, SLOT_RECEIVED } from '../../interfaces/display/slots.ts';
import { DAMAGED, NO_ROOM, NOT_THERE } from '../../interfaces/files/client.ts';
import { VOLUME_BYTES, VOLUME_PENDING, Volume } from '../../interfaces/files/volume.ts';
import * as list from './list.ts';

// State of the keeping.
export const READING: u32 = 0;
/** All that there is, is on the disk or on its way. */
export const KEPT: u32 = 1;
/** There is no storage: notes are lost when the app ends. */
export const NOT_KEPT: u32 = 2;
export const FULL: u32 = 3;
/** What is on the disk cannot be read; nothing is written over it until the user says so. */
export const UNREADABLE: u32 = 4;

/** Number of BIT_STORE. */
const STORE_BIT: u32 = 1;
const volume = changetype<Volume>(memory.data(VOLUME_BYTES, 8));
/** What is being written: it must stay as it is until it has been. */
const WRITTEN: u32 = memory.data(65_536, 8) as u32;
export let state: u32 = READING;
/** There are changes that have not begun to be written. */
let changed: bool = false;

/** Begins to read. */
export function open(): void {
	volume.start(SLOT_FILES, SLOT_RECEIVED, STORE_BIT);
	finish(volume.load('notes', list.notesAt(), list.NOTES_BYTES));
}

/** The store has signalled. */
export function proceed(): void {
	if (volume.busy) finish(volume.proceed());
}

/** Something has changed: it is written as soon as possible. */
export function change(): void {
	changed = true;
	write();
}

/** The user gives up what cannot be read. */
export function beginAnew(): void {
	list.adopt(0);
	state = KEPT;
	change();
}

function write(): void {
	if (!changed || volume.busy || state === READING || state === UNREADABLE) return;
	changed = false;
	memory.copy(WRITTEN, list.notesAt(), list.notesUsed());
	finish(volume.save('notes', WRITTEN, list.notesUsed()));
}

function finish(result: i32): void {
	if (result === VOLUME_PENDING) return;
	if (state === READING) finishReading(result);
	else if (result === 0) state = KEPT;
	else state = result === NO_ROOM ? FULL : NOT_KEPT;
	write();
}

function finishReading(result: i32): void {
	// What was written before the file had been read stands for itself.
	if (result === 0 && list.adopt(volume.length)) state = KEPT;
	else if (result === 0 || result === DAMAGED) state = UNREADABLE;
	else state = result === NOT_THERE ? KEPT : NOT_KEPT;
}
