/** A picture of every face, of wrapping and of ellipses. */

import { lineHeight } from '../../../sdk/graphics/face.ts';
import * as faces from '../../../sdk/graphics/face-numbers.ts';
import { fillRectangle } from '../../../sdk/graphics/fill.ts';
import { rgb } from '../../../sdk/graphics/pixel.ts';
import { ellipsize, lineWidth, setTabularText, setText } from '../../../sdk/graphics/run.ts';
import { Surface } from '../../../sdk/graphics/surface.ts';
import { drawLineOfRun, drawParagraph, drawText } from '../../../sdk/graphics/text.ts';
import { RegionMemory } from '../../../sdk/region/memory.ts';

/** What wrapping is shown and tested with. */
export const SAMPLE: string =
	'Chat gets 1 still picture, no location, then the camera disappears from Chat again. Größe, façade, naïve, “quoted”, 30 °C – AVATAR To Wa.';

/** Dark above, light below. */
export function drawTexts<M extends RegionMemory>(surface: Surface<M>, scale: i32): void {
	const middle = surface.height / 2;
	fillRectangle(surface, 0, 0, surface.width, middle, rgb(0x0b141d));
	fillRectangle(surface, 0, middle, surface.width, surface.height - middle, rgb(0xeaf1f8));
	let y = specimen(surface, scale, 12 * scale, rgb(0xf0f4f7));
	fillRectangle(surface, 0, y, surface.width, scale, rgb(0x293946));
	y = specimen(surface, scale, middle + 8 * scale, rgb(0x0e1c28));
	numbers(surface, scale, middle - 84 * scale);
}

function specimen<M extends RegionMemory>(surface: Surface<M>, scale: i32, top: i32, pixel: u32): i32 {
	const x = 20 * scale;
	let y = line(surface, faces.CAPTION, top, 'Caption 13: AVATAR Type Yo. fi fl 0123456789 €', pixel);
	y = line(surface, faces.CAPTION_STRONG, y, 'Caption 13 strong: Hamburgefonstiv 0O1lI', pixel);
	y = line(surface, faces.SMALL, y, 'Small 15: Only Bank receives what you type', pixel);
	y = line(surface, faces.SMALL_STRONG, y, 'Small 15 strong: Slow Water, Aalto', pixel);
	y = line(surface, faces.BODY, y, 'Body 17: Can you show me the view?', pixel);
	y = line(surface, faces.BODY_STRONG, y, 'Body 17 strong: Take one photo', pixel);
	y = line(surface, faces.TITLE, y, 'Title: Use the camera?', pixel);
	y = line(surface, faces.LARGE_TITLE, y, 'Large title: Anna', pixel);
	y = line(surface, faces.HERO, y, 'Hero: 6 min', pixel);
	setText(faces.SMALL, SAMPLE);
	y += drawParagraph(surface, x, y, 350 * scale, 2, pixel);
	return y + 8 * scale;
}

/** One line, which ends in an ellipsis where it does not fit; where the next begins. */
function line<M extends RegionMemory>(surface: Surface<M>, face: u32, y: i32, text: string, pixel: u32): i32 {
	setText(face, text);
	ellipsize(surface.width - surface.width / 9);
	drawLineOfRun(surface, surface.width / 20, y, pixel);
	return y + lineHeight(face);
}

/** The clock, and columns of figures. */
function numbers<M extends RegionMemory>(surface: Surface<M>, scale: i32, y: i32): void {
	drawText(surface, faces.CLOCK, 20 * scale, y, '09:41', rgb(0xf0f4f7));
	setTabularText(faces.SMALL, '11:11.10');
	drawLineOfRun(surface, surface.width - 30 * scale - lineWidth(), y + 20 * scale, rgb(0xb5bfc9));
	setTabularText(faces.SMALL, '00:08.47');
	drawLineOfRun(surface, surface.width - 30 * scale - lineWidth(), y + 40 * scale, rgb(0xb5bfc9));
}
