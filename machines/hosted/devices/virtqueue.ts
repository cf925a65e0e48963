/** The device's side of a split virtqueue (virtio 1.2, section 2.7). */
import {
	DESCRIPTOR_BYTES,
	DESCRIPTOR_NEXT,
	DESCRIPTOR_WRITE,
	RING_ENTRIES,
	RING_INDEX,
	USED_ENTRY_BYTES,
} from '../../../abi/virtio.ts';
import { NoMemoryError, type PhysicalMemory } from './memory.ts';

/** Where the driver has put a queue: physical addresses. */
export interface QueuePlace {
	readonly size: number;
	readonly descriptors: number;
	readonly available: number;
	readonly used: number;
}

/** What a driver asks: bytes to read, and room for the answer, each in the order of the chain. */
export interface Request {
	/** Index of its first descriptor. */
	readonly head: number;
	readonly input: readonly Uint8Array[];
	readonly output: readonly Uint8Array[];
}

export class DeviceQueue {
	private readonly memory: PhysicalMemory;
	private readonly place: QueuePlace;
	private seen = 0;
	private finished = 0;

	constructor(memory: PhysicalMemory, place: QueuePlace) {
		this.memory = memory;
		this.place = place;
	}

	/** Has the driver made a request available that was not taken? */
	waits(): boolean {
		return this.memory.at(this.place.available + RING_INDEX, 2).getUint16(0, true) !== (this.seen & 0xffff);
	}

	/** The next request that the driver has made available. Throws NoMemoryError when it describes none. */
	next(): Request | undefined {
		const { available, size } = this.place;
		if (!this.waits()) return undefined;
		const entry = this.memory.at(available + RING_ENTRIES + 2 * (this.seen % size), 2);
		this.seen += 1;
		return this.chain(entry.getUint16(0, true));
	}

	private chain(head: number): Request {
		const { descriptors, size } = this.place;
		const [input, output]: [Uint8Array[], Uint8Array[]] = [[], []];
		let index = head;
		for (let count = 0; count < size; count++) {
			if (index >= size) break;
			const descriptor = this.memory.at(descriptors + DESCRIPTOR_BYTES * index, DESCRIPTOR_BYTES);
			const address = Number(descriptor.getBigUint64(0, true));
			const flags = descriptor.getUint16(12, true);
			const { buffer, byteOffset, byteLength } = this.memory.at(address, descriptor.getUint32(8, true));
			const bytes = new Uint8Array(buffer, byteOffset, byteLength);
			if ((flags & DESCRIPTOR_WRITE) === 0) input.push(bytes);
			else output.push(bytes);
			if ((flags & DESCRIPTOR_NEXT) === 0) return { head, input, output };
			index = descriptor.getUint16(14, true);
		}
		throw new NoMemoryError('a chain of descriptors that leads nowhere');
	}

	/** Gives a request back, with `written` bytes written into its output. */
	finish(head: number, written: number): void {
		const { used, size } = this.place;
		const entry = this.memory.at(used + RING_ENTRIES + USED_ENTRY_BYTES * (this.finished % size), USED_ENTRY_BYTES);
		entry.setUint32(0, head, true);
		entry.setUint32(4, written, true);
		this.finished += 1;
		this.memory.at(used + RING_INDEX, 2).setUint16(0, this.finished & 0xffff, true);
	}
}
