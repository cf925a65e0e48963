import type { RegionMemory } from '../region/memory.ts';
import * as layout from './layout.ts';

/** Bytes of static memory for a Producer: `changetype<Producer<Memory2>>(memory.data(PRODUCER_BYTES, 8))`. */
export const PRODUCER_BYTES: i32 = 32;

/** The sending end of a queue in region memory M. Everything here is private to this side. */
@unmanaged
export class Producer<M extends RegionMemory> {
	private base!: u32;
	private capacity!: u32;
	/** Entries put in so far; the word in the region is a copy for the other side. */
	private tail!: u32;
	/** The consumer's index when it was last read and found possible. */
	private head!: u32;
	/** The consumer's sleep that was last ended. */
	private woken!: u32;
	private sleeps!: u32;
	private broken!: u32;

	/** Takes the producer's end of the queue at `offset` of the region. Both sides open it while it is zeroed. */
	open(offset: u32, capacity: u32): i32 {
		if (!layout.validCapacity(capacity)) return layout.QUEUE_INVALID;
		this.base = offset;
		this.capacity = capacity;
		this.tail = 0;
		this.head = 0;
		this.woken = 0;
		this.sleeps = 0;
		this.broken = 0;
		changetype<M>(0).store32(offset + layout.QUEUE_TAIL, 0);
		changetype<M>(0).store32(offset + layout.QUEUE_PRODUCER_SLEEPS, 0);
		return layout.QUEUE_OK;
	}

	/** QUEUE_OK, QUEUE_FULL or QUEUE_BROKEN. After one or more, ask `consumerSleeps`. */
	enqueue(word0: u32, word1: u32, word2: u32, word3: u32): i32 {
		const tail = this.tail;
		const capacity = this.capacity;
		if (tail - this.head === capacity) {
			const status = this.look();
			if (status !== layout.QUEUE_OK) return status;
		}
		const region = changetype<M>(0);
		const at = this.base + layout.QUEUE_ENTRIES + (tail & (capacity - 1)) * layout.QUEUE_ENTRY_BYTES;
		region.store64(at, <u64>word0 | ((<u64>word1) << 32));
		region.store64(at + 8, <u64>word2 | ((<u64>word3) << 32));
		this.tail = tail + 1;
		region.store32(this.base + layout.QUEUE_TAIL, tail + 1);
		return layout.QUEUE_OK;
	}

	/** Reads how far the consumer is. */
	private look(): i32 {
		if (this.broken !== 0) return layout.QUEUE_BROKEN;
		const head = changetype<M>(0).load32(this.base + layout.QUEUE_HEAD);
		if (this.tail - head > this.capacity) {
			this.broken = 1;
			return layout.QUEUE_BROKEN;
		}
		this.head = head;
		return this.tail - head === this.capacity ? layout.QUEUE_FULL : layout.QUEUE_OK;
	}

	/** True once for each time that the consumer has gone to sleep: raise its signal now. */
	consumerSleeps(): bool {
		const sleeps = changetype<M>(0).load32(this.base + layout.QUEUE_CONSUMER_SLEEPS);
		if (sleeps === this.woken) return false;
		this.woken = sleeps;
		return true;
	}

	/**
	 * Asks to be signalled when there is room. True: there is none, return from the activation. False: some has come
	 * meanwhile (or the queue is broken), go on.
	 */
	sleep(): bool {
		this.sleeps++;
		changetype<M>(0).store32(this.base + layout.QUEUE_PRODUCER_SLEEPS, this.sleeps);
		return this.look() === layout.QUEUE_FULL;
	}
}
