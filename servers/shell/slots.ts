/** The shell's own capabilities and bits. */
export const SLOT_PAGES: i32 = 1;
export const SLOT_LIFECYCLE: i32 = 2;
export const SLOT_CLOCK: i32 = 3;

/** The compositor: there is something else to show. */
export const BIT_STATE: u32 = 1;
export const BIT_ALARM: u32 = 2;
