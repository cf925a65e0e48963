/** What pressing one of the system's own targets does; closed. The compositor does it (perform.ts). */

/** Nothing. */
export const ACTION_NONE: u32 = 0;

// The first seven are also SYSTEM_ACTION_* of abi/accessibility.ts, with the same numbers.
export const ACTION_HOME: u32 = 1;
export const ACTION_APPS: u32 = 2;
export const ACTION_MENU: u32 = 3;
export const ACTION_EVENTS: u32 = 4;
/** Argument: the app. */
export const ACTION_CLOSE: u32 = 5;
export const ACTION_LOCK: u32 = 6;
export const ACTION_UNLOCK: u32 = 7;
/** Argument: the app. */
export const ACTION_OPEN: u32 = 8;
/** Argument: the app | the cover's action << 8. */
export const ACTION_COVER: u32 = 9;
/** Argument: degrees. */
export const ACTION_HUE: u32 = 10;
/** Argument: CHOICE_* that is 0 or 1. */
export const ACTION_CHOICE: u32 = 11;
/** Argument: CAPABILITY_*. */
export const ACTION_SWITCH: u32 = 12;
export const ACTION_XRAY: u32 = 13;
/** What lies over home or the app goes away. */
export const ACTION_BACK: u32 = 14;
/** A question that waits among the events. Argument: the app | CAPABILITY_* << 8. */
export const ACTION_ASKED: u32 = 15;
/** An answer of the prompt. Argument: its button. */
export const ACTION_PROMPT: u32 = 16;
/** A gadget of the app in front. Argument: its number. */
export const ACTION_GADGET: u32 = 17;
/** What an app has said is touched: it is opened, from the lock screen too. Argument: the app. */
export const ACTION_NOTICE: u32 = 18;
