/** What the compositor knows of each app: its name, whether it is open, and its place among the covers. Apps are numbered by their badge. */

import { ROSTER_ENTRY_BYTES, ROSTER_NAME, ROSTER_NAME_BYTES } from '../../abi/roster.ts';
import { COVERS } from '../../interfaces/pages/covers.ts';
import { load8 } from '../../sdk/region/memory5.ts';
import { add, addByte, clear } from '../../sdk/text.ts';
import { addCover, removeCover } from './covers.ts';

export const APPS: u32 = 32;
const SPACE: u32 = 0x20;
const CAPITAL_A: u32 = 0x41;
const CAPITAL_Z: u32 = 0x5a;
const SMALL_A: u32 = 0x61;
const TO_SMALL: u32 = 0x20;
/** Nobody. */
export const NOBODY: i32 = -1;

// ---- an app's row ----
const ROW_BYTES: u32 = 16;
const ROWS: u32 = memory.data(512, 8) as u32;
/** u8: 1 it is open; its cover's number; 1 it has failed; 1 its cover has been drawn. */
const OPEN: u32 = 0;
const COVER: u32 = 1;
const FAILED: u32 = 2;
const DRAWN: u32 = 3;
/** u8 each: icons of the cover's actions, 0 = none. */
const ACTIONS: u32 = 4;
/** u8: what it wants to edit, EDIT_*. */
const PURPOSE: u32 = 6;
/** u16: capabilities that it uses now, as bits. */
const USES: u32 = 8;

/** Open apps in the order in which they were opened. */
const ORDER: u32 = memory.data(16) as u32;
let count: u32 = 0;
/** Numbers of covers that are taken, as bits. */
let covers: u32 = 0;

function row(app: u32): u32 {
	return ROWS + ROW_BYTES * (app & (APPS - 1));
}

/** Is there such an app at all? */
export function exists(app: u32): bool {
	return app < APPS && load8(app * ROSTER_ENTRY_BYTES + ROSTER_NAME) !== 0;
}

/** Adds the app's name to the text: "fakePrompt" is shown as "Fake prompt". */
export function addName(app: u32): void {
	const entry = app * ROSTER_ENTRY_BYTES + ROSTER_NAME;
	for (let index: u32 = 0; index < ROSTER_NAME_BYTES; index++) {
		const byte = load8(entry + index);
		if (byte === 0) return;
		const capital = byte >= CAPITAL_A && byte <= CAPITAL_Z;
		if (index === 0) addByte(capital || byte < SMALL_A ? byte : byte - TO_SMALL);
		else if (capital) addByte(SPACE);
		if (index > 0) addByte(capital ? byte + TO_SMALL : byte);
	}
}

/** The text becomes the app's name. */
export function setName(app: u32): void {
	clear();
	addName(app);
}

/** The text becomes `before`, the app's name, `after`. */
export function setNameIn(before: string, app: u32, after: string): void {
	clear();
	add(before);
	addName(app);
	add(after);
}

export function isOpen(app: i32): bool {
	return app >= 0 && load<u8>(row(app), OPEN) !== 0;
}

/** How many apps are open. */
export function openCount(): u32 {
	return count;
}

/** The open app at `place`, 0.. in the order of opening. */
export function openAt(place: u32): u32 {
	return load<u8>(ORDER + place);
}

/** The place of an open app. */
export function placeOf(app: u32): u32 {
	for (let place: u32 = 0; place < count; place++) if (openAt(place) === app) return place;
	return 0;
}

/** Puts a closed app behind the others. False when there is no room for its cover. */
export function opened(app: u32): bool {
	const free = <u32>ctz(~covers);
	if (free >= COVERS) return false;
	covers |= 1 << free;
	addCover();
	memory.fill(row(app), 0, ROW_BYTES);
	store<u8>(row(app), 1, OPEN);
	store<u8>(row(app), <u8>free, COVER);
	store<u8>(ORDER + count++, <u8>app);
	return true;
}

/** Takes an open app away; the others keep their order. */
export function closed(app: u32): void {
	covers &= ~(1 << coverOf(app));
	removeCover(placeOf(app));
	memory.fill(row(app), 0, ROW_BYTES);
	let to: u32 = 0;
	for (let from: u32 = 0; from < count; from++) {
		if (openAt(from) !== app) store<u8>(ORDER + to++, <u8>openAt(from));
	}
	count = to;
}

/** Number of an open app's cover, which it keeps. */
export function coverOf(app: u32): u32 {
	return load<u8>(row(app), COVER);
}

export function hasFailed(app: u32): bool {
	return load<u8>(row(app), FAILED) !== 0;
}

export function setFailed(app: u32, failed: bool): void {
	store<u8>(row(app), failed ? 1 : 0, FAILED);
}

/** Whether anything has been drawn on its cover since it was opened. */
export function coverDrawn(app: u32): bool {
	return load<u8>(row(app), DRAWN) !== 0;
}

export function setCoverDrawn(app: u32, drawn: bool): void {
	store<u8>(row(app), drawn ? 1 : 0, DRAWN);
}

/** Icon of the cover's first (0) or second (1) action; 0: it has none. */
export function coverAction(app: u32, index: u32): u32 {
	return load<u8>(row(app) + index, ACTIONS);
}

export function setCoverActions(app: u32, first: u32, second: u32): void {
	store<u8>(row(app), <u8>first, ACTIONS);
	store<u8>(row(app) + 1, <u8>second, ACTIONS);
}

export function purposeOf(app: u32): u32 {
	return load<u8>(row(app), PURPOSE);
}

export function setPurpose(app: u32, purpose: u32): void {
	store<u8>(row(app), <u8>purpose, PURPOSE);
}

/** Capabilities (CAPABILITY_*) that it uses now, as bits. */
export function usesOf(app: u32): u32 {
	return load<u16>(row(app), USES);
}

export function setUse(app: u32, capability: u32, on: bool): void {
	const bit: u32 = 1 << (capability & 15);
	store<u16>(row(app), <u16>(on ? usesOf(app) | bit : usesOf(app) & ~bit), USES);
}
