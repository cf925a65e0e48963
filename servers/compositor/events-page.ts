/** Events, left of home: the day, and what has happened while nobody looked, newest first. */
import { ROLE_HEADING, ROLE_TEXT } from '../../interfaces/display/nodes.ts';
import { BODY, SMALL, SMALL_STRONG, TITLE } from '../../sdk/graphics/face-numbers.ts';
import { drawMark } from '../../sdk/graphics/marks.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { fillRounded } from '../../sdk/graphics/shapes.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { drawWallpaper } from '../../sdk/graphics/wallpaper.ts';
import { drawWords, drawWordsIn, say } from '../../sdk/graphics/words.ts';
import { ACTION_ASKED, ACTION_BACK, ACTION_OPEN } from './actions.ts';
import { NOBODY, setName, setNameIn } from './apps.ts';
import { sayDate } from './daytime.ts';
import { paneHeight, px, scale, screenWidth } from './geometry.ts';
import { ambience } from './look.ts';
import { ACTION_NONE, addButton, addTarget, beginTargets, LIST_OVERLAY } from './targets.ts';

/** Kinds of news; closed. */
export const NEWS_STOPPED: u32 = 1;
/** The app has asked more often than it may; its question waits here. */
export const NEWS_ASKS: u32 = 2;
/** There was no room for another open app. */
export const NEWS_FULL: u32 = 3;

const MOST: u32 = 7;
/** u8 each: kind, app, CAPABILITY_* that it is about (0: none), zero; newest first. */
const NEWS: u32 = memory.data(32, 4) as u32;
let count: u32 = 0;
const TOP: i32 = 120;
const CARD: i32 = 76;
const GAP: i32 = 12;

/** Something has happened to an app, about a capability or 0. The same news is told once. */
export function addNews(kind: u32, app: u32, capability: u32): void {
	removeNews(kind, app, capability);
	if (count < MOST) count++;
	for (let index = count - 1; index > 0; index--) store<u32>(NEWS + 4 * index, wordAt(index - 1));
	store<u32>(NEWS, wordOf(kind, app, capability));
}

export function removeNews(kind: u32, app: u32, capability: u32): void {
	const word = wordOf(kind, app, capability);
	let to: u32 = 0;
	for (let from: u32 = 0; from < count; from++) {
		if (wordAt(from) !== word) store<u32>(NEWS + 4 * to++, wordAt(from));
	}
	count = to;
}

function wordOf(kind: u32, app: u32, capability: u32): u32 {
	return kind | (app << 8) | (capability << 16);
}

function wordAt(index: u32): u32 {
	return load<u32>(NEWS + 4 * index);
}

function newsKind(index: u32): u32 {
	return wordAt(index) & 0xff;
}

function newsApp(index: u32): u32 {
	return (wordAt(index) >> 8) & 0xff;
}

function newsCapability(index: u32): u32 {
	return wordAt(index) >> 16;
}

/** Draws the page and lists its targets. */
export function drawEvents(page: Surface<OwnMemory>): void {
	beginTargets(LIST_OVERLAY);
	drawWallpaper(page, ambience, scale);
	say('Events');
	addTarget(px(20), px(28), px(200), px(28), ROLE_HEADING, ACTION_NONE, 0);
	drawWords(page, TITLE, px(20), px(28), px(200), ambience.text);
	sayDate();
	addTarget(px(20), px(60), px(340), px(24), ROLE_TEXT, ACTION_NONE, 0);
	drawWords(page, BODY, px(20), px(60), px(340), ambience.text2);
	if (count === 0) drawNothing(page);
	for (let index: u32 = 0; index < count; index++) drawNews(page, index);
	say('Back to home');
	addButton(screenWidth - px(120), paneHeight - px(64), px(100), px(48), ACTION_BACK, NOBODY);
	drawWordsIn(page, SMALL_STRONG, screenWidth - px(120), paneHeight - px(64), px(110), px(48), ambience.accent);
}

function drawNothing(page: Surface<OwnMemory>): void {
	say('Nothing new');
	addTarget(0, paneHeight / 2 - px(20), screenWidth, px(24), ROLE_TEXT, ACTION_NONE, 0);
	drawWordsIn(page, BODY, 0, paneHeight / 2 - px(20), screenWidth, px(24), ambience.text2);
}

function drawNews(page: Surface<OwnMemory>, index: u32): void {
	const y = px(TOP) + <i32>index * px(CARD + GAP);
	const app = newsApp(index);
	fillRounded(page, px(20), y, screenWidth - px(40), px(CARD), px(16), ambience.surface2);
	drawMark(page, app, px(42), y + px(24), px(6));
	setName(app);
	drawWords(page, SMALL_STRONG, px(60), y + px(14), px(280), ambience.text);
	sayNews(newsKind(index));
	drawWords(page, SMALL, px(60), y + px(38), px(290), ambience.text2);
	setNameIn('', app, newsKind(index) === NEWS_STOPPED ? ' has stopped' : ' wants attention');
	const asks = newsKind(index) === NEWS_ASKS;
	const argument = app | (newsCapability(index) << 8);
	addButton(px(20), y, screenWidth - px(40), px(CARD), asks ? ACTION_ASKED : ACTION_OPEN, asks ? argument : app);
}

function sayNews(kind: u32): void {
	if (kind === NEWS_STOPPED) say('Has stopped. Tap to open it again.');
	else if (kind === NEWS_ASKS) say('Asks for something. Tap to see what.');
	else say('Could not open: too many apps are open.');
}
