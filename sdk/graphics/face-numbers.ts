/**
 * The faces that text may have: small numbers, the same at every scale. The region `assets` holds them, in this order, at the scale of the screen.
 * Sizes are points: size / line height. Nothing is scaled when the system runs.
 */

/** 13/18 */
export const CAPTION: u32 = 0;
export const CAPTION_STRONG: u32 = 1;
/** 15/20 */
export const SMALL: u32 = 2;
export const SMALL_STRONG: u32 = 3;
/** 17/24 */
export const BODY: u32 = 4;
export const BODY_STRONG: u32 = 5;
/** 22/28, strong */
export const TITLE: u32 = 6;
/** 28/34, strong */
export const LARGE_TITLE: u32 = 7;
/** 34/40, light */
export const HERO: u32 = 8;
/** 72/76, light; only digits and colon */
export const CLOCK: u32 = 9;
/** 20/28: text of those who want it large */
export const LARGE: u32 = 10;
export const LARGE_STRONG: u32 = 11;
/** 25/34: the largest */
export const LARGER: u32 = 12;
export const LARGER_STRONG: u32 = 13;
export const FACES: u32 = 14;
