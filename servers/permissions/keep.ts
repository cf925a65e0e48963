/**
 * Choices, uses and history, kept in the server's own volume as one file. Nothing waits for it: the server works from the beginning, with what the file said as soon as it is there. What is held is never
 * taken from it: after a restart nothing is held.
 */
import { VOLUME_BYTES, VOLUME_PENDING, Volume } from '../../interfaces/files/volume.ts';
import { addKeptHistory, HISTORY, HISTORY_RING_BYTES } from './history.ts';
import { SLOT_FILES } from './slots.ts';
import { addKept, TABLE, TABLE_BYTES } from './table.ts';

const NAME: string = 'grants';
/** The volume's own slots: this one and the next. */
const SLOT_VOLUME: i32 = 22;
/** Number of the bit that the store raises. */
const BIT: u32 = 1;
const FILE_BYTES: u32 = 8712;
/** The file, and a copy of it that is being written. */
const FILE: u32 = memory.data(8712, 8) as u32;
const volume = changetype<Volume>(memory.data(VOLUME_BYTES, 8));
/** It has been read, or is not there: it may be written. */
let read: bool = false;
/** Something has changed that is not on its way to the disk. */
let stale: bool = false;

/** Begins to read what was kept. Without a store there is nothing, and nothing is kept. */
export function openKept(): void {
	volume.start(SLOT_FILES, SLOT_VOLUME, BIT);
	finishReading(volume.load(NAME, FILE, FILE_BYTES));
}

/** The store has signalled. */
export function proceedKept(): void {
	const status = volume.proceed();
	if (!read) finishReading(status);
	writeKept();
}

/** A file of another length than this server writes is none of its own. */
function finishReading(status: i32): void {
	if (status === VOLUME_PENDING) return;
	read = true;
	if (status !== 0 || volume.length !== FILE_BYTES) return;
	addKept(FILE);
	addKeptHistory(FILE + TABLE_BYTES);
}

/** Something has changed that is to be kept. */
export function keep(): void {
	stale = true;
}

/** Writes what has changed, unless the last writing is still under way. */
export function writeKept(): void {
	if (!stale || !read || volume.busy) return;
	stale = false;
	memory.copy(FILE, TABLE, TABLE_BYTES);
	memory.copy(FILE + TABLE_BYTES, HISTORY, HISTORY_RING_BYTES);
	volume.save(NAME, FILE, FILE_BYTES);
}
