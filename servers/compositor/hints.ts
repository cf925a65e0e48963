/** What each edge does, told beside it when an app comes to the front: the first times after the phone was started, until the user has shown that he knows. */
import { CHOICE_HINTS } from '../../interfaces/preferences/choices.ts';
import { CAPTION_STRONG } from '../../sdk/graphics/face-numbers.ts';
import { MOVER_BYTES, Mover } from '../../sdk/graphics/mover.ts';
import { faded, rgb } from '../../sdk/graphics/pixel.ts';
import { fillRounded } from '../../sdk/graphics/shapes.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { SYSTEM_PAPER } from '../../sdk/graphics/system-colours.ts';
import { drawWordsIn, sayOne } from '../../sdk/graphics/words.ts';
import { RegionMemory } from '../../sdk/region/memory.ts';
import { changeChoice } from './choose.ts';
import { damagePane } from './damaged.ts';
import { paneHeight, px, screenWidth, stripHeight } from './geometry.ts';
import { choice } from './look.ts';
import { cancelTimer, MILLISECOND, setTimer, TIMER_HINTS } from './timers.ts';

const FADE: u64 = 300 * MILLISECOND;
const HOLD: u64 = 2000 * MILLISECOND;
const OPAQUE: i32 = 230;
const WHITE: u32 = 0xffffff;
/** Gestures after which nobody needs hints. */
const KNOWN: u32 = 12;
/** Position: opacity. */
const opacity = changetype<Mover>(memory.data(MOVER_BYTES, 8));
let made: u32 = 0;
/** How often they are shown after a start, and have been. */
const SHOWN_MOST: u32 = 2;
let shown: u32 = 0;

/** An app has come to the front. */
export function showHints(): void {
	if (choice(CHOICE_HINTS) === 0 || shown >= SHOWN_MOST) return;
	shown++;
	opacity.glide(OPAQUE, FADE);
	setTimer(TIMER_HINTS, FADE + HOLD);
}

/** They have been seen for long enough. */
export function fadeHints(): void {
	opacity.glide(0, FADE);
}

/** The user does something: they are gone at once. */
export function dropHints(): void {
	cancelTimer(TIMER_HINTS);
	if (opacity.position > 0 || opacity.moving) damageHints();
	opacity.put(0);
}

/** A gesture was completed. */
export function countGesture(): void {
	if (choice(CHOICE_HINTS) === 0 || ++made < KNOWN) return;
	made = 0;
	changeChoice(CHOICE_HINTS, 0);
}

/** Lets time pass; whether they still change. */
export function advanceHints(nanoseconds: u64): bool {
	if (!opacity.moving) return false;
	damageHints();
	return opacity.advance(nanoseconds);
}

/** Whether they are there. */
export function hintsSeen(): bool {
	return opacity.moving || opacity.position > 0;
}

export function hintsMove(): bool {
	return opacity.moving;
}

function damageHints(): void {
	for (let place: i32 = 0; place < 4; place++) damagePane(hintX(place), hintY(place), px(112), px(30));
}

/** Places: top, left, right, bottom. */
function hintX(place: i32): i32 {
	if (place === 1) return px(10);
	return place === 2 ? screenWidth - px(122) : (screenWidth - px(112)) / 2;
}

function hintY(place: i32): i32 {
	if (place === 0) return px(10);
	return place === 3 ? paneHeight - px(40) : paneHeight / 2 - px(15);
}

/** Draws them over the window, inside the surface's clip. */
export function drawHints<M extends RegionMemory>(surface: Surface<M>): void {
	if (opacity.position <= 0) return;
	for (let place: i32 = 0; place < 4; place++) {
		const y = hintY(place) + stripHeight;
		const alpha = <u32>opacity.position;
		fillRounded(surface, hintX(place), y, px(112), px(30), px(15), faded(rgb(SYSTEM_PAPER), alpha));
		sayOne('Pull: menu|Swipe: home|Swipe: home|Swipe: apps', place);
		drawWordsIn(surface, CAPTION_STRONG, hintX(place), y, px(112), px(30), faded(rgb(WHITE), alpha));
	}
}
