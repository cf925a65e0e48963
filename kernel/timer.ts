/** Who waits for what time: a tournament tree with a leaf per process, so that the earliest is at the root (node 1). */
import { GLOBAL_OUT_ALARM_64, PROCESS_COUNT } from './layout.ts';
import { NEVER, process, setGlobal64, setTimer, timer } from './table.ts';

/** Recomputes the leaf of `row` (its alarm, and its next refill if it is throttled) and the path to the root. */
export function updateTimer(row: u32): void {
	const alarm = process(row).alarm;
	const refill = process(row).throttled !== 0 ? process(row).refill0 : NEVER;
	let node = PROCESS_COUNT + row;
	const time = min<u64>(alarm, refill);
	if (timer(node) === time) return;
	setTimer(node, time);
	for (let height: u32 = 0; height < 8; height++) {
		node >>= 1;
		const left = timer(2 * node);
		const right = timer(2 * node + 1);
		setTimer(node, min<u64>(left, right));
	}
	setGlobal64(GLOBAL_OUT_ALARM_64, timer(1));
}

/** The process whose time comes first. */
export function earliest(): u32 {
	let node: u32 = 1;
	for (let height: u32 = 0; height < 8; height++) {
		node = timer(2 * node) === timer(node) ? 2 * node : 2 * node + 1;
	}
	return node - PROCESS_COUNT;
}
