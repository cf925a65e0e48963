/** Pictures that the graphics component draws, and what it can be asked. */

export const PICTURE_SHAPES: i32 = 0;
export const PICTURE_TEXT: i32 = 1;
export const PICTURE_HOME: i32 = 2;
export const PICTURE_LIGHT: i32 = 3;
export const PICTURE_PROMPT: i32 = 4;
export const PICTURES: i32 = 5;

/** Points of every picture. */
export const POINTS_WIDE: i32 = 390;
export const POINTS_HIGH: i32 = 844;

/** (picture, scale): draws into own memory; results: address, width, height in pixels, hash. */
export const DRAW: i32 = 1;
/** (picture, scale): draws into the region; results as above, the address an offset. */
export const DRAW_REGION: i32 = 2;
/** (picture, scale, x, y, width, height): draws into own memory only what lies inside a clip; results as DRAW. */
export const DRAW_CLIPPED: i32 = 3;
/** (hue, chroma, dark, index): pixel number `index` of an ambience. */
export const AMBIENCE: i32 = 4;
/** (first, second): contrast in hundredths. */
export const CONTRAST: i32 = 5;
/** (what, rounds): repeats a drawing operation, for benchmarks; result: pixels drawn. */
export const REPEAT: i32 = 6;
/** (distance in points, velocity in points a second, frames a second): positions of the window spring in 1/64 points for 16 frames, and whether it has settled. */
export const SPRING: i32 = 7;
/** (operation 0 clear, 1 add; x, y, width, height): damage; results: count and up to 8 rectangles, 16 bits a coordinate. */
export const DAMAGE: i32 = 8;
/** (width): the sample text wrapped; results: lines, then width of each. */
export const WRAP: i32 = 9;
/** (kernel, count, pixel or alpha, lifted): a kernel of sdk/graphics/rows.ts on the row UNDER; ROWS_WHERE only tells the addresses of UNDER, SOURCE and COVERAGE. */
export const ROWS: i32 = 10;
export const ROWS_WHERE: i32 = 0;
export const ROWS_FILL: i32 = 1;
export const ROWS_COLOUR: i32 = 2;
export const ROWS_INK: i32 = 3;
export const ROWS_SOURCE: i32 = 4;
export const ROWS_SOURCE_COVERED: i32 = 5;
export const ROWS_FADE: i32 = 6;
/** (offset, width, column, count): adds a picture's row of the region `assets` to COVERAGE. */
export const ADD_COVERAGE: i32 = 11;
