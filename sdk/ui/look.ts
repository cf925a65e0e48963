/** The words of `look()` (interfaces/display): what everything that draws has to know. */

/** Bits 0..8: hue of the ambience in degrees. */
export const LOOK_HUE_MASK: u32 = 0x1ff;
/** Bits 9..15: chroma in thousandths, 0..120. */
export const LOOK_CHROMA_SHIFT: u32 = 9;
export const LOOK_CHROMA_MASK: u32 = 0x7f;
/** Bit 16: dark scheme. */
export const LOOK_DARK: u32 = 1 << 16;
/** Bit 17: no movement that is not the finger's own. */
export const LOOK_STILL: u32 = 1 << 17;
/** Bit 18: strongest contrast. */
export const LOOK_CONTRAST: u32 = 1 << 18;
/** Bits 20..21: pixels to the point, 1 or 2. */
export const LOOK_SCALE_SHIFT: u32 = 20;
/** Bits 22..23: size of text, 0 small, 1 normal, 2 large, 3 largest. */
export const LOOK_TEXT_SHIFT: u32 = 22;

// What is visible of an app.
/** Nothing at all: it should do nothing for the screen's sake. */
export const VISIBLE_NOTHING: u32 = 0;
/** Its cover: at most two frames a second are looked at. */
export const VISIBLE_COVER: u32 = 1;
/** Its window. */
export const VISIBLE_WINDOW: u32 = 2;

// Purposes of `edit`.
export const EDIT_NOTHING: u32 = 0;
export const EDIT_TEXT: u32 = 1;
export const EDIT_NUMBER: u32 = 2;
/** A whole text with line ends. */
export const EDIT_LINES: u32 = 3;
