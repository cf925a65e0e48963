/** A disk and its driver in the place of the block driver: the queue protocol of interfaces/block, and a record of all that was written. */

import {
	BLOCK_ANSWERS,
	BLOCK_DONE,
	BLOCK_ENTRIES,
	BLOCK_FAILED,
	BLOCK_REQUESTS,
	OPERATION_FLUSH,
	OPERATION_READ,
} from '../../interfaces/block/queue.ts';
import {
	QUEUE_CONSUMER_SLEEPS,
	QUEUE_ENTRIES,
	QUEUE_ENTRY_BYTES,
	QUEUE_HEAD,
	QUEUE_TAIL,
} from '../../sdk/queue/layout.ts';
import type { Direct, Process } from './direct.ts';

export const SECTOR_BYTES = 512;
const ATTACH = 1;
const ABSENT = 17;
const RESULT_WORDS = 64;
/** The driver's bit at the store. */
const STORE_BIT = 1;
/** The store's bit at the driver. */
const DRIVER_BIT = 2;
const REGION_PAGES = 2;

/** What happened at the disk, in order. */
export type Event =
	| { readonly kind: 'write'; readonly sector: number; readonly bytes: Uint8Array }
	| { readonly kind: 'flush' };

export class DiskProcess {
	readonly process: Process;
	readonly region = new WebAssembly.Memory({ initial: REGION_PAGES, maximum: REGION_PAGES });
	storage: Uint8Array;
	/** Set to an array to record. */
	events: Event[] | undefined;
	/** Every read or write of these kinds fails. */
	failing: 'reads' | 'writes' | undefined;
	private session = false;
	private taken = 0;
	private answered = 0;
	private sleeps = 0;
	private readonly store: Process;

	constructor(direct: Direct, store: Process, storage: Uint8Array) {
		this.storage = storage;
		this.store = store;
		this.process = direct.add('block', 229, {
			notified: () => this.serve(),
			protected: (_badge, method) => this.call(method ?? 0),
		});
		store.slots.set(2, { kind: 'gate', to: this.process, badge: 1 });
		store.slots.set(3, { kind: 'signal', to: this.process, bits: DRIVER_BIT });
	}

	/** The driver dies: what was asked is forgotten. */
	stop(): void {
		this.session = false;
		this.process.alive = false;
	}

	/** The driver dies, and is started again. */
	restart(): void {
		this.session = false;
		this.process.alive = true;
	}

	private call(method: number): number {
		if (method === ATTACH) {
			this.session = true;
			this.taken = 0;
			this.answered = 0;
			this.view().setUint32(BLOCK_ANSWERS + QUEUE_TAIL, 0, true);
			this.sleep();
			return 0;
		}
		if (!this.session) return ABSENT << 3;
		const words = new DataView(this.process.memory.buffer);
		words.setBigUint64(RESULT_WORDS, BigInt(this.storage.length / SECTOR_BYTES), true);
		return 2;
	}

	private view(): DataView {
		return new DataView(this.region.buffer);
	}

	private sleep(): void {
		this.sleeps++;
		this.view().setUint32(BLOCK_REQUESTS + QUEUE_HEAD, this.taken, true);
		this.view().setUint32(BLOCK_REQUESTS + QUEUE_CONSUMER_SLEEPS, this.sleeps, true);
	}

	private serve(): void {
		if (!this.session) return;
		const view = this.view();
		while (this.taken !== view.getUint32(BLOCK_REQUESTS + QUEUE_TAIL, true)) {
			const at = BLOCK_REQUESTS + QUEUE_ENTRIES + (this.taken % BLOCK_ENTRIES) * QUEUE_ENTRY_BYTES;
			const [operation, sector, offset, tag] = [0, 4, 8, 12].map((word) => view.getUint32(at + word, true));
			this.taken++;
			this.answer(tag ?? 0, this.perform(operation ?? 0, sector ?? 0, offset ?? 0));
		}
		this.sleep();
	}

	private perform(word: number, sector: number, offset: number): number {
		const operation = word & 0xff;
		if (operation === OPERATION_FLUSH) {
			this.events?.push({ kind: 'flush' });
			return BLOCK_DONE;
		}
		const length = (word >> 8) * SECTOR_BYTES;
		const start = sector * SECTOR_BYTES;
		if (start + length > this.storage.length) return BLOCK_FAILED;
		const bytes = new Uint8Array(this.region.buffer, offset, length);
		if (operation === OPERATION_READ) {
			if (this.failing === 'reads') return BLOCK_FAILED;
			bytes.set(this.storage.subarray(start, start + length));
			return BLOCK_DONE;
		}
		if (this.failing === 'writes') return BLOCK_FAILED;
		this.storage.set(bytes, start);
		this.events?.push({ kind: 'write', sector, bytes: bytes.slice() });
		return BLOCK_DONE;
	}

	private answer(tag: number, result: number): void {
		const view = this.view();
		const at = BLOCK_ANSWERS + QUEUE_ENTRIES + (this.answered % BLOCK_ENTRIES) * QUEUE_ENTRY_BYTES;
		view.setUint32(at, tag, true);
		view.setUint32(at + 4, result, true);
		this.answered++;
		view.setUint32(BLOCK_ANSWERS + QUEUE_TAIL, this.answered, true);
		this.store.pending |= STORE_BIT;
	}
}
