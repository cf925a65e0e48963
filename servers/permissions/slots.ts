/** Slots of the permission server's table. */
export const SLOT_TRUSTED: i32 = 1;
/** Its account, with the right to take grants back. */
export const SLOT_ACCOUNT: i32 = 2;
/** Root directory of its volume. */
export const SLOT_FILES: i32 = 3;
export const SLOT_CLIPBOARD: i32 = 4;
/** The camera, as the one who may hand out Gates for one picture. */
export const SLOT_PICTURES: i32 = 5;
/** A sensor that tells the time. */
export const SLOT_CLOCK: i32 = 6;
/** A signal to itself, which it makes at the start. */
export const SLOT_SELF: i32 = 7;
/** What is handed out as CAPABILITY_* number n is in FIRST_SOURCE + n; empty: there is none on this machine. Gates for notices are made there by the server itself. */
export const FIRST_SOURCE: i32 = 8;
/** Where a capability arrives that is good for one app only. */
export const SLOT_ARRIVED: i32 = 20;
/** Where it waits until the app has emptied its slot. */
export const SLOT_WAITING: i32 = 21;
/** Process capabilities of the apps, by badge. */
export const FIRST_APP: i32 = 32;

// Bits of the pending word.
/** The compositor has answers. */
export const BIT_ANSWERED: u32 = 1;
/** The store has what was pending. */
export const BIT_STORED: u32 = 2;
/** The own alarm: an app may have emptied its slot. */
export const BIT_AGAIN: u32 = 4;
/** There is something to tell. */
export const BIT_SELF: u32 = 8;
