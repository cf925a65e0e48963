import { CONSUMER_BYTES, type Consumer } from '../../../sdk/queue/consumer.ts';
import { PRODUCER_BYTES, type Producer } from '../../../sdk/queue/producer.ts';
import type { Memory1 } from '../../../sdk/region/memory1.ts';

const producer = changetype<Producer<Memory1>>(memory.data(PRODUCER_BYTES, 8));
const consumer = changetype<Consumer<Memory1>>(memory.data(CONSUMER_BYTES, 8));
const CAPACITY: u32 = 64;

/** Passes `count` entries through in bursts of `burst` and returns the sum of their first words. */
function serve(_badge: i32, count: i32, burst: i32, _w1: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	producer.open(0, CAPACITY);
	consumer.open(0, CAPACITY);
	let sum: u32 = 0;
	for (let done: i32 = 0; done < count; done += burst) {
		for (let i: i32 = 0; i < burst; i++) producer.enqueue(<u32>(done + i), 2, 3, 4);
		for (let i: i32 = 0; i < burst; i++) {
			consumer.dequeue();
			sum += consumer.word0;
		}
	}
	return <i32>sum;
}

export { serve as protected };
