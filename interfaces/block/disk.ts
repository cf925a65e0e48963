/**
 * A client of a block driver with one request at a time. When the driver is restarted, the request is made again: reading and
 * writing whole sectors twice is as good as once.
 */

import { notify } from '../../sdk/kernel.ts';
import type { Consumer } from '../../sdk/queue/consumer.ts';
import { QUEUE_OK } from '../../sdk/queue/layout.ts';
import { PRODUCER_BYTES, Producer } from '../../sdk/queue/producer.ts';
import type { RegionMemory } from '../../sdk/region/memory.ts';
import { ABSENT, attach, BROKEN, capacity, capacityResult } from './client.ts';
import { BLOCK_ANSWERS, BLOCK_ENTRIES, BLOCK_FAILED, BLOCK_REQUESTS } from './queue.ts';

/** Bytes of static memory for a Disk: `changetype<Disk<Memory1>>(memory.data(DISK_BYTES, 8))`. */
export const DISK_BYTES: i32 = 120;
/** What `poll` gives as long as there is no answer. */
export const DISK_PENDING: i32 = -1;

const REQUESTS: usize = 40;
const ANSWERS: usize = REQUESTS + <usize>PRODUCER_BYTES;
const IDLE: u32 = 0;
const ASKED: u32 = 1;

/** `M`: the region, as memory of the client. */
@unmanaged
export class Disk<M extends RegionMemory> {
	private gate!: i32;
	private signal!: i32;
	private state!: u32;
	private operation!: u32;
	private sector!: u32;
	private offset!: u32;
	private tag!: u32;
	/** How often a session was begun. */
	sessions!: u32;
	/** Size of the disk, as far as it is known. */
	sectors!: u64;

	/** `gate` is to the driver; `signal` wakes it. 0, or what the driver or the kernel said: then call `recover` later. */
	open(gate: i32, signal: i32): i32 {
		this.gate = gate;
		this.signal = signal;
		this.state = IDLE;
		this.tag = 0;
		this.sessions = 0;
		return this.begin();
	}

	private begin(): i32 {
		this.requests.open(BLOCK_REQUESTS, BLOCK_ENTRIES);
		this.answers.open(BLOCK_ANSWERS, BLOCK_ENTRIES);
		const status = attach(this.gate);
		if (status !== 0) return status;
		this.sessions++;
		capacity(this.gate);
		this.sectors = capacityResult();
		if (this.state === ASKED) this.send();
		return 0;
	}

	/** Asks for an operation on `count` sectors from `sector` on, with their data at `offset` of the region. Only when nothing is pending. */
	ask(operation: u32, sector: u32, count: u32, offset: u32): void {
		this.operation = operation | (count << 8);
		this.sector = sector;
		this.offset = offset;
		this.state = ASKED;
		this.send();
	}

	private send(): void {
		this.tag++;
		this.answers.sleep();
		this.requests.enqueue(this.operation, this.sector, this.offset, this.tag);
		if (this.requests.consumerSleeps()) notify(this.signal);
	}

	/** BLOCK_* of queue.ts when the request has been answered, DISK_PENDING before. When pending, the driver will signal. */
	poll(): i32 {
		for (;;) {
			if (this.answers.dequeue() !== QUEUE_OK) {
				if (this.answers.sleep()) return DISK_PENDING;
				if (this.answers.dequeue() !== QUEUE_OK) return BLOCK_FAILED;
			}
			if (this.answers.word0 !== this.tag || this.state !== ASKED) continue;
			this.state = IDLE;
			return <i32>this.answers.word1;
		}
	}

	/**
	 * After a while without an answer: if the driver has been restarted, begins a new session and asks again. 0 = all is well, wait on; BROKEN: it will not
	 * get better; anything else: try again later.
	 */
	recover(): i32 {
		const status = capacity(this.gate);
		return status === ABSENT ? this.begin() : status;
	}

	private get requests(): Producer<M> {
		return changetype<Producer<M>>(changetype<usize>(this) + REQUESTS);
	}

	private get answers(): Consumer<M> {
		return changetype<Consumer<M>>(changetype<usize>(this) + ANSWERS);
	}
}

/** Is that what a driver says whose device cannot be used? */
export function isBroken(status: i32): bool {
	return status === BROKEN;
}
