/** Faces and icons as contents of a region, which everything that draws maps as memory 12. */

/** The file for a screen of `scale` pixels to the point; `tessera build` makes it. */
export const assetsAt = (scale: 1 | 2): string => `build/assets/scale${scale}.bin`;
