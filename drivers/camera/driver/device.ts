/** The camera (one of Tessera's sensor devices, docs/reference/02-machine.md): takes a picture when it is told to, while the one before can be read. */
import { READ_REGION_PAGES } from '../../../abi/calls.ts';
import { DEVICE_SENSOR, SENSOR_HEIGHT, SENSOR_QUEUE, SENSOR_WIDTH } from '../../../abi/virtio.ts';
import { Memory1 } from '../../../sdk/region/memory1.ts';
import { Memory2, read } from '../../../sdk/region/memory2.ts';
import { inspect } from '../../../sdk/region.ts';
import { DEVICE_LIES, VIRTQUEUE_BYTES, Virtqueue } from '../../../sdk/virtio/queue.ts';
import { VIRTIO_BROKEN, VIRTIO_LIES, VIRTIO_OK } from '../../../sdk/virtio/result.ts';
import { TRANSPORT_BYTES, Transport } from '../../../sdk/virtio/transport.ts';

const SLOT_REGION: i32 = 2;
/** The device's registers begin the region; a driver has a page of them to itself. */
const REGISTERS: u32 = 0;
const NO_FEATURES: u32 = 0;
const REQUEST: u32 = 0;
const PIXEL_BYTES: u32 = 4;
const PAGE_BITS: u32 = 12;
/** In the queue's region. */
const PICTURES: u32 = 0x10000;
const PICTURES_KEPT: u32 = 2;
const SIDE_MOST: u32 = 4096;

const device = changetype<Transport<Memory1>>(memory.data(TRANSPORT_BYTES, 8));
const queue = changetype<Virtqueue<Memory2>>(memory.data(VIRTQUEUE_BYTES, 8));
let condition: i32 = VIRTIO_OK;
/** Of a picture, in pixels. */
export let width: u32 = 0;
export let height: u32 = 0;
/** Number of the picture that is being taken, or was taken last; of the newest that is whole. 0 = none. */
let asked: u32 = 0;
let whole: u32 = 0;

/** Resets the device and sets it up. */
export function open(): i32 {
	condition = device.begin(REGISTERS, DEVICE_SENSOR, NO_FEATURES);
	if (condition !== VIRTIO_OK) return condition;
	condition = queue.open<Memory1>(device, SENSOR_QUEUE, SLOT_REGION, 0, 1, 1);
	if (condition !== VIRTIO_OK) return device.fail(condition);
	width = device.configuration(SENSOR_WIDTH);
	height = device.configuration(SENSOR_HEIGHT);
	if (!fits()) {
		condition = device.fail(VIRTIO_BROKEN);
		return condition;
	}
	device.go();
	return VIRTIO_OK;
}

/** Is there room for two pictures of the size that the device says? */
function fits(): bool {
	if (width === 0 || width > SIDE_MOST || height === 0 || height > SIDE_MOST) return false;
	const pages = inspect(SLOT_REGION, READ_REGION_PAGES);
	return pages > 0 && (<u32>pages) << PAGE_BITS >= PICTURES + PICTURES_KEPT * pictureBytes();
}

function pictureBytes(): u32 {
	return width * height * PIXEL_BYTES;
}

function place(number: u32): u32 {
	return PICTURES + (number % PICTURES_KEPT) * pictureBytes();
}

/** VIRTIO_OK, or what is wrong with the device. */
export function deviceCondition(): i32 {
	return condition;
}

/** Has a picture taken, unless one is being taken. Its number. */
export function takePicture(): u32 {
	if (queue.isInFlight(REQUEST)) return asked;
	asked++;
	queue.describe(REQUEST, 0, place(asked), pictureBytes(), true, true);
	queue.offer(REQUEST);
	device.notify(SENSOR_QUEUE);
	return asked;
}

/** Is that the newest whole picture? */
export function isThere(number: u32): bool {
	return number !== 0 && number === whole;
}

/** Will that picture never be there (again)? */
export function isLost(number: u32): bool {
	return !isThere(number) && !(queue.isInFlight(REQUEST) && number === asked);
}

/** Copies `count` rows of the newest whole picture, from `row` on, to `target`. */
export function copyRows(target: u32, row: u32, count: u32): void {
	read(target, place(whole) + row * width * PIXEL_BYTES, count * width * PIXEL_BYTES);
}

/** The device has interrupted. A picture that is not whole is none: its number never becomes the newest. */
export function attend(): void {
	device.acknowledge();
	if (condition === VIRTIO_OK) condition = device.condition();
	const taken = queue.take();
	if (taken === DEVICE_LIES && condition === VIRTIO_OK) condition = device.fail(VIRTIO_LIES);
	if (taken >= 0 && queue.written === pictureBytes()) whole = asked;
}
