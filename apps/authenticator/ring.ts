/** How long a code is still good: a ring of thirty dots, one for each second. */

import { fixed } from '../../sdk/graphics/coverage.ts';
import { fillCircle } from '../../sdk/graphics/shapes.ts';
import { add, addNumber } from '../../sdk/text.ts';
import { boxHeight, boxWidth, boxX, boxY } from '../../sdk/ui/layout.ts';
import { px, surface } from '../../sdk/ui/screen.ts';
import * as theme from '../../sdk/ui/theme.ts';
import * as ui from '../../sdk/ui/ui.ts';

const DOTS: i32 = 30;
const HEIGHT: i32 = 88;
const RADIUS: i32 = 36;
/** Sines of 0, 12, 24, ... 84 degrees, times 1024, and of 90. */
const SINES: u32 = memory.data<i16>([0, 213, 416, 602, 761, 887, 974, 1018]) as u32;
const ONE: i32 = 1024;

/** Sine of `dot` times 12 degrees, times 1024; a quarter of the circle is seven and a half dots. */
function sine(dot: i32): i32 {
	const turn = ((dot % DOTS) + DOTS) % DOTS;
	if (turn >= 15) return -sine15(turn - 15);
	return sine15(turn);
}

/** 0..14: the first half of the circle. */
function sine15(turn: i32): i32 {
	return turn <= 7 ? load<i16>(SINES + 2 * <u32>turn) : load<i16>(SINES + 2 * <u32>(15 - turn));
}

/** Cosine, times 1024: the sine of half a dot less than a quarter on, which lies between two dots. */
function cosine(dot: i32): i32 {
	return (sine(dot + 7) + sine(dot + 8)) / 2;
}

export function ring(seconds: i32): void {
	addNumber(seconds);
	add(' seconds left');
	if (!ui.drawing(ui.built(), HEIGHT, <u32>seconds)) return;
	const x = boxX + boxWidth / 2;
	const y = boxY + boxHeight / 2;
	for (let dot: i32 = 0; dot < DOTS; dot++) {
		const pixel = dot < seconds ? theme.accent : theme.outline;
		const left = fixed(x) + (fixed(px(RADIUS)) * sine(dot)) / ONE;
		const top = fixed(y) - (fixed(px(RADIUS)) * cosine(dot)) / ONE;
		fillCircle(surface, left, top, fixed(px(dot < seconds ? 5 : 3)) / 2, pixel);
	}
}
