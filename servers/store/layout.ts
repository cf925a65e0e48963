/**
 * What is on the disk (docs/reference/07-store.md). Numbers are little-endian. Everything but the first 196 bytes of a superblock is encrypted.
 */

export const BLOCK_BYTES: u32 = 4096;
export const BLOCK_SECTORS: u32 = 8;
/** Blocks of a disk that are used, at most and at least: 1 GiB, 256 KiB. */
export const BLOCKS_MOST: u32 = 262144;
export const BLOCKS_LEAST: u32 = 64;

// ---- pointer: where a block is, and what it must be ----
export const POINTER_BYTES: u32 = 32;
export const POINTER_NONCE: u32 = 0;
export const POINTER_TAG: u32 = 12;
/** Bytes of nonce and tag. */
export const POINTER_SEAL_BYTES: u32 = 28;
/** u32: number of the block, 0 = there is none. */
export const POINTER_ADDRESS: u32 = 28;
/** A block of pointers has so many. */
export const FANOUT: u32 = 128;
export const FANOUT_BITS: u32 = 7;
/** Associated data of a block: its number, the object and the place in the object (u32 each). */
export const ASSOCIATED_BYTES: u32 = 12;

// ---- superblock: blocks 0 and 1, by turns ----
export const SUPERBLOCKS: u32 = 2;
/** SHA-256 of all that follows: tells damage from a wrong passphrase. */
export const SUPER_CHECKSUM: u32 = 0;
export const SUPER_CHECKSUM_BYTES: u32 = 32;
export const SUPER_MAGIC: u32 = 32;
/** "Tess", "eraS" as u32. */
export const MAGIC: u32 = 0x73736554;
export const MAGIC_REST: u32 = 0x53617265;
/** A sealed message (interfaces/cipher/algorithms.ts): nonce, tag, header as associated data, body as text. */
export const SUPER_MESSAGE: u32 = 40;
export const SUPER_MESSAGE_BYTES: u32 = 4056;
export const SUPER_HEADER: u32 = 68;
export const SUPER_HEADER_BYTES: u32 = 128;
export const SUPER_BODY: u32 = 196;
export const BODY_BYTES: u32 = 3900;

// Header.
/** u32 */
export const HEADER_VERSION: u32 = 0;
export const VERSION: u32 = 1;
/** u32: blocks of the disk that are used. */
export const HEADER_BLOCKS: u32 = 4;
/** u64: commits since the disk was formatted; its lowest bit says in which superblock it is. */
export const HEADER_GENERATION: u32 = 8;
/** u32: how the key that wraps the disk's key is made; 1 = HKDF-SHA256 of the passphrase and a zero byte. */
export const HEADER_DERIVATION: u32 = 16;
export const DERIVATION_HKDF: u32 = 1;
export const HEADER_SALT: u32 = 20;
export const SALT_BYTES: u32 = 16;
/** The disk's key, wrapped. */
export const HEADER_WRAPPED: u32 = 36;

// Body.
/** u32: objects have numbers from 1 up to, not including, this. */
export const BODY_OBJECTS: u32 = 0;
/** u32: first node of the list of free ones, 0 = none. */
export const BODY_FIRST_FREE: u32 = 4;
/** u32: first node of the list of those that have more blocks than they need. */
export const BODY_FIRST_TRIM: u32 = 8;
/** u32: blocks in use. */
export const BODY_USED: u32 = 12;
/** Node of the table of nodes, object 0. */
export const BODY_TABLE: u32 = 16;
export const BODY_VOLUMES: u32 = 80;
/** Pointers to the blocks of the map of blocks in use; without one, only the superblocks are in use there. */
export const BODY_MAPS: u32 = 1616;

// ---- volume: the files of one component ----
export const VOLUMES: u32 = 32;
export const VOLUME_ENTRY_BYTES: u32 = 48;
/** Name of the component, zeros behind it. All zeros: no volume. */
export const VOLUME_NAME: u32 = 0;
export const VOLUME_NAME_BYTES: u32 = 32;
/** u32: object that is its root directory. */
export const VOLUME_ROOT: u32 = 32;
/** u32: blocks that it is charged for: each object costs one, each of its blocks one. */
export const VOLUME_USED: u32 = 36;

// ---- map of blocks in use: one bit each ----
export const MAPS_MOST: u32 = 8;
export const MAP_BLOCKS: u32 = 32768;

// ---- node: what is known of an object ----
export const NODE_BYTES: u32 = 64;
export const NODES_IN_BLOCK: u32 = 64;
/** u8: KIND_FILE, KIND_DIRECTORY (interfaces/files/how.ts), 0 = free, 3 = removed, its blocks are still to be freed. */
export const NODE_KIND: u32 = 0;
export const KIND_FREE: u32 = 0;
export const KIND_REMOVED: u32 = 3;
/** u8: height of its tree; 0 = no blocks, 1 = the pointer is to the only block, 2 = to a block of pointers, ... */
export const NODE_LEVELS: u32 = 1;
export const LEVELS_MOST: u32 = 3;
/** u8: number of its volume. */
export const NODE_VOLUME: u32 = 2;
/** u8: 1 = it is in the list of those that have more blocks than they need. */
export const NODE_TRIM: u32 = 3;
/** u32: next node in the list in which it is, 0 = last. */
export const NODE_NEXT: u32 = 4;
/** u32 */
export const NODE_SIZE: u32 = 8;
/** u32: blocks of contents. */
export const NODE_BLOCKS: u32 = 12;
/** u64: milliseconds, see `status` of interfaces/files. */
export const NODE_CHANGED: u32 = 16;
/** u32: of a directory. */
export const NODE_ENTRIES: u32 = 24;
export const NODE_POINTER: u32 = 32;
/** Blocks of contents of an object, at most: 64 MiB. */
export const NODE_BLOCKS_MOST: u32 = 16384;
export const OBJECTS_MOST: u32 = 65536;

// ---- directory: entries in the order of their names, without gaps ----
export const ENTRY_BYTES: u32 = 64;
export const ENTRIES_IN_BLOCK: u32 = 64;
/** u32 */
export const ENTRY_OBJECT: u32 = 0;
/** u8 */
export const ENTRY_KIND: u32 = 4;
/** u8 */
export const ENTRY_LENGTH: u32 = 5;
export const ENTRY_NAME: u32 = 8;
export const DIRECTORY_BLOCKS_MOST: u32 = 16;
export const ENTRIES_MOST: u32 = 1024;
