/** Colours that belong to the system: only trusted interfaces are drawn with them. 0xRRGGBB, for `rgb` of pixel.ts. */

/** What everything trusted is drawn on. */
export const SYSTEM_PAPER: u32 = 0x000000;
/** The gold band, and text on it. */
export const SYSTEM_BAND: u32 = 0xf2c14e;
export const SYSTEM_INK: u32 = 0x1b1300;
/** Answers of a prompt. */
export const SYSTEM_ALLOW: u32 = 0x61da92;
export const SYSTEM_DENY: u32 = 0xfd736d;
export const SYSTEM_WARN: u32 = 0xfcb953;
/** What is in use, on black; always with a glyph and a word. */
export const USE_MICROPHONE: u32 = 0xff9b51;
export const USE_CAMERA: u32 = 0x6cd981;
export const USE_LOCATION: u32 = 0x72b8f2;
export const USE_NETWORK: u32 = 0xc0abe9;
/** Owner marks: six colours that stay apart for colour-blind eyes, too (smallest CIEDE2000 21.7). */
export const OWNER_0: u32 = 0x7e70ec;
export const OWNER_1: u32 = 0xd85900;
export const OWNER_2: u32 = 0xa3fad4;
export const OWNER_3: u32 = 0x9b7d85;
export const OWNER_4: u32 = 0xb6d431;
export const OWNER_5: u32 = 0xecc2ff;
