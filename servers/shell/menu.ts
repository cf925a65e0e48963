/** The top menu: switches, the ambience, and everything that a gesture does as a button. It comes from the top edge. */
import { ROLE_BUTTON, ROLE_SWITCH, STATE_ON, STATE_SELECTED } from '../../interfaces/display/nodes.ts';
import * as actions from '../../interfaces/pages/actions.ts';
import * as form from '../../interfaces/pages/elements.ts';
import {
	CAPABILITY_CAMERA,
	CAPABILITY_LOCATION,
	CAPABILITY_MICROPHONE,
} from '../../interfaces/permissions/capabilities.ts';
import { CHOICE_CONTRAST, CHOICE_DARK, CHOICE_HUE, CHOICE_STILL } from '../../interfaces/preferences/choices.ts';
import { CAPTION, CAPTION_STRONG, SMALL_STRONG } from '../../sdk/graphics/face-numbers.ts';
import * as icons from '../../sdk/graphics/icon-numbers.ts';
import { choice, front, isSwitchedOff, NOBODY } from './state.ts';
import * as page from './writer.ts';

const MARGIN: i32 = 20;
const GAP: i32 = 10;
const TILE_WIDTH: i32 = (390 - 2 * 20 - 2 * 10) / 3;
const TILE_HEIGHT: i32 = 72;
const HUES_TOP: i32 = 186;
const HUE_WIDTH: i32 = (390 - 2 * 20) / 7;
const BUTTONS_TOP: i32 = 266;
const BUTTON_WIDTH: i32 = (390 - 2 * 20 - 10) / 2;

export function describeMenu(): void {
	page.fill(0, 0, page.PAGE_WIDE, form.MENU_HEIGHT, form.COLOUR_SURFACE1, 0);
	describeTiles();
	describeHues();
	describeButtons();
	page.handle(form.MENU_HEIGHT - 12);
	page.target(0, form.MENU_HEIGHT - 30, page.PAGE_WIDE, page.TARGET);
	page.press(ROLE_BUTTON, actions.ACTION_BACK, 0);
	page.say('Back');
}

function describeTiles(): void {
	describeSwitch(0, 'Microphone', icons.ICON_MIC, CAPABILITY_MICROPHONE);
	describeSwitch(1, 'Camera', icons.ICON_CAMERA, CAPABILITY_CAMERA);
	describeSwitch(2, 'Location', icons.ICON_MAP_PIN, CAPABILITY_LOCATION);
	describeChoice(3, 'Dark', icons.ICON_MOON, CHOICE_DARK);
	describeChoice(4, 'Contrast', icons.ICON_CONTRAST, CHOICE_CONTRAST);
	describeChoice(5, 'Less motion', icons.ICON_PAUSE, CHOICE_STILL);
}

function describeSwitch(place: i32, word: string, icon: u32, capability: u32): void {
	describeTile(place, word, icon, !isSwitchedOff(capability), actions.ACTION_SWITCH, capability);
}

function describeChoice(place: i32, word: string, icon: u32, which: u32): void {
	describeTile(place, word, icon, choice(which) !== 0, actions.ACTION_CHOICE, which);
}

/** A switch: filled with the accent when it is on. */
function describeTile(place: i32, word: string, icon: u32, on: bool, action: u32, argument: u32): void {
	const x = MARGIN + (place % 3) * (TILE_WIDTH + GAP);
	const y = 16 + (place / 3) * (TILE_HEIGHT + GAP);
	const ink = on ? form.COLOUR_ACCENT_INK : form.COLOUR_TEXT2;
	page.fill(x, y, TILE_WIDTH, TILE_HEIGHT, on ? form.COLOUR_ACCENT : form.COLOUR_SURFACE3, 16);
	page.press(ROLE_SWITCH, action, argument);
	page.say(word);
	if (on) page.setState(STATE_ON);
	page.icon(icon, x + (TILE_WIDTH - 24) / 2, y + 12, 24, ink);
	page.centred(CAPTION_STRONG, x, y + 42, TILE_WIDTH, 18, ink);
	page.say(word);
}

function describeHues(): void {
	page.words(CAPTION, MARGIN, HUES_TOP, 200, 18, form.COLOUR_TEXT2);
	page.say('Ambience');
	// None is near the gold of the system.
	describeHue(0, 245, 'Water');
	describeHue(1, 285, 'Violet');
	describeHue(2, 330, 'Heather');
	describeHue(3, 20, 'Rose');
	describeHue(4, 50, 'Copper');
	describeHue(5, 150, 'Forest');
	describeHue(6, 195, 'Lagoon');
}

function describeHue(place: i32, hue: u32, name: string): void {
	const middleX = MARGIN + place * HUE_WIDTH + HUE_WIDTH / 2;
	const middleY = HUES_TOP + 40;
	const chosen = choice(CHOICE_HUE) === hue;
	page.fill(middleX - 15, middleY - 15, 30, 30, form.COLOUR_HUE, 15);
	page.about(hue);
	page.draw(form.DRAW_OUTLINE, middleX - 15, middleY - 15, 30, 30, form.COLOUR_OUTLINE, 15);
	page.setValue(2);
	if (chosen) {
		page.draw(form.DRAW_OUTLINE, middleX - 20, middleY - 20, 40, 40, form.COLOUR_TEXT, 20);
		page.setValue(4);
	}
	page.target(middleX - HUE_WIDTH / 2, HUES_TOP + 16, HUE_WIDTH, page.TARGET);
	page.press(ROLE_BUTTON, actions.ACTION_HUE, hue);
	page.say(name);
	if (chosen) page.setState(STATE_SELECTED);
}

/** What the gestures do, for a tap. */
function describeButtons(): void {
	describeButton(0, 'Home', icons.ICON_HOUSE, actions.ACTION_HOME, 0);
	describeButton(1, 'Apps', icons.ICON_LAYOUT_GRID, actions.ACTION_APPS, 0);
	describeButton(2, 'Events', icons.ICON_BELL, actions.ACTION_EVENTS, 0);
	describeButton(3, 'Lock', icons.ICON_LOCK, actions.ACTION_LOCK, 0);
	describeButton(4, 'X-Ray', icons.ICON_SCAN_EYE, actions.ACTION_XRAY, 0);
	if (front() !== NOBODY) describeButton(5, 'Close app', icons.ICON_X, actions.ACTION_CLOSE, front());
}

function describeButton(place: i32, word: string, icon: u32, action: u32, argument: u32): void {
	const x = MARGIN + (place % 2) * (BUTTON_WIDTH + GAP);
	const y = BUTTONS_TOP + (place / 2) * (page.TARGET + GAP);
	page.fill(x, y, BUTTON_WIDTH, page.TARGET, form.COLOUR_SURFACE2, 16);
	page.press(ROLE_BUTTON, action, argument);
	page.say(word);
	page.icon(icon, x + 16, y + 14, 20, form.COLOUR_ACCENT);
	page.words(SMALL_STRONG, x + 46, y + 14, BUTTON_WIDTH - 54, 20, form.COLOUR_TEXT);
	page.say(word);
}
