/** Numbers that the lifecycle server and the system around it share. */

/** Apps at most: badges 0..23. */
export const APPS: u32 = 24;
/** Nobody is in front. */
export const NOBODY: u32 = 255;

// Processor time, nanoseconds. The account of the apps has the share of one app in front, and of all others as in the back.
export const FRONT_BUDGET: u32 = 6_000_000;
export const FRONT_PERIOD: u32 = 16_700_000;
export const BACK_BUDGET: u32 = 2_000_000;
export const BACK_PERIOD: u32 = 400_000_000;
