/**
 * The graphics device (virtio 1.2, section 5.7): one resource that is the whole screen, backed by the client's pixels. What is shown is brought to
 * the device and made visible by two commands that are in flight together.
 */
import { READ_REGION_PAGE, READ_REGION_PAGES } from '../../../abi/calls.ts';
import {
	DEVICE_GPU,
	GPU_DISPLAY_BYTES,
	GPU_FORMAT_RGBX,
	GPU_GET_DISPLAY_INFO,
	GPU_HEADER_BYTES,
	GPU_OK_DISPLAY_INFO,
	GPU_OK_NO_DATA,
	GPU_QUEUE_CONTROL,
	GPU_RECTANGLE_BYTES,
	GPU_RESOURCE_ATTACH_BACKING,
	GPU_RESOURCE_CREATE_2D,
	GPU_RESOURCE_FLUSH,
	GPU_SCANOUTS,
	GPU_SET_SCANOUT,
	GPU_TRANSFER_TO_HOST_2D,
} from '../../../abi/virtio.ts';
import { SCREEN_PIXELS } from '../../../interfaces/screen/queue.ts';
import { Memory1 } from '../../../sdk/region/memory1.ts';
import { load32, Memory2, store32 } from '../../../sdk/region/memory2.ts';
import { inspect } from '../../../sdk/region.ts';
import { DEVICE_LIES, VIRTQUEUE_BYTES, VIRTQUEUE_REGION_BYTES, Virtqueue } from '../../../sdk/virtio/queue.ts';
import { VIRTIO_BROKEN, VIRTIO_LIES, VIRTIO_NO_ADDRESS, VIRTIO_OK } from '../../../sdk/virtio/result.ts';
import { TRANSPORT_BYTES, Transport } from '../../../sdk/virtio/transport.ts';

const SLOT_REGION: i32 = 2;
const SLOT_PIXELS: i32 = 5;
const REGISTERS: u32 = 0;
const NO_FEATURES: u32 = 0;
/** The only resource, and its scanout. */
const RESOURCE: u32 = 1;
const SCANOUT: u32 = 0;
const PIXEL_BYTES: u32 = 4;
const PAGE_BITS: u32 = 12;
/** Pixels on a side at most: coordinates of a request have 16 bits. */
const SIDE_MOST: u32 = 8192;

/** Rectangles that can be on their way to the screen at the same time. */
export const SHOWS: u32 = 8;
/** Each takes two requests; those behind set the device up. */
const REQUEST_DISPLAY: u32 = 2 * SHOWS;
const REQUEST_CREATE: u32 = REQUEST_DISPLAY + 1;
const REQUEST_ATTACH: u32 = REQUEST_DISPLAY + 2;
const REQUEST_SCANOUT: u32 = REQUEST_DISPLAY + 3;
const REQUESTS: u32 = REQUEST_DISPLAY + 4;
const CHAIN: u32 = 2;

// The queue's region: the queue, a command and an answer for each request, the answer about displays.
const COMMANDS: u32 = VIRTQUEUE_REGION_BYTES;
const COMMAND_BYTES: u32 = 64;
const ANSWERS: u32 = 2 * VIRTQUEUE_REGION_BYTES;
const ANSWER_BYTES: u32 = 32;
const DISPLAYS: u32 = 3 * VIRTQUEUE_REGION_BYTES;
const DISPLAYS_BYTES: u32 = GPU_HEADER_BYTES + GPU_SCANOUTS * GPU_DISPLAY_BYTES;
const AFTER_HEADER: u32 = GPU_HEADER_BYTES;
const AFTER_RECTANGLE: u32 = GPU_HEADER_BYTES + GPU_RECTANGLE_BYTES;

const device = changetype<Transport<Memory1>>(memory.data(TRANSPORT_BYTES, 8));
const queue = changetype<Virtqueue<Memory2>>(memory.data(VIRTQUEUE_BYTES, 8));
let condition: i32 = VIRTIO_OK;
/** In pixels; 0 = the device has not said it yet. */
export let width: u32 = 0;
export let height: u32 = 0;
/** Commands that still set the device up. */
let unfinished: u32 = 0;
/** Bit s: rectangle s is on its way; one of its commands has failed. */
let busy: u32 = 0;
let failed: u32 = 0;

