/**
 * What drivers and device models both know of virtio 1.2 (OASIS, section numbers below): registers of the mmio transport (4.2.2), split
 * virtqueues (2.7), the status protocol (3.1), and where the transports of the reference machine (QEMU `virt`) are.
 */

// ---- where: transport n of 32 ------------------------------------------------------------------------------------------
/** Physical address of transport 0. */
export const VIRTIO_ADDRESS: u32 = 0x0a000000;
/** Bytes from one transport to the next; eight share a page of 4 KiB. */
export const VIRTIO_STRIDE: u32 = 0x200;
export const VIRTIO_SLOTS: u32 = 32;
/** Interrupt line of transport 0. */
export const VIRTIO_LINE: u32 = 48;

// ---- registers (4.2.2) ---------------------------------------------------------------------------------------------------
export const REGISTER_MAGIC: u32 = 0x000;
export const REGISTER_VERSION: u32 = 0x004;
export const REGISTER_DEVICE: u32 = 0x008;
export const REGISTER_DEVICE_FEATURES: u32 = 0x010;
export const REGISTER_DEVICE_FEATURES_SELECT: u32 = 0x014;
export const REGISTER_DRIVER_FEATURES: u32 = 0x020;
export const REGISTER_DRIVER_FEATURES_SELECT: u32 = 0x024;
export const REGISTER_QUEUE_SELECT: u32 = 0x030;
export const REGISTER_QUEUE_SIZE_MOST: u32 = 0x034;
export const REGISTER_QUEUE_SIZE: u32 = 0x038;
export const REGISTER_QUEUE_READY: u32 = 0x044;
export const REGISTER_QUEUE_NOTIFY: u32 = 0x050;
export const REGISTER_INTERRUPT_STATUS: u32 = 0x060;
export const REGISTER_INTERRUPT_ACKNOWLEDGE: u32 = 0x064;
export const REGISTER_STATUS: u32 = 0x070;
/** Each of the three addresses is a low word with the high word behind it. */
export const REGISTER_QUEUE_DESCRIPTORS: u32 = 0x080;
export const REGISTER_QUEUE_AVAILABLE: u32 = 0x090;
export const REGISTER_QUEUE_USED: u32 = 0x0a0;
export const REGISTER_CONFIGURATION: u32 = 0x100;

export const VIRTIO_MAGIC: u32 = 0x74726976;
/** Of the registers: modern, not legacy. */
export const VIRTIO_VERSION: u32 = 2;

// ---- device numbers (5) ----------------------------------------------------------------------------------------------------
export const DEVICE_BLOCK: u32 = 2;
export const DEVICE_CONSOLE: u32 = 3;
export const DEVICE_RNG: u32 = 4;

// ---- status bits (2.1) -------------------------------------------------------------------------------------------------------
export const STATUS_ACKNOWLEDGE: u32 = 1;
export const STATUS_DRIVER: u32 = 2;
export const STATUS_DRIVER_OK: u32 = 4;
export const STATUS_FEATURES_OK: u32 = 8;
export const STATUS_NEEDS_RESET: u32 = 64;
export const STATUS_FAILED: u32 = 128;

/** Feature bit 32, VIRTIO_F_VERSION_1, as a bit of the high word. */
export const FEATURE_HIGH_VERSION_1: u32 = 1;

// ---- interrupt status bits ---------------------------------------------------------------------------------------------------
export const INTERRUPT_USED: u32 = 1;
export const INTERRUPT_CONFIGURATION: u32 = 2;

// ---- split virtqueues (2.7): n entries ---------------------------------------------------------------------------------------
/** Descriptor: u64 address, u32 length, u16 flags, u16 next. */
export const DESCRIPTOR_BYTES: u32 = 16;
export const DESCRIPTOR_NEXT: u32 = 1;
/** The device writes the buffer; else it reads it. */
export const DESCRIPTOR_WRITE: u32 = 2;
/** Both rings: u16 flags, u16 index, then n entries: u16 each (available), u32 descriptor and u32 length each (used). */
export const RING_INDEX: u32 = 2;
export const RING_ENTRIES: u32 = 4;
export const USED_ENTRY_BYTES: u32 = 8;

// ---- block device (5.2): header, data, status byte -------------------------------------------------------------------------
/** VIRTIO_BLK_F_FLUSH. */
export const FEATURE_BLOCK_FLUSH: u32 = 0x200;
export const SECTOR_BYTES: u32 = 512;
/** u32 kind, u32 reserved, u64 sector. */
export const BLOCK_HEADER_BYTES: u32 = 16;
export const BLOCK_READ: u32 = 0;
export const BLOCK_WRITE: u32 = 1;
export const BLOCK_FLUSH: u32 = 4;
export const BLOCK_STATUS_OK: u32 = 0;
export const BLOCK_STATUS_ERROR: u32 = 1;
export const BLOCK_STATUS_UNSUPPORTED: u32 = 2;
