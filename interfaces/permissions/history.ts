/** An entry of the usage history. Kept in the permission server's own volume: nobody else can write it. */
export const HISTORY_BYTES: u32 = 16;
/** u8 app (badge), u8 capability, u8 HISTORY_*. */
export const HISTORY_APP: u32 = 0;
export const HISTORY_CAPABILITY: u32 = 1;
export const HISTORY_WHAT: u32 = 2;
/** u64: milliseconds since the epoch (or since boot where there is no clock). */
export const HISTORY_TIME: u32 = 8;

export const HISTORY_ASKED: u32 = 1;
export const HISTORY_GIVEN: u32 = 2;
export const HISTORY_DENIED: u32 = 3;
export const HISTORY_USED: u32 = 4;
export const HISTORY_TAKEN: u32 = 5;
