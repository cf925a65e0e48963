/** Draws an element of a page, and lists it (interfaces/pages/elements.ts). Its form was checked when it came. */
import * as form from '../../interfaces/pages/elements.ts';
import { CORNERS_BOTTOM, copyRounded } from '../../sdk/graphics/blit.ts';
import { oklch } from '../../sdk/graphics/colour.ts';
import { fixed } from '../../sdk/graphics/coverage.ts';
import { drawIcon } from '../../sdk/graphics/icon.ts';
import { drawMark, markColour } from '../../sdk/graphics/marks.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { faded, rgb } from '../../sdk/graphics/pixel.ts';
import { fillRounded, outlineRounded } from '../../sdk/graphics/shapes.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { SYSTEM_PAPER, SYSTEM_WARN } from '../../sdk/graphics/system-colours.ts';
import { drawWallpaper } from '../../sdk/graphics/wallpaper.ts';
import { drawWords, drawWordsIn } from '../../sdk/graphics/words.ts';
import { addByte, clear } from '../../sdk/text.ts';
import { addName, coverDrawn, isOpen, placeOf } from './apps.ts';
import { coverPicture } from './covers.ts';
import { px, scale } from './geometry.ts';
import { isMarked } from './home.ts';
import { ambience } from './look.ts';
import { drawSeal } from './seal.ts';
import { drawSpeech, saySpeech } from './speech.ts';
import { addTarget, setState } from './targets.ts';

/** Half points of the edge of a cover, and of one that stands out. */
const EDGE: i32 = 3;
const EDGE_MARKED: i32 = 6;
const MARK_WAITING: i32 = 18;
const SEAL_PITCH: i32 = 28;
const WHITE: u32 = 0xffffff;
const FULL_TURN: i32 = 360;
const HUE_LIGHTNESS: i32 = 740;
const HUE_CHROMA: i32 = 100;

/** Where it is, pixels of the page. */
export let elementX: i32 = 0;
export let elementY: i32 = 0;
export let elementWide: i32 = 0;
export let elementHigh: i32 = 0;

/** Bytes of an element with its words. */
export function elementSize(element: u32): u32 {
	return (form.ELEMENT_BYTES + <u32>load<u8>(element, form.ELEMENT_LENGTH) + 3) & ~3;
}

/** Sets elementX and the others. */
export function placeElement(element: u32): void {
	elementX = px(load<i16>(element, form.ELEMENT_X));
	elementY = px(load<i16>(element, form.ELEMENT_Y));
	elementWide = px(load<i16>(element, form.ELEMENT_WIDTH));
	elementHigh = px(load<i16>(element, form.ELEMENT_HEIGHT));
}

/** The app that it is about. */
function appOf(element: u32): u32 {
	return load<u8>(element, form.ELEMENT_ARGUMENT);
}

/** The text becomes its words. */
function putWords(element: u32): void {
	clear();
	if (load<u8>(element, form.ELEMENT_NAMED) !== 0) addName(appOf(element));
	const length: u32 = load<u8>(element, form.ELEMENT_LENGTH);
	for (let index: u32 = 0; index < length; index++) addByte(load<u8>(element + form.ELEMENT_BYTES + index));
}

function colourOf(element: u32): u32 {
	const colour: u32 = load<u8>(element, form.ELEMENT_COLOUR);
	return faded(plainColour(element, colour), load<u8>(element, form.ELEMENT_OPACITY));
}

function plainColour(element: u32, colour: u32): u32 {
	if (colour < form.COLOUR_PAPER) return load<u32>(changetype<u32>(ambience) + 4 * colour);
	if (colour === form.COLOUR_PAPER) return rgb(SYSTEM_PAPER);
	if (colour === form.COLOUR_WHITE) return rgb(WHITE);
	if (colour === form.COLOUR_WARN) return rgb(SYSTEM_WARN);
	if (colour === form.COLOUR_MARK) return markColour(appOf(element));
	return oklch(HUE_LIGHTNESS, HUE_CHROMA, <i32>load<u16>(element, form.ELEMENT_ARGUMENT) % FULL_TURN);
}

