/** Driver of one of Tessera's sensor devices (docs/reference/02-machine.md) with small values. It measures only when a client asks. */
import { DEVICE_SENSOR, SENSOR_QUEUE, SENSOR_VALUE_BYTES } from '../../../abi/virtio.ts';
import * as service from '../../../interfaces/sensors/server.ts';
import { makeSignal } from '../../../sdk/capability.ts';
import { SUCCESS } from '../../../sdk/interface.ts';
import { acknowledge, bind } from '../../../sdk/interrupt.ts';
import { Memory1 } from '../../../sdk/region/memory1.ts';
import { load32, Memory2 } from '../../../sdk/region/memory2.ts';
import { now } from '../../../sdk/time.ts';
import { DEVICE_LIES, VIRTQUEUE_BYTES, VIRTQUEUE_REGION_BYTES, Virtqueue } from '../../../sdk/virtio/queue.ts';
import { VIRTIO_LIES, VIRTIO_OK } from '../../../sdk/virtio/result.ts';
import { TRANSPORT_BYTES, Transport } from '../../../sdk/virtio/transport.ts';

const SLOT_INTERRUPT: i32 = 1;
const SLOT_REGION: i32 = 2;
const SLOT_WAKE: i32 = 3;
const MYSELF: i32 = 0;
const INTERRUPT_BIT: i32 = 1;
/** The device's registers begin the region; a driver has a page of them to itself. */
const REGISTERS: u32 = 0;
const NO_FEATURES: u32 = 0;
const REQUEST: u32 = 0;
/** Where the device writes. */
const BUFFER: u32 = VIRTQUEUE_REGION_BYTES;
const NANOSECONDS_IN_MILLISECOND: i64 = 1_000_000;

const device = changetype<Transport<Memory1>>(memory.data(TRANSPORT_BYTES, 8));
const queue = changetype<Virtqueue<Memory2>>(memory.data(VIRTQUEUE_BYTES, 8));
let condition: i32 = VIRTIO_OK;
/** The newest value, if there is one, and when it came. */
let measured = false;
let first: i32 = 0;
let second: i32 = 0;
let third: i32 = 0;
let milliseconds: u32 = 0;

function start(): i32 {
	const agreed = device.begin(REGISTERS, DEVICE_SENSOR, NO_FEATURES);
	if (agreed !== VIRTIO_OK) return agreed;
	const opened = queue.open<Memory1>(device, SENSOR_QUEUE, SLOT_REGION, 0, 1, 1);
	if (opened !== VIRTIO_OK) return device.fail(opened);
	// After a restart the signal of the life before is still there, and as good.
	makeSignal(MYSELF, SLOT_WAKE, INTERRUPT_BIT);
	bind(SLOT_INTERRUPT, SLOT_WAKE);
	device.go();
	return VIRTIO_OK;
}

/** Has the device measure, unless it does already. */
function measure(): void {
	if (queue.isInFlight(REQUEST)) return;
	queue.describe(REQUEST, 0, BUFFER, SENSOR_VALUE_BYTES, true, true);
	queue.offer(REQUEST);
	device.notify(SENSOR_QUEUE);
}

/** A measurement that is not whole is none. */
function keep(): void {
	if (queue.written !== SENSOR_VALUE_BYTES) return;
	first = <i32>load32(BUFFER);
	second = <i32>load32(BUFFER + 4);
	third = <i32>load32(BUFFER + 8);
	milliseconds = <u32>(now() / NANOSECONDS_IN_MILLISECOND);
	measured = true;
}

export function init(): void {
	condition = start();
}

export function notified(_bits: u32): void {
	device.acknowledge();
	if (condition === VIRTIO_OK) condition = device.condition();
	const taken = queue.take();
	if (taken === DEVICE_LIES && condition === VIRTIO_OK) condition = device.fail(VIRTIO_LIES);
	if (taken >= 0) keep();
	acknowledge(SLOT_INTERRUPT);
}

@unmanaged
class Sensor extends service.SensorsService {
	value(_badge: u32): i32 {
		if (condition !== VIRTIO_OK) return service.ABSENT;
		measure();
		if (!measured) return service.NOT_READY;
		service.setValueFirst(first);
		service.setValueSecond(second);
		service.setValueThird(third);
		service.setValueMilliseconds(milliseconds);
		return SUCCESS;
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchSensors<Sensor>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
