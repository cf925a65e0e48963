/**
 * Events from an input driver: one queue (sdk/queue/) at the beginning of the region. Entries of four words; when it is full the driver joins movements, and loses nothing else.
 *
 * TOUCH: kind | finger << 8; x; y in 1/65536 of the screen's width and height, 0..65535; milliseconds since boot. KEY: kind | down << 8; code (Linux input event codes); 0; milliseconds.
 * After a restart the driver raises the client's signal; `attach` then gives another session, and touches in progress are over.
 */
export const INPUT_QUEUE: u32 = 0;
export const INPUT_ENTRIES: u32 = 256;

export const INPUT_TOUCH_DOWN: u32 = 1;
export const INPUT_TOUCH_MOVE: u32 = 2;
export const INPUT_TOUCH_UP: u32 = 3;
/** down: 0 or 1. */
export const INPUT_KEY: u32 = 4;

/** Code of the power key, of volume keys, and of a key that stands for power on a desktop keyboard (F12). */
export const KEY_CODE_POWER: u32 = 116;
export const KEY_CODE_F12: u32 = 88;
