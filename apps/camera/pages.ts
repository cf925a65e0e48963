/** Numbers of the pages above the first. */
export const PAGE_PICTURES: u32 = 1;
export const PAGE_PICTURE: u32 = 2;
