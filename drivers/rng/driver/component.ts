/** Driver of a virtio entropy device (virtio 1.2, section 5.4): keeps a pool of random bytes, and gives each of them out once. */
import { DEVICE_RNG } from '../../../abi/virtio.ts';
import * as service from '../../../interfaces/entropy/server.ts';
import { makeSignal } from '../../../sdk/capability.ts';
import { SUCCESS } from '../../../sdk/interface.ts';
import { acknowledge, bind } from '../../../sdk/interrupt.ts';
import { writeLoan } from '../../../sdk/loan.ts';
import { Memory1 } from '../../../sdk/region/memory1.ts';
import { fill, Memory2 } from '../../../sdk/region/memory2.ts';
import { DEVICE_LIES, VIRTQUEUE_BYTES, VIRTQUEUE_REGION_BYTES, Virtqueue } from '../../../sdk/virtio/queue.ts';
import { VIRTIO_LIES, VIRTIO_OK } from '../../../sdk/virtio/result.ts';
import { TRANSPORT_BYTES, Transport } from '../../../sdk/virtio/transport.ts';
import { give, held, put, room } from './pool.ts';

const SLOT_INTERRUPT: i32 = 1;
const SLOT_REGION: i32 = 2;
const SLOT_WAKE: i32 = 3;
const MYSELF: i32 = 0;
const INTERRUPT_BIT: i32 = 1;
/** The device's registers begin the region; a driver has a page of them to itself. */
const REGISTERS: u32 = 0;
const NO_FEATURES: u32 = 0;
const QUEUE: u32 = 0;
const REQUEST: u32 = 0;
/** Where the device writes. */
const BUFFER: u32 = VIRTQUEUE_REGION_BYTES;
const BUFFER_BYTES: u32 = 256;

const device = changetype<Transport<Memory1>>(memory.data(TRANSPORT_BYTES, 8));
const queue = changetype<Virtqueue<Memory2>>(memory.data(VIRTQUEUE_BYTES, 8));
let condition: i32 = VIRTIO_OK;

function start(): i32 {
	const agreed = device.begin(REGISTERS, DEVICE_RNG, NO_FEATURES);
	if (agreed !== VIRTIO_OK) return agreed;
	const opened = queue.open<Memory1>(device, QUEUE, SLOT_REGION, 0, 1, 1);
	if (opened !== VIRTIO_OK) return device.fail(opened);
	// After a restart the signal of the life before is still there, and as good.
	makeSignal(MYSELF, SLOT_WAKE, INTERRUPT_BIT);
	bind(SLOT_INTERRUPT, SLOT_WAKE);
	device.go();
	return VIRTIO_OK;
}

/** Asks the device for bytes, if there is room for them and it has not been asked. */
function refill(): void {
	if (condition !== VIRTIO_OK || queue.isInFlight(REQUEST) || room() < BUFFER_BYTES) return;
	queue.describe(REQUEST, 0, BUFFER, BUFFER_BYTES, true, true);
	queue.offer(REQUEST);
	device.notify(QUEUE);
}

export function init(): void {
	condition = start();
	refill();
}

export function notified(_bits: u32): void {
	device.acknowledge();
	condition = condition === VIRTIO_OK ? device.condition() : condition;
	const taken = queue.take();
	if (taken === DEVICE_LIES && condition === VIRTIO_OK) condition = device.fail(VIRTIO_LIES);
	if (taken >= 0) {
		put(BUFFER, queue.written);
		fill(BUFFER, 0, BUFFER_BYTES);
		refill();
	}
	acknowledge(SLOT_INTERRUPT);
}

@unmanaged
class Rng extends service.EntropyService {
	fill(_badge: u32, length: u32): i32 {
		if (condition !== VIRTIO_OK) return service.BROKEN;
		if (held() < length) return service.NOT_YET;
		const status = writeLoan(0, give(length), length);
		refill();
		return status < 0 ? status : SUCCESS;
	}

	condition(_badge: u32): i32 {
		service.setConditionResult(<u32>condition);
		return SUCCESS;
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchEntropy<Rng>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
