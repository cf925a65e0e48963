/**
 * The region of a display driver and its client: a queue each way (sdk/queue/) and the framebuffer, rows of R8G8B8X8 without gaps.
 *
 * Request: SHOW: x | y << 16; width | height << 16; tag; 0. Answer: tag; SCREEN_*; when a rectangle is on the screen. Its pixels are read between request and
 * answer. A driver that has been restarted clears SCREEN_SESSION, and raises the client's signal when it can be attached to again.
 */

export const SCREEN_REQUESTS: u32 = 0;
export const SCREEN_ANSWERS: u32 = 0x1000;
/** The driver's word: number of the session that it serves, 0 = none since it was started. */
export const SCREEN_SESSION: u32 = 0x2000;
/** Where the framebuffer begins. */
export const SCREEN_PIXELS: u32 = 0x3000;
/** Capacity of each queue. */
export const SCREEN_ENTRIES: u32 = 16;

// Answers; closed.
/** It is on the screen. */
export const SCREEN_SHOWN: u32 = 0;
/** The rectangle is not inside, or empty. */
export const SCREEN_OUTSIDE: u32 = 1;
export const SCREEN_FAILED: u32 = 2;
