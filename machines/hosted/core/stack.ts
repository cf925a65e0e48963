/**
 * How the JavaScript stack, which all activations in progress share, is divided. The metering pass charges each component function
 * for its frame; the sum is the meter word DEPTH. All figures are metered bytes.
 */

/** An activation is started only if it finds at least this much; so no client can make its server run out of stack. */
export const ACTIVATION_STACK = 131072;
/** What the frames of a call or of a nested dispatch cost: trampoline, kernel, entry. */
export const CROSSING_STACK = 2048;
/**
 * DEPTH at which metered code calls `overflow`. What is left of the real stack above that is the kernel's: of 984 KiB on Node, and of
 * the 500 KiB that Chromium gives a worker. One figure for both, so that a system behaves the same on both.
 */
export const STACK_LIMIT = 327680;
/** Greatest depth from which another activation may still be started. */
export const DEPTH_MOST = STACK_LIMIT - ACTIVATION_STACK - CROSSING_STACK;
