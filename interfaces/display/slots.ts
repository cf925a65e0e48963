/** Where every app has what (docs/reference/06-phone.md). */
export const SLOT_DISPLAY: i32 = 1;
export const SLOT_PERMISSIONS: i32 = 2;
export const SLOT_SECRETS: i32 = 3;
export const SLOT_CLIPBOARD: i32 = 4;
export const SLOT_FILES: i32 = 5;
export const SLOT_CONSOLE: i32 = 6;
/** First slot for capabilities that it receives. */
export const SLOT_RECEIVED: i32 = 32;

// Bits of its pending word.
/** An event waits at the compositor. */
export const BIT_EVENT: u32 = 1;
/** What was pending at the store is there. */
export const BIT_STORE: u32 = 2;
/** Its own alarm. */
export const BIT_ALARM: u32 = 4;
/** It has more to draw. */
export const BIT_DRAW: u32 = 8;
/** What the toolkit uses itself: the signal by which an app tells itself that there is more to draw. */
export const SLOT_DRAW: i32 = 15;
