/**
 * How a face (one font, weight and size at one scale) lies in memory: written by tools/assets, read by face.ts. Little-endian. The header is
 * words of 32 bits; tables are named by their byte offset from the start of the face. Faces of one weight share characters, classes and kerning: such an offset may
 * point to a table in front of the face, and wraps around.
 */

/** Pixels of the em square. */
export const FACE_SIZE: u32 = 0;
/** Pixels from one line to the next. */
export const FACE_LINE_HEIGHT: u32 = 4;
/** Pixel rows from the top of a line to its baseline. */
export const FACE_BASELINE: u32 = 8;
/** Number of glyphs; the last one stands for characters that are missing. */
export const FACE_GLYPHS: u32 = 12;
/** Pictures of each glyph, at equal fractions of a pixel. */
export const FACE_PHASES: u32 = 16;
/** Table: the character of each glyph, 16 bits, ascending. */
export const FACE_CHARACTERS: u32 = 20;
/** Table: 16 bits a glyph, 1/64 pixel to the next glyph. */
export const FACE_ADVANCES: u32 = 24;
/** Tables: 8 bits a glyph, its kerning class as the left or right one of a pair. */
export const FACE_LEFT_CLASS: u32 = 28;
export const FACE_RIGHT_CLASS: u32 = 32;
/** Table: 16 bits, signed, units of the font, row by left class, column by right class. */
export const FACE_KERNING: u32 = 36;
/** Columns of the kerning table. */
export const FACE_RIGHT_CLASSES: u32 = 40;
/** Table: PICTURE_BYTES for each glyph and phase, glyph by glyph. */
export const FACE_PICTURES: u32 = 44;
/** Units of the font to the em square. */
export const FACE_UNITS: u32 = 48;
export const FACE_HEADER_BYTES: u32 = 52;

/** A picture: offset of its coverage from the start of the face (32 bits), then left, top (signed; from the pen and the baseline), width, height (8 bits each). */
export const PICTURE_OFFSET: u32 = 0;
export const PICTURE_LEFT: u32 = 4;
export const PICTURE_TOP: u32 = 5;
export const PICTURE_WIDTH: u32 = 6;
export const PICTURE_HEIGHT: u32 = 7;
export const PICTURE_BYTES: u32 = 8;
