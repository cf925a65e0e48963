/** Numbers of the pages above the first. */
export const PAGE_DOCUMENT: u32 = 1;
export const PAGE_KEPT: u32 = 2;
