/** The timer: each leaf is what its process waits for, each node the earlier of two, and the machine is told the first. */
import { STATE_FREE } from '../../../abi/calls.ts';
import { GLOBAL_OUT_ALARM_64, PROCESS_COUNT } from '../../../kernel/layout.ts';
import { global64, NEVER, process, timer } from '../state.ts';

/** The time that a process waits for. */
function timeOf(row: u32): u64 {
	if (process(row).state === STATE_FREE) return NEVER;
	const refill = process(row).throttled !== 0 ? process(row).refill0 : NEVER;
	return min<u64>(process(row).alarm, refill);
}

export function timerLeafIsTimeOfProcess(row: u32): bool {
	return timer(PROCESS_COUNT + row) === timeOf(row);
}

/** Node 0 is unused, the leaves begin at PROCESS_COUNT. */
export function timerNodeIsEarlierOfTwo(node: u32): bool {
	if (node === 0 || node >= PROCESS_COUNT) return true;
	return timer(node) === min<u64>(timer(2 * node), timer(2 * node + 1));
}

export function alarmIsNotLate(): bool {
	return global64(GLOBAL_OUT_ALARM_64) <= timer(1);
}
