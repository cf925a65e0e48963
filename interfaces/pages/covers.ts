/** Where home has its covers: in the order in which apps were opened, in two columns, from COVERS_LARGE + 1 on smaller and in three. Points below the strip. */

/** Apps that can be open at the same time: so many covers fit on home. */
export const COVERS: u32 = 12;
/** Up to so many are large. */
export const COVERS_LARGE: u32 = 4;
export const GUTTER: i32 = 18;
export const COVER_WIDTH: i32 = 168;
export const COVER_HEIGHT: i32 = 270;
export const COVER_RADIUS: i32 = 20;
export const SMALL_WIDTH: i32 = 106;
export const SMALL_HEIGHT: i32 = 170;
export const SMALL_RADIUS: i32 = 14;
/** The head of a cover, with its owner's mark and name, belongs to the system; the app draws what is below. */
export const COVER_HEAD: i32 = 40;
export const SMALL_HEAD: i32 = 28;
/** A row of cover actions, which is over the lowest part of what the app has drawn. */
export const ACTION_ROW: i32 = 48;
const TOP: i32 = 24;

/** Of the cover that `placeCover` was asked for. */
export let coverX: i32 = 0;
export let coverY: i32 = 0;
export let coverWide: i32 = 0;
export let coverHigh: i32 = 0;
export let coverHead: i32 = 0;
export let coverRadius: i32 = 0;

/** Sets coverX and the others: the cover at `place` when there are `count`. */
export function placeCover(place: u32, count: u32): void {
	const large = count <= COVERS_LARGE;
	const columns: u32 = large ? 2 : 3;
	coverWide = large ? COVER_WIDTH : SMALL_WIDTH;
	coverHigh = large ? COVER_HEIGHT : SMALL_HEIGHT;
	coverHead = large ? COVER_HEAD : SMALL_HEAD;
	coverRadius = large ? COVER_RADIUS : SMALL_RADIUS;
	coverX = GUTTER + <i32>(place % columns) * (coverWide + GUTTER);
	coverY = TOP + <i32>(place / columns) * (coverHigh + GUTTER);
}
