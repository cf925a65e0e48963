/** How everything looks: the user's choices as colours, and as the word that apps are given. */
import * as looks from '../../interfaces/display/look.ts';
import * as choices from '../../interfaces/preferences/choices.ts';
import { AMBIENCE_BYTES, Ambience, DEFAULT_CHROMA, DEFAULT_HUE, LARGEST_CHROMA } from '../../sdk/graphics/ambience.ts';
import { MARKS } from '../../sdk/graphics/marks.ts';
import { scale } from './geometry.ts';

const EDGE_LEAST: u32 = 10;
const EDGE_MOST: u32 = 28;
const EDGE_DEFAULT: u32 = 16;
const TEXT_MOST: u32 = 3;
const TEXT_DEFAULT: u32 = 1;
const FULL_TURN: u32 = 360;
const SEAL_DEFAULT: u32 = 0x1c_13_0a_01;

/** u32 each, by CHOICE_*. */
export const CHOICE_VALUES: u32 = memory.data(36, 4) as u32;
export const ambience = changetype<Ambience>(memory.data(AMBIENCE_BYTES, 4));
/** Goes up with every change that apps can see. */
export let serial: u32 = 1;

export function choice(which: u32): u32 {
	return load<u32>(CHOICE_VALUES + 4 * which);
}

/** Choices of a phone that nobody has changed. */
export function setDefaultChoices(): void {
	memory.fill(CHOICE_VALUES, 0, 4 * choices.CHOICES);
	store<u32>(CHOICE_VALUES + 4 * choices.CHOICE_HUE, DEFAULT_HUE);
	store<u32>(CHOICE_VALUES + 4 * choices.CHOICE_CHROMA, DEFAULT_CHROMA);
	store<u32>(CHOICE_VALUES + 4 * choices.CHOICE_DARK, 1);
	store<u32>(CHOICE_VALUES + 4 * choices.CHOICE_TEXT, TEXT_DEFAULT);
	store<u32>(CHOICE_VALUES + 4 * choices.CHOICE_EDGE, EDGE_DEFAULT);
	store<u32>(CHOICE_VALUES + 4 * choices.CHOICE_SEAL, SEAL_DEFAULT);
	store<u32>(CHOICE_VALUES + 4 * choices.CHOICE_HINTS, 1);
}

/** Whether a choice can have that value. */
export function allows(which: u32, value: u32): bool {
	if (which === choices.CHOICE_HUE) return value < FULL_TURN;
	if (which === choices.CHOICE_CHROMA) return value <= <u32>LARGEST_CHROMA;
	if (which === choices.CHOICE_TEXT) return value <= TEXT_MOST;
	if (which === choices.CHOICE_EDGE) return value >= EDGE_LEAST && value <= EDGE_MOST;
	if (which === choices.CHOICE_SEAL) return isSeal(value);
	return which < choices.CHOICES && value <= 1;
}

function isSeal(value: u32): bool {
	for (let shift: u32 = 0; shift < 32; shift += 8) {
		if (((value >> shift) & 0xff) >= MARKS) return false;
	}
	return true;
}

/** Sets a choice that `allows` allows, without more. */
export function setChoice(which: u32, value: u32): void {
	store<u32>(CHOICE_VALUES + 4 * which, value);
}

/** Computes the colours, after a choice has changed. */
export function computeColours(): void {
	ambience.compute(choice(choices.CHOICE_HUE), choice(choices.CHOICE_CHROMA), choice(choices.CHOICE_DARK) !== 0);
	if (choice(choices.CHOICE_CONTRAST) !== 0) ambience.strengthen(choice(choices.CHOICE_DARK) !== 0);
	serial++;
}

/** Something else that apps ask by `look` has changed. */
export function changeLook(): void {
	serial++;
}

/** No movement but the finger's own. */
export function isStill(): bool {
	return choice(choices.CHOICE_STILL) !== 0;
}

/** The word that apps are given. */
export function lookWord(): u32 {
	let word = choice(choices.CHOICE_HUE) | (choice(choices.CHOICE_CHROMA) << looks.LOOK_CHROMA_SHIFT);
	if (choice(choices.CHOICE_DARK) !== 0) word |= looks.LOOK_DARK;
	if (isStill()) word |= looks.LOOK_STILL;
	if (choice(choices.CHOICE_CONTRAST) !== 0) word |= looks.LOOK_CONTRAST;
	return word | ((<u32>scale) << looks.LOOK_SCALE_SHIFT) | (choice(choices.CHOICE_TEXT) << looks.LOOK_TEXT_SHIFT);
}
