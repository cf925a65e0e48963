/** Records for the program that runs the bench: each is one line of the machine's log, written by one kernel call. */
import { LOG } from '../../abi/calls.ts';
import { clock, system } from '../../sdk/kernel.ts';
import { RECORD_BEGIN, RECORD_BYTES, RECORD_END, RECORD_FAILED, RECORD_START } from '../phases.ts';

/** Every component that writes records holds its Control capability here. */
export const SLOT_CONTROL: i32 = 1;
const BUFFER: usize = memory.data(16, 8);
const DIGITS_PHASE: u32 = 2;
const DIGITS_VALUE: u32 = 12;
const LINE_FEED: u8 = 10;

/** Writes `count` hexadecimal digits of `value` that end before `end`. */
function writeHexadecimal(end: usize, value: u64, count: u32): void {
	for (let place: u32 = 1; place <= count; place++) {
		const digit = <u32>(value & 15);
		store<u8>(end - place, <u8>(digit < 10 ? 48 + digit : 87 + digit));
		value >>= 4;
	}
}

function write(kind: u32, phase: u32, value: u64): void {
	store<u8>(BUFFER, <u8>kind);
	writeHexadecimal(BUFFER + 1 + DIGITS_PHASE, phase, DIGITS_PHASE);
	writeHexadecimal(BUFFER + 1 + DIGITS_PHASE + DIGITS_VALUE, value, DIGITS_VALUE);
	store<u8>(BUFFER + RECORD_BYTES - 1, LINE_FEED);
	system(
		LOG,
		SLOT_CONTROL,
		RECORD_BYTES,
		load<i32>(BUFFER),
		load<i32>(BUFFER, 4),
		load<i32>(BUFFER, 8),
		load<i32>(BUFFER, 12),
	);
}

/** Time now, as records carry it. */
export function time(): u64 {
	return <u64>clock();
}

/** A phase begins. Returns the time after that was written. */
export function begin(phase: u32, iterations: u32): u64 {
	write(RECORD_BEGIN, phase, iterations);
	return time();
}

/** A phase that began at `start` ends here. */
export function end(phase: u32, start: u64): void {
	endAt(phase, time());
	started(phase, start);
}

/** A phase that somebody else began ended at `now`. */
export function endAt(phase: u32, now: u64): void {
	write(RECORD_END, phase, now);
}

/** The time at which a phase began, when somebody else has ended it. */
export function started(phase: u32, start: u64): void {
	write(RECORD_START, phase, start);
}

/** Reports a kernel call that failed; returns its status. */
export function check(phase: u32, status: i32): i32 {
	if (status < 0) write(RECORD_FAILED, phase, -status);
	return status;
}
