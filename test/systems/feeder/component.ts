/** Puts the numbers from 1 to COUNT into a queue, and sleeps whenever it is full. */
import { notify } from '../../../sdk/kernel.ts';
import { QUEUE_OK } from '../../../sdk/queue/layout.ts';
import { PRODUCER_BYTES, Producer } from '../../../sdk/queue/producer.ts';
import { Memory1 } from '../../../sdk/region/memory1.ts';
import { CAPACITY, COUNT } from './numbers.ts';

const SLOT_WAKE: i32 = 1;
const queue = changetype<Producer<Memory1>>(memory.data(PRODUCER_BYTES, 8));
let sent: u32 = 0;

/** Until everything is in, or there is no room. */
function feed(): void {
	while (sent < COUNT) {
		if (queue.enqueue(sent + 1, 0, 0, 0) === QUEUE_OK) sent++;
		else if (queue.sleep()) break;
	}
	if (queue.consumerSleeps()) notify(SLOT_WAKE);
}

export function init(): void {
	queue.open(0, CAPACITY);
	feed();
}

export function notified(_bits: u32): void {
	feed();
}
