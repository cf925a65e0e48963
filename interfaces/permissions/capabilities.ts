/** What an app can be given while it runs, and the slot of its table where it then is: FIRST_SLOT + its number. Empty = it does not exist for the app. */

/** Slot of CAPABILITY_* number n is FIRST_SLOT + n; apps keep 16..31 free. */
export const FIRST_SLOT: i32 = 16;
/** A stream of pictures (interfaces/camera). A prompt each time. */
export const CAPABILITY_CAMERA: u32 = 1;
/** The level of sound (interfaces/sensors). A prompt each time. */
export const CAPABILITY_MICROPHONE: u32 = 2;
/** Where the phone is (interfaces/sensors). A prompt each time. */
export const CAPABILITY_LOCATION: u32 = 3;
/** One picture: by the shutter gadget. */
export const CAPABILITY_PICTURE: u32 = 4;
/** A file: by the gadgets open and save. */
export const CAPABILITY_FILE: u32 = 5;
/** What was copied: by the paste gadget. */
export const CAPABILITY_PASTE: u32 = 6;
/** Level of the battery; harmless, given without a question, and taken back like the others. */
export const CAPABILITY_BATTERY: u32 = 7;
/** Messages to the user while the app is not in front. */
export const CAPABILITY_NOTIFY: u32 = 8;
export const CAPABILITIES: u32 = 9;

// State of a grant; closed.
/** The user is asked each time (the default of streams). */
export const GRANT_ASK: u32 = 0;
/** Given once; ends when the app leaves the front. */
export const GRANT_ONCE: u32 = 1;
/** Given as long as the app is open. */
export const GRANT_OPEN: u32 = 2;
/** Never, without asking. */
export const GRANT_NEVER: u32 = 3;
/** Always. */
export const GRANT_ALWAYS: u32 = 4;
