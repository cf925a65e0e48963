/** A client of an input driver: gives events one by one, and begins a new session when the driver has been restarted. */

import { notify } from '../../sdk/kernel.ts';
import { CONSUMER_BYTES, Consumer } from '../../sdk/queue/consumer.ts';
import { QUEUE_EMPTY, QUEUE_OK } from '../../sdk/queue/layout.ts';
import type { RegionMemory } from '../../sdk/region/memory.ts';
import { attach, attachResult } from './client.ts';
import { INPUT_ENTRIES, INPUT_QUEUE, INPUT_SESSION } from './queue.ts';

/** Bytes of static memory for Touches: `changetype<Touches<Memory1>>(memory.data(TOUCHES_BYTES, 8))`. */
export const TOUCHES_BYTES: i32 = 16 + CONSUMER_BYTES;
const EVENTS: usize = 16;

/** `M`: the region, as memory of the client. */
@unmanaged
export class Touches<M extends RegionMemory> {
	private signal!: i32;
	private session!: u32;

	/** `gate` is to the driver; `signal` wakes it. 0, BROKEN, or what the kernel said: try again when the driver signals. */
	open(gate: i32, signal: i32): i32 {
		this.signal = signal;
		this.events.open(INPUT_QUEUE, INPUT_ENTRIES);
		const status = attach(gate);
		if (status !== 0) return status;
		this.session = attachResult();
		this.events.sleep();
		return 0;
	}

	/** Does the driver still serve the session? If not, `open` again: no finger is down. */
	isServed(): bool {
		return changetype<M>(0).load32(INPUT_SESSION) === this.session;
	}

	/** Takes the next event into word0..word3 (queue.ts). False: there is none, the driver will signal. */
	next(): bool {
		do {
			const status = this.events.dequeue();
			if (status === QUEUE_OK) return true;
			if (this.events.producerSleeps()) notify(this.signal);
			if (status !== QUEUE_EMPTY) return false;
		} while (!this.events.sleep());
		return false;
	}

	get word0(): u32 {
		return this.events.word0;
	}

	get word1(): u32 {
		return this.events.word1;
	}

	get word2(): u32 {
		return this.events.word2;
	}

	get word3(): u32 {
		return this.events.word3;
	}

	private get events(): Consumer<M> {
		return changetype<Consumer<M>>(changetype<usize>(this) + EVENTS);
	}
}
