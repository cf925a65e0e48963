/** How gadgets look: always on the system's black, with a gold edge, with words of the system's. */
import {
	GADGET_NONE,
	GADGET_OPEN,
	GADGET_PASTE,
	GADGET_SAVE,
	GADGET_SHUTTER,
	GADGETS_MOST,
} from '../../interfaces/display/gadgets.ts';
import { ACTION_GADGET } from '../../interfaces/pages/actions.ts';
import { fixed } from '../../sdk/graphics/coverage.ts';
import { SMALL_STRONG } from '../../sdk/graphics/face-numbers.ts';
import { drawIcon, ICON_24 } from '../../sdk/graphics/icon.ts';
import {
	ICON_CAMERA,
	ICON_CLIPBOARD_PASTE,
	ICON_FOLDER_OPEN,
	ICON_KEY_ROUND,
	ICON_SAVE,
} from '../../sdk/graphics/icon-numbers.ts';
import { rgb } from '../../sdk/graphics/pixel.ts';
import { fillRounded, outlineRounded } from '../../sdk/graphics/shapes.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { SYSTEM_BAND, SYSTEM_PAPER } from '../../sdk/graphics/system-colours.ts';
import { drawWords, say, wordsWidth } from '../../sdk/graphics/words.ts';
import { RegionMemory } from '../../sdk/region/memory.ts';
import { gadgetHigh, gadgetWide, gadgetX, gadgetY, isGadgetPressed, seenGadget } from './gadget.ts';
import { px, stripHeight } from './geometry.ts';
import { addButton } from './targets.ts';

const PRESSED: u32 = 0x293946;
const WHITE: u32 = 0xffffff;
/** A gadget narrower than this shows only its picture. */
const WIDE: i32 = 112;
const ICON: i32 = 24;
const GAP: i32 = 8;

function sayKind(kind: u32): void {
	if (kind === GADGET_SHUTTER) say('Take picture');
	else if (kind === GADGET_OPEN) say('Open a file');
	else if (kind === GADGET_SAVE) say('Save to files');
	else say(kind === GADGET_PASTE ? 'Paste' : 'Sign in');
}

function iconOfKind(kind: u32): u32 {
	if (kind === GADGET_SHUTTER) return ICON_CAMERA;
	if (kind === GADGET_OPEN) return ICON_FOLDER_OPEN;
	if (kind === GADGET_SAVE) return ICON_SAVE;
	return kind === GADGET_PASTE ? ICON_CLIPBOARD_PASTE : ICON_KEY_ROUND;
}

/** Draws the gadgets of the app in front, `shift` pixels beside their places: they move with the window. */
export function drawGadgets<M extends RegionMemory>(surface: Surface<M>, shift: i32): void {
	for (let number: u32 = 0; number < GADGETS_MOST; number++) {
		const kind = seenGadget(number);
		if (kind !== GADGET_NONE) drawGadget(surface, number, kind, gadgetX + shift, stripHeight + gadgetY);
	}
}

function drawGadget<M extends RegionMemory>(surface: Surface<M>, number: u32, kind: u32, x: i32, y: i32): void {
	const wide = gadgetWide;
	const high = gadgetHigh;
	if (surface.hides(x, y, x + wide, y + high)) return;
	const radius = min(min(wide, high) / 2, px(24));
	fillRounded(surface, x, y, wide, high, radius, rgb(isGadgetPressed(number) ? PRESSED : SYSTEM_PAPER));
	outlineRounded(surface, x, y, wide, high, radius, fixed(px(2)), rgb(SYSTEM_BAND));
	sayKind(kind);
	const words = wide >= px(WIDE) ? wordsWidth(SMALL_STRONG) + px(GAP) : 0;
	const left = x + (wide - px(ICON) - words) / 2;
	const middle = y + high / 2;
	drawIcon(surface, iconOfKind(kind), ICON_24, left, middle - px(ICON / 2), rgb(SYSTEM_BAND));
	if (words === 0) return;
	drawWords(surface, SMALL_STRONG, left + px(ICON + GAP), middle - px(10), words, rgb(WHITE));
}

/** Lists the gadgets of the app in front. */
export function listGadgets(): void {
	for (let number: u32 = 0; number < GADGETS_MOST; number++) {
		const kind = seenGadget(number);
		if (kind === GADGET_NONE) continue;
		sayKind(kind);
		addButton(gadgetX, gadgetY, gadgetWide, gadgetHigh, ACTION_GADGET, number);
	}
}
