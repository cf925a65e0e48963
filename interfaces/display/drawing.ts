/** Keeps what the compositor shows of the app equal to what the app declares. */

import { notify } from '../../sdk/kernel.ts';
import { App } from '../../sdk/ui/app.ts';
import * as changes from '../../sdk/ui/changes.ts';
import { editPurpose } from '../../sdk/ui/field.ts';
import * as passes from '../../sdk/ui/passes.ts';
import * as requests from '../../sdk/ui/requests.ts';
import * as screen from '../../sdk/ui/screen.ts';
import { nodesAt, nodesSize } from '../../sdk/ui/semantics.ts';
import { computeTheme } from '../../sdk/ui/theme.ts';
import * as display from './client.ts';
import * as look from './look.ts';
import { SLOT_DISPLAY, SLOT_DRAW } from './slots.ts';

const SURFACE_WINDOW: u32 = 0;
const SURFACE_COVER: u32 = 1;
/** Of a band: 64 rows of a window at scale 1, 32 at scale 2. A loan to the compositor is at most 131,072. */
const BAND_BYTES: i32 = 99_840;
const BAND: u32 = memory.data(99840, 16) as u32;
const BAND_ROWS: i32 = 64;
/** An activation in front draws bands until they have so many pixels, otherwise one: a third of the budget, or what lies over everything, such as a sheet's shade, would take too long. */
const PIXELS_FRONT: i32 = 60_000;
const BANDS_BEHIND: i32 = 1;
const NOTHING_YET: u32 = 0xffff_ffff;

// What became of a part that was to be shown.
const SHOWN: u32 = 0;
/** The window is frozen. */
const HELD: u32 = 1;
/** The compositor could not be called now: the budget is nearly used up, or it is being restarted. */
const LATER: u32 = 2;

let windowSize: u32 = 0;
let coverSize: u32 = 0;
let lookWord: u32 = NOTHING_YET;
/** VISIBLE_* of look.ts. */
export let visible: u32 = look.VISIBLE_NOTHING;
/** A prompt of the system lies over the window. */
let frozen: bool = false;
/** Next row of the cover that must be drawn; the cover's height when all has been. */
let coverRow: i32 = 0;
let coverHash: u32 = NOTHING_YET;
/** Pixels that this activation has drawn. */
let drawn: i32 = 0;
/** What the compositor has been told last. */
let toldNodes: u32 = NOTHING_YET;
let toldActions: u32 = 0;
let toldEdit: u32 = 0;
const TOLD_GADGETS: u32 = memory.data(64, 8) as u32;
/** The compositor could not be told something just now: it is in another activation. */
let owed: bool = false;

/** Asks how to draw; whatever has changed is drawn anew. What the compositor or the kernel said. */
export function applyLook(): i32 {
	const status = display.look(SLOT_DISPLAY);
	if (status !== 0) return status;
	const word = display.lookLook();
	const size = display.lookWindow();
	visible = display.lookVisible();
	coverSize = display.lookCover();
	if (word !== lookWord) {
		lookWord = word;
		screen.setLook(word);
		computeTheme(word);
		exposeCover();
	}
	windowSize = size;
	enterWindow();
	exposeWindow();
	return 0;
}

/** The window must be drawn whole. */
export function exposeWindow(): void {
	changes.damageAll();
	toldNodes = NOTHING_YET;
	frozen = false;
}

/** The cover must be drawn whole. */
export function exposeCover(): void {
	coverHash = NOTHING_YET;
}

/** Draws a part of what is to be drawn, and goes on in another activation when that was not all. `fresh`: something may have changed since the last time. */
export function drawSome<A extends App>(fresh: bool): void {
	if (lookWord === NOTHING_YET) return;
	if (visible === look.VISIBLE_NOTHING) return;
	const inFront = visible === look.VISIBLE_WINDOW && !frozen;
	// The window first: what lies behind it is not seen yet.
	const again = owed;
	owed = false;
	if ((inFront && drawWindow<A>(fresh || again)) || drawCover<A>() || owed) notify(SLOT_DRAW);
	enterWindow();
}

/** Whatever happens next happens to the window. */
function enterWindow(): void {
	screen.setScreen(<i32>(windowSize & 0xffff), <i32>(windowSize >> 16), false);
}

/** Whether there is more to draw of the window. */
function drawWindow<A extends App>(fresh: bool): bool {
	if (fresh || changes.everything) settleWindow<A>();
	drawn = 0;
	while (drawn < PIXELS_FRONT) {
		if (changes.damage.count === 0) return false;
		const outcome = drawBand<A>();
		if (outcome !== SHOWN) return outcome === LATER;
	}
	return changes.damage.count > 0;
}

function settleWindow<A extends App>(): void {
	requests.clearRequests();
	passes.settle<A>();
	tellNodes(SURFACE_WINDOW);
	tellGadgets();
	tellEdit();
	moveWindow();
}

/** Shows what has only moved at its new place; where that cannot be done now, everything is drawn instead. */
function moveWindow(): void {
	if (passes.shift === 0) return;
	const size = <u32>screen.screenWidth | ((<u32>passes.shiftRows) << 16);
	if (display.shift(SLOT_DISPLAY, 0, size, passes.shift) !== 0) changes.damageAll();
}

