/** The compositor's own capabilities and bits (docs/reference/06-phone.md). */
export const SLOT_SCREEN: i32 = 1;
export const SLOT_SCREEN_SIGNAL: i32 = 2;
export const SLOT_INPUT: i32 = 3;
export const SLOT_INPUT_SIGNAL: i32 = 4;
export const SLOT_PORT: i32 = 5;
export const SLOT_PORT_SIGNAL: i32 = 6;
export const SLOT_LIFECYCLE: i32 = 7;
export const SLOT_FILES: i32 = 8;
export const SLOT_CLOCK: i32 = 9;
export const SLOT_BATTERY: i32 = 10;
export const SLOT_PERMISSIONS: i32 = 11;
export const SLOT_KEYBOARD: i32 = 12;
export const SLOT_POWERBOX: i32 = 13;
export const SLOT_SHELL: i32 = 15;
/** The volume's library has this one and the next. */
export const SLOT_VOLUME: i32 = 20;
/** Signal of app 0; those of the others follow. */
export const SLOT_APPS: i32 = 32;

export const BIT_SCREEN: u32 = 1;
export const BIT_INPUT: u32 = 2;
export const BIT_PORT: u32 = 4;
export const BIT_LIFECYCLE: u32 = 8;
export const BIT_STORE: u32 = 16;
export const BIT_ALARM: u32 = 32;

/** A badge is a client's number, and how many times this the number of the interface. */
export const BADGE_INTERFACE: i32 = 256;
export const INTERFACE_DISPLAY: i32 = 0;
export const INTERFACE_TRUSTED: i32 = 1;
export const INTERFACE_PREFERENCES: i32 = 2;
export const INTERFACE_PAGES: i32 = 3;
