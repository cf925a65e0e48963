import type { RegionMemory } from '../region/memory.ts';
import * as layout from './layout.ts';

/** Bytes of static memory for a Consumer: `changetype<Consumer<Memory1>>(memory.data(CONSUMER_BYTES, 8))`. */
export const CONSUMER_BYTES: i32 = 48;

/** The receiving end of a queue in region memory M. Everything here is private to this side. */
@unmanaged
export class Consumer<M extends RegionMemory> {
	private base!: u32;
	private capacity!: u32;
	/** Entries taken so far; the word in the region is a copy for the other side. */
	private head!: u32;
	/** The producer's index when it was last read and found possible. */
	private tail!: u32;
	/** The producer's sleep that was last ended. */
	private woken!: u32;
	private sleeps!: u32;
	private broken!: u32;
	/** The entry that was taken last. */
	word0!: u32;
	word1!: u32;
	word2!: u32;
	word3!: u32;

	/** Takes the consumer's end of the queue at `offset` of the region. Both sides open it while it is zeroed. */
	open(offset: u32, capacity: u32): i32 {
		if (!layout.validCapacity(capacity)) return layout.QUEUE_INVALID;
		this.base = offset;
		this.capacity = capacity;
		this.head = 0;
		this.tail = 0;
		this.woken = 0;
		this.sleeps = 0;
		this.broken = 0;
		changetype<M>(0).store32(offset + layout.QUEUE_HEAD, 0);
		changetype<M>(0).store32(offset + layout.QUEUE_CONSUMER_SLEEPS, 0);
		return layout.QUEUE_OK;
	}

	/** Takes an entry into word0 .. word3. QUEUE_OK, QUEUE_EMPTY or QUEUE_BROKEN. After one or more, ask `producerSleeps`. */
	dequeue(): i32 {
		const head = this.head;
		if (this.tail === head) {
			const status = this.look();
			if (status !== layout.QUEUE_OK) return status;
		}
		const region = changetype<M>(0);
		const at = this.base + layout.QUEUE_ENTRIES + (head & (this.capacity - 1)) * layout.QUEUE_ENTRY_BYTES;
		const low = region.load64(at);
		const high = region.load64(at + 8);
		this.word0 = <u32>low;
		this.word1 = <u32>(low >> 32);
		this.word2 = <u32>high;
		this.word3 = <u32>(high >> 32);
		this.head = head + 1;
		region.store32(this.base + layout.QUEUE_HEAD, head + 1);
		return layout.QUEUE_OK;
	}

	/** Reads how far the producer is. */
	private look(): i32 {
		if (this.broken !== 0) return layout.QUEUE_BROKEN;
		const tail = changetype<M>(0).load32(this.base + layout.QUEUE_TAIL);
		if (tail - this.head > this.capacity) {
			this.broken = 1;
			return layout.QUEUE_BROKEN;
		}
		this.tail = tail;
		return tail === this.head ? layout.QUEUE_EMPTY : layout.QUEUE_OK;
	}

	/** True once for each time that the producer has gone to sleep: raise its signal now. */
	producerSleeps(): bool {
		const sleeps = changetype<M>(0).load32(this.base + layout.QUEUE_PRODUCER_SLEEPS);
		if (sleeps === this.woken) return false;
		this.woken = sleeps;
		return true;
	}

	/**
	 * Asks to be signalled when something comes. True: there is nothing, return from the activation. False: something has come
	 * meanwhile (or the queue is broken), go on.
	 */
	sleep(): bool {
		this.sleeps++;
		changetype<M>(0).store32(this.base + layout.QUEUE_CONSUMER_SLEEPS, this.sleeps);
		return this.look() === layout.QUEUE_EMPTY;
	}
}
