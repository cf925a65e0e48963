/** Pictures, and what stands in their place, in the box of the thing that is being declared. */

import { CompactMemory } from '../../sdk/graphics/compact.ts';
import { drawFitted } from '../../sdk/graphics/fit.ts';
import { ICON_IMAGE } from '../../sdk/graphics/icon-numbers.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { boxHeight, boxWidth, boxX, boxY } from '../../sdk/ui/layout.ts';
import { lineOf, TEXT_BODY, TEXT_SMALL } from '../../sdk/ui/metrics.ts';
import { paintBox, paintCentred, paintIcon } from '../../sdk/ui/paint.ts';
import { px, surface } from '../../sdk/ui/screen.ts';
import * as theme from '../../sdk/ui/theme.ts';
import { isHeld } from '../../sdk/ui/thing.ts';
import { wordsOf } from '../../sdk/ui/words.ts';
import { hand } from './hand.ts';
import { isSmallBroken, smallOf } from './small.ts';

/** Points of a picture as large as it is shown: a pixel of the camera is one. */
export const FRAME_WIDTH: i32 = 384;
export const FRAME_HEIGHT: i32 = 512;
const FRAME_RADIUS: i32 = 20;
const SMALL_RADIUS: i32 = 10;

/** The picture in hand, as large as it fits into the box. */
export function paintHand(): void {
	if (hand.width * boxHeight === hand.height * boxWidth) {
		drawFitted<OwnMemory, OwnMemory>(surface, hand, boxX, boxY, boxWidth, boxHeight, px(FRAME_RADIUS));
		return;
	}
	paintBox(FRAME_RADIUS, theme.surfaceLow);
	const width = min(boxWidth, (hand.width * boxHeight) / hand.height);
	const height = min(boxHeight, (hand.height * boxWidth) / hand.width);
	const x = boxX + (boxWidth - width) / 2;
	const y = boxY + (boxHeight - height) / 2;
	drawFitted<OwnMemory, OwnMemory>(surface, hand, x, y, width, height, 0);
}

/** A frame without a picture: an icon and up to two lines. */
export function paintEmpty(icon: u32, title: string, detail: string): void {
	paintBox(FRAME_RADIUS, theme.surfaceLow);
	const line = lineOf(TEXT_BODY);
	const top = boxY + boxHeight / 2 - px(80);
	const x = boxX + px(24);
	const width = boxWidth - px(48);
	paintIcon(icon, boxX + boxWidth / 2, top, theme.text2);
	paintCentred(TEXT_BODY, wordsOf(title), x, top + px(28), width, theme.text);
	paintCentred(TEXT_SMALL, wordsOf(detail), x, top + px(28) + line, width, theme.text2);
}

/** The small copy of a picture. */
export function paintSmall(number: u32): void {
	const image = smallOf(number);
	if (image === null) {
		paintBox(SMALL_RADIUS, theme.surfaceLow);
		if (isSmallBroken(number)) paintIcon(ICON_IMAGE, boxX + boxWidth / 2, boxY + boxHeight / 2, theme.text3);
		return;
	}
	const radius = px(SMALL_RADIUS);
	drawFitted<OwnMemory, CompactMemory>(surface, image, boxX, boxY, boxWidth, boxHeight, radius);
}

/** The same in the middle of a box that is wider than it. */
export function paintTile(number: u32): void {
	const image = smallOf(number);
	if (image === null) return;
	const width = (image.width * boxHeight) / image.height;
	const x = boxX + (boxWidth - width) / 2;
	drawFitted<OwnMemory, CompactMemory>(surface, image, x, boxY, width, boxHeight, px(SMALL_RADIUS));
}

/** An icon in the middle of the box. */
export function paintKey(icon: u32): void {
	if (isHeld()) paintBox(FRAME_RADIUS, theme.surfacePressed);
	paintIcon(icon, boxX + boxWidth / 2, boxY + boxHeight / 2, theme.accent);
}
