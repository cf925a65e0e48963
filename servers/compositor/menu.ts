/** The top menu: switches, the ambience, and everything that a gesture does as a button. It comes from the top edge. */
import { ROLE_BUTTON, ROLE_SWITCH, STATE_ON, STATE_SELECTED } from '../../interfaces/display/nodes.ts';
import {
	CAPABILITY_CAMERA,
	CAPABILITY_LOCATION,
	CAPABILITY_MICROPHONE,
} from '../../interfaces/permissions/capabilities.ts';
import { CHOICE_CONTRAST, CHOICE_DARK, CHOICE_HUE, CHOICE_STILL } from '../../interfaces/preferences/choices.ts';
import { oklch } from '../../sdk/graphics/colour.ts';
import { fixed } from '../../sdk/graphics/coverage.ts';
import { CAPTION, CAPTION_STRONG, SMALL_STRONG } from '../../sdk/graphics/face-numbers.ts';
import { fillRectangle } from '../../sdk/graphics/fill.ts';
import { drawIcon, ICON_20, ICON_24 } from '../../sdk/graphics/icon.ts';
import * as icons from '../../sdk/graphics/icon-numbers.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { fillCircle, fillRounded, outlineCircle } from '../../sdk/graphics/shapes.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { drawWords, drawWordsIn, say, sayOne } from '../../sdk/graphics/words.ts';
import * as actions from './actions.ts';
import { NOBODY } from './apps.ts';
import { px, screenWidth } from './geometry.ts';
import { ambience, choice } from './look.ts';
import { isSwitchedOff } from './switches.ts';
import { addButton, addTarget, setState } from './targets.ts';

/** Height of the menu, points. */
export const MENU_HEIGHT: i32 = 452;
const MARGIN: i32 = 20;
const GAP: i32 = 10;
const TILE_HEIGHT: i32 = 72;
const HUES_TOP: i32 = 186;
const BUTTONS_TOP: i32 = 252;
/** Degrees of the ambiences that the menu offers: none is near the gold of the system. */
const HUES: u32 = memory.data<u16>([245, 285, 330, 20, 50, 150, 195]) as u32;
const HUE_COUNT: i32 = 7;

/** Draws the menu into `page` and lists its targets; `front` is the app in front. */
export function drawMenu(page: Surface<OwnMemory>, front: i32): void {
	fillRectangle(page, 0, 0, screenWidth, px(MENU_HEIGHT), ambience.surface1);
	drawTiles(page);
	drawHues(page);
	drawButtons(page, front);
	fillRounded(page, screenWidth / 2 - px(22), px(MENU_HEIGHT - 12), px(44), px(5), px(2), ambience.outline);
	say('Back');
	addButton(0, px(MENU_HEIGHT - 30), screenWidth, px(48), actions.ACTION_BACK, 0);
}

function drawTiles(page: Surface<OwnMemory>): void {
	drawSwitch(page, 0, 'Microphone', icons.ICON_MIC, CAPABILITY_MICROPHONE);
	drawSwitch(page, 1, 'Camera', icons.ICON_CAMERA, CAPABILITY_CAMERA);
	drawSwitch(page, 2, 'Location', icons.ICON_MAP_PIN, CAPABILITY_LOCATION);
	drawChoice(page, 3, 'Dark', icons.ICON_MOON, CHOICE_DARK);
	drawChoice(page, 4, 'Contrast', icons.ICON_CONTRAST, CHOICE_CONTRAST);
	drawChoice(page, 5, 'Less motion', icons.ICON_PAUSE, CHOICE_STILL);
}

function drawSwitch(page: Surface<OwnMemory>, place: i32, word: string, icon: u32, capability: u32): void {
	drawTile(page, place, word, icon, !isSwitchedOff(capability), actions.ACTION_SWITCH, capability);
}

function drawChoice(page: Surface<OwnMemory>, place: i32, word: string, icon: u32, which: u32): void {
	drawTile(page, place, word, icon, choice(which) !== 0, actions.ACTION_CHOICE, which);
}

