/** Numbers of the pages. */
export const PAGE_MAIN: u32 = 0;
export const PAGE_AMBIENCE: u32 = 1;
export const PAGE_TEXT: u32 = 2;
export const PAGE_COMFORT: u32 = 3;
export const PAGE_SEAL: u32 = 4;
export const PAGE_PERMISSIONS: u32 = 5;
export const PAGE_APPS: u32 = 6;
export const PAGE_RESOURCES: u32 = 7;
export const PAGE_ABOUT: u32 = 8;
export const PAGE_HISTORY: u32 = 9;
/** One for each capability, and one for each app, follow. */
export const PAGE_CAPABILITY: u32 = 16;
export const PAGE_APP: u32 = 32;
