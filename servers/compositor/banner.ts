/**
 * What an app has just said, on black paper that hangs from the strip: over everything, and never beside a question of the system's. A touch within half a second of its coming was meant for what it covers, and means
 * nothing.
 */

import { ACTION_NOTICE } from '../../interfaces/pages/actions.ts';
import { NEWS_NOTICE } from '../../interfaces/pages/state.ts';
import { MOVER_BYTES, Mover } from '../../sdk/graphics/mover.ts';
import { faded, rgb } from '../../sdk/graphics/pixel.ts';
import { fillRounded } from '../../sdk/graphics/shapes.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { SYSTEM_PAPER } from '../../sdk/graphics/system-colours.ts';
import { RegionMemory } from '../../sdk/region/memory.ts';
import { NOBODY } from './apps.ts';
import { damagePane, damageStrip } from './damaged.ts';
import { px, RADIUS, screenWidth, stripHeight } from './geometry.ts';
import { drawSpeech, saySpeech } from './speech.ts';
import { addButton } from './targets.ts';
import { cancelTimer, MILLISECOND, setTimer, TIMER_BANNER, takeTimer, time } from './timers.ts';

const HEIGHT: i32 = 88;
/** Points at each side where the edges are: a swipe from there is no touch of the banner. */
const EDGE: i32 = 28;
const FADE: u64 = 120 * MILLISECOND;
const HOLD: u64 = 6000 * MILLISECOND;
const ALARM_HOLD: u64 = 60_000 * MILLISECOND;
const ARMING: u64 = 500 * MILLISECOND;
const OPAQUE: i32 = 255;
const WHITE: u32 = 0xffffff;
const QUIET: u32 = 0xc8d0d8;

/** Whose words are shown, and whose are to be shown next; NOBODY: nobody's. */
let shown: i32 = NOBODY;
let next: i32 = NOBODY;
let isAlarm: bool = false;
let shownAt: u64 = 0;
const opacity = changetype<Mover>(memory.data(MOVER_BYTES, 8));

/** Whether any of it is shown. */
export function bannerSeen(): bool {
	return shown !== NOBODY;
}

/** An app has said something. Nobody pushes away what somebody waits for. */
export function showBanner(app: u32, alarm: bool): void {
	if (isAlarm && shown !== NOBODY && shown !== <i32>app && !alarm) return;
	next = app;
	isAlarm = alarm;
	setTimer(TIMER_BANNER, 1);
}

/** What an app has said is over. */
export function dropBanner(app: u32): void {
	if (next === <i32>app) next = NOBODY;
	if (shown === <i32>app) hide();
}

/** The user pushes it away. */
export function dismissBanner(): void {
	opacity.glide(0, FADE);
}

/** Time has passed; `free`: the system asks nothing. */
export function updateBanner(free: bool): void {
	const due = takeTimer(TIMER_BANNER);
	if (!free) hide();
	else if (next !== NOBODY) begin();
	else if (due) dismissBanner();
}

function begin(): void {
	shown = next;
	next = NOBODY;
	shownAt = time;
	setTimer(TIMER_BANNER, isAlarm ? ALARM_HOLD : HOLD);
	opacity.glide(OPAQUE, FADE);
	damageStrip();
}

function hide(): void {
	if (shown === NOBODY) return;
	shown = NOBODY;
	cancelTimer(TIMER_BANNER);
	opacity.put(0);
	damageBanner();
	damageStrip();
}

/** Lets it fade for `nanoseconds`. */
export function advanceBanner(nanoseconds: u64): void {
	if (!opacity.moving) return;
	opacity.advance(nanoseconds);
	damageBanner();
	if (opacity.position <= 0 && !opacity.moving) hide();
}

export function bannerMoves(): bool {
	return opacity.moving;
}

function damageBanner(): void {
	damagePane(0, 0, screenWidth, px(HEIGHT));
}

/** Whether a place of the screen is on it. */
export function bannerAt(x: i32, y: i32): bool {
	if (shown === NOBODY || x < px(EDGE) || x >= screenWidth - px(EDGE)) return false;
	return y >= stripHeight && y < stripHeight + px(HEIGHT);
}

/** Whether it has been there for long enough to be what a finger is meant for. */
export function isBannerArmed(): bool {
	return time >= shownAt + ARMING;
}

/** Draws it below the strip, inside the surface's clip. */
export function drawBanner<M extends RegionMemory>(surface: Surface<M>): void {
	const alpha = <u32>opacity.position;
	if (shown === NOBODY || alpha === 0) return;
	const top = stripHeight - px(RADIUS);
	const height = px(RADIUS + HEIGHT);
	fillRounded(surface, 0, top, screenWidth, height, px(RADIUS), faded(rgb(SYSTEM_PAPER), alpha));
	const name = faded(rgb(WHITE), alpha);
	drawSpeech(surface, NEWS_NOTICE, shown, 0, stripHeight, px(HEIGHT), name, faded(rgb(QUIET), alpha));
}

/** Lists it with the strip. */
export function listBanner(): void {
	if (shown === NOBODY) return;
	saySpeech(NEWS_NOTICE, shown);
	addButton(0, stripHeight, screenWidth, px(HEIGHT), ACTION_NOTICE, shown);
}
