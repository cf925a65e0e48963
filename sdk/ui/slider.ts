/** A value between two ends, and how far something has come. */

import { fixed } from '../graphics/coverage.ts';
import { fillCircle, fillRounded, outlineCircle } from '../graphics/shapes.ts';
import { boxHeight, boxWidth, boxX, boxY, place } from './layout.ts';
import * as metrics from './metrics.ts';
import { lineOf } from './metrics.ts';
import { NODE_ACTION_LESS, NODE_ACTION_MORE, NODE_ACTION_SHOW, ROLE_PROGRESS, ROLE_SLIDER } from './nodes.ts';
import { paintLine, paintRight, widthOf } from './paint.ts';
import { PASS_TOUCH, pass, px, surface } from './screen.ts';
import * as theme from './theme.ts';
import { begin, describe, end, isHeld, number, reaches, shows } from './thing.ts';
import { held, isDragged, TOUCH_LESS, TOUCH_MORE, touchKind, touchX } from './touch.ts';
import { wordsOf } from './words.ts';

const ACTIONS: u32 = (1 << NODE_ACTION_MORE) | (1 << NODE_ACTION_LESS) | (1 << NODE_ACTION_SHOW);
/** Radius of the knob, points: the track ends so far from the box's ends. */
const KNOB: i32 = 12;

/** A slider from `low` to `high` in steps of `step`: the value after this pass, given the one before. Drag it, tap on its track, or step by name. `shown` is the value as text. */
export function slider<T, U>(name: T, shown: U, value: i32, low: i32, high: i32, step: i32): i32 {
	const text = wordsOf(name);
	const amount = wordsOf(shown);
	const line = lineOf(metrics.TEXT_BODY);
	place(line + px(metrics.TARGET));
	begin(ROLE_SLIDER, text);
	describe(text, amount, 0, ACTIONS, hundredths(value, low, high));
	shows(<u32>value);
	reaches(px(2));
	if (end()) {
		const width = widthOf(metrics.TEXT_SMALL, amount);
		paintLine(metrics.TEXT_BODY, text, boxX, boxY, boxWidth - width - px(8), theme.text);
		paintRight(metrics.TEXT_SMALL, amount, boxX, boxY + (line - lineOf(metrics.TEXT_SMALL)) / 2, boxWidth, theme.text2);
		paintTrack(value, low, high);
	}
	return slide(value, low, high, step);
}

/** The value that the finger, or somebody who acts by name, gives it. */
function slide(value: i32, low: i32, high: i32, step: i32): i32 {
	if (pass !== PASS_TOUCH) return value;
	if (isDragged(number)) {
		const room = max(1, boxWidth - 2 * px(KNOB));
		const along = max(0, min(room, touchX - boxX - px(KNOB)));
		const steps = (along * ((high - low) / step) + room / 2) / room;
		return low + steps * step;
	}
	if (held !== number) return value;
	if (touchKind === TOUCH_MORE) return min(high, value + step);
	return touchKind === TOUCH_LESS ? max(low, value - step) : value;
}

function hundredths(value: i32, low: i32, high: i32): u32 {
	return <u32>((100 * (max(low, min(high, value)) - low)) / max(1, high - low));
}

function paintTrack(value: i32, low: i32, high: i32): void {
	const y = boxY + boxHeight - px(metrics.TARGET / 2);
	const room = boxWidth - 2 * px(KNOB);
	const x = boxX + px(KNOB) + <i32>((<i64>room * (max(low, min(high, value)) - low)) / max(1, high - low));
	paintBar(boxX, y, boxWidth, theme.surfacePressed);
	paintBar(boxX, y, x - boxX, theme.accent);
	const radius = fixed(px(KNOB));
	fillCircle(surface, fixed(x), fixed(y), radius, isHeld() ? theme.text : theme.accent);
	outlineCircle(surface, fixed(x), fixed(y), radius + fixed(px(2)), fixed(px(2)), theme.ground);
}

/** A bar of four points with its middle at row `y`. */
function paintBar(x: i32, y: i32, width: i32, pixel: u32): void {
	if (width >= px(4)) fillRounded(surface, x, y - px(2), width, px(4), px(2), pixel);
}

/** How far something has come, of 100. `shown` is that as text ('' = nothing). */
export function progress<T, U>(name: T, shown: U, hundred: u32): void {
	const text = wordsOf(name);
	const amount = wordsOf(shown);
	const part = min<u32>(100, hundred);
	place(lineOf(metrics.TEXT_SMALL) + px(16));
	begin(ROLE_PROGRESS, text);
	describe(text, amount, 0, 0, part);
	if (!end()) return;
	const width = widthOf(metrics.TEXT_SMALL, amount);
	paintLine(metrics.TEXT_SMALL, text, boxX, boxY, boxWidth - width - px(8), theme.text2);
	paintRight(metrics.TEXT_SMALL, amount, boxX, boxY, boxWidth, theme.text2);
	const y = boxY + boxHeight - px(8);
	paintBar(boxX, y, boxWidth, theme.surfacePressed);
	paintBar(boxX, y, (boxWidth * <i32>part) / 100, theme.accent);
}
