/** What a notice is, as an app says it (1 and 2), and as the compositor is told of it; closed. */

/** The app has nothing to say any more. */
export const NOTICE_NONE: u32 = 0;
/** Shown for a few seconds, and kept among the events. */
export const NOTICE_PLAIN: u32 = 1;
/** Somebody waits for it, such as the end of a timer: it stays on the screen for a minute, or until it is touched. */
export const NOTICE_ALARM: u32 = 2;
/** Only kept among the events: it has been shown before. */
export const NOTICE_KEPT: u32 = 3;

/** Longest text, bytes. */
export const NOTICE_BYTES: u32 = 80;
