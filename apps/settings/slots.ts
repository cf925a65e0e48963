/** Capabilities of settings beside those of every app. */
export const SLOT_LIFECYCLE: i32 = 7;
export const SLOT_PREFERENCES: i32 = 8;
/** The permission server, under the badge of settings. */
export const SLOT_GRANTS: i32 = 9;
export const SLOT_SUPERVISOR: i32 = 10;
