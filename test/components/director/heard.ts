/** What has reached the director besides calls: faults of subjects, and signals. */
import { ALARM } from '../../../abi/calls.ts';
import { BIT_ALARM, SLEEP, sys } from './stage.ts';

const CHILDREN: u32 = 32;
const counts: usize = memory.data(32, 4);
let last: i32 = -1;
let bits: u32 = 0;

export function heardFault(child: u32): void {
	if (child >= CHILDREN) return;
	store<u8>(counts + child, load<u8>(counts + child) + 1);
	last = child;
}

/** Counts from nothing again. */
export function forgetFaults(): void {
	memory.fill(counts, 0, CHILDREN);
	last = -1;
}

/** How often `faulted` named this child. */
export function faultsOf(child: i32): i32 {
	return load<u8>(counts + child);
}

/** The child that it named last, -1 = none. */
export function lastFaulted(): i32 {
	return last;
}

export function heardBits(more: u32): void {
	bits |= more;
}

/** The bits heard so far, which are then forgotten. */
export function takeBits(): u32 {
	const taken = bits;
	bits = 0;
	return taken;
}

/** For the end of a step: the next one comes after so many nanoseconds. */
export function sleep(nanoseconds: i32): i32 {
	sys(ALARM, nanoseconds, 0, BIT_ALARM);
	return SLEEP;
}
