/** News in words: whose they are (the system draws mark and name), and what has happened. On cards of a page, and on the banner. */
import { SMALL, SMALL_STRONG } from '../../sdk/graphics/face-numbers.ts';
import { drawMark } from '../../sdk/graphics/marks.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { fillRounded } from '../../sdk/graphics/shapes.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { drawWords, drawWrapped, sayOne, wordsWidth } from '../../sdk/graphics/words.ts';
import { RegionMemory } from '../../sdk/region/memory.ts';
import { ACTION_ASKED, ACTION_NOTICE } from './actions.ts';
import { setName, setNameIn } from './apps.ts';
import { px, screenWidth } from './geometry.ts';
import { ambience } from './look.ts';
import {
	addNotice,
	NEWS_ASKS,
	NEWS_NOTICE,
	NEWS_STOPPED,
	newsApp,
	newsCapability,
	newsCount,
	newsKind,
} from './news.ts';
import { addButton } from './targets.ts';

/** What has happened, by NEWS_*; an app says itself what it has to say. */
const KINDS: string =
	'|Has stopped. Tap to open it again.|Asks for something. Tap to see what.|Could not open: too many apps are open.';
const CARD: i32 = 76;
const GAP: i32 = 12;
const LINE: i32 = 20;
const LINES: i32 = 2;

/** Draws mark, name and words, from `x` on, in the middle of `height` pixels below `y`. */
export function drawSpeech<M extends RegionMemory>(
	surface: Surface<M>,
	kind: u32,
	app: u32,
	x: i32,
	y: i32,
	height: i32,
	name: u32,
	words: u32,
): void {
	const left = x + px(40);
	const width = screenWidth - x - left - px(20);
	sayWords(kind, app);
	const lines = wordsWidth(SMALL) > width ? LINES : 1;
	const top = y + (height - px(LINE) * (lines + 1)) / 2;
	drawWrapped(surface, SMALL, left, top + px(LINE), width, LINES, words);
	drawMark(surface, app, x + px(22), top + px(10), px(6));
	setName(app);
	drawWords(surface, SMALL_STRONG, left, top, width, name);
}

/** The text becomes what has happened. */
function sayWords(kind: u32, app: u32): void {
	sayOne(KINDS, kind);
	if (kind === NEWS_NOTICE) addNotice(app);
}

/** The text becomes the same for those who cannot see it. */
export function saySpeech(kind: u32, app: u32): void {
	setNameIn('', app, kind === NEWS_STOPPED ? ' has stopped' : kind === NEWS_NOTICE ? ': ' : ' wants attention');
	if (kind === NEWS_NOTICE) addNotice(app);
}

/** Draws at most `most` cards of news from `top` points down, and lists them; on the lock screen a touch of each opens its app. */
export function drawCards(page: Surface<OwnMemory>, top: i32, most: u32, locked: bool): void {
	for (let index: u32 = 0; index < min(most, newsCount); index++) {
		const y = px(top) + <i32>index * px(CARD + GAP);
		const width = screenWidth - px(40);
		const kind = newsKind(index);
		const app = newsApp(index);
		fillRounded(page, px(20), y, width, px(CARD), px(16), ambience.surface2);
		drawSpeech(page, kind, app, px(20), y, px(CARD), ambience.text, ambience.text2);
		saySpeech(kind, app);
		if (kind === NEWS_ASKS && !locked)
			addButton(px(20), y, width, px(CARD), ACTION_ASKED, app | (newsCapability(index) << 8));
		else addButton(px(20), y, width, px(CARD), ACTION_NOTICE, app);
	}
}
