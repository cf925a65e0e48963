/**
 * How the region `assets` lies in memory: all faces and icons for one scale, made when the system is built (tools/assets), mapped read-only as memory 12
 * by everything that draws. Little-endian words of 32 bits; offsets count from the start of the region.
 */

export const ASSETS_MAGIC: u32 = 0x53534154;
/** ASSETS_MAGIC. */
export const ASSETS_MAGIC_PLACE: u32 = 0;
/** Pixels to the point. */
export const ASSETS_SCALE: u32 = 4;
/** Offset of the table of faces: the offset of each (face-layout.ts), by its number. */
export const ASSETS_FACES: u32 = 8;
/** Offset of the table of icons: ICON_SIZES pictures (face-layout.ts, PICTURE_*; left and top from the icon's corner) for each icon, by its number. */
export const ASSETS_ICONS: u32 = 12;
/** How many icons there are, number 0 (none) included. */
export const ASSETS_ICON_COUNT: u32 = 16;
export const ASSETS_HEADER_BYTES: u32 = 32;
/** Zeros behind the last picture, so that pictures can be read by words of 64 bits. */
export const ASSETS_TAIL_BYTES: u32 = 8;

/** Sizes in which every icon is there: 20, 24 and 32 points. */
export const ICON_SIZES: u32 = 3;
