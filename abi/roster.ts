/**
 * The roster: a read-only table that the builder makes for a component, so that it can speak of the others by
 * name. Entry b is the client that calls it with badge b, entry 64 + b the component whose faults it is told of with badge b.
 * Other badges are not listed; an entry whose name is empty is nobody.
 */

/** Size of the region; the entries are in its first 6144 bytes, what concerns all of them behind. */
export const ROSTER_BYTES: u32 = 65536;
export const ROSTER_ENTRY_BYTES: u32 = 64;
/** Badges that are listed: 0..63. */
export const ROSTER_BADGES: u32 = 64;
/** First entry of those whose faults it handles; there are 32. */
export const ROSTER_CHILDREN: u32 = 64;

// ---- offsets in an entry ----
/** Name: ASCII, 31 bytes at most, then a zero. */
export const ROSTER_NAME: u32 = 0;
export const ROSTER_NAME_BYTES: u32 = 32;
/** u32: slot of the Process capability for it in the component's own table, 0 = none. */
export const ROSTER_PROCESS: u32 = 32;
/** u32: how often it may be restarted; 0 = not at all. */
export const ROSTER_LIMIT: u32 = 36;
/** u32: nanoseconds before the first restart; doubles with every further one. */
export const ROSTER_BACK_OFF: u32 = 40;
/** u32: KiB of its own memory. */
export const ROSTER_MEMORY: u32 = 44;
/** u32: bytes of its WebAssembly, of clients as well. */
export const ROSTER_CODE: u32 = 48;
/** u32: of a client of the store: bytes that its files may take; 0 = what the store gives everybody. */
export const ROSTER_QUOTA: u32 = 52;

// ---- behind the entries ----
/** SHA-256 of the kernel's WebAssembly, 32 bytes. */
export const ROSTER_KERNEL: u32 = 6144;
export const ROSTER_KERNEL_BYTES: u32 = 32;
/** u32: bytes of the kernel's WebAssembly. */
export const ROSTER_KERNEL_CODE: u32 = 6176;
/** u32: components of the system. */
export const ROSTER_COMPONENTS: u32 = 6180;