/** Draws the topmost rows of the first damaged rectangle. */
function drawBand<A extends App>(): u32 {
	const area = changes.damage.area(0);
	const width = min(area.right, screen.screenWidth) - max(0, area.left);
	const top = max(0, area.top);
	const rows = min(min(BAND_ROWS, BAND_BYTES / (4 * max(1, width))), min(area.bottom, screen.screenHeight) - top);
	if (width <= 0 || rows <= 0) {
		changes.damage.drop();
		return SHOWN;
	}
	const left = max(0, area.left);
	screen.surface.openPart(BAND, left, top, width, rows);
	passes.drawWindow<A>();
	const outcome = present(SURFACE_WINDOW, left, top, width, rows);
	if (outcome === HELD) freeze();
	if (outcome !== SHOWN) return outcome;
	drawn += width * rows;
	area.top = top + rows;
	if (area.top >= area.bottom) changes.damage.drop();
	return SHOWN;
}

function present(surface: u32, x: i32, y: i32, width: i32, rows: i32): u32 {
	const place = <u32>x | ((<u32>y) << 16);
	const size = <u32>width | ((<u32>rows) << 16);
	const status = display.present(SLOT_DISPLAY, BAND, <u32>(4 * width * rows), surface, place, size);
	if (status < 0) return LATER;
	return status === 0 ? SHOWN : HELD;
}

/** Nothing can be shown until the event RELEASED comes; then everything is. */
function freeze(): void {
	frozen = true;
	changes.damageAll();
}

/** Whether there is more to draw of the cover. */
function drawCover<A extends App>(): bool {
	const width = <i32>(coverSize & 0xffff);
	const height = <i32>(coverSize >> 16);
	if (width === 0 || height === 0) return false;
	screen.setScreen(width, height, true);
	changes.beginTotal();
	passes.passCover<A>(screen.PASS_SETTLE);
	if (changes.total !== coverHash && heard(display.describe(SLOT_DISPLAY, nodesAt(), nodesSize(), SURFACE_COVER))) {
		coverHash = changes.total;
		coverRow = 0;
	}
	tellActions();
	// Equal bands: the compositor makes them smaller one by one, and halves of a cover end between two of its pixels.
	const most = BAND_BYTES / (4 * width);
	const bands = (height + most - 1) / most;
	for (let band: i32 = 0; band < BANDS_BEHIND && coverRow < height; band++) {
		const rows = min((height + bands - 1) / bands, height - coverRow);
		screen.surface.openPart(BAND, 0, coverRow, width, rows);
		passes.passCover<A>(screen.PASS_DRAW);
		const outcome = present(SURFACE_COVER, 0, coverRow, width, rows);
		if (outcome !== SHOWN) return outcome === LATER;
		coverRow += rows;
	}
	return coverRow < height;
}

/** Whether the compositor has heard a call, by its status; what it has not is owed. */
function heard(status: i32): bool {
	if (status < 0) owed = true;
	return status >= 0;
}

function tellNodes(surface: u32): void {
	changes.beginHash(nodesSize());
	changes.hashBytes(nodesAt(), nodesSize());
	if (changes.hashSoFar() === toldNodes) return;
	if (heard(display.describe(SLOT_DISPLAY, nodesAt(), nodesSize(), surface))) toldNodes = changes.hashSoFar();
}

function tellActions(): void {
	const wanted = requests.firstAction | (requests.secondAction << 16);
	if (wanted === toldActions) return;
	const status = display.coverActions(SLOT_DISPLAY, requests.firstAction, requests.secondAction);
	if (heard(status)) toldActions = wanted;
}

/** Asks for the keyboard, or sends it away. */
function tellEdit(): void {
	const purpose = editPurpose();
	if (purpose === toldEdit) return;
	if (heard(display.edit(SLOT_DISPLAY, purpose))) toldEdit = purpose;
}

/** Places gadgets where they are wanted. What has moved is taken away first, so that none seems to lie over another. */
function tellGadgets(): void {
	for (let number: u32 = 0; number < requests.GADGETS_MOST; number++) {
		const told = TOLD_GADGETS + 16 * number;
		if (memory.compare(told, requests.gadgetAt(number), 16) === 0 || load<u32>(told, 8) === 0) continue;
		if (heard(display.gadget(SLOT_DISPLAY, number, 0, 0, 0, 0))) memory.fill(told, 0, 16);
	}
	for (let number: u32 = 0; number < requests.GADGETS_MOST; number++) {
		const told = TOLD_GADGETS + 16 * number;
		const wanted = requests.gadgetAt(number);
		if (memory.compare(told, wanted, 16) === 0) continue;
		const kind = load<u32>(wanted);
		const place = load<u32>(wanted, 4);
		const status = display.gadget(SLOT_DISPLAY, number, kind, place, load<u32>(wanted, 8), load<u32>(wanted, 12));
		if (heard(status)) memory.copy(told, wanted, 16);
	}
}
