/** What the recorded sensors have in common: a service that plays values by the time since boot, always the same. */
import * as service from '../../../interfaces/sensors/server.ts';
import { SUCCESS } from '../../../sdk/interface.ts';
import { now } from '../../../sdk/time.ts';

const NANOSECONDS_IN_MILLISECOND: i64 = 1_000_000;

/** Milliseconds since boot. */
export function time(): u32 {
	return <u32>(now() / NANOSECONDS_IN_MILLISECOND);
}

/** Answers `value`, at `milliseconds`. */
export function play(first: i32, second: i32, third: i32, milliseconds: u32): i32 {
	service.setValueFirst(first);
	service.setValueSecond(second);
	service.setValueThird(third);
	service.setValueMilliseconds(milliseconds);
	return SUCCESS;
}

/** Goes up from 0 to `most` and back again, once in `period`. */
export function swing(at: u32, period: u32, most: u32): u32 {
	const phase = at % period;
	return <u32>((<u64>min(phase, period - phase) * most) / (period / 2));
}
