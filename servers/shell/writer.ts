/** Writes a page element by element (interfaces/pages/elements.ts). What does not fit any more is left out. */
import { describe } from '../../interfaces/pages/client.ts';
import * as form from '../../interfaces/pages/elements.ts';
import { CHOICE_TEXT } from '../../interfaces/preferences/choices.ts';
import { sizedFace } from '../../sdk/graphics/sized.ts';
import { add, clear, pointer, size } from '../../sdk/text.ts';
import { SLOT_PAGES } from './slots.ts';
import { choice } from './state.ts';

export const PAGE_WIDE: i32 = 390;
export const PAGE_HIGH: i32 = 812;
/** The least target, points. */
export const TARGET: i32 = 48;
const OPAQUE: u8 = 255;
/** Half of what a line of larger text is higher, points. */
const TALLER: i32 = 2;
const WORDS_MOST: u32 = 255;
const PAGE: u32 = memory.data(6144 + 280, 8) as u32;
let length: u32 = 0;
/** The element that was begun last. */
let last: u32 = PAGE;

export function beginPage(): void {
	length = 0;
}

/** The page is whole. False: the compositor does not take it now. */
export function endPage(page: u32): bool {
	return describe(SLOT_PAGES, PAGE, length, page) === 0;
}

/** Begins an element (DRAW_*); the functions below say more of it. */
export function draw(kind: u32, x: i32, y: i32, width: i32, height: i32, colour: u32, detail: u32): void {
	if (length + form.ELEMENT_BYTES > form.PAGE_BYTES) length = form.PAGE_BYTES;
	last = PAGE + length;
	memory.fill(last, 0, form.ELEMENT_BYTES);
	store<u8>(last, <u8>kind, form.ELEMENT_DRAW);
	store<i16>(last, <i16>x, form.ELEMENT_X);
	store<i16>(last, <i16>y, form.ELEMENT_Y);
	store<i16>(last, <i16>width, form.ELEMENT_WIDTH);
	store<i16>(last, <i16>height, form.ELEMENT_HEIGHT);
	store<u8>(last, <u8>colour, form.ELEMENT_COLOUR);
	store<u8>(last, OPAQUE, form.ELEMENT_OPACITY);
	store<u8>(last, <u8>detail, form.ELEMENT_DETAIL);
	if (length < form.PAGE_BYTES) length += form.ELEMENT_BYTES;
}

/** It is about an app. */
export function about(app: u32): void {
	store<u32>(last, app, form.ELEMENT_ARGUMENT);
}

/** The app's name stands before its words. */
export function named(app: u32): void {
	about(app);
	store<u8>(last, 1, form.ELEMENT_NAMED);
}

export function setOpacity(opacity: u32): void {
	store<u8>(last, <u8>opacity, form.ELEMENT_OPACITY);
}

export function setValue(value: u32): void {
	store<u8>(last, <u8>value, form.ELEMENT_VALUE);
}

/** Its words are the text of sdk/text.ts. */
export function sayText(): void {
	const bytes = min(size(), WORDS_MOST);
	const end = (form.ELEMENT_BYTES + bytes + 3) & ~3;
	if (last + end > PAGE + form.PAGE_BYTES) return;
	memory.fill(last + form.ELEMENT_BYTES, 0, end - form.ELEMENT_BYTES);
	memory.copy(last + form.ELEMENT_BYTES, pointer(), bytes);
	store<u8>(last, <u8>bytes, form.ELEMENT_LENGTH);
	length = last + end - PAGE;
}

/** Its words are constant. */
export function say(words: string): void {
	clear();
	add(words);
	sayText();
}

/** Those who cannot see it are told of it. */
export function tell(role: u32): void {
	store<u8>(last, <u8>role, form.ELEMENT_ROLE);
}

/** It can be pressed, too. */
export function press(role: u32, action: u32, argument: u32): void {
	tell(role);
	store<u8>(last, <u8>action, form.ELEMENT_ACTION);
	store<u32>(last, argument, form.ELEMENT_ARGUMENT);
}

/** Its state (STATE_* of the display interface). */
export function setState(state: u32): void {
	store<u8>(last, <u8>state, form.ELEMENT_STATE);
}

/** What is pressed where nothing more is drawn. */
export function target(x: i32, y: i32, width: i32, height: i32): void {
	draw(form.DRAW_NOTHING, x, y, width, height, 0, 0);
}

export function fill(x: i32, y: i32, width: i32, height: i32, colour: u32, radius: u32): void {
	draw(form.DRAW_FILL, x, y, width, height, colour, radius);
}

/** The face at the size of text that the user has chosen. */
function faceFor(face: u32): u32 {
	return sizedFace(face, choice(CHOICE_TEXT));
}

/** A line of `height` points from the left. */
export function words(face: u32, x: i32, y: i32, width: i32, height: i32, colour: u32): void {
	const sized = faceFor(face);
	const taller = sized === face ? 0 : TALLER;
	draw(form.DRAW_WORDS, x, y - taller, width, height + 2 * taller, colour, sized);
}

/** A line in the middle of a rectangle. */
export function centred(face: u32, x: i32, y: i32, width: i32, height: i32, colour: u32): void {
	draw(form.DRAW_CENTRED, x, y, width, height, colour, faceFor(face));
}

/** An icon in a square of `side` points: 20, 24 or 32. */
export function icon(which: u32, x: i32, y: i32, side: i32, colour: u32): void {
	draw(form.DRAW_ICON, x, y, side, side, colour, side === 20 ? 0 : side === 24 ? 1 : 2);
	setValue(which);
}

/** The mark of an app around a place. */
export function mark(app: u32, x: i32, y: i32, radius: i32): void {
	draw(form.DRAW_MARK, x - radius, y - radius, 2 * radius, 2 * radius, 0, 0);
	about(app);
}

/** The bar by which a page is pulled. */
export function handle(y: i32): void {
	fill(PAGE_WIDE / 2 - 22, y, 44, 5, form.COLOUR_OUTLINE, 2);
}
