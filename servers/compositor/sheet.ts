/**
 * Sheets: the keyboard, and the picker of the powerbox, over the window of one app. Their pixels come from their owners; band, seal and words above them are the compositor's own. A sheet
 * rises only for something that the user, or the app in front, has begun, and never by its owner's will alone.
 */

import {
	EVENT_EXPOSE,
	EVENT_KEYBOARD,
	EVENT_LOOK,
	EVENT_RELEASED,
	EVENT_SECRET,
} from '../../interfaces/display/events.ts';
import { GADGET_SAVE } from '../../interfaces/display/gadgets.ts';
import { EDIT_NOTHING, EDIT_TEXT } from '../../interfaces/display/look.ts';
import {
	ANSWER_DISMISSED,
	ANSWER_KEY,
	ANSWER_TYPE,
	BADGE_KEYBOARD,
	BADGE_POWERBOX,
} from '../../interfaces/trusted/answers.ts';
import { rgb } from '../../sdk/graphics/pixel.ts';
import { SYSTEM_PAPER } from '../../sdk/graphics/system-colours.ts';
import { answerTo } from './answers.ts';
import { isOpen, NOBODY, purposeOf } from './apps.ts';
import { damagePanes } from './damaged.ts';
import { CLIENT_KEYBOARD, CLIENT_POWERBOX, post } from './events.ts';
import { paneHeight, px } from './geometry.ts';
import { listLayers } from './layers.ts';
import { ambience, changeLook } from './look.ts';
import { forgetNodes, NODES_SHEET } from './nodes.ts';
import { closeSheet, openSheet } from './panes.ts';
import { front } from './scene.ts';
import { BAND } from './seal.ts';
import { MILLISECOND, setTimer, TIMER_CEREMONY, takeTimer } from './timers.ts';

// Kinds of sheets; closed.
export const SHEET_NONE: u32 = 0;
/** Ordinary typing: no band, and no secrets. */
export const SHEET_KEYBOARD: u32 = 1;
/** The ceremony of a secret (R7). */
export const SHEET_SECRET: u32 = 2;
/** The picker: a file to open, or a new one to save. */
export const SHEET_OPEN: u32 = 3;
export const SHEET_SAVE: u32 = 4;

/** Heights of what its owner draws, and of the band and the words above it, points. */
const KEYBOARD_HIGH: i32 = 264;
const SECRET_HIGH: i32 = 328;
const PICKER_HIGH: i32 = 400;
export const HEAD: i32 = BAND + 72;
/** How long a sign-in that was touched waits for the swipe. */
const CEREMONY_WAITS: u64 = 30_000 * MILLISECOND;

/** What is up now, for which app. */
export let sheetKind: u32 = SHEET_NONE;
export let sheetApp: i32 = NOBODY;
/** The app for which the user has touched "sign in"; NOBODY: none. */
export let ceremonyApp: i32 = NOBODY;
/** What the keyboard and the powerbox may raise, and for whom: set by what the user does. */
let expectedKind: u32 = SHEET_NONE;
let expectedApp: i32 = NOBODY;

/** Whether a sheet of the system is up that the window must stand still under. */
export function isSheetModal(): bool {
	return sheetKind > SHEET_KEYBOARD;
}

/** Who draws the sheet that is up: a client of events.ts. */
export function sheetClient(): u32 {
	return sheetKind === SHEET_KEYBOARD || sheetKind === SHEET_SECRET ? CLIENT_KEYBOARD : CLIENT_POWERBOX;
}

/** Height of what the owner of a sheet of that kind draws, pixels. */
export function pixelsHigh(kind: u32): i32 {
	if (kind === SHEET_KEYBOARD) return px(KEYBOARD_HIGH);
	return kind === SHEET_SECRET ? px(SECRET_HIGH) : px(PICKER_HIGH);
}

/** Top of those pixels in the pane. */
export function sheetTop(): i32 {
	return paneHeight - pixelsHigh(sheetKind);
}

/** Top of the whole sheet in the pane. */
export function sheetHeadTop(): i32 {
	return isSheetModal() ? sheetTop() - px(HEAD) : sheetTop();
}

// ---- what users and apps do ----

/** The user has touched an app's "sign in": the swipe from the bottom edge now brings the keyboard for a secret. */
export function armCeremony(app: i32): void {
	ceremonyApp = app;
	setTimer(TIMER_CEREMONY, CEREMONY_WAITS);
	damagePanes();
	listLayers();
}

/** The user swipes up from the bottom edge. True: it was for the secret. */
export function beginCeremony(): bool {
	if (ceremonyApp === NOBODY || ceremonyApp !== front) return false;
	expect(SHEET_SECRET, ceremonyApp);
	forgetCeremony();
	answerTo(BADGE_KEYBOARD, ANSWER_TYPE, front, EDIT_TEXT, 1);
	return true;
}

function forgetCeremony(): void {
	if (ceremonyApp === NOBODY) return;
	ceremonyApp = NOBODY;
	damagePanes();
	listLayers();
}

