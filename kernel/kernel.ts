/** The entries of `kernel.wasm`: docs/reference/02-machine.md. Times come as two words, because JavaScript has no cheap 64-bit integer. */

import { OK } from '../abi/errors.ts';
import { faultCurrent } from './activation.ts';
import { system as performSystem } from './calls.ts';
import { checkRows } from './rows.ts';
import * as schedule from './schedule.ts';

export { bootBegin, bootEnd, bootExtent, bootMap, bootMemory, bootPrepare, bootProcess, bootRegion } from './boot.ts';
export { call, interruptSwitch, notifySwitch, reply } from './fastpath.ts';
// The slow paths are entries as well, so that tests can hold the fast ones against them.
export { callSlow, replySlow } from './gate.ts';
export { interrupt } from './interrupt.ts';
export { finish, preempt } from './schedule.ts';
export { notify } from './signal.ts';
export { callWith } from './transfer.ts';

checkRows();

function time(low: u32, high: u32): u64 {
	return ((<u64>high) << 32) | <u64>low;
}

export function next(nowLow: u32, nowHigh: u32): i32 {
	return schedule.next(time(nowLow, nowHigh));
}

export function expire(nowLow: u32, nowHigh: u32): i32 {
	return schedule.expire(time(nowLow, nowHigh)) ? 1 : 0;
}

export function tick(nowLow: u32, nowHigh: u32): i32 {
	return schedule.tick(time(nowLow, nowHigh)) ? 1 : 0;
}

export function wait(left: u32, nowLow: u32, nowHigh: u32): i32 {
	return schedule.wait(left, time(nowLow, nowHigh));
}

export function fault(cause: u32, place: u32, left: u32): i32 {
	faultCurrent(cause, place, left);
	return OK;
}

export function system(
	call: i32,
	a0: u32,
	a1: u32,
	a2: u32,
	a3: u32,
	a4: u32,
	a5: u32,
	nowLow: u32,
	nowHigh: u32,
): i32 {
	return performSystem(call, a0, a1, a2, a3, a4, a5, time(nowLow, nowHigh));
}
