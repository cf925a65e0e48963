/** Made by tools/arm64/board.ts from machines/arm64/boards/qemu-virt.dtb and machines/arm64/boards/qemu-virt-gic3.dtb. */

export const BOARD_NAME = 'qemu-virt';
/** The first byte of RAM. */
export const BOARD_RAM = 0x40000000;
/** PL011. */
export const BOARD_CONSOLE = 0x09000000;
/** PL031; 0 = the board has none. */
export const BOARD_CLOCK = 0x09010000;
/** Of the interrupt controller, version 2 and 3. */
export const BOARD_DISTRIBUTOR = 0x08000000;
/** Of version 2. */
export const BOARD_PROCESSOR_INTERFACE = 0x08010000;
/** Of version 3, of the first processor. */
export const BOARD_REDISTRIBUTOR = 0x080a0000;
/** The same, of its private lines. */
export const BOARD_PRIVATE_LINES = 0x080b0000;
/** Interrupt of the virtual timer. */
export const BOARD_LINE_LIMIT = 27;
/** Interrupt of the physical timer. */
export const BOARD_LINE_ALARM = 30;
/** Transports of virtio devices: where their registers begin, and their interrupt lines. */
export const BOARD_TRANSPORTS: readonly (readonly [address: number, line: number])[] = [
	[0x0a000000, 48],
	[0x0a000200, 49],
	[0x0a000400, 50],
	[0x0a000600, 51],
	[0x0a000800, 52],
	[0x0a000a00, 53],
	[0x0a000c00, 54],
	[0x0a000e00, 55],
	[0x0a001000, 56],
	[0x0a001200, 57],
	[0x0a001400, 58],
	[0x0a001600, 59],
	[0x0a001800, 60],
	[0x0a001a00, 61],
	[0x0a001c00, 62],
	[0x0a001e00, 63],
	[0x0a002000, 64],
	[0x0a002200, 65],
	[0x0a002400, 66],
	[0x0a002600, 67],
	[0x0a002800, 68],
	[0x0a002a00, 69],
	[0x0a002c00, 70],
	[0x0a002e00, 71],
	[0x0a003000, 72],
	[0x0a003200, 73],
	[0x0a003400, 74],
	[0x0a003600, 75],
	[0x0a003800, 76],
	[0x0a003a00, 77],
	[0x0a003c00, 78],
	[0x0a003e00, 79],
];
