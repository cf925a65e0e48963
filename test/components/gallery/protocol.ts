/** What tests ask the gallery beside its pages. */

/** (position, velocity, least, most): a scroller let go there; word 0: address of its positions (1/256 pixel, 32 bits each) in the following 240 frames of 60 a second. */
export const SCROLL: i32 = 1;
/** (look): computes the theme; word 0: address of its colours, 32 bits each. */
export const THEME: i32 = 2;

/** Frames of SCROLL. */
export const FRAMES: i32 = 240;
/** Colours of THEME: grounds first, then what is written on them. */
export const GROUNDS: i32 = 4;
export const INKS: i32 = 5;
