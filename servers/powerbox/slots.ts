/** Slots of the powerbox's table beside those of interfaces/display/slots.ts. */
export const SLOT_TRUSTED: i32 = 7;
/** The file that was given to app n last is in FIRST_GIVEN + n. */
export const FIRST_GIVEN: i32 = 32;
