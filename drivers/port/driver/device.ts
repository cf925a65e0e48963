/**
 * The console device (virtio 1.2, section 5.3) without the protocol for several ports: bytes out in buffers of the driver's own, bytes in as many
 * as the client has taken.
 */
import { CONSOLE_QUEUE_RECEIVE, CONSOLE_QUEUE_TRANSMIT, DEVICE_CONSOLE } from '../../../abi/virtio.ts';
import { PORT_LENGTH_MOST } from '../../../interfaces/port/queue.ts';
import { Memory1 } from '../../../sdk/region/memory1.ts';
import { copyFrom3, load8, Memory2 } from '../../../sdk/region/memory2.ts';
import { DEVICE_LIES, VIRTQUEUE_BYTES, VIRTQUEUE_REGION_BYTES, Virtqueue } from '../../../sdk/virtio/queue.ts';
import { VIRTIO_LIES, VIRTIO_OK } from '../../../sdk/virtio/result.ts';
import { TRANSPORT_BYTES, Transport } from '../../../sdk/virtio/transport.ts';

const SLOT_REGION: i32 = 2;
/** The third transport of the page. */
const REGISTERS: u32 = 0x400;
const NO_FEATURES: u32 = 0;
const CHAIN: u32 = 1;

/** Pieces that can be on their way out at the same time. */
export const SENDS: u32 = 4;
const RECEIVES: u32 = 8;
const RECEIVE_BYTES: u32 = 256;

// The queue's region: a queue each way, buffers of what comes in, buffers of what goes out.
const RECEIVE_QUEUE: u32 = 0;
const TRANSMIT_QUEUE: u32 = VIRTQUEUE_REGION_BYTES;
const RECEIVED: u32 = 2 * VIRTQUEUE_REGION_BYTES;
const SENT: u32 = 3 * VIRTQUEUE_REGION_BYTES;

const device = changetype<Transport<Memory1>>(memory.data(TRANSPORT_BYTES, 8));
const receive = changetype<Virtqueue<Memory2>>(memory.data(VIRTQUEUE_BYTES, 8));
const transmit = changetype<Virtqueue<Memory2>>(memory.data(VIRTQUEUE_BYTES, 8));
let condition: i32 = VIRTIO_OK;
/** Bit s: piece s is on its way. */
let busy: u32 = 0;
/** The buffer that is being read, RECEIVES = none; which of its bytes is next, and how many it has. */
let reading: u32 = RECEIVES;
let position: u32 = 0;
let length: u32 = 0;

/** Resets the device and sets it up. */
export function open(): i32 {
	condition = device.begin(REGISTERS, DEVICE_CONSOLE, NO_FEATURES);
	if (condition !== VIRTIO_OK) return condition;
	condition = receive.open<Memory1>(device, CONSOLE_QUEUE_RECEIVE, SLOT_REGION, RECEIVE_QUEUE, RECEIVES, CHAIN);
	if (condition === VIRTIO_OK) {
		condition = transmit.open<Memory1>(device, CONSOLE_QUEUE_TRANSMIT, SLOT_REGION, TRANSMIT_QUEUE, SENDS, CHAIN);
	}
	if (condition !== VIRTIO_OK) return device.fail(condition);
	device.go();
	for (let buffer: u32 = 0; buffer < RECEIVES; buffer++) give(buffer);
	device.notify(CONSOLE_QUEUE_RECEIVE);
	return VIRTIO_OK;
}

/** VIRTIO_OK, or what is wrong with the device. */
export function deviceCondition(): i32 {
	return condition;
}

/** The device has interrupted. */
export function attend(): void {
	device.acknowledge();
	if (condition === VIRTIO_OK) condition = device.condition();
}

/** A piece's number that is not in use, or SENDS. */
export function freeSend(): u32 {
	return condition === VIRTIO_OK ? min<u32>(<u32>ctz(~busy), SENDS) : SENDS;
}

/** Sends `count` bytes, at most PORT_LENGTH_MOST, from `offset` of the client's region as piece `send`; they have been copied when this returns. */
export function start(send: u32, offset: u32, count: u32): void {
	const buffer = SENT + send * PORT_LENGTH_MOST;
	copyFrom3(buffer, offset, count);
	transmit.describe(send, 0, buffer, count, false, true);
	busy |= 1 << send;
	transmit.offer(send);
	device.notify(CONSOLE_QUEUE_TRANSMIT);
}

/** A piece that is over, or SENDS: none is. It was sent if the device is all right. */
export function finished(): u32 {
	const taken = transmit.take();
	if (taken === DEVICE_LIES && condition === VIRTIO_OK) condition = device.fail(VIRTIO_LIES);
	// Of a device that is given up, nothing comes any more: all that is on its way is over.
	const over = taken >= 0 ? <u32>taken : condition === VIRTIO_OK ? SENDS : min<u32>(<u32>ctz(busy), SENDS);
	busy &= ~(1 << over);
	return over;
}

/** How many bytes have come and not been taken, without those in buffers behind. */
export function arrived(): u32 {
	while (position === length) {
		if (reading < RECEIVES) recycle();
		if (condition !== VIRTIO_OK) return 0;
		const taken = receive.take();
		if (taken === DEVICE_LIES) condition = device.fail(VIRTIO_LIES);
		if (taken < 0) return 0;
		reading = <u32>taken;
		position = 0;
		length = receive.written;
	}
	return length - position;
}

/** The byte `ahead` of those that have come: less than `arrived`. */
export function peek(ahead: u32): u32 {
	return load8(RECEIVED + reading * RECEIVE_BYTES + position + ahead);
}

/** Takes bytes: at most as many as `arrived` said. */
export function take(count: u32): void {
	position += count;
}

/** Takes everything that has come, as far as one round of the buffers goes. */
export function discard(): void {
	for (let buffer: u32 = 0; buffer < RECEIVES && arrived() > 0; buffer++) position = length;
}

function recycle(): void {
	give(reading);
	device.notify(CONSOLE_QUEUE_RECEIVE);
	reading = RECEIVES;
}

function give(buffer: u32): void {
	receive.describe(buffer, 0, RECEIVED + buffer * RECEIVE_BYTES, RECEIVE_BYTES, true, true);
	receive.offer(buffer);
}
