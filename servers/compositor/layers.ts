/**
 * What the system puts over the window of the app in front: gadgets, sheets, prompts, in this order. The scene calls these; what they do is in files of their own.
 */
import { EVENT_ACTIVATE } from '../../interfaces/display/events.ts';
import { EDIT_NOTHING } from '../../interfaces/display/look.ts';
import { INPUT_TOUCH_DOWN, INPUT_TOUCH_UP } from '../../interfaces/input/queue.ts';
import { ACTION_GADGET, ACTION_PROMPT } from '../../interfaces/pages/actions.ts';
import {
	ANSWER_AGAIN,
	ANSWER_LEFT,
	BADGE_KEYBOARD,
	BADGE_PERMISSIONS,
	BADGE_POWERBOX,
} from '../../interfaces/trusted/answers.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { RegionMemory } from '../../sdk/region/memory.ts';
import { answerTo } from './answers.ts';
import { NOBODY, purposeOf } from './apps.ts';
import { damageTree } from './damaged.ts';
import { post, postTouch } from './events.ts';
import { dropGadgets, performGadget, touchGadget, updateGadgets } from './gadget.ts';
import { drawGadgets, listGadgets } from './gadget-page.ts';
import { screenWidth, stripHeight } from './geometry.ts';
import { askedOf, dropQuestion, performPrompt, shownApp, tickPrompt, touchPrompt, updatePrompt } from './prompt.ts';
import { drawPrompt, listPrompt } from './prompt-page.ts';
import { front, OVERLAY_NONE, overlay, WINDOW_SLIDES, windowMode, windowMover, windowRests } from './scene.ts';
import {
	editSheet,
	isSheetModal,
	keySheet,
	leaveSheet,
	pixelsHigh,
	SHEET_KEYBOARD,
	SHEET_NONE,
	sheetApp,
	sheetClient,
	sheetHeadTop,
	sheetKind,
	sheetTop,
	tickSheet,
} from './sheet.ts';
import { drawSheet, listSheet } from './sheet-page.ts';
import { beginTargets, LIST_WINDOW } from './targets.ts';

// Whose a finger is; closed.
const NOBODYS: u32 = 0;
const PROMPTS: u32 = 1;
const SHEETS: u32 = 2;
const GADGETS: u32 = 3;
/** It came down where nothing may be touched now. */
const NOTHINGS: u32 = 4;
const FINGERS: u32 = 2;
/** u8 each. */
const OWNERS: u32 = memory.data(2) as u32;

/** Draws them, inside the surface's clip, over the window. Only gadgets move with it; the others are there when it rests. */
export function drawLayers<M extends RegionMemory>(surface: Surface<M>): void {
	const rests = windowRests();
	const bottom = surface.bottom;
	// The pixels of a sheet are in the window itself: no gadget may lie over them.
	if (sheetKind !== SHEET_NONE) surface.bottom = min(bottom, stripHeight + sheetTop());
	if (rests || windowMode === WINDOW_SLIDES) drawGadgets(surface, windowMover.position);
	surface.bottom = bottom;
	if (!rests) return;
	if (sheetKind !== SHEET_NONE || shownApp === NOBODY) drawSheet(surface);
	if (shownApp !== NOBODY) drawPrompt(surface);
}

/** Lists what can be pressed of them, after a change. */
export function listLayers(): void {
	beginTargets(LIST_WINDOW);
	if (shownApp !== NOBODY) {
		listPrompt();
	} else {
		if (!isSheetModal()) listGadgets();
		listSheet();
	}
	damageTree();
}

/** Looks whether the window of the app in front is free and at rest: only then can prompts be answered and gadgets touched. */
export function updateLayers(): void {
	const free = windowRests() && overlay === OVERLAY_NONE;
	updatePrompt(free);
	updateGadgets(free && shownApp === NOBODY && !isSheetModal());
}

/** A touch (INPUT_TOUCH_*) in pixels of the screen, outside edge zones. Whether a layer wants this finger from now on. */
export function layerTouch(kind: u32, finger: u32, x: i32, y: i32): bool {
	if (finger >= FINGERS) return false;
	updateLayers();
	const paneY = y - stripHeight;
	if (kind === INPUT_TOUCH_DOWN) store<u8>(OWNERS + finger, <u8>ownerAt(paneY));
	const owner: u32 = load<u8>(OWNERS + finger);
	if (owner === PROMPTS) touchPrompt(kind, finger, x, paneY);
	else if (owner === SHEETS) touchSheet(kind, finger, x, paneY);
	else if (owner === GADGETS && !touchGadget(kind, finger, x, paneY)) store<u8>(OWNERS + finger, NOBODYS);
	const taken: u32 = load<u8>(OWNERS + finger);
	if (kind === INPUT_TOUCH_UP) store<u8>(OWNERS + finger, NOBODYS);
	return taken !== NOBODYS;
}

