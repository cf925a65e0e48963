/** Numbers by which two sides know that they still talk about the same: other ones after each restart. */
import { now } from './time.ts';

/** A life of a component begins to count at the time in 1024 ns, so that it does not repeat the numbers of the one before. */
const TIME_BITS: u64 = 10;

/** The number of the session after `session`, 0 = none yet. Never 0. */
export function nextSession(session: u32): u32 {
	const next = session === 0 ? <u32>(now() >> TIME_BITS) : session + 1;
	return max<u32>(next, 1);
}
