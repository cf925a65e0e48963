/**
 * What a surface shows, for those who cannot see it: a list of nodes in reading order. The compositor cuts them to the app's rectangle and puts the owner's name
 * before them; only nodes of the system itself are announced as the system's.
 */

export const NODE_BYTES: u32 = 96;
/** Nodes of a surface, at most. */
export const NODES_MOST: u32 = 64;

// ---- offsets in a node ----
/** u16: number by which an action comes back, unique on the surface. */
export const NODE_NUMBER: u32 = 0;
/** u8: ROLE_*. */
export const NODE_ROLE: u32 = 2;
/** u8: STATE_* bits. */
export const NODE_STATE: u32 = 3;
/** i16 each, pixels in the surface. */
export const NODE_X: u32 = 4;
export const NODE_Y: u32 = 6;
export const NODE_WIDTH: u32 = 8;
export const NODE_HEIGHT: u32 = 10;
/** u8: NODE_ACTION_* that it understands, as bits (1 << action). */
export const NODE_ACTIONS: u32 = 12;
/** u8: value of a slider or of progress, 0..100; 255: it has none. */
export const NODE_VALUE: u32 = 13;
/** UTF-8, zero behind it unless it is full: what it is called; of a text field, what stands in it follows a newline. */
export const NODE_NAME: u32 = 16;
export const NODE_NAME_BYTES: u32 = 80;

// Roles; closed.
export const ROLE_HEADING: u32 = 1;
export const ROLE_TEXT: u32 = 2;
export const ROLE_BUTTON: u32 = 3;
export const ROLE_SWITCH: u32 = 4;
export const ROLE_FIELD: u32 = 5;
export const ROLE_LIST_ITEM: u32 = 6;
export const ROLE_IMAGE: u32 = 7;
export const ROLE_SLIDER: u32 = 8;
export const ROLE_STATUS: u32 = 9;
export const ROLE_PROGRESS: u32 = 10;
export const ROLE_LAST: u32 = 10;

// States.
export const STATE_ON: u32 = 1;
export const STATE_DISABLED: u32 = 2;
export const STATE_FOCUSED: u32 = 4;
export const STATE_SELECTED: u32 = 8;

// Actions; closed.
export const NODE_ACTION_PRESS: u32 = 0;
export const NODE_ACTION_MORE: u32 = 1;
export const NODE_ACTION_LESS: u32 = 2;
export const NODE_ACTION_FOCUS: u32 = 3;
/** Scroll so that it is seen. */
export const NODE_ACTION_SHOW: u32 = 4;
