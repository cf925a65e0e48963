/**
 * A client of a display driver. When the driver is restarted, what was on its way counts as over: `renew` begins another session, after which the
 * client shows everything again.
 */

import { notify } from '../../sdk/kernel.ts';
import { CONSUMER_BYTES, Consumer } from '../../sdk/queue/consumer.ts';
import { QUEUE_EMPTY, QUEUE_OK } from '../../sdk/queue/layout.ts';
import { PRODUCER_BYTES, Producer } from '../../sdk/queue/producer.ts';
import type { RegionMemory } from '../../sdk/region/memory.ts';
import { attach, attachHeight, attachSession, attachWidth } from './client.ts';
import { SCREEN_ANSWERS, SCREEN_ENTRIES, SCREEN_REQUESTS, SCREEN_SESSION } from './queue.ts';

/** Bytes of static memory for a Panel: `changetype<Panel<Memory1>>(memory.data(PANEL_BYTES, 8))`. */
export const PANEL_BYTES: i32 = 24 + PRODUCER_BYTES + CONSUMER_BYTES;

const REQUESTS: usize = 24;
const ANSWERS: usize = REQUESTS + <usize>PRODUCER_BYTES;

/** `M`: the region, as memory of the client. */
@unmanaged
export class Panel<M extends RegionMemory> {
	private signal!: i32;
	private session!: u32;
	/** Rectangles that are not on the screen yet. */
	pending!: u32;
	/** Size of the screen, in pixels. */
	width!: u32;
	height!: u32;

	/** `gate` is to the driver; `signal` wakes it. 0, BROKEN, NOT_READY (the driver will signal), or what the kernel said: try again later. */
	open(gate: i32, signal: i32): i32 {
		this.signal = signal;
		this.pending = 0;
		this.requests.open(SCREEN_REQUESTS, SCREEN_ENTRIES);
		this.answers.open(SCREEN_ANSWERS, SCREEN_ENTRIES);
		const status = attach(gate);
		if (status !== 0) return status;
		this.width = attachWidth();
		this.height = attachHeight();
		this.session = attachSession();
		this.answers.sleep();
		return 0;
	}

	/** Does the driver still serve the session? If not, `open` again. */
	isServed(): bool {
		return changetype<M>(0).load32(SCREEN_SESSION) === this.session;
	}

	/** Asks for a rectangle to be shown. False: too many are pending. */
	show(x: u32, y: u32, columns: u32, rows: u32): bool {
		if (this.pending >= SCREEN_ENTRIES) return false;
		if (this.requests.enqueue(x | (y << 16), columns | (rows << 16), 0, 0) !== QUEUE_OK) return false;
		this.pending++;
		if (this.requests.consumerSleeps()) notify(this.signal);
		return true;
	}

	/** Takes the driver's answers. True: everything that was asked for is over. Otherwise the driver will signal. */
	settle(): bool {
		let status: i32;
		do {
			status = this.answers.dequeue();
			if (status === QUEUE_OK) this.pending = max<u32>(this.pending, 1) - 1;
		} while (status === QUEUE_OK || (status === QUEUE_EMPTY && !this.answers.sleep()));
		return this.pending === 0;
	}

	private get requests(): Producer<M> {
		return changetype<Producer<M>>(changetype<usize>(this) + REQUESTS);
	}

	private get answers(): Consumer<M> {
		return changetype<Consumer<M>>(changetype<usize>(this) + ANSWERS);
	}
}
