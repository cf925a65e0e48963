/** What the programs of this bench are asked for: numbers of kernels and of contents. Read by the compiler and by Node. */

/** Nothing but putting rows back as they were: what every figure contains, and what is taken off. */
export const KERNEL_NONE: i32 = 0;
export const KERNEL_FILL: i32 = 1;
export const KERNEL_COLOUR: i32 = 2;
export const KERNEL_INK: i32 = 3;
export const KERNEL_LIFTED_INK: i32 = 4;
export const KERNEL_SOURCE: i32 = 5;
export const KERNEL_SOURCE_COVERED: i32 = 6;
export const KERNEL_FADE: i32 = 7;
export const KERNEL_PERIOD: i32 = 8;
export const KERNEL_SUM: i32 = 9;
export const KERNEL_DARKEN: i32 = 10;

/** As screens are: stretches of one colour, text of one ink on one ground. */
export const CONTENT_EVEN: i32 = 0;
/** As photographs are: no pixel like the one beside it. */
export const CONTENT_VARIED: i32 = 1;

/** Rows: see sdk/graphics/rows.ts; RESULT holds what a sum came to. */
export const ROW_UNDER: i32 = 0;
export const ROW_SOURCE: i32 = 1;
export const ROW_COVERAGE: i32 = 2;
export const ROW_RESULT: i32 = 3;
/** Of a shadow's columns, 32 bits each, at most SHADOW_MOST. */
export const ROW_LIGHTS: i32 = 4;
export const SHADOW_MOST: i32 = 64;