/** Whose a finger is that comes down at a height of the pane. A gadget may still find that it is not under it. */
function ownerAt(y: i32): u32 {
	if (shownApp !== NOBODY) return PROMPTS;
	if (sheetKind !== SHEET_NONE && sheetApp === front && y >= sheetTop()) return SHEETS;
	if (isModal() || (sheetKind !== SHEET_NONE && y >= sheetHeadTop())) return NOTHINGS;
	return GADGETS;
}

/** The owner of the sheet hears of a touch in pixels of its own; if the sheet has gone meanwhile, nobody does. */
function touchSheet(kind: u32, finger: u32, x: i32, y: i32): void {
	if (sheetKind !== SHEET_NONE) postTouch(sheetClient(), kind, finger, x, y - sheetTop());
}

/** A key that is not the power key (INPUT_KEY's code). While the system asks something, keys mean nothing. */
export function layerKey(code: u32, down: bool): void {
	if (shownApp === NOBODY && askedOf(front) === 0) keySheet(code, down);
}

/** Does what a target of the layers says. False: it is no such action. */
export function performLayer(action: u32, argument: u32): bool {
	if (action !== ACTION_PROMPT && action !== ACTION_GADGET) return false;
	updateLayers();
	if (action === ACTION_PROMPT) performPrompt(argument);
	else if (!isModal()) performGadget(argument);
	return true;
}

/** Whether a sheet is up that can be touched now. */
export function sheetIsFree(): bool {
	return sheetKind !== SHEET_NONE && sheetApp === front && shownApp === NOBODY && overlay === OVERLAY_NONE;
}

/** Does NODE_ACTION_* to what the owner of the sheet has described. */
export function performSheet(node: u32, action: u32): void {
	if (sheetIsFree()) post(sheetClient(), EVENT_ACTIVATE, node, action);
}

/** Time has passed. */
export function layerTick(): void {
	updateLayers();
	tickPrompt();
	tickSheet();
}

/** The compositor begins: whoever relied on what it knew has to tell it again. */
export function layersStarted(): void {
	answerTo(BADGE_PERMISSIONS, ANSWER_AGAIN, 0, 0, 0);
	answerTo(BADGE_KEYBOARD, ANSWER_AGAIN, 0, 0, 0);
	answerTo(BADGE_POWERBOX, ANSWER_AGAIN, 0, 0, 0);
}

/** Whether what an app shows must not change now: HELD. */
export function isHeld(app: u32): bool {
	return askedOf(app) !== 0 || (isSheetModal() && sheetApp === <i32>app);
}

/** Whether only home may be reached now, because the system asks something. */
export function isModal(): bool {
	return askedOf(front) !== 0 || (isSheetModal() && sheetApp === front);
}

/** An app is no longer in front, or is closed. */
export function appLeft(app: u32, closed: bool): void {
	leaveSheet(app);
	if (closed) {
		dropQuestion(app);
		dropGadgets(app);
	}
	answerTo(BADGE_PERMISSIONS, ANSWER_LEFT, app, 0, closed ? 1 : 0);
}

/** An app has come to the front, or nobody (NOBODY). */
export function frontChanged(app: i32): void {
	listLayers();
	if (app !== NOBODY && purposeOf(app) !== EDIT_NOTHING) editSheet(app, purposeOf(app));
}

/** Pixels below the strip that the app in front can use. */
export function freeHeight(height: i32): i32 {
	return sheetKind === SHEET_KEYBOARD ? height - pixelsHigh(SHEET_KEYBOARD) : height;
}

/** Width of an edge zone at a height of the screen: half over the keyboard. Pixels. */
export function edgeOf(usual: i32, y: i32): i32 {
	return sheetKind !== SHEET_NONE && y - stripHeight >= sheetTop() ? usual / 2 : usual;
}

/** Size of a sheet in pixels: width | height << 16. */
export function sheetSize(client: u32): u32 {
	if (sheetKind === SHEET_NONE || client !== sheetClient()) return 0;
	return <u32>screenWidth | ((<u32>pixelsHigh(sheetKind)) << 16);
}
