/**
 * Result codes that every service with a generated dispatcher shares (docs/guide/interfaces.md). Zero is success, negative codes are
 * the kernel's (abi/errors.ts), codes from SERVICE_ERRORS on are the service's own.
 */

export const SUCCESS: i32 = 0;
/** The interface has no method of that number. */
export const UNKNOWN_METHOD: i32 = 1;
/** An argument is outside the range that the interface states. */
export const BAD_ARGUMENT: i32 = 2;
/** No memory was lent, with the wrong right, or of a length outside the range that the interface states. */
export const BAD_LOAN: i32 = 3;
/** The server could not do its part: a kernel call of its own failed. */
export const SERVER_FAILED: i32 = 4;
/**
 * A server that offers several interfaces at one Gate tells them apart by the badge: interface number << INTERFACE_SHIFT | client. The first one has
 * number 0, so its badges are those of the clients.
 */
export const INTERFACE_SHIFT: u32 = 8;
/** First code of a service's own errors. */
export const SERVICE_ERRORS: i32 = 16;
