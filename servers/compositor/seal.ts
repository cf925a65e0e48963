/** The gold band, by which the system's own sheets are known: the user's four marks in it, and who is speaking. Only the compositor knows the marks. */
import { CHOICE_SEAL } from '../../interfaces/preferences/choices.ts';
import { fixed } from '../../sdk/graphics/coverage.ts';
import { CAPTION_STRONG } from '../../sdk/graphics/face-numbers.ts';
import { fillRectangle } from '../../sdk/graphics/fill.ts';
import { drawHatch } from '../../sdk/graphics/hatch.ts';
import { drawMark } from '../../sdk/graphics/marks.ts';
import { faded, rgb } from '../../sdk/graphics/pixel.ts';
import { fillCircle } from '../../sdk/graphics/shapes.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { SYSTEM_BAND, SYSTEM_INK, SYSTEM_PAPER } from '../../sdk/graphics/system-colours.ts';
import { drawWordsRight, say } from '../../sdk/graphics/words.ts';
import { RegionMemory } from '../../sdk/region/memory.ts';
import { px, screenHeight, screenWidth, stripHeight } from './geometry.ts';
import { choice } from './look.ts';

/** Height of the band, points. */
export const BAND: i32 = 44;
const MARKS: i32 = 4;
const FIRST_MARK: i32 = 30;
const MARK_PITCH: i32 = 30;
const SCRIM: u32 = 176;
const LINE: u32 = 0xb5bfc9;
const LINE_ALPHA: u32 = 70;
const SPACING: i32 = 15;
const SLANTS: u32 = 5;

/** Draws a sheet of the system from `y` (screen pixels) to the bottom: black paper, and the band on top with the words of who speaks. */
export function drawPaper<M extends RegionMemory>(surface: Surface<M>, y: i32, speaker: string): void {
	fillRectangle(surface, 0, y + px(BAND), screenWidth, screenHeight - y - px(BAND), rgb(SYSTEM_PAPER));
	if (surface.hides(0, y, screenWidth, y + px(BAND))) return;
	fillRectangle(surface, 0, y, screenWidth, px(BAND), rgb(SYSTEM_BAND));
	const middle = y + px(BAND / 2);
	for (let index: i32 = 0; index < MARKS; index++) {
		fillCircle(surface, fixed(px(FIRST_MARK + MARK_PITCH * index)), fixed(middle), fixed(px(13)), rgb(SYSTEM_PAPER));
	}
	drawSeal(surface, px(FIRST_MARK), middle, px(MARK_PITCH), px(7));
	say(speaker);
	drawWordsRight(surface, CAPTION_STRONG, screenWidth - px(20), middle - px(9), rgb(SYSTEM_INK));
}

/** Draws the user's four marks, the first around (x, y), the others each `pitch` pixels further. */
export function drawSeal<M extends RegionMemory>(surface: Surface<M>, x: i32, y: i32, pitch: i32, radius: i32): void {
	const seal = choice(CHOICE_SEAL);
	for (let index: i32 = 0; index < MARKS; index++) {
		drawMark(surface, (seal >> (8 * index)) & 0xff, x + pitch * index, y, radius);
	}
}

/**
 * Defaces the window of an app from the strip down to `bottom` (screen pixels), so that nobody takes it for something alive (after Precursor): darker, and crossed with lines whose slant
 * depends on `number`, so that no app can draw its own to fit.
 */
export function deface<M extends RegionMemory>(surface: Surface<M>, bottom: i32, number: u32): void {
	fillRectangle(surface, 0, stripHeight, screenWidth, bottom - stripHeight, faded(rgb(SYSTEM_PAPER), SCRIM));
	const slope = 3 + <i32>(number % SLANTS);
	drawHatch(surface, stripHeight, bottom, slope, px(SPACING), px(1), faded(rgb(LINE), LINE_ALPHA));
}