/** A switch: filled with the accent when it is on. */
function drawTile(
	page: Surface<OwnMemory>,
	place: i32,
	word: string,
	icon: u32,
	on: bool,
	action: u32,
	argument: u32,
): void {
	const width = (screenWidth - 2 * px(MARGIN) - 2 * px(GAP)) / 3;
	const x = px(MARGIN) + (place % 3) * (width + px(GAP));
	const y = px(16) + (place / 3) * px(TILE_HEIGHT + GAP);
	fillRounded(page, x, y, width, px(TILE_HEIGHT), px(16), on ? ambience.accent : ambience.surface3);
	const ink = on ? ambience.accentInk : ambience.text2;
	drawIcon(page, icon, ICON_24, x + (width - px(24)) / 2, y + px(12), ink);
	say(word);
	drawWordsIn(page, CAPTION_STRONG, x, y + px(42), width, px(18), ink);
	addTarget(x, y, width, px(TILE_HEIGHT), ROLE_SWITCH, action, argument);
	if (on) setState(STATE_ON);
}

function drawHues(page: Surface<OwnMemory>): void {
	say('Ambience');
	drawWords(page, CAPTION, px(MARGIN), px(HUES_TOP), px(200), ambience.text2);
	const width = (screenWidth - 2 * px(MARGIN)) / HUE_COUNT;
	for (let index: i32 = 0; index < HUE_COUNT; index++) {
		const hue: i32 = load<u16>(HUES + 2 * index);
		const x = px(MARGIN) + index * width;
		const y = px(HUES_TOP + 16);
		const middleX = fixed(x + width / 2);
		const middleY = fixed(y + px(24));
		fillCircle(page, middleX, middleY, fixed(px(15)), oklch(740, 100, hue));
		outlineCircle(page, middleX, middleY, fixed(px(15)), fixed(px(1)), ambience.outline);
		const chosen = <i32>choice(CHOICE_HUE) === hue;
		if (chosen) outlineCircle(page, middleX, middleY, fixed(px(20)), fixed(px(2)), ambience.text);
		sayOne('Water|Violet|Heather|Rose|Copper|Forest|Lagoon', index);
		addTarget(x, y, width, px(48), ROLE_BUTTON, actions.ACTION_HUE, hue);
		if (chosen) setState(STATE_SELECTED);
	}
}

/** What the gestures do, for a tap. */
function drawButtons(page: Surface<OwnMemory>, front: i32): void {
	drawButton(page, 0, 'Home', icons.ICON_HOUSE, actions.ACTION_HOME, 0, true);
	drawButton(page, 1, 'Apps', icons.ICON_LAYOUT_GRID, actions.ACTION_APPS, 0, true);
	drawButton(page, 2, 'Events', icons.ICON_BELL, actions.ACTION_EVENTS, 0, true);
	drawButton(page, 3, 'Lock', icons.ICON_LOCK, actions.ACTION_LOCK, 0, true);
	drawButton(page, 4, 'X-Ray', icons.ICON_SCAN_EYE, actions.ACTION_XRAY, 0, true);
	drawButton(page, 5, 'Close app', icons.ICON_X, actions.ACTION_CLOSE, front, front !== NOBODY);
}

function drawButton(
	page: Surface<OwnMemory>,
	place: i32,
	word: string,
	icon: u32,
	action: u32,
	argument: u32,
	enabled: bool,
): void {
	const width = (screenWidth - 2 * px(MARGIN) - px(GAP)) / 2;
	const x = px(MARGIN) + (place % 2) * (width + px(GAP));
	const y = px(BUTTONS_TOP + 14) + (place / 2) * px(48 + GAP);
	if (!enabled) return;
	fillRounded(page, x, y, width, px(48), px(16), ambience.surface2);
	drawIcon(page, icon, ICON_20, x + px(16), y + px(14), ambience.accent);
	say(word);
	drawWords(page, SMALL_STRONG, x + px(46), y + px(14), width - px(54), ambience.text);
	addButton(x, y, width, px(48), action, argument);
}