/** Resets the device and begins to set it up. */
export function open(): i32 {
	condition = device.begin(REGISTERS, DEVICE_GPU, NO_FEATURES);
	if (condition !== VIRTIO_OK) return condition;
	condition = queue.open<Memory1>(device, GPU_QUEUE_CONTROL, SLOT_REGION, 0, REQUESTS, CHAIN);
	if (condition !== VIRTIO_OK) return device.fail(condition);
	device.go();
	unfinished = 1;
	begin(REQUEST_DISPLAY, GPU_GET_DISPLAY_INFO);
	queue.describe(REQUEST_DISPLAY, 0, commandOf(REQUEST_DISPLAY), GPU_HEADER_BYTES, false, false);
	queue.describe(REQUEST_DISPLAY, 1, DISPLAYS, DISPLAYS_BYTES, true, true);
	queue.offer(REQUEST_DISPLAY);
	device.notify(GPU_QUEUE_CONTROL);
	return VIRTIO_OK;
}

/** VIRTIO_OK, or what is wrong with the device. */
export function deviceCondition(): i32 {
	return condition;
}

/** Can rectangles be shown? */
export function isReady(): bool {
	return condition === VIRTIO_OK && unfinished === 0;
}

/** The device has interrupted. */
export function attend(): void {
	device.acknowledge();
	if (condition === VIRTIO_OK) condition = device.condition();
}

/** A rectangle's number that is not in use, or SHOWS. */
export function freeShow(): u32 {
	return isReady() ? min<u32>(<u32>ctz(~busy), SHOWS) : SHOWS;
}

/** Starts to bring a rectangle, which lies inside, to the screen as number `show`. */
export function start(show: u32, x: u32, y: u32, columns: u32, rows: u32): void {
	const transfer = 2 * show;
	const flush = transfer + 1;
	begin(transfer, GPU_TRANSFER_TO_HOST_2D);
	setRectangle(transfer, x, y, columns, rows);
	setWord(transfer, AFTER_RECTANGLE, (y * width + x) * PIXEL_BYTES);
	setWord(transfer, AFTER_RECTANGLE + 4, 0);
	setWord(transfer, AFTER_RECTANGLE + 8, RESOURCE);
	setWord(transfer, AFTER_RECTANGLE + 12, 0);
	offer(transfer, AFTER_RECTANGLE + 16);
	begin(flush, GPU_RESOURCE_FLUSH);
	setRectangle(flush, x, y, columns, rows);
	setWord(flush, AFTER_RECTANGLE, RESOURCE);
	setWord(flush, AFTER_RECTANGLE + 4, 0);
	offer(flush, AFTER_RECTANGLE + 8);
	busy |= 1 << show;
	failed &= ~(1 << show);
	device.notify(GPU_QUEUE_CONTROL);
}

/** A rectangle that has arrived, or failed, or SHOWS: none has. Then read `outcome`, which ends it. */
export function finished(): u32 {
	let taken = queue.take();
	for (; taken >= 0; taken = queue.take()) {
		const request = <u32>taken;
		if (request >= REQUEST_DISPLAY) continueSetUp(request);
		else if (isOver(request)) return request / 2;
	}
	if (taken === DEVICE_LIES && condition === VIRTIO_OK) condition = device.fail(VIRTIO_LIES);
	// Of a device that is given up, nothing comes any more: all that is on its way is over.
	return condition === VIRTIO_OK ? SHOWS : min<u32>(<u32>ctz(busy), SHOWS);
}

/** Notes one half of a rectangle; true when both are there. */
function isOver(request: u32): bool {
	const show = request / 2;
	if (!succeeded(request)) failed |= 1 << show;
	return !queue.isInFlight(request ^ 1);
}

/** Ends a rectangle: is it on the screen? */
export function outcome(show: u32): bool {
	busy &= ~(1 << show);
	return condition === VIRTIO_OK && (failed & (1 << show)) === 0;
}

/** The display is known: now the resource; or one of the commands for it is done. A device that refuses one cannot be used. */
function continueSetUp(request: u32): void {
	if (condition !== VIRTIO_OK) return;
	if (request === REQUEST_DISPLAY) condition = readDisplay() ? makeResource() : device.fail(VIRTIO_BROKEN);
	else if (!succeeded(request)) condition = device.fail(VIRTIO_BROKEN);
	unfinished--;
}

