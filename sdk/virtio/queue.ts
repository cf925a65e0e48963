/**
 * The driver's side of a split virtqueue (virtio 1.2, section 2.7), in the region mapped as memory Q. The queue has a fixed number of
 * requests, each of up to `chain` buffers with descriptors of its own, so there is no free list.
 *
 * The device is not believed: what it says it has finished must have been asked, once, and it cannot have written more than there was
 * room for. What the driver decides by is private to it; of the region it only reads what the device has to say.
 */
import { READ_REGION_PAGE } from '../../abi/calls.ts';
import {
	DESCRIPTOR_BYTES,
	DESCRIPTOR_NEXT,
	DESCRIPTOR_WRITE,
	REGISTER_QUEUE_AVAILABLE,
	REGISTER_QUEUE_DESCRIPTORS,
	REGISTER_QUEUE_READY,
	REGISTER_QUEUE_SELECT,
	REGISTER_QUEUE_SIZE,
	REGISTER_QUEUE_SIZE_MOST,
	REGISTER_QUEUE_USED,
	RING_ENTRIES,
	RING_INDEX,
	USED_ENTRY_BYTES,
} from '../../abi/virtio.ts';
import type { RegionMemory } from '../region/memory.ts';
import { inspect } from '../region.ts';
import { VIRTIO_NO_ADDRESS, VIRTIO_NO_QUEUE, VIRTIO_OK } from './result.ts';
import type { Transport } from './transport.ts';

/** Requests at most. */
export const REQUESTS_MOST: u32 = 32;
const ENTRIES_MOST: u32 = 128;
/** Where the rings are, from the queue's place in the region on, and how much it takes there. */
const AVAILABLE: u32 = 0x800;
const USED: u32 = 0xa00;
export const VIRTQUEUE_REGION_BYTES: u32 = 0x1000;

const ROOM: usize = 40;
/** Bytes of static memory for a Virtqueue: `changetype<Virtqueue<Memory2>>(memory.data(VIRTQUEUE_BYTES, 8))`. */
export const VIRTQUEUE_BYTES: i32 = 168;

/** What `take` gives when the device has finished nothing. */
export const NOTHING_DONE: i32 = -1;
/** What `take` gives from the first lie of the device on. */
export const DEVICE_LIES: i32 = -2;

@unmanaged
export class Virtqueue<Q extends RegionMemory> {
	/** Physical address of the region. */
	private physical!: u64;
	private base!: u32;
	private requests!: u32;
	private chain!: u32;
	private entries!: u32;
	/** Bit r: the device has request r. */
	private inFlight!: u32;
	/** Requests offered, and taken back; both rings' indices are these modulo 2^16. */
	private offered!: u32;
	private taken!: u32;
	/** Bytes that the device has written, of the request that was taken last; LIED for ever after a lie. */
	written!: u32;

	/**
	 * Sets queue `index` of a device up at `base` of the region whose capability, with the right `address`, is in slot `region`: `requests` (1..32) of
	 * at most `chain` buffers (1..4). VIRTIO_OK, VIRTIO_NO_ADDRESS or VIRTIO_NO_QUEUE.
	 */
	open<M extends RegionMemory>(
		device: Transport<M>,
		index: u32,
		region: i32,
		base: u32,
		requests: u32,
		chain: u32,
	): i32 {
		const page = inspect(region, READ_REGION_PAGE);
		if (page < 0) return VIRTIO_NO_ADDRESS;
		this.physical = (<u64>page) << 12;
		this.base = base;
		this.requests = requests;
		this.chain = chain;
		this.entries = powerAbove(requests * chain);
		this.inFlight = 0;
		this.offered = 0;
		this.taken = 0;
		this.written = 0;
		for (let at = base; at < base + VIRTQUEUE_REGION_BYTES; at += 8) changetype<Q>(0).store64(at, 0);
		return this.announce<M>(device, index);
	}

