/** News in words: whose they are (the system draws mark and name), and what has happened. On cards of a page, and on the banner. */

import { NEWS_NOTICE, NEWS_STOPPED } from '../../interfaces/pages/state.ts';
import { CHOICE_TEXT } from '../../interfaces/preferences/choices.ts';
import { lineHeight } from '../../sdk/graphics/face.ts';
import { SMALL } from '../../sdk/graphics/face-numbers.ts';
import { drawMark } from '../../sdk/graphics/marks.ts';
import { sizedFace } from '../../sdk/graphics/sized.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { drawWords, drawWrapped, sayOne, wordsWidth } from '../../sdk/graphics/words.ts';
import { RegionMemory } from '../../sdk/region/memory.ts';
import { setName, setNameIn } from './apps.ts';
import { px, screenWidth } from './geometry.ts';
import { choice } from './look.ts';
import { addNotice } from './news.ts';

/** What has happened, by NEWS_*; an app says itself what it has to say. */
const KINDS: string =
	'|Has stopped. Tap to open it again.|Asks for something. Tap to see what.|Could not open: too many apps are open.';
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
	const face = sizedFace(SMALL, choice(CHOICE_TEXT));
	const line = lineHeight(face);
	const lines = wordsWidth(face) > width ? LINES : 1;
	const top = y + (height - line * (lines + 1)) / 2;
	drawWrapped(surface, face, left, top + line, width, LINES, words);
	drawMark(surface, app, x + px(22), top + px(10), px(6));
	setName(app);
	drawWords(surface, face + 1, left, top, width, name);
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
