/** What the script of the test may do with the stand-in for the compositor and its user. Badge of the script there: 1. */

/** (kind, app, what, value): the user has done that (interfaces/trusted/answers.ts). */
export const DO: i32 = 100;
/** Words: how many questions there were, app, capability, what is dangerous, bytes of the reason of the last one. */
export const ASKED: i32 = 101;
/** (app): words: what the strip says is in use, and what waits among the events, as 1 << capability. */
export const SHOWN: i32 = 102;
/** (app): words: how many events it was told, kind and first word of the last one. */
export const TOLD: i32 = 103;
/** (app): it is in front from now on. */
export const FRONT: i32 = 104;
/** Words: how many notices there were, app, kind and bytes of the last one. */
export const NOTICED: i32 = 105;

/** Badges of the permission server at the stand-in, which plays the sensors (from this badge on) and the camera, too. */
export const BADGE_SENSOR: i32 = 900;
export const BADGE_CAMERA: i32 = 910;
/** Badge of the first Gate for one picture; the next ones follow. */
export const BADGE_PICTURE: i32 = 1000;
