/**
 * Gadgets (Roesner et al. 2012): the app says where, the system draws, the user's own tap is the grant. At least 48 x 48 points, whole inside the window, none over another,
 * and it takes taps only when nothing of it has moved for 500 ms. What the tap yields is installed in the app's table, and the event GRANTED names it.
 */
export const GADGET_NONE: u32 = 0;
/** One picture of the camera: CAPABILITY_PICTURE. */
export const GADGET_SHUTTER: u32 = 1;
/** A file that the user picks, to read: CAPABILITY_FILE. */
export const GADGET_OPEN: u32 = 2;
/** A new file that the user names, to write: CAPABILITY_FILE. */
export const GADGET_SAVE: u32 = 3;
/** What was copied last, once: CAPABILITY_PASTE. */
export const GADGET_PASTE: u32 = 4;
/** Arms the ceremony of the trusted keyboard: the user then swipes up from the bottom edge and types a secret. EVENT_SECRET. */
export const GADGET_SIGN_IN: u32 = 5;
export const GADGET_LAST: u32 = 5;
/** Gadgets of a window. */
export const GADGETS_MOST: u32 = 4;
