/**
 * What the phone says on its accessibility port, and what it is told there (docs/reference/08-accessibility.md). Both directions are streams of bytes,
 * little-endian. From the phone: messages with a head; whoever joins in the middle looks for the next MESSAGE_MAGIC. To the phone: requests of twelve bytes.
 */

// ---- from the phone: u32 magic, u16 kind, u16 zero, u32 bytes that follow ----
/** "tree". */
export const MESSAGE_MAGIC: u32 = 0x65657274;
export const MESSAGE_HEAD_BYTES: u32 = 12;
export const MESSAGE_KIND: u32 = 4;
export const MESSAGE_LENGTH: u32 = 8;
/** A longer message is none: the reader has lost its place. */
export const MESSAGE_LENGTH_MOST: u32 = 65536;

/** Everything that the screen shows: TREE_* below, then nodes in reading order. */
export const MESSAGE_TREE: u32 = 1;
/** REST_*: sent when the screen comes to rest, and when it begins to move. */
export const MESSAGE_REST: u32 = 2;

// ---- body of MESSAGE_TREE ----
/** u32: goes up with every tree; a request names the one that it was made from. */
export const TREE_SERIAL: u32 = 0;
/** u16 each: the screen, in pixels. */
export const TREE_WIDTH: u32 = 4;
export const TREE_HEIGHT: u32 = 6;
/** u8: pixels to the point, 1 or 2. */
export const TREE_SCALE: u32 = 8;
/** u8: SCENE_*. */
export const TREE_SCENE: u32 = 9;
/** u16: nodes that follow. */
export const TREE_COUNT: u32 = 10;
export const TREE_NODES: u32 = 12;

/**
 * Nodes have the form of interfaces/display/nodes.ts (96 bytes), with positions on the screen, and in two bytes that are zero there: the owner (badge of the app, or
 * OWNER_SYSTEM), and the surface (SURFACE_*). A node of ROLE_GROUP stands before those of an owner, and its name is the owner's.
 */
export const TREE_NODE_OWNER: u32 = 14;
export const TREE_NODE_SURFACE: u32 = 15;
export const OWNER_SYSTEM: u32 = 255;
export const SURFACE_WINDOW: u32 = 0;
export const SURFACE_COVER: u32 = 1;
/** Of the system: the keyboard, or the picker of files. */
export const SURFACE_SHEET: u32 = 2;
/** Only the compositor makes nodes of this role. */
export const ROLE_GROUP: u32 = 64;

// What is on the screen; closed.
export const SCENE_LOCK: u32 = 1;
export const SCENE_HOME: u32 = 2;
export const SCENE_APP: u32 = 3;
export const SCENE_GRID: u32 = 4;
export const SCENE_MENU: u32 = 5;
export const SCENE_EVENTS: u32 = 6;
export const SCENE_PROMPT: u32 = 7;
export const SCENE_XRAY: u32 = 8;
/** A small menu of the system over an app: home, apps, menu, close. */
export const SCENE_SYSTEM: u32 = 9;

// ---- body of MESSAGE_REST ----
/** u32: frames shown since boot. */
export const REST_FRAMES: u32 = 0;
/** u32: 1 nothing moves and nothing waits to be shown, 0 something does. */
export const REST_STILL: u32 = 4;
export const REST_BYTES: u32 = 8;

// ---- to the phone: u8 kind, u8 action, u8 owner, u8 surface, u16 node, u16 zero, u32 serial of the tree ----
export const REQUEST_BYTES: u32 = 12;
export const REQUEST_KIND: u32 = 0;
export const REQUEST_ACTION: u32 = 1;
export const REQUEST_OWNER: u32 = 2;
export const REQUEST_SURFACE: u32 = 3;
export const REQUEST_NODE: u32 = 4;
export const REQUEST_SERIAL: u32 = 8;

/** Do NODE_ACTION_* (interfaces/display/nodes.ts) to a node. One that is gone is passed over. */
export const REQUEST_NODE_ACTION: u32 = 1;
/** Do SYSTEM_ACTION_*. */
export const REQUEST_SYSTEM_ACTION: u32 = 2;
/** Send the tree and the rest again: for who has just come. */
export const REQUEST_TREE: u32 = 3;

export const SYSTEM_ACTION_HOME: u32 = 1;
export const SYSTEM_ACTION_APPS: u32 = 2;
export const SYSTEM_ACTION_MENU: u32 = 3;
export const SYSTEM_ACTION_EVENTS: u32 = 4;
export const SYSTEM_ACTION_CLOSE: u32 = 5;
export const SYSTEM_ACTION_LOCK: u32 = 6;
export const SYSTEM_ACTION_UNLOCK: u32 = 7;