/** The size of the screen, when it is a possible one. */
function readDisplay(): bool {
	if (queue.written !== DISPLAYS_BYTES || load32(DISPLAYS) !== GPU_OK_DISPLAY_INFO) return false;
	width = load32(DISPLAYS + GPU_HEADER_BYTES + 8);
	height = load32(DISPLAYS + GPU_HEADER_BYTES + 12);
	return width > 0 && width <= SIDE_MOST && height > 0 && height <= SIDE_MOST;
}

/** The device is to have the client's pixels as its own resource, and to show it. */
function makeResource(): i32 {
	const page = inspect(SLOT_PIXELS, READ_REGION_PAGE);
	const pages = inspect(SLOT_PIXELS, READ_REGION_PAGES);
	const length = width * height * PIXEL_BYTES;
	if (page < 0 || pages < 0 || (<u64>pages) << PAGE_BITS < <u64>length + SCREEN_PIXELS) {
		return device.fail(VIRTIO_NO_ADDRESS);
	}
	create();
	attach(((<u64>page) << PAGE_BITS) + SCREEN_PIXELS, length);
	begin(REQUEST_SCANOUT, GPU_SET_SCANOUT);
	setRectangle(REQUEST_SCANOUT, 0, 0, width, height);
	setWord(REQUEST_SCANOUT, AFTER_RECTANGLE, SCANOUT);
	setWord(REQUEST_SCANOUT, AFTER_RECTANGLE + 4, RESOURCE);
	offer(REQUEST_SCANOUT, AFTER_RECTANGLE + 8);
	unfinished += REQUESTS - REQUEST_CREATE;
	device.notify(GPU_QUEUE_CONTROL);
	return VIRTIO_OK;
}

function create(): void {
	begin(REQUEST_CREATE, GPU_RESOURCE_CREATE_2D);
	setWord(REQUEST_CREATE, AFTER_HEADER, RESOURCE);
	setWord(REQUEST_CREATE, AFTER_HEADER + 4, GPU_FORMAT_RGBX);
	setWord(REQUEST_CREATE, AFTER_HEADER + 8, width);
	setWord(REQUEST_CREATE, AFTER_HEADER + 12, height);
	offer(REQUEST_CREATE, AFTER_HEADER + 16);
}

/** A region is contiguous: one entry. */
function attach(address: u64, length: u32): void {
	begin(REQUEST_ATTACH, GPU_RESOURCE_ATTACH_BACKING);
	setWord(REQUEST_ATTACH, AFTER_HEADER, RESOURCE);
	setWord(REQUEST_ATTACH, AFTER_HEADER + 4, 1);
	setWord(REQUEST_ATTACH, AFTER_HEADER + 8, <u32>address);
	setWord(REQUEST_ATTACH, AFTER_HEADER + 12, <u32>(address >> 32));
	setWord(REQUEST_ATTACH, AFTER_HEADER + 16, length);
	setWord(REQUEST_ATTACH, AFTER_HEADER + 20, 0);
	offer(REQUEST_ATTACH, AFTER_HEADER + 24);
}

function commandOf(request: u32): u32 {
	return COMMANDS + request * COMMAND_BYTES;
}

/** Writes the header of a command. */
function begin(request: u32, type: u32): void {
	for (let at: u32 = 0; at < GPU_HEADER_BYTES; at += 4) setWord(request, at, 0);
	setWord(request, 0, type);
}

function setWord(request: u32, offset: u32, value: u32): void {
	store32(commandOf(request) + offset, value);
}

function setRectangle(request: u32, x: u32, y: u32, columns: u32, rows: u32): void {
	setWord(request, AFTER_HEADER, x);
	setWord(request, AFTER_HEADER + 4, y);
	setWord(request, AFTER_HEADER + 8, columns);
	setWord(request, AFTER_HEADER + 12, rows);
}

/** Gives the device a command of `length` bytes, whose answer has no data. */
function offer(request: u32, length: u32): void {
	const answer = ANSWERS + request * ANSWER_BYTES;
	store32(answer, 0);
	queue.describe(request, 0, commandOf(request), length, false, false);
	queue.describe(request, 1, answer, GPU_HEADER_BYTES, true, true);
	queue.offer(request);
}

function succeeded(request: u32): bool {
	return queue.written === GPU_HEADER_BYTES && load32(ANSWERS + request * ANSWER_BYTES) === GPU_OK_NO_DATA;
}