/** Draws it inside the clip of a page's picture. */
export function drawElement(page: Surface<OwnMemory>, element: u32): void {
	placeElement(element);
	if (page.hides(elementX, elementY, elementX + elementWide, elementY + elementHigh)) return;
	const kind: u32 = load<u8>(element, form.ELEMENT_DRAW);
	if (kind === form.DRAW_WALLPAPER) drawWallpaper(page, ambience, scale);
	else if (kind <= form.DRAW_OUTLINE) drawShape(page, element, kind);
	else if (kind <= form.DRAW_ICON) drawSign(page, element, kind);
	else drawOwn(page, element, kind);
}

/** Points of its corners, at most half its shorter side. */
function radiusOf(element: u32): i32 {
	return min(px(load<u8>(element, form.ELEMENT_DETAIL)), min(elementWide, elementHigh) / 2);
}

function drawShape(page: Surface<OwnMemory>, element: u32, kind: u32): void {
	const value = px(load<u8>(element, form.ELEMENT_VALUE));
	const top = page.top;
	if (kind === form.DRAW_OUTLINE) {
		drawOutline(page, element, value);
	} else if (kind === form.DRAW_FILL) {
		if (value > 0) page.top = max(top, elementY + elementHigh - value);
		fillRounded(page, elementX, elementY, elementWide, elementHigh, radiusOf(element), colourOf(element));
	}
	page.top = top;
}

/** `stroke`: half pixels of the line. */
function drawOutline(page: Surface<OwnMemory>, element: u32, stroke: i32): void {
	const radius = radiusOf(element);
	const line = fixed(stroke) / 2;
	outlineRounded(page, elementX, elementY, elementWide, elementHigh, radius, line, colourOf(element));
}

function drawSign(page: Surface<OwnMemory>, element: u32, kind: u32): void {
	const detail: u32 = load<u8>(element, form.ELEMENT_DETAIL);
	const pixel = colourOf(element);
	if (kind === form.DRAW_ICON) {
		drawIcon(page, load<u8>(element, form.ELEMENT_VALUE), detail, elementX, elementY, pixel);
		return;
	}
	putWords(element);
	if (kind === form.DRAW_WORDS) drawWords(page, detail, elementX, elementY, elementWide, pixel);
	else drawWordsIn(page, detail, elementX, elementY, elementWide, elementHigh, pixel);
}

/** What only the compositor knows. */
function drawOwn(page: Surface<OwnMemory>, element: u32, kind: u32): void {
	const app = appOf(element);
	const x = elementX + elementWide / 2;
	const y = elementY + elementHigh / 2;
	if (kind === form.DRAW_MARK) {
		drawMark(page, app, x, y, elementWide / 2);
	} else if (kind === form.DRAW_COVER) {
		if (coverDrawn(app))
			copyRounded(page, coverPicture(placeOf(app)), elementX, elementY, radiusOf(element), CORNERS_BOTTOM);
		else if (isOpen(app)) drawMark(page, app, x, y, px(MARK_WAITING));
	} else if (kind === form.DRAW_EDGE) {
		drawOutline(page, element, px(isMarked(app) ? EDGE_MARKED : EDGE));
	} else if (kind === form.DRAW_NEWS) {
		const news: u32 = load<u8>(element, form.ELEMENT_DETAIL);
		drawSpeech(page, news, app, elementX, elementY, elementHigh, ambience.text, ambience.text2);
	} else {
		drawSeal(page, x - (px(SEAL_PITCH) * 3) / 2, y, px(SEAL_PITCH), (elementHigh * 2) / 5);
	}
}

/** Adds it to the list of targets that was begun. */
export function listElement(element: u32): void {
	const role: u32 = load<u8>(element, form.ELEMENT_ROLE);
	if (role === 0) return;
	if (load<u8>(element, form.ELEMENT_DRAW) === form.DRAW_NEWS)
		saySpeech(load<u8>(element, form.ELEMENT_DETAIL), appOf(element));
	else putWords(element);
	placeElement(element);
	const action: u32 = load<u8>(element, form.ELEMENT_ACTION);
	addTarget(elementX, elementY, elementWide, elementHigh, role, action, load<u32>(element, form.ELEMENT_ARGUMENT));
	setState(load<u8>(element, form.ELEMENT_STATE));
}
