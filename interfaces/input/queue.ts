/**
 * Events from an input driver: one queue (sdk/queue/) at the beginning of the region. Entries of four words; when it is full the driver joins movements of a
 * finger, and leaves the rest to the devices, which keep only so much.
 *
 * TOUCH: kind | finger << 8; x; y in 1/65536 of the screen's width and height, 0..65535; milliseconds since boot. KEY: kind | down << 8; code (Linux input event codes); 0; milliseconds.
 * A driver that has been restarted clears INPUT_SESSION, and raises the client's signal; `attach` then gives another session, and touches in progress are over.
 */
export const INPUT_QUEUE: u32 = 0;
export const INPUT_ENTRIES: u32 = 256;
/** The driver's word: number of the session that it serves, 0 = none since it was started. */
export const INPUT_SESSION: u32 = 0x2000;

export const INPUT_TOUCH_DOWN: u32 = 1;
export const INPUT_TOUCH_MOVE: u32 = 2;
export const INPUT_TOUCH_UP: u32 = 3;
/** down: 0 or 1. */
export const INPUT_KEY: u32 = 4;
/** Fingers are 0 .. INPUT_FINGERS - 1. */
export const INPUT_FINGERS: u32 = 10;
export const INPUT_POSITION_MOST: u32 = 65535;

/** Code of the power key, of volume keys, and of a key that stands for power on a desktop keyboard (F12). */
export const KEY_CODE_POWER: u32 = 116;
export const KEY_CODE_F12: u32 = 88;
