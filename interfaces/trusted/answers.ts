/** What `takeAnswer` gives to whom; closed. */
export const ANSWER_NONE: u32 = 0;
/** The permission server: a prompt was answered; what = CAPABILITY_*, value = GRANT_*. */
export const ANSWER_PROMPT: u32 = 1;
/** The permission server, the powerbox: a gadget was pressed; what = GADGET_*, value = its argument. */
export const ANSWER_GADGET: u32 = 2;
/** The permission server: an app has left the front (value 0) or was closed (value 1): what was given once ends. */
export const ANSWER_LEFT: u32 = 3;
/** The keyboard: show for `app`; what = EDIT_* for ordinary text, value = 1 for the ceremony of a secret. */
export const ANSWER_TYPE: u32 = 4;
/** The keyboard, the powerbox: the sheet has been sent away. */
export const ANSWER_DISMISSED: u32 = 5;
/** The keyboard: a key of a real keyboard; what = code (Linux input), value = 1 down, 0 up. */
export const ANSWER_KEY: u32 = 6;
/** The permission server: the user has switched something off (value 1) or on (0) for everybody; what = CAPABILITY_*. */
export const ANSWER_SWITCH: u32 = 7;
/** The permission server: the user wants to see a postponed question now; what = CAPABILITY_*. */
export const ANSWER_POSTPONED: u32 = 8;
/** Everybody: the compositor was restarted, and has forgotten questions, uses and sheets; value 1: answers were lost, so whatever may have ended has ended. */
export const ANSWER_AGAIN: u32 = 9;

/** Nobody, where a badge of an app is expected. */
export const APP_NOBODY: u32 = 255;

/** Badges of who uses this interface, at the compositor. */
export const BADGE_PERMISSIONS: u32 = 64;
export const BADGE_KEYBOARD: u32 = 65;
export const BADGE_POWERBOX: u32 = 66;
/** Settings: ambience and other choices of the user (interfaces/preferences). */
export const BADGE_SETTINGS: u32 = 67;
/** The clipboard: only to learn who is in front. */
export const BADGE_CLIPBOARD: u32 = 68;
/** The shell: the system's pages (interfaces/pages). */
export const BADGE_SHELL: u32 = 69;
