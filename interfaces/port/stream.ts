/** A client of a port driver: one message at a time out, and the bytes that come in, in pieces of the length that the client needs. */
import { notify } from '../../sdk/kernel.ts';
import { CONSUMER_BYTES, Consumer } from '../../sdk/queue/consumer.ts';
import { QUEUE_EMPTY, QUEUE_OK } from '../../sdk/queue/layout.ts';
import { PRODUCER_BYTES, Producer } from '../../sdk/queue/producer.ts';
import type { RegionMemory } from '../../sdk/region/memory.ts';
import { attach, attachResult } from './client.ts';
import * as queue from './queue.ts';

const GATHERED: usize = 24;
/** Of what has come, as much as one entry more than a piece. */
const GATHERED_BYTES: usize = 128;
const REQUESTS: usize = GATHERED + GATHERED_BYTES;
const ANSWERS: usize = REQUESTS + <usize>PRODUCER_BYTES;
const INCOMING: usize = ANSWERS + <usize>CONSUMER_BYTES;
/** Bytes of static memory for a Stream: `changetype<Stream<Memory1>>(memory.data(STREAM_BYTES, 8))`. */
export const STREAM_BYTES: i32 = 24 + 128 + PRODUCER_BYTES + 2 * CONSUMER_BYTES;
/** Bytes of a message and of a piece at most. */
export const STREAM_MESSAGE_BYTES: u32 = queue.PORT_REGION_BYTES - queue.PORT_DATA;
export const STREAM_PIECE_BYTES: u32 = 116;

/** `M`: the region, as memory of the client. Without a port there is no region either: then nothing of it is touched. */
@unmanaged
export class Stream<M extends RegionMemory> {
	private signal!: i32;
	private session!: u32;
	private connected!: bool;
	/** Entries that the driver has not answered. */
	private pending!: u32;
	private gathered!: u32;

	/** `gate` is to the driver; `signal` wakes it. 0, or what the driver or the kernel said: try again when the driver signals. */
	open(gate: i32, signal: i32): i32 {
		this.signal = signal;
		this.pending = 0;
		this.gathered = 0;
		const status = attach(gate);
		this.connected = status === 0;
		if (status !== 0) return status;
		this.session = attachResult();
		this.requests.open(queue.PORT_REQUESTS, queue.PORT_ENTRIES);
		this.answers.open(queue.PORT_ANSWERS, queue.PORT_ENTRIES);
		this.incoming.open(queue.PORT_INCOMING, queue.PORT_INCOMING_ENTRIES);
		this.answers.sleep();
		this.incoming.sleep();
		return 0;
	}

	/** Does the driver serve the session? If not, `open` again. */
	isServed(): bool {
		return this.connected && changetype<M>(0).load32(queue.PORT_SESSION) === this.session;
	}

	/** Whether a message can be sent now. */
	isFree(): bool {
		return this.connected && this.pending === 0;
	}

	/** Puts bytes of own memory into the message, at `offset`. Only when it is free. */
	put(offset: u32, pointer: u32, length: u32): void {
		changetype<M>(0).write(queue.PORT_DATA + offset, pointer, length);
	}

	/** Sends the first `length` bytes of the message. */
	send(length: u32): void {
		for (let at: u32 = 0; at < length; at += queue.PORT_LENGTH_MOST) {
			const part = min(queue.PORT_LENGTH_MOST, length - at);
			if (this.requests.enqueue(queue.PORT_DATA + at, part, 0, 0) === QUEUE_OK) this.pending++;
		}
		if (this.requests.consumerSleeps()) notify(this.signal);
	}

	/** Takes the driver's answers. Of a driver that breaks its queues nothing more is taken. */
	settle(): void {
		if (!this.connected) return;
		let status: i32;
		do {
			status = this.answers.dequeue();
			if (status === QUEUE_OK && this.pending > 0) this.pending--;
		} while (status === QUEUE_OK || (status === QUEUE_EMPTY && !this.answers.sleep()));
	}

	/** Copies the next `length` bytes, at most STREAM_PIECE_BYTES, to `pointer`. False: they have not come yet. */
	take(pointer: u32, length: u32): bool {
		if (!this.connected) return false;
		while (this.gathered < length) {
			const status = this.incoming.dequeue();
			if (status === QUEUE_OK) this.gather();
			else if (status !== QUEUE_EMPTY || this.incoming.sleep()) break;
		}
		if (this.incoming.producerSleeps()) notify(this.signal);
		if (this.gathered < length) return false;
		const stream = changetype<u32>(this) + <u32>GATHERED;
		memory.copy(pointer, stream, length);
		this.gathered -= length;
		memory.copy(stream, stream + length, this.gathered);
		return true;
	}

	/** Adds the bytes of an entry. */
	private gather(): void {
		const count = min(this.incoming.word0, queue.PORT_INCOMING_BYTES);
		const place = changetype<u32>(this) + <u32>GATHERED + this.gathered;
		store<u32>(place, this.incoming.word1);
		store<u32>(place, this.incoming.word2, 4);
		store<u32>(place, this.incoming.word3, 8);
		this.gathered += count;
	}

	private get requests(): Producer<M> {
		return changetype<Producer<M>>(changetype<usize>(this) + REQUESTS);
	}

	private get answers(): Consumer<M> {
		return changetype<Consumer<M>>(changetype<usize>(this) + ANSWERS);
	}

	private get incoming(): Consumer<M> {
		return changetype<Consumer<M>>(changetype<usize>(this) + INCOMING);
	}
}
