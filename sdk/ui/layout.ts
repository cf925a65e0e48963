/** Where things go: a column from top to bottom, in which rows of equal cells and cards can stand. All pixels of the window. */

import { px } from './screen.ts';

/** The box of the thing that is being declared. */
export let boxX: i32 = 0;
export let boxY: i32 = 0;
export let boxWidth: i32 = 0;
export let boxHeight: i32 = 0;
/** The column, and where its next thing begins. */
let columnX: i32 = 0;
let columnWidth: i32 = 0;
let cursor: i32 = 0;
/** The row: how many cells are left, and how high the highest one is. No row while there are no cells. */
let cells: i32 = 0;
let cell: i32 = 0;
let cellGap: i32 = 0;
let rowHeight: i32 = 0;

/** Begins a column at pixel (x, y). */
export function beginColumn(x: i32, y: i32, width: i32): void {
	columnX = x;
	columnWidth = width;
	cursor = y;
	cells = 0;
}

/** Where the next thing of the column begins. */
export function columnEnd(): i32 {
	return cursor;
}

/** The column's left end and width. */
export function columnLeft(): i32 {
	return columnX;
}

export function columnSize(): i32 {
	return columnWidth;
}

/** Leaves `points` free. */
export function gap(points: i32): void {
	cursor += px(points);
}

/** Goes on at pixel row `y`. */
export function moveTo(y: i32): void {
	cursor = y;
}

/** Makes the column narrower by `points` on each side; negative: wider again. */
export function inset(points: i32): void {
	columnX += px(points);
	columnWidth -= px(2 * points);
}

/** The next `count` things stand side by side, `points` apart. End with `endRow`. */
export function beginRow(count: i32, points: i32): void {
	cells = max(1, count);
	cell = 0;
	cellGap = px(points);
	rowHeight = 0;
}

/** The column goes on below the row. */
export function endRow(): void {
	cells = 0;
	cursor += rowHeight;
}

/** Width in pixels that the next thing will have. */
export function nextWidth(): i32 {
	return cells === 0 ? columnWidth : (columnWidth - (cells - 1) * cellGap) / cells;
}

/** Gives the next thing its box, `height` pixels high. */
export function place(height: i32): void {
	boxY = cursor;
	boxHeight = height;
	boxWidth = nextWidth();
	if (cells === 0) {
		boxX = columnX;
		cursor += height;
		return;
	}
	boxX = columnX + cell * (boxWidth + cellGap);
	cell++;
	rowHeight = max(rowHeight, height);
}

/** Gives the next thing any box; the column stays where it is. */
export function placeAt(x: i32, y: i32, width: i32, height: i32): void {
	boxX = x;
	boxY = y;
	boxWidth = width;
	boxHeight = height;
}