/** The user has touched a gadget that opens the picker. */
export function expectPicker(app: i32, gadget: u32): void {
	expect(gadget === GADGET_SAVE ? SHEET_SAVE : SHEET_OPEN, app);
}

function expect(kind: u32, app: i32): void {
	expectedKind = kind;
	expectedApp = app;
}

/** An app wants to be typed into, or no longer. Only the one in front has the keyboard. */
export function editSheet(app: i32, purpose: u32): void {
	if (app !== front || isSheetModal()) return;
	if (purpose !== EDIT_NOTHING) {
		if (expectedKind === SHEET_NONE) expect(SHEET_KEYBOARD, app);
		answerTo(BADGE_KEYBOARD, ANSWER_TYPE, app, purpose, 0);
	} else if (sheetKind === SHEET_KEYBOARD) {
		lowerSheet();
	}
}

/** The owner with `badge` raises its sheet. False: there is no reason for it. */
export function raiseSheet(badge: u32, app: i32): bool {
	const keyboards = expectedKind === SHEET_KEYBOARD || expectedKind === SHEET_SECRET;
	if (expectedKind === SHEET_NONE || app !== expectedApp || app !== front || !isOpen(app)) return false;
	if (badge !== (keyboards ? BADGE_KEYBOARD : BADGE_POWERBOX)) return false;
	if (sheetKind !== SHEET_NONE) clearSheet();
	sheetKind = expectedKind;
	sheetApp = app;
	expect(SHEET_NONE, NOBODY);
	forgetNodes(NODES_SHEET);
	openSheet(pixelsHigh(sheetKind), isSheetModal() ? rgb(SYSTEM_PAPER) : ambience.surface1);
	if (sheetKind === SHEET_KEYBOARD) tellHeight(app, 1);
	expose();
	return true;
}

/** The app's window is shorter, or as long as before. */
function tellHeight(app: u32, up: u32): void {
	changeLook();
	post(app, EVENT_KEYBOARD, up, 0);
	post(app, EVENT_LOOK, 0, 0);
}

/** The sheet has to be drawn whole. */
export function expose(): void {
	if (sheetKind === SHEET_NONE) return;
	post(sheetClient(), EVENT_EXPOSE, 1, 0);
	damagePanes();
	listLayers();
}

/** The owner with `badge` lowers its sheet. */
export function lowerBy(badge: u32): void {
	const owner = sheetClient() === CLIENT_KEYBOARD ? BADGE_KEYBOARD : BADGE_POWERBOX;
	if (sheetKind === SHEET_NONE || badge !== owner) return;
	lowerSheet();
	// Whoever was typed into before the sheet of the system came is so again.
	if (front !== NOBODY && purposeOf(front) !== EDIT_NOTHING) editSheet(front, purposeOf(front));
}

/** The sheet goes, whatever its owner thinks of it, and the owner is told. */
function lowerSheet(): void {
	const owner = sheetClient() === CLIENT_KEYBOARD ? BADGE_KEYBOARD : BADGE_POWERBOX;
	answerTo(owner, ANSWER_DISMISSED, sheetApp, 0, 0);
	clearSheet();
}

/** Nothing is up any more; the app that was under it wakes. */
function clearSheet(): void {
	const app = sheetApp;
	const wasModal = isSheetModal();
	sheetKind = SHEET_NONE;
	sheetApp = NOBODY;
	closeSheet();
	if (wasModal) post(app, EVENT_RELEASED, 0, 0);
	else tellHeight(app, 0);
	forgetNodes(NODES_SHEET);
	damagePanes();
	listLayers();
}

/** The keyboard has a secret of `length` bytes for an app, or none: the app is told. False: that was not asked for. */
export function finishSecret(app: i32, length: u32): bool {
	if (sheetKind !== SHEET_SECRET || app !== sheetApp) return false;
	lowerBy(BADGE_KEYBOARD);
	post(app, EVENT_SECRET, length, 0);
	return true;
}

/** The app is no longer in front: what was up for it goes, and what the user had begun for it is void. */
export function leaveSheet(app: i32): void {
	if (sheetKind !== SHEET_NONE && sheetApp === app) {
		if (sheetKind === SHEET_SECRET) post(app, EVENT_SECRET, 0, 0);
		lowerSheet();
	}
	if (expectedApp === app) expect(SHEET_NONE, NOBODY);
	if (ceremonyApp === app) forgetCeremony();
}

/** Nobody has swiped: the user must touch "sign in" again. */
export function tickSheet(): void {
	if (takeTimer(TIMER_CEREMONY)) forgetCeremony();
}

/** A key of a real keyboard: only who is typing for somebody hears it, and no app. */
export function keySheet(code: u32, down: bool): void {
	if (front === NOBODY || (sheetKind === SHEET_NONE && purposeOf(front) === EDIT_NOTHING)) return;
	const picking = sheetKind === SHEET_OPEN || sheetKind === SHEET_SAVE;
	answerTo(picking ? BADGE_POWERBOX : BADGE_KEYBOARD, ANSWER_KEY, front, code, down ? 1 : 0);
}
