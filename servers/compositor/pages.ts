/** The system's pages as the shell has described them (interfaces/pages). They are checked and copied when they come; what is drawn and pressed does not depend on the shell any more. */
import { ROLE_LAST } from '../../interfaces/display/nodes.ts';
import { ACTION_GADGET, ACTION_NOTICE, ACTION_PROMPT } from '../../interfaces/pages/actions.ts';
import * as form from '../../interfaces/pages/elements.ts';
import { FACES } from '../../sdk/graphics/face-numbers.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { drawWallpaper } from '../../sdk/graphics/wallpaper.ts';
import { readLoan } from '../../sdk/loan.ts';
import { read, write } from '../../sdk/region/memory4.ts';
import { damageOverlay, damageTree, homeDamage } from './damaged.ts';
import {
	drawElement,
	elementHigh,
	elementSize,
	elementWide,
	elementX,
	elementY,
	listElement,
	placeElement,
} from './element.ts';
import { POINTS_HIGH, POINTS_WIDE, STRIP, scale } from './geometry.ts';
import { ambience } from './look.ts';
import { INCOMING, isPrintable } from './nodes.ts';
import { overlay } from './scene.ts';
import { beginTargets } from './targets.ts';

/** They lie in the session's region, behind what survives a restart; of them nothing does. */
const PLACE: u32 = 4096;
const LENGTHS: u32 = memory.data(24, 4) as u32;
/** An element, copied to be looked at: the largest, and one more. */
const LARGEST: u32 = 280;
const ELEMENT: u32 = memory.data(280, 4) as u32;

function placeOf(page: u32): u32 {
	return PLACE + form.PAGE_BYTES * page;
}

function lengthOf(page: u32): u32 {
	return load<u32>(LENGTHS + 4 * page);
}

/** Copies what is at a place of the region to ELEMENT; its size. */
function fetch(place: u32): u32 {
	read(ELEMENT, place, LARGEST);
	return elementSize(ELEMENT);
}

/** Draws a page inside the clip of its picture. */
export function drawPage(picture: Surface<OwnMemory>, page: u32): void {
	// X-Ray lies over what is on the screen; of the others something is there even when nobody describes them.
	if (page !== form.PAGE_XRAY && lengthOf(page) === 0) drawWallpaper(picture, ambience, scale);
	const end = placeOf(page) + lengthOf(page);
	for (let place = placeOf(page); place < end; ) {
		place += fetch(place);
		drawElement(picture, ELEMENT);
	}
}

/** Makes a list of what can be told and pressed on a page. */
export function listPage(page: u32, list: u32): void {
	beginTargets(list);
	const end = placeOf(page) + lengthOf(page);
	for (let place = placeOf(page); place < end; ) {
		place += fetch(place);
		listElement(ELEMENT);
	}
}

/** Takes what the caller of this activation lends. False: it is not of the form; the page stays as it was. */
export function takePage(page: u32, length: u32): bool {
	if (length > 0 && readLoan(0, INCOMING, length) < 0) return false;
	for (let at: u32 = 0; at < length; at += elementSize(INCOMING + at)) {
		if (!isElement(INCOMING + at, length - at)) return false;
	}
	if (!differs(page, length)) return true;
	if (page === overlay) damageOverlay();
	damageTree();
	write(placeOf(page), INCOMING, length);
	store<u32>(LENGTHS + 4 * page, length);
	return true;
}

/** Whether what begins there and has `left` bytes at most is an element that may be drawn and pressed. */
function isElement(element: u32, left: u32): bool {
	if (left < form.ELEMENT_BYTES || left < elementSize(element)) return false;
	const kind: u32 = load<u8>(element, form.ELEMENT_DRAW);
	const action: u32 = load<u8>(element, form.ELEMENT_ACTION);
	if (kind > form.DRAW_LAST || load<u8>(element, form.ELEMENT_COLOUR) > <u8>form.COLOUR_LAST) return false;
	if (load<u8>(element, form.ELEMENT_ROLE) > <u8>ROLE_LAST || action > ACTION_NOTICE) return false;
	// Those are for what the compositor itself asks.
	if (action === ACTION_PROMPT || action === ACTION_GADGET) return false;
	const isText = kind === form.DRAW_WORDS || kind === form.DRAW_CENTRED;
	if (isText && load<u8>(element, form.ELEMENT_DETAIL) >= <u8>FACES) return false;
	if (!isPrintable(element + form.ELEMENT_BYTES, load<u8>(element, form.ELEMENT_LENGTH))) return false;
	const x: i32 = load<i16>(element, form.ELEMENT_X);
	const y: i32 = load<i16>(element, form.ELEMENT_Y);
	const width: i32 = load<i16>(element, form.ELEMENT_WIDTH);
	const height: i32 = load<i16>(element, form.ELEMENT_HEIGHT);
	return min(min(x, y), min(width, height)) >= 0 && x + width <= POINTS_WIDE && y + height <= POINTS_HIGH - STRIP;
}

/** Whether a page is not what has come; home is drawn again where it will be different. */
function differs(page: u32, length: u32): bool {
	const end = placeOf(page) + lengthOf(page);
	let differs = false;
	let before = placeOf(page);
	let after: u32 = 0;
	while (before < end || after < length) {
		const gone = before < end ? fetch(before) : 0;
		const come = after < length ? elementSize(INCOMING + after) : 0;
		if (gone !== come || memory.compare(ELEMENT, INCOMING + after, gone) !== 0) {
			differs = true;
			if (page === form.PAGE_HOME && gone !== 0) damageElement(ELEMENT);
			if (page === form.PAGE_HOME && come !== 0) damageElement(INCOMING + after);
		}
		before += gone;
		after += come;
	}
	return differs;
}

function damageElement(element: u32): void {
	placeElement(element);
	homeDamage.add(elementX, elementY, elementWide, elementHigh);
}
