/**
 * What drivers and device models both know of virtio 1.2 (OASIS, section numbers below): registers of the mmio transport (4.2.2), split
 * virtqueues (2.7) and the status protocol (3.1). Where transports are: abi/transports.ts.
 */

// ---- registers (4.2.2) ---------------------------------------------------------------------------------------------------
/** Bytes of the registers of a transport. */
export const VIRTIO_REGISTERS_BYTES: u32 = 0x200;
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
export const DEVICE_GPU: u32 = 16;
export const DEVICE_INPUT: u32 = 18;
/** Not one of the standard's: Tessera's own device for sensors. The standard counts its devices from 1. */
export const DEVICE_SENSOR: u32 = 0x7465;

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

// ---- console device (5.3) without several ports -----------------------------------------------------------------------------
export const CONSOLE_QUEUE_RECEIVE: u32 = 0;
export const CONSOLE_QUEUE_TRANSMIT: u32 = 1;

// ---- gpu device (5.7), 2D -----------------------------------------------------------------------------------------------------
export const GPU_QUEUE_CONTROL: u32 = 0;
/** Commands and answers begin with: u32 type, u32 flags, u64 fence, u32 context, u32 ring. */
export const GPU_HEADER_BYTES: u32 = 24;
export const GPU_GET_DISPLAY_INFO: u32 = 0x100;
/** u32 resource, format, width, height. */
export const GPU_RESOURCE_CREATE_2D: u32 = 0x101;
/** Rectangle; u32 scanout, resource (0 = none). */
export const GPU_SET_SCANOUT: u32 = 0x103;
/** Rectangle; u32 resource, 0. */
export const GPU_RESOURCE_FLUSH: u32 = 0x104;
/** Rectangle; u64 offset in the backing; u32 resource, 0. */
export const GPU_TRANSFER_TO_HOST_2D: u32 = 0x105;
/** u32 resource, count of entries; then for each u64 address, u32 length, 0. */
export const GPU_RESOURCE_ATTACH_BACKING: u32 = 0x106;
export const GPU_OK_NO_DATA: u32 = 0x1100;
/** For each of 16 scanouts: rectangle, u32 enabled, u32 flags. */
export const GPU_OK_DISPLAY_INFO: u32 = 0x1101;
export const GPU_ERROR_UNSPECIFIED: u32 = 0x1200;
export const GPU_SCANOUTS: u32 = 16;
/** u32 x, y, width, height. */
export const GPU_RECTANGLE_BYTES: u32 = 16;
export const GPU_DISPLAY_BYTES: u32 = 24;
/** In the order of the bytes in memory: red, green, blue, one that does not matter. */
export const GPU_FORMAT_RGBX: u32 = 134;

// ---- input device (5.8) ---------------------------------------------------------------------------------------------------------
export const INPUT_QUEUE_EVENTS: u32 = 0;
/** u16 type, u16 code, i32 value. */
export const INPUT_EVENT_BYTES: u32 = 8;
/** Of the configuration: what is asked, about what; the size of the answer, 0 = there is none; the answer. */
export const INPUT_SELECT: u32 = 0;
export const INPUT_SUBSELECT: u32 = 1;
export const INPUT_SIZE: u32 = 2;
export const INPUT_ANSWER: u32 = 8;
export const INPUT_ANSWER_BYTES: u32 = 128;
/** Which codes the device has of the event type in the subselect: a bit each. */
export const INPUT_SELECT_EVENT_BITS: u32 = 0x11;
/** About the axis in the subselect: u32 least, u32 most, ... */
export const INPUT_SELECT_AXIS: u32 = 0x12;
// Event types and codes, as Linux numbers them.
export const EVENT_SYNCHRONISE: u32 = 0;
export const EVENT_KEY: u32 = 1;
export const EVENT_ABSOLUTE: u32 = 3;
export const BUTTON_LEFT: u32 = 0x110;
export const BUTTON_TOUCH: u32 = 0x14a;
export const AXIS_X: u32 = 0x00;
export const AXIS_Y: u32 = 0x01;
/** The finger that the following three are about. */
export const AXIS_MULTITOUCH_SLOT: u32 = 0x2f;
export const AXIS_MULTITOUCH_X: u32 = 0x35;
export const AXIS_MULTITOUCH_Y: u32 = 0x36;
export const AXIS_MULTITOUCH_ID: u32 = 0x39;
/** As AXIS_MULTITOUCH_ID: the finger has gone up. */
export const INPUT_NO_FINGER: i32 = -1;

// ---- sensor device: Tessera's own (docs/reference/02-machine.md) ------------------------------------------------------------------
/** The driver puts a buffer in; the device fills it with the newest value as soon as it has one that it has not given yet. */
export const SENSOR_QUEUE: u32 = 0;
/** Of the configuration: SENSOR_* of interfaces/sensors/values.ts; width and height of pictures, in pixels. */
export const SENSOR_KIND: u32 = 0;
export const SENSOR_WIDTH: u32 = 4;
export const SENSOR_HEIGHT: u32 = 8;
/** Of a value that is not a picture: three i32. */
export const SENSOR_VALUE_BYTES: u32 = 12;
