/** Errors of the store, as interfaces/files numbers them. */

export const PENDING = 16;
export const NOT_THERE = 17;
export const NO_ROOM = 20;
export const DAMAGED = 24;
export const STALE = 25;
