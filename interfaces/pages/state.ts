/** What the compositor tells the shell: a record of STATE_BYTES. */
export const STATE_BYTES: u32 = 256;

// ---- offsets ----
/** u8: the app in front; STATE_NOBODY: home is. */
export const STATE_FRONT: u32 = 0;
/** u8: open apps. */
export const STATE_COUNT: u32 = 1;
/** u8: news, at most NEWS_MOST. */
export const STATE_NEWS_COUNT: u32 = 2;
/** u8: the page that lies over home and the window; PAGE_HOME: none. */
export const STATE_PAGE: u32 = 3;
/** u32: what the user has switched off, 1 << CAPABILITY_*. */
export const STATE_SWITCHES: u32 = 4;
/** u32 each, by CHOICE_*; the seal's place is zero. */
export const STATE_CHOICES: u32 = 8;
/** u8 each: open apps in the order of their covers. */
export const STATE_ORDER: u32 = 48;
/** u8 each: NEWS_*, the app, CAPABILITY_* that it is about, zero; newest first. */
export const STATE_NEWS: u32 = 64;
/** STATE_APP_BYTES for each of 32 apps. */
export const STATE_APPS: u32 = 96;

// ---- an app ----
export const STATE_APP_BYTES: u32 = 4;
/** u8: APP_IS_* bits. */
export const STATE_APP_FLAGS: u32 = 0;
/** u8 each: icons of its cover's two actions, 0: none. */
export const STATE_APP_ACTIONS: u32 = 1;
export const APP_IS_OPEN: u32 = 1;
export const APP_HAS_FAILED: u32 = 2;

export const STATE_NOBODY: u32 = 255;
export const NEWS_MOST: u32 = 7;

// Kinds of news; closed.
export const NEWS_STOPPED: u32 = 1;
/** The app has asked more often than it may; its question waits here. */
export const NEWS_ASKS: u32 = 2;
/** There was no room for another open app. */
export const NEWS_FULL: u32 = 3;
/** The app has said something itself. */
export const NEWS_NOTICE: u32 = 4;
