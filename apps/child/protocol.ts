/** (): with a copy of an Account capability: lives on it from now on. */
export const TAKE: i32 = 1;
/**
 * (extentRow, firstRow, rows): makes regions of one page out of the extent, one row after the other, until it may not.
 * Words: how many it made, and the error that ended it.
 */
export const GRAB: i32 = 2;
