/** What `init` finds in its table when the machine starts it, and the shape of the boot manifest. */

export const SLOT_CONTROL: u32 = 1;
export const SLOT_ACCOUNT: u32 = 2;
export const SLOT_SELF: u32 = 3;
/** Region with the manifest, mapped read-only as init's memory 1. */
export const SLOT_MANIFEST: u32 = 4;
/** Region with the machine's device tree, mapped read-only as init's memory 2, on machines that have one. */
export const SLOT_TREE: u32 = 5;
/** So much of the tree: whole pages. */
export const TREE_BYTES: u32 = 16384;
/** Image i of the boot image (a component's code) is the region in slot SLOT_IMAGES + i. */
export const SLOT_IMAGES: u32 = 8;
/** Row numbers that boot uses; the manifest may name any others. */
export const ROW_ACCOUNT_ROOT: u32 = 0;
export const ROW_PROCESS_INIT: u32 = 1;
/** Region row of the free RAM that is left after boot. */
export const ROW_FREE_RAM: u32 = 1;
/** Region rows 2..2 + INIT_ROWS - 1 are init's: block, own memory, native, manifest, device tree. */
export const ROW_INIT_BLOCK: u32 = 2;
export const ROW_INIT_MEMORY: u32 = 3;
export const ROW_INIT_NATIVE: u32 = 4;
export const ROW_MANIFEST: u32 = 5;
export const ROW_TREE: u32 = 6;
/** Image i is region row ROW_IMAGES + i; init's own is image 0. */
export const ROW_IMAGES: u32 = 8;

/**
 * The manifest: u32 MANIFEST_MAGIC, u32 count, then `count` records of 8 words: call number, a0..a5, and the source line of
 * the system file that it realises (0 = none). Init performs them in order; the first that fails is reported and stops the machine.
 * A record with MANIFEST_EXPECT in the place of a call says what the machine's device tree must have.
 */
export const MANIFEST_MAGIC: u32 = 0x54455353;
export const MANIFEST_HEADER_BYTES: u32 = 8;
export const MANIFEST_RECORD_BYTES: u32 = 32;
/**
 * No kernel call: a0 = physical address where a device must have its registers, a1 = its interrupt line (0 = any, or none), a2..a5 = with what its kind, the property
 * `compatible`, begins: up to 16 bytes, zeros behind.
 */
export const MANIFEST_EXPECT: i32 = 0;
/** init's priority and budget. */
export const INIT_PRIORITY: u32 = 255;
