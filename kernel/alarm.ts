/** ALARM: one a process; the kernel sees time only as the argument `now`. */
import { OK } from '../abi/errors.ts';
import { NEVER, process } from './table.ts';
import { updateTimer } from './timer.ts';

/** ALARM(delayLow, delayHigh, bits): in so many nanoseconds from `now`; bits 0 cancels. */
export function alarm(caller: u32, delay: u64, bits: u32, now: u64): i32 {
	const latest = NEVER - 1;
	const time = delay > latest - now ? latest : now + delay;
	// ---- commit ----
	process(caller).alarmBits = bits;
	process(caller).alarm = bits === 0 ? NEVER : time;
	updateTimer(caller);
	return OK;
}
