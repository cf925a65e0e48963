/**
 * The region of a display driver and its client: a queue each way (sdk/queue/) and the framebuffer, rows of R8G8B8A8 without gaps.
 *
 * Request: SHOW: x | y << 16; width | height << 16; tag; 0. Answer: tag; SCREEN_*. A driver that has been restarted raises the client's signal; `attach` then gives another session.
 */

export const SCREEN_REQUESTS: u32 = 0;
export const SCREEN_ANSWERS: u32 = 0x1000;
/** Where the framebuffer begins. */
export const SCREEN_PIXELS: u32 = 0x10000;
/** Capacity of each queue. */
export const SCREEN_ENTRIES: u32 = 16;

// Answers; closed.
/** It is on the screen. */
export const SCREEN_SHOWN: u32 = 0;
/** The rectangle is not inside. */
export const SCREEN_OUTSIDE: u32 = 1;
export const SCREEN_FAILED: u32 = 2;
