/** Small copies of pictures, for the pages that show many: as many as a window shows are in memory. */

import { SLOT_FILES } from '../../interfaces/display/slots.ts';
import { close, open, read, readResult } from '../../interfaces/files/client.ts';
import { STEP_BROKEN, STEP_DONE, STEP_ON } from '../../interfaces/files/errands.ts';
import { OPEN_READ } from '../../interfaces/files/how.ts';
import { remove } from '../../sdk/capability.ts';
import { COMPACT_SURFACE_BYTES, CompactMemory, openCompact } from '../../sdk/graphics/compact.ts';
import { shrinkRow } from '../../sdk/graphics/resize.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { notify } from '../../sdk/kernel.ts';
import { hand } from './hand.ts';
import { FILE_SMALL, nameBytes, nameOf } from './names.ts';
import { SLOT_STREAM, SLOT_WAKE } from './slots.ts';

/** Pixels of a small copy. */
export const SMALL_WIDTH: i32 = 112;
export const SMALL_HEIGHT: i32 = 149;
export const SMALL_BYTES: u32 = 2 * 112 * 149;
/** Copies in memory: six rows of three. */
const TILES: u32 = 18;
const PIXELS: u32 = memory.data(18 * 2 * 112 * 149, 8) as u32;
/** Of each: the picture's number (0: free), its state, and when it was wanted last. */
const ENTRIES: u32 = memory.data(18 * 12, 8) as u32;
const ENTRY_BYTES: u32 = 12;
const STATE: u32 = 4;
const WANTED_AT: u32 = 8;
const WANTED: u32 = 0;
const THERE: u32 = 1;
const BROKEN: u32 = 2;
/** It is being made: nobody else may take the tile. */
const MADE: u32 = 3;
/** Rows that are made in one step. */
const MAKE_ROWS: i32 = 6;
const NOTHING: u32 = 0xffff_ffff;
const view = changetype<Surface<CompactMemory>>(memory.data(COMPACT_SURFACE_BYTES, 4));
/** Counts what was wanted. */
let turn: u32 = 0;
/** The tile that is being loaded. */
let loading: u32 = NOTHING;
let isOpen: bool = false;
/** The tile that is being made, and its rows so far. */
let making: u32 = 0;
let made: i32 = 0;
/** Goes up with each copy that has come. */
export let smallRevision: u32 = 0;

function entry(tile: u32): u32 {
	return ENTRIES + ENTRY_BYTES * tile;
}

function pixels(tile: u32): u32 {
	return PIXELS + SMALL_BYTES * tile;
}

function tileOf(number: u32): u32 {
	for (let tile: u32 = 0; tile < TILES; tile++) if (load<u32>(entry(tile)) === number) return tile;
	return NOTHING;
}

/** The tile that has not been wanted for longest. */
function oldest(): u32 {
	let found: u32 = load<u32>(entry(0), STATE) === MADE ? 1 : 0;
	for (let tile: u32 = 1; tile < TILES; tile++) {
		if (load<u32>(entry(tile), STATE) === MADE) continue;
		if (load<u32>(entry(tile), WANTED_AT) < load<u32>(entry(found), WANTED_AT)) found = tile;
	}
	return found;
}

function take(number: u32, state: u32): u32 {
	let tile = tileOf(number);
	if (tile === NOTHING) tile = oldest();
	if (tile === loading) letGo();
	store<u32>(entry(tile), number);
	store<u32>(entry(tile), state, STATE);
	store<u32>(entry(tile), ++turn, WANTED_AT);
	return tile;
}

/** The small copy of a picture is seen: it will be loaded unless it is there. */
export function wantSmall(number: u32): void {
	const tile = tileOf(number);
	if (tile !== NOTHING) {
		store<u32>(entry(tile), ++turn, WANTED_AT);
		return;
	}
	take(number, WANTED);
	notify(SLOT_WAKE);
}

/** The small copy, or null when it is not there (yet). */
export function smallOf(number: u32): Surface<CompactMemory> | null {
	const tile = tileOf(number);
	if (tile === NOTHING || load<u32>(entry(tile), STATE) !== THERE) return null;
	openCompact(view, pixels(tile), SMALL_WIDTH, SMALL_HEIGHT);
	return view;
}

/** Whether there is none that could be shown. */
export function isSmallBroken(number: u32): bool {
	const tile = tileOf(number);
	return tile !== NOTHING && load<u32>(entry(tile), STATE) === BROKEN;
}

/** Begins the small copy of what is in hand. */
export function beginMaking(number: u32): void {
	making = take(number, MADE);
	made = 0;
}

/** Some rows of it; STEP_DONE: all of it is there. */
export function stepMaking(): i32 {
	openCompact(view, pixels(making), SMALL_WIDTH, SMALL_HEIGHT);
	for (let count: i32 = 0; count < MAKE_ROWS && made < SMALL_HEIGHT; count++) shrinkRow(view, hand, made++);
	return made < SMALL_HEIGHT ? STEP_ON : STEP_DONE;
}

/** It has been written: from now on it is one of many. */
export function endMaking(): void {
	store<u32>(entry(making), THERE, STATE);
	smallRevision++;
}

/** Address of the SMALL_BYTES that were made last. */
export function madeSmall(): u32 {
	return pixels(making);
}

/** The picture is gone. */
export function forgetSmall(number: u32): void {
	const tile = tileOf(number);
	if (tile === NOTHING) return;
	if (tile === loading) letGo();
	memory.fill(entry(tile), 0, ENTRY_BYTES);
}

/** Whether a copy is wanted that is not there. */
export function isSmallWanted(): bool {
	return wantedTile() !== NOTHING;
}

function wantedTile(): u32 {
	for (let tile: u32 = 0; tile < TILES; tile++) {
		if (load<u32>(entry(tile)) !== 0 && load<u32>(entry(tile), STATE) === WANTED) return tile;
	}
	return NOTHING;
}

/** Begins, or begins anew, to load one. */
export function beginSmall(): void {
	letGo();
	loading = wantedTile();
}

export function stepSmall(): i32 {
	if (loading === NOTHING) return STEP_DONE;
	if (!isOpen) {
		const name = nameOf(load<u32>(entry(loading)), FILE_SMALL);
		const result = open(SLOT_FILES, name, nameBytes(), OPEN_READ, SLOT_STREAM);
		if (result === 0) isOpen = true;
		return result;
	}
	const result = read(SLOT_STREAM, pixels(loading), SMALL_BYTES, 0);
	if (result !== 0) return result;
	if (readResult() !== SMALL_BYTES) return STEP_BROKEN;
	endSmall(THERE);
	return STEP_DONE;
}

/** There is no copy of it that could be shown. */
export function breakSmall(): void {
	if (loading !== NOTHING) endSmall(BROKEN);
}

function endSmall(state: u32): void {
	store<u32>(entry(loading), state, STATE);
	smallRevision++;
	letGo();
}

function letGo(): void {
	if (isOpen) close(SLOT_STREAM);
	if (isOpen) remove(SLOT_STREAM);
	isOpen = false;
	loading = NOTHING;
}
