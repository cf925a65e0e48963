/** Takes everything out of its queue each time it is told. */
import { CONSUMER_BYTES, Consumer } from '../../../sdk/queue/consumer.ts';
import { QUEUE_OK } from '../../../sdk/queue/layout.ts';
import { Memory1 } from '../../../sdk/region/memory1.ts';

const CAPACITY: u32 = 128;
const queue = changetype<Consumer<Memory1>>(memory.data(CONSUMER_BYTES, 8));

export function init(): void {
	queue.open(0, CAPACITY);
	queue.sleep();
}

export function notified(_bits: i32): void {
	do {
		while (queue.dequeue() === QUEUE_OK);
	} while (!queue.sleep());
}
