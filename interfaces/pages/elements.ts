/**
 * The form of a page: elements one after the other, those behind over those before. An element is drawn, or can be told and pressed, or both. Positions and sizes are points below the strip.
 * Whatever tells apps apart (names, marks, covers, their words) and the seal is the compositor's own: an element only says where.
 */

// Pages; closed. All but home are also what lies over home and the window.
export const PAGE_HOME: u32 = 0;
export const PAGE_GRID: u32 = 1;
export const PAGE_MENU: u32 = 2;
export const PAGE_EVENTS: u32 = 3;
export const PAGE_LOCK: u32 = 4;
export const PAGE_XRAY: u32 = 5;
export const PAGES: u32 = 6;
/** Bytes of a page. */
export const PAGE_BYTES: u32 = 6144;
/** Height of the menu, points. */
export const MENU_HEIGHT: i32 = 452;

// ---- an element: ELEMENT_BYTES, then its words (UTF-8), up to a multiple of 4 ----
export const ELEMENT_BYTES: u32 = 24;
/** u8: DRAW_*. */
export const ELEMENT_DRAW: u32 = 0;
/** u8: ROLE_* of the display interface; 0: it is only drawn. */
export const ELEMENT_ROLE: u32 = 1;
/** u8: STATE_* of the display interface. */
export const ELEMENT_STATE: u32 = 2;
/** u8: ACTION_* of actions.ts; 0: it cannot be pressed. */
export const ELEMENT_ACTION: u32 = 3;
/** i16 each. */
export const ELEMENT_X: u32 = 4;
export const ELEMENT_Y: u32 = 6;
export const ELEMENT_WIDTH: u32 = 8;
export const ELEMENT_HEIGHT: u32 = 10;
/** u32: the action's argument. Its lowest byte is also the app of those elements that are about one. */
export const ELEMENT_ARGUMENT: u32 = 12;
/** u8: COLOUR_*. */
export const ELEMENT_COLOUR: u32 = 16;
/** u8: opacity, 255: all. */
export const ELEMENT_OPACITY: u32 = 17;
/** u8: a radius in points, a face, the size of an icon, NEWS_*. */
export const ELEMENT_DETAIL: u32 = 18;
/** u8: an icon, half points of a line, the lower rows that are to be seen in points (0: all). */
export const ELEMENT_VALUE: u32 = 19;
/** u8: bytes of the words. */
export const ELEMENT_LENGTH: u32 = 20;
/** u8: 1: the name of the app stands before the words. */
export const ELEMENT_NAMED: u32 = 21;

// What is drawn; closed.
export const DRAW_NOTHING: u32 = 0;
/** The wallpaper. */
export const DRAW_WALLPAPER: u32 = 1;
/** A rectangle with round corners. */
export const DRAW_FILL: u32 = 2;
/** Its outline. */
export const DRAW_OUTLINE: u32 = 3;
/** The words, from the left. */
export const DRAW_WORDS: u32 = 4;
/** The words, in the middle. */
export const DRAW_CENTRED: u32 = 5;
export const DRAW_ICON: u32 = 6;
/** The mark of an app. */
export const DRAW_MARK: u32 = 7;
/** What an app has drawn of its cover, or its mark while it has not. */
export const DRAW_COVER: u32 = 8;
/** The edge of a cover, which stands out when letting go would open it. */
export const DRAW_EDGE: u32 = 9;
/** What has happened to an app, in words. */
export const DRAW_NEWS: u32 = 10;
/** The owner's four marks. */
export const DRAW_SEAL: u32 = 11;
export const DRAW_LAST: u32 = 11;

// Colours: those of the ambience in its order, then the system's own; closed.
export const COLOUR_WALLPAPER: u32 = 1;
export const COLOUR_SURFACE1: u32 = 2;
export const COLOUR_SURFACE2: u32 = 3;
export const COLOUR_SURFACE3: u32 = 4;
export const COLOUR_TEXT: u32 = 5;
export const COLOUR_TEXT2: u32 = 6;
export const COLOUR_TEXT3: u32 = 7;
export const COLOUR_OUTLINE: u32 = 8;
export const COLOUR_ACCENT: u32 = 10;
export const COLOUR_ACCENT_INK: u32 = 11;
export const COLOUR_PAPER: u32 = 12;
export const COLOUR_WHITE: u32 = 13;
export const COLOUR_WARN: u32 = 14;
/** That of the app's mark. */
export const COLOUR_MARK: u32 = 15;
/** An ambience's: the argument is its hue in degrees. */
export const COLOUR_HUE: u32 = 16;
export const COLOUR_LAST: u32 = 16;
