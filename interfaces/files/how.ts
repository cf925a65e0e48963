/** How to open: bits. */
export const OPEN_READ: u32 = 0;
export const OPEN_WRITE: u32 = 1;
/** Make a file if there is none. */
export const OPEN_CREATE: u32 = 2;
/** With OPEN_CREATE: there must be none. */
export const OPEN_NEW: u32 = 4;
/** A directory (with OPEN_CREATE: make one). */
export const OPEN_DIRECTORY: u32 = 8;

export const KIND_FILE: u32 = 1;
export const KIND_DIRECTORY: u32 = 2;

/** Bytes of a name, at most. */
export const NAME_BYTES: u32 = 48;
