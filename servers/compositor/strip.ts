/** The strip at the top of the screen: who is in front, and what is in use. It is black, drawn last in every frame, and no app can reach it. */

import { ROLE_STATUS, ROLE_TEXT } from '../../interfaces/display/nodes.ts';
import { ACTION_MENU } from '../../interfaces/pages/actions.ts';
import * as capabilities from '../../interfaces/permissions/capabilities.ts';
import { fixed } from '../../sdk/graphics/coverage.ts';
import { CAPTION, CAPTION_STRONG } from '../../sdk/graphics/face-numbers.ts';
import { fillRectangle } from '../../sdk/graphics/fill.ts';
import { drawIcon, ICON_20 } from '../../sdk/graphics/icon.ts';
import { ICON_BELL } from '../../sdk/graphics/icon-numbers.ts';
import { drawMark } from '../../sdk/graphics/marks.ts';
import { rgb } from '../../sdk/graphics/pixel.ts';
import { fillCircle } from '../../sdk/graphics/shapes.ts';
import { SYSTEM_PAPER, USE_CAMERA, USE_LOCATION, USE_MICROPHONE } from '../../sdk/graphics/system-colours.ts';
import { drawWords, drawWordsRight, say } from '../../sdk/graphics/words.ts';
import { NOBODY, setName, usesOf } from './apps.ts';
import { listBanner } from './banner.ts';
import { stripDrawn } from './damaged.ts';
import { sayBattery, sayTime } from './daytime.ts';
import { px, screenWidth, stripHeight } from './geometry.ts';
import { isModal } from './layers.ts';
import { newsUnseen } from './news.ts';
import { stripPicture } from './panes.ts';
import { addButton, addNote, beginTargets, LIST_STRIP } from './targets.ts';

const WHITE: u32 = 0xffffff;
const QUIET: u32 = 0xb5bfc9;
const MARGIN: i32 = 16;
const LINE: i32 = 7;
const MARK_RADIUS: i32 = 5;
const NAME_WIDTH: i32 = 180;

/** Draws the strip for the app in front (NOBODY: home), with `note` at the right instead of what is in use when there is one. */
export function drawStrip(app: i32): void {
	const strip = stripPicture();
	beginTargets(LIST_STRIP);
	fillRectangle(strip, 0, 0, screenWidth, stripHeight, rgb(SYSTEM_PAPER));
	if (app === NOBODY) drawClock();
	else drawOwner(app);
	const right = drawUses(app, screenWidth - px(MARGIN));
	// Beside a question nothing changes.
	if (newsUnseen && !isModal()) drawIcon(strip, ICON_BELL, ICON_20, (screenWidth - px(20)) / 2, px(6), rgb(QUIET));
	drawBattery(right);
	say('System menu');
	addButton(0, 0, screenWidth, stripHeight, ACTION_MENU, 0);
	listBanner();
	stripDrawn();
}

function drawClock(): void {
	sayTime();
	addNote(0, 0, screenWidth / 2, stripHeight, ROLE_TEXT);
	drawWords(stripPicture(), CAPTION_STRONG, px(MARGIN), px(LINE), px(NAME_WIDTH), rgb(WHITE));
}

function drawOwner(app: u32): void {
	const strip = stripPicture();
	drawMark(strip, app, px(MARGIN + MARK_RADIUS), stripHeight / 2, px(MARK_RADIUS));
	setName(app);
	addNote(0, 0, screenWidth / 2, stripHeight, ROLE_TEXT);
	drawWords(strip, CAPTION_STRONG, px(MARGIN + 18), px(LINE), px(NAME_WIDTH), rgb(WHITE));
}

function drawBattery(right: i32): void {
	sayBattery();
	addNote(right - px(60), 0, px(60), stripHeight, ROLE_STATUS);
	drawWordsRight(stripPicture(), CAPTION, right, px(LINE), rgb(QUIET));
}

/** What the app in front uses, from the right edge leftwards; where that ends. */
function drawUses(app: i32, right: i32): i32 {
	if (app === NOBODY) return right;
	const uses = usesOf(app);
	let at = right;
	if ((uses & (1 << capabilities.CAPABILITY_MICROPHONE)) !== 0) at = drawUse('Microphone', USE_MICROPHONE, at);
	if ((uses & ((1 << capabilities.CAPABILITY_CAMERA) | (1 << capabilities.CAPABILITY_PICTURE))) !== 0)
		at = drawUse('Camera', USE_CAMERA, at);
	if ((uses & (1 << capabilities.CAPABILITY_LOCATION)) !== 0) at = drawUse('Location', USE_LOCATION, at);
	return at;
}

function drawUse(word: string, colour: u32, right: i32): i32 {
	const strip = stripPicture();
	say(word);
	const width = drawWordsRight(strip, CAPTION_STRONG, right, px(LINE), rgb(colour));
	fillCircle(strip, fixed(right - width - px(9)), fixed(stripHeight / 2), fixed(px(4)), rgb(colour));
	addNote(right - width, 0, width, stripHeight, ROLE_STATUS);
	return right - width - px(24);
}
