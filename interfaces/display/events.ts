/** What the compositor tells an app, one event at a time, when it has raised the app's signal. Kinds are closed; an app passes over those that it does not know. */

export const EVENT_NONE: u32 = 0;
/** first: x | y << 16 in the window, as signed 16-bit numbers; second: the finger, 0 or 1. */
export const EVENT_TOUCH_DOWN: u32 = 1;
export const EVENT_TOUCH_MOVE: u32 = 2;
export const EVENT_TOUCH_UP: u32 = 3;
/** The touch has become a gesture of the system, or the window has gone: forget it. */
export const EVENT_TOUCH_CANCEL: u32 = 4;
/** first: a Unicode character that was typed. */
export const EVENT_TEXT: u32 = 5;
/** first: KEY_*. */
export const EVENT_KEY: u32 = 6;
/** Sizes, colours or visibility have changed: call `look`. */
export const EVENT_LOOK: u32 = 7;
/** first: bit 0 the window, bit 1 the cover must be drawn whole, and described. */
export const EVENT_EXPOSE: u32 = 8;
/** first: the cover's action, 0 or 1. */
export const EVENT_COVER_ACTION: u32 = 9;
/** first: a node's number; second: NODE_ACTION_* of nodes.ts. Comes from who uses the phone without seeing it. */
export const EVENT_ACTIVATE: u32 = 10;
/** first: CAPABILITY_* of interfaces/permissions; the slot that it names is filled from now on. */
export const EVENT_GRANTED: u32 = 11;
/** The same, not given, or taken back: the slot holds nothing usable. Empty it (sdk/capability.ts), or nothing can be put there again. 0: all of them. */
export const EVENT_TAKEN: u32 = 12;
/** A prompt that had frozen the window is gone. */
export const EVENT_RELEASED: u32 = 13;
/** first: bytes of a secret that waits for the app at the keyboard (interfaces/secrets); 0: the user has cancelled. */
export const EVENT_SECRET: u32 = 14;
/** The keyboard has gone away, or come: first is 0 or 1, and the window's height is another (call `look`). */
export const EVENT_KEYBOARD: u32 = 15;

// Keys that are not characters.
export const KEY_BACKSPACE: u32 = 1;
export const KEY_ENTER: u32 = 2;
export const KEY_LEFT: u32 = 3;
export const KEY_RIGHT: u32 = 4;
export const KEY_UP: u32 = 5;
export const KEY_DOWN: u32 = 6;
export const KEY_TAB: u32 = 7;
export const KEY_ESCAPE: u32 = 8;
