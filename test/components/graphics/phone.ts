/** Pictures of how the phone is to look: home with covers, in a dark and a light ambience, and a prompt. */

import { AMBIENCE_BYTES, Ambience, DEFAULT_CHROMA, DEFAULT_HUE } from '../../../sdk/graphics/ambience.ts';
import { fixed } from '../../../sdk/graphics/coverage.ts';
import * as faces from '../../../sdk/graphics/face-numbers.ts';
import { fillGradient, fillRectangle } from '../../../sdk/graphics/fill.ts';
import { GRADIENT_BYTES, Gradient } from '../../../sdk/graphics/gradient.ts';
import { faded, rgb } from '../../../sdk/graphics/pixel.ts';
import { setText } from '../../../sdk/graphics/run.ts';
import { fillCircle, fillRounded, outlineRounded } from '../../../sdk/graphics/shapes.ts';
import { drawLine } from '../../../sdk/graphics/strokes.ts';
import { Surface } from '../../../sdk/graphics/surface.ts';
import * as system from '../../../sdk/graphics/system-colours.ts';
import { drawParagraph, drawText, drawTextCentred, textWidth } from '../../../sdk/graphics/text.ts';
import { RegionMemory } from '../../../sdk/region/memory.ts';

const STRIP: i32 = 32;
const COVER_WIDTH: i32 = 168;
const COVER_HEIGHT: i32 = 270;
const GUTTER: i32 = 18;
const ambience = changetype<Ambience>(memory.data(AMBIENCE_BYTES, 4));
const gradient = changetype<Gradient>(memory.data(GRADIENT_BYTES, 8));

/** Home with four covers. */
export function drawHome<M extends RegionMemory>(surface: Surface<M>, s: i32, dark: bool): void {
	ambience.compute(DEFAULT_HUE, DEFAULT_CHROMA, dark);
	gradient.open(0, STRIP * s, ambience.wallpaperTop, 0, surface.height, ambience.wallpaperBottom);
	fillGradient(surface, 0, 0, surface.width, surface.height, gradient);
	strip(surface, s);
	cover(surface, s, 0, 'Chat', system.OWNER_0);
	cover(surface, s, 1, 'Maps', system.OWNER_2);
	cover(surface, s, 2, 'Music', system.OWNER_5);
	cover(surface, s, 3, 'Mail', system.OWNER_1);
	chat(surface, s);
	route(surface, s);
	album(surface, s);
	letters(surface, s);
	fillRounded(surface, 173 * s, 832 * s, 44 * s, 5 * s, 2 * s, ambience.outline);
}

function strip<M extends RegionMemory>(surface: Surface<M>, s: i32): void {
	fillRectangle(surface, 0, 0, surface.width, STRIP * s, rgb(system.SYSTEM_PAPER));
	drawText(surface, faces.CAPTION_STRONG, 16 * s, 7 * s, '09:41', rgb(0xffffff));
	const right = 374 * s - textWidth(faces.CAPTION, '5G  82 %');
	drawText(surface, faces.CAPTION, right, 7 * s, '5G  82 %', rgb(0xb5bfc9));
}

function coverX(index: i32): i32 {
	return GUTTER + (index % 2) * (COVER_WIDTH + GUTTER);
}

function coverY(index: i32): i32 {
	return STRIP + 24 + (index / 2) * (COVER_HEIGHT + GUTTER);
}

function cover<M extends RegionMemory>(surface: Surface<M>, s: i32, index: i32, name: string, owner: u32): void {
	const x = coverX(index) * s;
	const y = coverY(index) * s;
	fillRounded(surface, x, y, COVER_WIDTH * s, COVER_HEIGHT * s, 20 * s, ambience.surface1);
	outlineRounded(surface, x, y, COVER_WIDTH * s, COVER_HEIGHT * s, 20 * s, fixed(3 * s) / 2, rgb(owner));
	fillCircle(surface, fixed(x + 18 * s), fixed(y + 20 * s), fixed(4 * s), rgb(owner));
	drawText(surface, faces.SMALL_STRONG, x + 28 * s, y + 10 * s, name, ambience.text);
}

function chat<M extends RegionMemory>(surface: Surface<M>, s: i32): void {
	const x = coverX(0) * s;
	const y = coverY(0) * s;
	fillRounded(surface, x + 14 * s, y + 48 * s, 110 * s, 34 * s, 14 * s, ambience.surface3);
	drawText(surface, faces.CAPTION, x + 26 * s, y + 56 * s, 'See you at 8?', ambience.text);
	fillRounded(surface, x + 50 * s, y + 90 * s, 104 * s, 34 * s, 14 * s, ambience.accent);
	drawText(surface, faces.CAPTION, x + 64 * s, y + 98 * s, 'On my way', ambience.accentInk);
	drawText(surface, faces.HERO, x + 14 * s, y + 168 * s, '2 new', ambience.accent);
}

