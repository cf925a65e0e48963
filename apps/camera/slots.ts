/** What the app has beside interfaces/display/slots.ts. */

import {
	CAPABILITY_CAMERA,
	CAPABILITY_FILE,
	CAPABILITY_PICTURE,
	FIRST_SLOT,
} from '../../interfaces/permissions/capabilities.ts';

/** Given while it runs. */
export const SLOT_CAMERA: i32 = FIRST_SLOT + <i32>CAPABILITY_CAMERA;
export const SLOT_PICTURE: i32 = FIRST_SLOT + <i32>CAPABILITY_PICTURE;
export const SLOT_FILE: i32 = FIRST_SLOT + <i32>CAPABILITY_FILE;
/** The file that is being read or written. */
export const SLOT_STREAM: i32 = 32;
/** Its Signal to itself: there is more to do. */
export const SLOT_WAKE: i32 = 33;
