/** Slots of the keyboard's table, and bits of its pending word. */
export const SLOT_DISPLAY: i32 = 1;
export const SLOT_TRUSTED: i32 = 2;
/** The compositor has an event or an answer. */
export const BIT_EVENT: u32 = 1;
/** A key that is held repeats. */
export const BIT_REPEAT: u32 = 2;
/** Nobody has fetched the secret. */
export const BIT_FORGET: u32 = 4;
