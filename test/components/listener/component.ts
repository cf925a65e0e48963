/** The consumer of a queue whose producer is the hostile component: whatever stands in the region, it carries on. */
import { call4 } from '../../../sdk/kernel.ts';
import { CONSUMER_BYTES, Consumer } from '../../../sdk/queue/consumer.ts';
import { QUEUE_OK } from '../../../sdk/queue/layout.ts';
import { Memory1 } from '../../../sdk/region/memory1.ts';
import { setAlarm } from '../../../sdk/time.ts';
import { QUEUE_CAPACITY, TICK } from '../hostile/authority.ts';

const WARDEN: i32 = 1;
const BIT_ALARM: i32 = 1;
const MILLISECOND: u64 = 1_000_000;
/** Entries that it takes in one activation: a producer that never stops must not keep it busy. */
const ENTRIES_MOST: i32 = 32;

const consumer = changetype<Consumer<Memory1>>(memory.data(CONSUMER_BYTES, 8));

export function init(): void {
	consumer.open(0, QUEUE_CAPACITY);
	setAlarm(MILLISECOND, BIT_ALARM);
}

export function notified(bits: u32): void {
	if ((bits & BIT_ALARM) === 0) return;
	setAlarm(MILLISECOND, BIT_ALARM);
	for (let taken = 0; taken < ENTRIES_MOST; taken++) {
		if (consumer.dequeue() !== QUEUE_OK) break;
	}
	call4(WARDEN, TICK, 1, 0, 0, 0);
}
