/** Results of the store's own functions: 0 or more is what was asked for, less is why not. `answerOf` turns them into those of the interface. */

import {
	DAMAGED,
	EXISTS,
	NO_ROOM,
	NOT_THERE,
	PENDING,
	READ_ONLY,
	STALE,
	TOO_MANY,
	WRONG_KIND,
} from '../../interfaces/files/server.ts';

/** It has to be read first, or a commit has to end; somebody will be woken. */
export const LATER: i32 = -PENDING;
export const ABSENT: i32 = -NOT_THERE;
export const BROKEN: i32 = -DAMAGED;
export const FULL: i32 = -NO_ROOM;
export const PRESENT: i32 = -EXISTS;
export const OTHER_KIND: i32 = -WRONG_KIND;
export const FOR_READING: i32 = -READ_ONLY;
export const HANDLES_USED: i32 = -TOO_MANY;
export const DEAD: i32 = -STALE;

/** Error of the interface for a result below 0. */
export function answerOf(result: i32): i32 {
	return result < 0 ? -result : 0;
}
