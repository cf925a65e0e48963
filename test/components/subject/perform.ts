/** The things that a subject can do, one line each. */
import { RESULT_WORDS } from '../../../abi/component.ts';
import { batch, call0, call4, callWith, clock, notify, system, wait } from '../../../sdk/kernel.ts';
import * as shared from '../../../sdk/region/memory1.ts';
import * as readable from '../../../sdk/region/memory2.ts';
import * as order from '../protocol.ts';

const WORDS_BYTES: usize = 24;
const LOW_BYTE: i32 = 0xff;

/** Result word `index` of the last kernel call. */
export function word(index: u32): i32 {
	return load<i32>(RESULT_WORDS + index * 4);
}

export function forgetWords(): void {
	memory.fill(RESULT_WORDS, 0, WORDS_BYTES);
}

function spin(): void {
	for (;;) store<u32>(RESULT_WORDS, load<u32>(RESULT_WORDS) + 1);
}

/** Deeper at every step, and never the same, so that no compiler makes a loop of it. */
function recurse(depth: i32): i32 {
	if (load<i32>(RESULT_WORDS) === depth + 1) return depth;
	return recurse(depth + 1) + load<i32>(RESULT_WORDS + ((depth & 3) << 2));
}

function burn(nanoseconds: i32): i32 {
	const end = clock() + <i64>nanoseconds;
	while (clock() < end) store<u32>(RESULT_WORDS, load<u32>(RESULT_WORDS) + 1);
	return 0;
}

function work(rounds: i32): i32 {
	for (let round = 0; round < rounds; round++) store<u32>(RESULT_WORDS, load<u32>(RESULT_WORDS) + 1);
	return 0;
}

function echo(w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	store<i32>(RESULT_WORDS, w0);
	store<i32>(RESULT_WORDS, w1, 4);
	store<i32>(RESULT_WORDS, w2, 8);
	store<i32>(RESULT_WORDS, w3, 12);
	store<i32>(RESULT_WORDS, w4, 16);
	return w5;
}

/** Orders that concern memory. */
function touch(what: i32, a0: i32, a1: i32): i32 {
	switch (what) {
		case order.DO_STORE:
			store<i32>(a0, a1);
			return 0;
		case order.DO_LOAD:
			return load<i32>(a0);
		case order.DO_REGION_STORE:
			shared.store32(a0, a1);
			return 0;
		case order.DO_REGION_LOAD:
			return shared.load32(a0);
		default:
			return readable.load32(a0);
	}
}

/** Orders that end badly. */
function misbehave(what: i32, a0: i32, a1: i32): i32 {
	if (what === order.DO_TRAP) unreachable();
	if (what === order.DO_LOOP) spin();
	return what === order.DO_RECURSE ? recurse(0) : a0 / a1;
}

/** Performs `what` (protocol.ts); its outcome. */
export function perform(what: i32, a0: i32, a1: i32, a2: i32, a3: i32, a4: i32, a5: i32): i32 {
	switch (what & LOW_BYTE) {
		case order.DO_SYSTEM:
			return system(what >> order.DO_SHIFT, a0, a1, a2, a3, a4, a5);
		case order.DO_CALL0:
			return call0(a0, a1);
		case order.DO_CALL4:
			return call4(a0, a1, a2, a3, a4, a5);
		case order.DO_CALL_WITH:
			return callWith(a0, a1, 0, 0, 0, 0, 0, 0, a2, a3, a4, a5);
		case order.DO_NOTIFY:
			return notify(a0);
		case order.DO_WAIT:
			return wait();
		case order.DO_BATCH:
			return batch(a0, a1);
		case order.DO_BURN:
			return burn(a0);
		case order.DO_WORK:
			return work(a0);
		case order.DO_ECHO:
			return echo(a0, a1, a2, a3, a4, a5);
		case order.DO_TRAP:
		case order.DO_LOOP:
		case order.DO_RECURSE:
		case order.DO_DIVIDE:
			return misbehave(what, a0, a1);
		default:
			return touch(what & LOW_BYTE, a0, a1);
	}
}
