/** Badges from this one on may only look. */
export const FIRST_WATCHER: u32 = 32;

/** State of an app; closed. */
export const APP_CLOSED: u32 = 0;
export const APP_OPEN: u32 = 1;
/** It has failed, and was not started again: the user decides. */
export const APP_FAILED: u32 = 2;
