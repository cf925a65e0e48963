/**
 * The disk (virtio 1.2, section 5.2): requests in flight, each with buffers of its own in the queue's region. Data is copied between there and
 * the client's region, so that the client cannot change what the device is being told.
 */
import {
	BLOCK_HEADER_BYTES,
	BLOCK_STATUS_OK,
	DEVICE_BLOCK,
	FEATURE_BLOCK_FLUSH,
	SECTOR_BYTES,
} from '../../../abi/virtio.ts';
import {
	BLOCK_DONE,
	BLOCK_FAILED,
	OPERATION_FLUSH,
	OPERATION_READ,
	OPERATION_WRITE,
} from '../../../interfaces/block/queue.ts';
import { Memory1 } from '../../../sdk/region/memory1.ts';
import { copyFrom3, load8, Memory2, store8, store32 } from '../../../sdk/region/memory2.ts';
import { copyFrom2 } from '../../../sdk/region/memory3.ts';
import { DEVICE_LIES, VIRTQUEUE_BYTES, VIRTQUEUE_REGION_BYTES, Virtqueue } from '../../../sdk/virtio/queue.ts';
import { VIRTIO_LIES, VIRTIO_OK } from '../../../sdk/virtio/result.ts';
import { TRANSPORT_BYTES, Transport } from '../../../sdk/virtio/transport.ts';

const SLOT_REGION: i32 = 2;
/** The device's registers begin the region; a driver has a page of them to itself. */
const REGISTERS: u32 = 0;
const QUEUE: u32 = 0;
/** Requests in flight at most, and buffers of each: header, data, status. */
export const REQUESTS: u32 = 8;
const CHAIN: u32 = 3;
/** In the queue's region, one for each request. */
const HEADERS: u32 = VIRTQUEUE_REGION_BYTES;
const STATUSES: u32 = HEADERS + REQUESTS * BLOCK_HEADER_BYTES;
const DATA: u32 = 2 * VIRTQUEUE_REGION_BYTES;
const DATA_BYTES: u32 = 4096;
const NO_STATUS: u32 = 0xff;

const device = changetype<Transport<Memory1>>(memory.data(TRANSPORT_BYTES, 8));
const queue = changetype<Virtqueue<Memory2>>(memory.data(VIRTQUEUE_BYTES, 8));
const OPERATIONS: u32 = memory.data(32, 8) as u32;
const LENGTHS: u32 = memory.data(32, 8) as u32;
const OFFSETS: u32 = memory.data(32, 8) as u32;
let condition: i32 = VIRTIO_OK;
let sectors: u64 = 0;
let busy: u32 = 0;

/** Resets the device and sets it up; `enable` is called when it may interrupt. */
export function open(): i32 {
	condition = device.begin(REGISTERS, DEVICE_BLOCK, FEATURE_BLOCK_FLUSH);
	if (condition !== VIRTIO_OK) return condition;
	condition = queue.open<Memory1>(device, QUEUE, SLOT_REGION, 0, REQUESTS, CHAIN);
	if (condition !== VIRTIO_OK) return device.fail(condition);
	sectors = <u64>device.configuration(0) | ((<u64>device.configuration(4)) << 32);
	device.go();
	return VIRTIO_OK;
}

/** VIRTIO_OK, or what is wrong with the device. */
export function deviceCondition(): i32 {
	return condition;
}

/** Size of the disk, in sectors. */
export function deviceSectors(): u64 {
	return sectors;
}

/** A request that is not in use, or REQUESTS. */
export function freeRequest(): u32 {
	const free = <u32>ctz(~busy);
	return condition === VIRTIO_OK ? min<u32>(free, REQUESTS) : REQUESTS;
}

/** The device has interrupted. */
export function attend(): void {
	device.acknowledge();
	if (condition === VIRTIO_OK) condition = device.condition();
}

/** Starts an operation on `count` sectors, with data at `offset` of the client's region, as `request`; all has been checked. */
export function start(request: u32, operation: u32, sector: u32, count: u32, offset: u32): void {
	const length = count * SECTOR_BYTES;
	const data = DATA + request * DATA_BYTES;
	const header = HEADERS + request * BLOCK_HEADER_BYTES;
	store<u32>(OPERATIONS + 4 * request, operation);
	store<u32>(LENGTHS + 4 * request, length);
	store<u32>(OFFSETS + 4 * request, offset);
	store32(header, operation);
	store32(header + 4, 0);
	store32(header + 8, operation === OPERATION_FLUSH ? 0 : sector);
	store32(header + 12, 0);
	store8(STATUSES + request, NO_STATUS);
	if (operation === OPERATION_WRITE) copyFrom3(data, offset, length);
	let place: u32 = 0;
	queue.describe(request, place++, header, BLOCK_HEADER_BYTES, false, false);
	if (length > 0) queue.describe(request, place++, data, length, operation === OPERATION_READ, false);
	queue.describe(request, place, STATUSES + request, 1, true, true);
	busy |= 1 << request;
	queue.offer(request);
	device.notify(QUEUE);
}

/** Has nothing to flush: what is written is on the medium. */
export function writesThrough(): bool {
	return (device.features & FEATURE_BLOCK_FLUSH) === 0;
}

/** A request that is over, or REQUESTS: none is. Then read `outcome`, which ends it. */
export function finished(): u32 {
	const taken = queue.take();
	if (taken >= 0) return <u32>taken;
	if (taken === DEVICE_LIES && condition === VIRTIO_OK) condition = device.fail(VIRTIO_LIES);
	// Of a device that is given up, nothing comes any more: all that is in flight is over.
	return condition === VIRTIO_OK ? REQUESTS : min<u32>(<u32>ctz(busy), REQUESTS);
}

/** Ends a request: BLOCK_DONE with the data at the client's place (when `deliver`), or BLOCK_FAILED. */
export function outcome(request: u32, deliver: bool): u32 {
	const length = load<u32>(LENGTHS + 4 * request);
	const reads = load<u32>(OPERATIONS + 4 * request) === OPERATION_READ;
	busy &= ~(1 << request);
	if (condition !== VIRTIO_OK || load8(STATUSES + request) !== BLOCK_STATUS_OK) return BLOCK_FAILED;
	// Less than was asked would leave what somebody read before.
	if (reads && queue.written !== length + 1) return BLOCK_FAILED;
	if (reads && deliver) copyFrom2(load<u32>(OFFSETS + 4 * request), DATA + request * DATA_BYTES, length);
	return BLOCK_DONE;
}
