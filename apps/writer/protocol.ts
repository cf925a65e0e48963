/** How a sheet of paper (a region) is passed on: the call moves the capability, so that the giver keeps nothing. */

/** (): with the moved Region capability. */
export const HAND_OVER: i32 = 1;
/** In the region: u32 length of the text, then the text, ASCII. */
export const SHEET_LENGTH: u32 = 0;
export const SHEET_TEXT: u32 = 4;
/** Slot of the sheet's capability in each of the three. */
export const SLOT_PAPER: i32 = 3;
/** Memory as which each of the three maps it. */
export const SHEET: i32 = 1;
