/** The stack of pages: which one is shown, how far each has scrolled, and where the one on top is while it slides. */

import { SPRING_BYTES, Spring, WINDOW_DAMPING, WINDOW_STIFFNESS } from '../graphics/spring.ts';
import { damageAll } from './changes.ts';
import { screenWidth, still } from './screen.ts';
import { SCROLLER_BYTES, Scroller } from './scroller.ts';
import { setFocus } from './thing.ts';
import { letGo } from './touch.ts';

/** Pages above one another, the first included. */
const PAGES_MOST: u32 = 6;
/** For each: its number, 32 bits, and what is remembered of how it was laid out (LAYOUT_*). */
const PAGES: u32 = memory.data(24, 8) as u32;
const SCROLLERS: u32 = memory.data(384, 8) as u32;
const LAYOUTS: u32 = memory.data(480, 8) as u32;
const LAYOUT_BYTES: u32 = 80;
// Heights in pixels as they were found when the page was last settled; offsets in a layout.
export const LAYOUT_BAR: u32 = 0;
export const LAYOUT_SHEET: u32 = 4;
export const LAYOUT_MENU: u32 = 8;
/** How far a menu is open by itself, or can be pulled open now. */
export const LAYOUT_OPEN: u32 = 12;
/** Twelve cards. */
export const LAYOUT_CARDS: u32 = 16;
export const CARDS_MOST: u32 = 12;

/** How many pages lie below the one on top. */
export let depth: u32 = 0;
/** The page that is being declared, counted from below. */
export let building: u32 = 0;
const slide = changetype<Spring>(memory.data(SPRING_BYTES, 8));
let closing: bool = false;

export function setBuilding(which: u32): void {
	building = which;
}

/** The app's number of a page, counted from below. */
export function pageAt(which: u32): u32 {
	return load<u32>(PAGES + 4 * which);
}

/** How a page has scrolled. */
export function scrollerOf(which: u32): Scroller {
	return changetype<Scroller>(SCROLLERS + SCROLLER_BYTES * which);
}

/** A height of the page that is being declared. */
export function remembered(what: u32): i32 {
	return load<i32>(LAYOUTS + LAYOUT_BYTES * building + what);
}

export function remember(what: u32, height: i32): void {
	store<i32>(LAYOUTS + LAYOUT_BYTES * building + what, height);
}

/** Puts a page on top. When there are six already, it takes the place of the highest. */
export function openPage(page: u32): void {
	if (depth + 1 < PAGES_MOST) depth++;
	store<u32>(PAGES + 4 * depth, page);
	memory.fill(changetype<u32>(scrollerOf(depth)), 0, SCROLLER_BYTES);
	memory.fill(LAYOUTS + LAYOUT_BYTES * depth, 0, LAYOUT_BYTES);
	closing = false;
	slide.hold((<i64>screenWidth) << 16, 0);
	go(0);
}

/** Shows the page on top from its beginning, because it shows something else now. */
export function toTop(): void {
	scrollerOf(depth).jump(0);
}

/** Takes the page on top away. */
export function closePage(): void {
	if (depth === 0) return;
	closing = true;
	go((<i64>screenWidth) << 16);
}

/** The same without a movement. */
export function closePageNow(): void {
	if (depth === 0) return;
	depth--;
	closing = false;
	slide.hold(0, 0);
	setFocus(0);
	letGo();
	damageAll();
}

function go(target: i64): void {
	setFocus(0);
	letGo();
	damageAll();
	slide.release(target, WINDOW_STIFFNESS, WINDOW_DAMPING);
	if (still) advanceSlide(1_000_000_000);
}

/** Pixels that the page on top stands to the right of its place. */
export function slid(): i32 {
	return max(0, <i32>((slide.position + 0x8000) >> 16));
}

/** Whether the page on top moves by itself. */
export function isSliding(): bool {
	return slide.moving;
}

/** A page that moves by itself is where it goes to, at once. */
export function finishSlide(): void {
	advanceSlide(1_000_000_000);
}

/** The finger has moved the page on top to the right by `pixels`. */
export function dragPage(pixels: i32): void {
	slide.hold((<i64>max(0, pixels)) << 16, 0);
	damageAll();
}

/** The finger lets it go at a velocity in pixels a second: it goes away, or back to its place. */
export function dropPage(velocity: i32): void {
	slide.hold(slide.position, (<i64>velocity) << 16);
	const far = slid() > screenWidth / 3 || velocity > 500;
	if (far && velocity > -200) closePage();
	else go(0);
}

/** Lets time pass; whether a page still slides afterwards. */
export function advanceSlide(nanoseconds: u64): bool {
	if (slide.position === 0 && !closing) return false;
	damageAll();
	if (slide.advance(nanoseconds)) return true;
	if (closing && slid() >= screenWidth) closePageNow();
	return false;
}