	private announce<M extends RegionMemory>(device: Transport<M>, index: u32): i32 {
		device.settle(REGISTER_QUEUE_SELECT, index);
		if (this.requests > REQUESTS_MOST || this.entries > ENTRIES_MOST) return VIRTIO_NO_QUEUE;
		if (device.read(REGISTER_QUEUE_READY) !== 0) return VIRTIO_NO_QUEUE;
		if (device.read(REGISTER_QUEUE_SIZE_MOST) < this.entries) return VIRTIO_NO_QUEUE;
		device.settle(REGISTER_QUEUE_SIZE, this.entries);
		this.place<M>(device, REGISTER_QUEUE_DESCRIPTORS, 0);
		this.place<M>(device, REGISTER_QUEUE_AVAILABLE, AVAILABLE);
		this.place<M>(device, REGISTER_QUEUE_USED, USED);
		device.settle(REGISTER_QUEUE_READY, 1);
		return VIRTIO_OK;
	}

	private place<M extends RegionMemory>(device: Transport<M>, register: u32, offset: u32): void {
		const address = this.physical + this.base + offset;
		device.settle(register, <u32>address);
		device.settle(register + 4, <u32>(address >> 32));
	}

	/** Buffer `place` of request `request`: `length` bytes at `offset` of the region, which the device reads, or writes. `last`: no other follows. */
	describe(request: u32, place: u32, offset: u32, length: u32, write: bool, last: bool): void {
		const index = request * this.chain + place;
		const at = this.base + index * DESCRIPTOR_BYTES;
		const flags = (write ? DESCRIPTOR_WRITE : 0) | (last ? 0 : DESCRIPTOR_NEXT);
		changetype<Q>(0).store64(at, this.physical + offset);
		changetype<Q>(0).store32(at + 8, length);
		changetype<Q>(0).store32(at + 12, flags | (last ? 0 : (index + 1) << 16));
		const before: u32 = place === 0 ? 0 : load<u32>(this.room(request));
		store<u32>(this.room(request), before + (write ? length : 0));
	}

	/** Gives a described request to the device; notify it afterwards. */
	offer(request: u32): void {
		const at = this.base + AVAILABLE + RING_ENTRIES + 2 * (this.offered & (this.entries - 1));
		changetype<Q>(0).store16(at, request * this.chain);
		this.inFlight |= 1 << request;
		this.offered++;
		changetype<Q>(0).store16(this.base + AVAILABLE + RING_INDEX, this.offered);
	}

	/** A request that the device has finished, NOTHING_DONE, or DEVICE_LIES: then reset the device. */
	take(): i32 {
		if (this.written === LIED) return DEVICE_LIES;
		const done = changetype<Q>(0).load16(this.base + USED + RING_INDEX);
		const count = (done - this.taken) & 0xffff;
		if (count === 0) return NOTHING_DONE;
		const at = this.base + USED + RING_ENTRIES + USED_ENTRY_BYTES * (this.taken & (this.entries - 1));
		const head = changetype<Q>(0).load32(at);
		const written = changetype<Q>(0).load32(at + 4);
		const request = head / this.chain;
		if (count > this.requests || head % this.chain !== 0 || request >= this.requests) return this.lied();
		if ((this.inFlight & (1 << request)) === 0 || written > load<u32>(this.room(request))) return this.lied();
		this.inFlight &= ~(1 << request);
		this.taken++;
		this.written = written;
		return <i32>request;
	}

	/** Has the device request `request`? */
	isInFlight(request: u32): bool {
		return (this.inFlight & (1 << request)) !== 0;
	}

	private lied(): i32 {
		this.written = LIED;
		return DEVICE_LIES;
	}

	/** Where it is kept how many bytes the device may write for a request. */
	private room(request: u32): usize {
		return changetype<usize>(this) + ROOM + 4 * <usize>request;
	}
}

/** Value of `written` after a lie: more than any buffer has. */
const LIED: u32 = 0xffffffff;

function powerAbove(count: u32): u32 {
	let power: u32 = 1;
	while (power < count) power <<= 1;
	return power;
}
