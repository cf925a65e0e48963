/** Where pictures and files lie in the component's memory. */
export const PIXELS: u32 = 131_072;
export const FILE: u32 = 524_288;
/** (width, height): writes the pixels at PIXELS as a file at FILE; its length. */
export const WRITE: i32 = 1;
/** (length): reads the file at FILE; how many bytes that took, or BROKEN; width; height. */
export const READ: i32 = 2;
export const BROKEN: u32 = 0xffff_ffff;
