/** What the app has beside interfaces/display/slots.ts. */

import { CAPABILITY_FILE, FIRST_SLOT } from '../../interfaces/permissions/capabilities.ts';

/** The document that was picked, or the new file that was named. */
export const SLOT_FILE: i32 = FIRST_SLOT + <i32>CAPABILITY_FILE;
/** The own file that is being read or written. */
export const SLOT_STREAM: i32 = 32;
/** Its Signal to itself: there is more to do. */
export const SLOT_WAKE: i32 = 33;
