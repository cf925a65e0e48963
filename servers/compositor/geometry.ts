/** Sizes. Everything that follows from the screen is in pixels; constants are points, `px` makes pixels of them. */

/** Points across and down: what the phone is designed for. */
export const POINTS_WIDE: i32 = 390;
export const POINTS_HIGH: i32 = 844;
/** Height of the strip at the top, which is always the system's. */
export const STRIP: i32 = 32;
/** Gesture thresholds. */
export const SLOP: i32 = 10;
export const COMMIT: i32 = 60;
export const UNCOMMIT: i32 = 48;
export const CORNER: i32 = 72;
export const SWITCH: i32 = 180;
/** Points a second from which a release is a fling. */
export const FLING: i32 = 500;
/** Width of the shadow beside what moves, and its corners' radius while it moves. */
export const SHADOW: i32 = 24;
export const RADIUS: i32 = 24;
/** The least target everywhere. */
export const TARGET: i32 = 48;

/** Pixels to the point. */
export let scale: i32 = 1;
/** The screen, and what of it is below the strip. */
export let screenWidth: i32 = POINTS_WIDE;
export let screenHeight: i32 = POINTS_HIGH;
export let stripHeight: i32 = STRIP;
export let paneHeight: i32 = POINTS_HIGH - STRIP;

/** Takes the screen's size in pixels; false if it is none that the phone is made for. */
export function setScreen(width: i32, height: i32): bool {
	const pixels = width / POINTS_WIDE;
	if (pixels < 1 || pixels > 2 || width !== POINTS_WIDE * pixels || height !== POINTS_HIGH * pixels) return false;
	scale = pixels;
	screenWidth = width;
	screenHeight = height;
	stripHeight = STRIP * pixels;
	paneHeight = height - stripHeight;
	return true;
}

/** Points to pixels. */
export function px(points: i32): i32 {
	return points * scale;
}
