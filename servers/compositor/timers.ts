/** What the compositor wakes up for (sdk/timers.ts). */
export {
	alarmed,
	armAlarm,
	cancelTimer,
	isSet,
	MILLISECOND,
	milliseconds,
	refreshTime,
	setTimer,
	takeTimer,
	time,
} from '../../sdk/timers.ts';

export const TIMER_FRAME: u32 = 0;
/** A touch in an edge zone goes to the app after a while. */
export const TIMER_REPLAY: u32 = 1;
/** The finger rests during a swipe. */
export const TIMER_PAUSE: u32 = 2;
/** The power key is held. */
export const TIMER_POWER: u32 = 3;
/** The clock goes on. */
export const TIMER_CLOCK: u32 = 4;
/** The semantics tree may be sent again. */
export const TIMER_TREE: u32 = 5;
/** A driver or the store is asked again. */
export const TIMER_RETRY: u32 = 6;
/** Changed choices go to the disk. */
export const TIMER_KEEP: u32 = 7;
/** The prompt is armed. */
export const TIMER_PROMPT: u32 = 8;
/** A sign-in that was touched waits for the swipe. */
export const TIMER_CEREMONY: u32 = 9;
/** The hints go away. */
export const TIMER_HINTS: u32 = 10;
/** The banner comes, or goes. */
export const TIMER_BANNER: u32 = 11;
