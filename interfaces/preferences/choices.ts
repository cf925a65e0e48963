/** Choices of the user, and their ranges. */
/** Degrees, 0..359. */
export const CHOICE_HUE: u32 = 0;
/** Thousandths, 0..120. */
export const CHOICE_CHROMA: u32 = 1;
/** 0 light, 1 dark. */
export const CHOICE_DARK: u32 = 2;
/** 1: no movement that is not the finger's own. */
export const CHOICE_STILL: u32 = 3;
/** 1: strongest contrast. */
export const CHOICE_CONTRAST: u32 = 4;
/** 0..3, see look.ts. */
export const CHOICE_TEXT: u32 = 5;
/** Width of the edge zones in points, 10..28. */
export const CHOICE_EDGE: u32 = 6;
/** Four marks of the personal seal, 0..35 each, a byte each. Only the compositor and this page ever see it. */
export const CHOICE_SEAL: u32 = 7;
/** 1: shows what each edge does. */
export const CHOICE_HINTS: u32 = 8;
export const CHOICES: u32 = 9;