function route<M extends RegionMemory>(surface: Surface<M>, s: i32): void {
	const x = fixed(coverX(1) * s);
	const y = fixed(coverY(1) * s);
	drawLine(
		surface,
		x + fixed(24 * s),
		y + fixed(150 * s),
		x + fixed(72 * s),
		y + fixed(96 * s),
		fixed(4 * s),
		ambience.accent,
	);
	drawLine(
		surface,
		x + fixed(72 * s),
		y + fixed(96 * s),
		x + fixed(144 * s),
		y + fixed(54 * s),
		fixed(4 * s),
		ambience.accent,
	);
	drawText(surface, faces.HERO, (x >> 8) + 14 * s, (y >> 8) + 168 * s, '6 min', ambience.text);
}

function album<M extends RegionMemory>(surface: Surface<M>, s: i32): void {
	const x = coverX(2) * s;
	const y = coverY(2) * s;
	fillRounded(surface, x + 39 * s, y + 46 * s, 90 * s, 90 * s, 16 * s, ambience.surface3);
	fillCircle(surface, fixed(x + 84 * s), fixed(y + 91 * s), fixed(22 * s), rgb(system.OWNER_5));
	drawTextCentred(surface, faces.SMALL_STRONG, x + 84 * s, y + 152 * s, 'Slow Water', ambience.text);
	drawTextCentred(surface, faces.CAPTION, x + 84 * s, y + 174 * s, 'Aalto', ambience.text2);
}

function letters<M extends RegionMemory>(surface: Surface<M>, s: i32): void {
	const x = coverX(3) * s + 14 * s;
	let y = coverY(3) * s + 46 * s;
	for (let index: i32 = 0; index < 3; index++) {
		drawText(surface, faces.CAPTION_STRONG, x, y, index === 1 ? 'Aalto Library' : 'Anna Virtanen', ambience.text);
		setText(faces.CAPTION, 'The boat leaves at nine, so we should meet at the pier a little before that.');
		drawParagraph(surface, x, y + 18 * s, 140 * s, 2, ambience.text3);
		y += 66 * s;
	}
}

/** A question of the system over a frozen, hatched app. */
export function drawPrompt<M extends RegionMemory>(surface: Surface<M>, s: i32): void {
	drawHome(surface, s, true);
	fillRectangle(surface, 0, STRIP * s, surface.width, surface.height, faded(rgb(0), 190));
	for (let x: i32 = -40; x < 40; x++) {
		drawLine(
			surface,
			fixed(x * 12 * s),
			fixed(STRIP * s),
			fixed((x * 12 + 260) * s),
			fixed(440 * s),
			fixed(s),
			faded(rgb(0x8f9aa4), 90),
		);
	}
	strip(surface, s);
	fillRectangle(surface, 0, 412 * s, surface.width, 432 * s, rgb(system.SYSTEM_PAPER));
	fillRectangle(surface, 0, 412 * s, surface.width, 44 * s, rgb(system.SYSTEM_BAND));
	const label = 'SYSTEM · nobody else can draw this';
	const right = 374 * s - textWidth(faces.CAPTION_STRONG, label);
	drawText(surface, faces.CAPTION_STRONG, right, 425 * s, label, rgb(system.SYSTEM_INK));
	drawText(surface, faces.TITLE, 20 * s, 480 * s, 'Use the camera for one photo?', rgb(0xffffff));
	setText(faces.SMALL, 'Chat gets 1 still picture, no location, then the camera disappears from Chat again.');
	drawParagraph(surface, 20 * s, 516 * s, 350 * s, 3, rgb(0xb5bfc9));
	button(surface, s, 574, 'Take one photo', rgb(system.SYSTEM_BAND), rgb(system.SYSTEM_INK));
	button(surface, s, 642, 'Let Chat see the camera while open', rgb(0x293946), rgb(0xffffff));
	outlineRounded(surface, 20 * s, 710 * s, 350 * s, 56 * s, 16 * s, fixed(3 * s) / 2, rgb(0x8f9aa4));
	drawTextCentred(surface, faces.BODY_STRONG, 195 * s, 726 * s, 'Don’t allow', rgb(0xffffff));
	drawTextCentred(surface, faces.SMALL, 195 * s, 786 * s, 'Never ask Chat for camera again', rgb(0x8ecbff));
}

function button<M extends RegionMemory>(
	surface: Surface<M>,
	s: i32,
	y: i32,
	label: string,
	ground: u32,
	ink: u32,
): void {
	fillRounded(surface, 20 * s, y * s, 350 * s, 56 * s, 16 * s, ground);
	drawTextCentred(surface, faces.BODY_STRONG, 195 * s, (y + 16) * s, label, ink);
}
