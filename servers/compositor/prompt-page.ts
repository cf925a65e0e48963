/** How a prompt looks: black paper with the gold band, still, always in the same place; over it the app's window, darkened and crossed with lines. */
import { ROLE_HEADING, ROLE_TEXT, STATE_DISABLED } from '../../interfaces/display/nodes.ts';
import { ACTION_PROMPT } from '../../interfaces/pages/actions.ts';
import { capabilityIcon, capabilityQuestion } from '../../interfaces/permissions/words.ts';
import { fixed } from '../../sdk/graphics/coverage.ts';
import { BODY_STRONG, SMALL, TITLE } from '../../sdk/graphics/face-numbers.ts';
import { drawIcon, ICON_24 } from '../../sdk/graphics/icon.ts';
import { drawMark } from '../../sdk/graphics/marks.ts';
import { rgb } from '../../sdk/graphics/pixel.ts';
import { fillCircle, fillRounded, outlineCircle, outlineRounded } from '../../sdk/graphics/shapes.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { SYSTEM_BAND, SYSTEM_INK, SYSTEM_WARN } from '../../sdk/graphics/system-colours.ts';
import { drawWords, drawWordsIn, drawWrapped, say } from '../../sdk/graphics/words.ts';
import { RegionMemory } from '../../sdk/region/memory.ts';
import { add, addByte } from '../../sdk/text.ts';
import { setName } from './apps.ts';
import { px, screenWidth, stripHeight } from './geometry.ts';
import {
	ARMING_STEPS,
	armedSteps,
	askedOf,
	buttonHeight,
	buttonTop,
	dangerOf,
	isArmed,
	isPressed,
	PROMPT_MARGIN,
	PROMPT_TOP,
	reasonLength,
	reasonOf,
	shownApp,
	shownNumber,
} from './prompt.ts';
import { BUTTON_DENY, BUTTON_ONCE, BUTTONS, sayButton, sayMeaning, sayWarning } from './prompt-words.ts';
import { BAND, deface, drawPaper } from './seal.ts';
import { addButton, addNote, setState } from './targets.ts';

const WHITE: u32 = 0xffffff;
const QUIET: u32 = 0xc8d0d8;
const DIM: u32 = 0x1d2c38;
const PRESSED: u32 = 0x293946;
const OUTLINE: u32 = 0x6f7f8d;
const LINES: i32 = 3;
const TEXT_TOP: i32 = PROMPT_TOP + BAND + 16;

/** Draws the prompt that is shown, in pixels of the screen. */
export function drawPrompt<M extends RegionMemory>(surface: Surface<M>): void {
	const top = stripHeight + px(PROMPT_TOP);
	deface(surface, top, shownNumber);
	drawPaper(surface, top, 'SYSTEM \u00b7 only you can answer');
	if (!surface.hides(0, top, screenWidth, stripHeight + buttonTop(0))) drawQuestion(surface);
	for (let button: i32 = 0; button < BUTTONS; button++) drawButton(surface, button);
}

function drawQuestion<M extends RegionMemory>(surface: Surface<M>): void {
	const app: u32 = shownApp;
	const capability = askedOf(app);
	const left = px(PROMPT_MARGIN);
	const width = screenWidth - 2 * left;
	let y = stripHeight + px(TEXT_TOP);
	drawMark(surface, app, left + px(9), y + px(12), px(9));
	setName(app);
	drawWords(surface, BODY_STRONG, left + px(28), y, width - px(70), rgb(WHITE));
	drawIcon(surface, capabilityIcon(capability), ICON_24, screenWidth - left - px(24), y, rgb(SYSTEM_BAND));
	y += px(36);
	say(capabilityQuestion(capability));
	drawWords(surface, TITLE, left, y, width, rgb(WHITE));
	y += px(36);
	sayMeaning(app, capability);
	y += drawWrapped(surface, SMALL, left, y, width, LINES, rgb(QUIET)) + px(6);
	if (reasonLength(app) > 0) {
		sayReason(app);
		y += drawWrapped(surface, SMALL, left, y, width, LINES, rgb(QUIET)) + px(6);
	}
	if (sayWarning(dangerOf(app))) drawWrapped(surface, SMALL, left, y, width, 2, rgb(SYSTEM_WARN));
}

/** The text becomes what the app says, as a quotation. */
function sayReason(app: u32): void {
	setName(app);
	add(' says: \u201c');
	const reason = reasonOf(app);
	for (let index: u32 = 0; index < reasonLength(app); index++) addByte(load<u8>(reason + index));
	add('\u201d');
}

function drawButton<M extends RegionMemory>(surface: Surface<M>, button: i32): void {
	const left = px(PROMPT_MARGIN);
	const width = screenWidth - 2 * left;
	const top = stripHeight + buttonTop(button);
	const height = buttonHeight();
	if (surface.hides(left, top, left + width, top + height)) return;
	const main = button === BUTTON_ONCE && isArmed();
	if (main) fillRounded(surface, left, top, width, height, px(16), rgb(SYSTEM_BAND));
	else if (isPressed(button)) fillRounded(surface, left, top, width, height, px(16), rgb(PRESSED));
	else if (button < BUTTON_DENY) fillRounded(surface, left, top, width, height, px(16), rgb(DIM));
	else outlineRounded(surface, left, top, width, height, px(16), fixed(px(3)) / 2, rgb(OUTLINE));
	sayButton(button, askedOf(shownApp));
	drawWordsIn(surface, BODY_STRONG, left, top, width, height, rgb(main ? SYSTEM_INK : WHITE));
	if (!isArmed()) drawArming(surface, left + width - px(28), top + height / 2);
}

/** The sign that fills while the button does nothing yet. */
function drawArming<M extends RegionMemory>(surface: Surface<M>, x: i32, y: i32): void {
	const radius = fixed(px(9));
	outlineCircle(surface, fixed(x), fixed(y), radius, fixed(px(3)) / 2, rgb(QUIET));
	const full = (radius * <i32>armedSteps()) / <i32>ARMING_STEPS;
	if (full > 0) fillCircle(surface, fixed(x), fixed(y), full, rgb(QUIET));
}

/** Lists what the prompt says and its buttons. */
export function listPrompt(): void {
	const app: u32 = shownApp;
	const left = px(PROMPT_MARGIN);
	const width = screenWidth - 2 * left;
	say('System question');
	addNote(0, px(PROMPT_TOP), screenWidth, px(BAND), ROLE_TEXT);
	setName(app);
	addNote(left, px(TEXT_TOP), width, px(24), ROLE_TEXT);
	say(capabilityQuestion(askedOf(app)));
	addNote(left, px(TEXT_TOP + 36), width, px(28), ROLE_HEADING);
	sayMeaning(app, askedOf(app));
	addNote(left, px(TEXT_TOP + 72), width, px(40), ROLE_TEXT);
	if (reasonLength(app) > 0) {
		sayReason(app);
		addNote(left, px(TEXT_TOP + 112), width, px(40), ROLE_TEXT);
	}
	if (sayWarning(dangerOf(app))) addNote(left, px(TEXT_TOP + 152), width, px(40), ROLE_TEXT);
	for (let button: i32 = 0; button < BUTTONS; button++) {
		sayButton(button, askedOf(app));
		addButton(left, buttonTop(button), width, buttonHeight(), ACTION_PROMPT, button);
		if (!isArmed()) setState(STATE_DISABLED);
	}
}
