/** A graphics device (virtio 1.2, section 5.7) with one screen and 2D resources of one format; what it shows goes to a sink. */
import {
	DEVICE_GPU,
	GPU_DISPLAY_BYTES,
	GPU_ERROR_UNSPECIFIED,
	GPU_FORMAT_RGBX,
	GPU_GET_DISPLAY_INFO,
	GPU_HEADER_BYTES,
	GPU_OK_DISPLAY_INFO,
	GPU_OK_NO_DATA,
	GPU_QUEUE_CONTROL,
	GPU_RESOURCE_ATTACH_BACKING,
	GPU_RESOURCE_CREATE_2D,
	GPU_RESOURCE_FLUSH,
	GPU_SCANOUTS,
	GPU_SET_SCANOUT,
	GPU_TRANSFER_TO_HOST_2D,
} from '../../../abi/virtio.ts';
import type { PhysicalMemory } from './memory.ts';
import type { DeviceModel } from './model.ts';
import type { Picture, Rectangle, ScreenSink } from './outputs.ts';
import type { DeviceQueue, Request } from './virtqueue.ts';

const QUEUES = 2;
/** u32 events, events to clear, scanouts, sets of capabilities. */
const CONFIGURATION_BYTES = 16;
const SCANOUTS_OFFSET = 8;
const PIXEL_BYTES = 4;
const OPAQUE = 0xff000000;
/** Resources at most, and pixels on a side. */
const RESOURCES_MOST = 8;
const SIDE_MOST = 8192;
/** Where the fields behind the header are, of the commands that name a rectangle and of the others. */
const AFTER_RECTANGLE = GPU_HEADER_BYTES + 16;

interface Resource {
	readonly picture: Picture;
	/** Physical address and length of the memory that the driver draws in. */
	backing: { readonly address: number; readonly length: number } | undefined;
}

export class GpuModel implements DeviceModel {
	readonly device: number = DEVICE_GPU;
	readonly features = 0;
	readonly queues: number = QUEUES;
	readonly configuration = new Uint8Array(CONFIGURATION_BYTES);
	private readonly width: number;
	private readonly height: number;
	private readonly sink: ScreenSink | undefined;
	private readonly paced: boolean;
	private readonly resources = new Map<number, Resource>();
	private scanout: Resource | undefined;
	/** First descriptors of flushes that are not visible yet. */
	private waiting: number[] = [];
	private visible = false;

	/** `paced`: a flush is finished when something has come from outside after it. */
	constructor(width: number, height: number, sink: ScreenSink | undefined, paced: boolean) {
		this.width = width;
		this.height = height;
		this.sink = sink;
		this.paced = paced;
		new DataView(this.configuration.buffer).setUint32(SCANOUTS_OFFSET, 1, true);
	}

	/** What the screen shows, if a driver has given it something. */
	get picture(): Picture | undefined {
		return this.scanout?.picture;
	}

	/** What was flushed has become visible. */
	receive(): void {
		this.visible = true;
	}

	reset(): void {
		this.resources.clear();
		this.scanout = undefined;
		this.waiting = [];
	}

	work(queues: ReadonlyMap<number, DeviceQueue>, memory: PhysicalMemory): boolean {
		const queue = queues.get(GPU_QUEUE_CONTROL);
		if (queue === undefined) return false;
		let finished = this.finishWaiting(queue);
		for (let request = queue.next(); request !== undefined; request = queue.next()) {
			if (this.perform(request, memory)) this.waiting.push(request.head);
			else queue.finish(request.head, answerBytes(request));
			finished = true;
		}
		return finished;
	}

	private finishWaiting(queue: DeviceQueue): boolean {
		const { waiting, visible } = this;
		this.visible = false;
		if (!visible || waiting.length === 0) return false;
		this.waiting = [];
		for (const head of waiting) queue.finish(head, GPU_HEADER_BYTES);
		return true;
	}

	/** Writes the answer. True: it is to be given later. */
	private perform({ input, output }: Request, memory: PhysicalMemory): boolean {
		const command = joined(input);
		const answer = output[0];
		if (command.byteLength < GPU_HEADER_BYTES || answer === undefined || answer.length < GPU_HEADER_BYTES) return false;
		const type = command.getUint32(0, true);
		const reply = new DataView(answer.buffer, answer.byteOffset, answer.length);
		answer.fill(0);
		if (type === GPU_GET_DISPLAY_INFO) {
			this.describe(reply);
			return false;
		}
		const done = this.obey(type, command, memory);
		reply.setUint32(0, done ? GPU_OK_NO_DATA : GPU_ERROR_UNSPECIFIED, true);
		return done && this.paced && type === GPU_RESOURCE_FLUSH;
	}

	private describe(reply: DataView): void {
		if (reply.byteLength < GPU_HEADER_BYTES + GPU_SCANOUTS * GPU_DISPLAY_BYTES) {
			reply.setUint32(0, GPU_ERROR_UNSPECIFIED, true);
			return;
		}
		reply.setUint32(0, GPU_OK_DISPLAY_INFO, true);
		for (const [index, value] of [0, 0, this.width, this.height, 1].entries()) {
			reply.setUint32(GPU_HEADER_BYTES + 4 * index, value, true);
		}
	}

	private obey(type: number, command: DataView, memory: PhysicalMemory): boolean {
		const word = (offset: number) => (offset + 4 <= command.byteLength ? command.getUint32(offset, true) : 0);
		switch (type) {
			case GPU_RESOURCE_CREATE_2D:
				return this.create(word(24), word(28), word(32), word(36));
			case GPU_RESOURCE_ATTACH_BACKING:
				return this.attach(word(24), word(28), word(32) + word(36) * 2 ** 32, word(40));
			case GPU_SET_SCANOUT:
				return this.setScanout(word(AFTER_RECTANGLE), word(AFTER_RECTANGLE + 4));
			case GPU_TRANSFER_TO_HOST_2D:
				return this.transfer(
					this.resources.get(word(AFTER_RECTANGLE + 8)),
					rectangleOf(word),
					word(AFTER_RECTANGLE),
					memory,
				);
			case GPU_RESOURCE_FLUSH:
				return this.flush(this.resources.get(word(AFTER_RECTANGLE)), rectangleOf(word));
			default:
				return false;
		}
	}

	private create(number: number, format: number, width: number, height: number): boolean {
		if (number === 0 || format !== GPU_FORMAT_RGBX || this.resources.has(number)) return false;
		if (width === 0 || height === 0 || width > SIDE_MOST || height > SIDE_MOST) return false;
		if (this.resources.size >= RESOURCES_MOST) return false;
		const pixels = new Uint8ClampedArray(width * height * PIXEL_BYTES);
		this.resources.set(number, { picture: { width, height, pixels }, backing: undefined });
		return true;
	}

	/** Only memory in one piece. */
	private attach(number: number, count: number, address: number, length: number): boolean {
		const resource = this.resources.get(number);
		if (resource === undefined || count !== 1) return false;
		resource.backing = { address, length };
		return true;
	}

	private setScanout(scanout: number, number: number): boolean {
		const resource = this.resources.get(number);
		if (scanout !== 0 || (number !== 0 && resource === undefined)) return false;
		this.scanout = resource;
		return true;
	}

	/** Rows of the backing, from byte `offset` on, become rows of the resource. */
	private transfer(resource: Resource | undefined, area: Rectangle, offset: number, memory: PhysicalMemory): boolean {
		if (resource?.backing === undefined || !contains(resource.picture, area)) return false;
		if (area.width === 0 || area.height === 0) return true;
		const { width, pixels } = resource.picture;
		const rowBytes = width * PIXEL_BYTES;
		const length = (area.height - 1) * rowBytes + area.width * PIXEL_BYTES;
		const { address, length: room } = resource.backing;
		if (offset % PIXEL_BYTES !== 0 || address % PIXEL_BYTES !== 0 || offset + length > room) return false;
		const { buffer, byteOffset } = memory.at(address + offset, length);
		const source = new Uint32Array(buffer, byteOffset, length / PIXEL_BYTES);
		const target = new Uint32Array(pixels.buffer);
		for (let row = 0; row < area.height; row++) {
			copyOpaque(target, (area.y + row) * width + area.x, source, row * width, area.width);
		}
		return true;
	}

	private flush(resource: Resource | undefined, area: Rectangle): boolean {
		if (resource === undefined || !contains(resource.picture, area)) return false;
		if (resource === this.scanout) this.sink?.show(area, resource.picture);
		return true;
	}
}

function answerBytes({ output }: Request): number {
	return output[0]?.length ?? 0;
}

/** The bytes of a command, which a driver may have split. */
function joined(parts: readonly Uint8Array[]): DataView {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let position = 0;
	for (const part of parts) {
		whole.set(part, position);
		position += part.length;
	}
	return new DataView(whole.buffer);
}

function rectangleOf(word: (offset: number) => number): Rectangle {
	const [x = 0, y = 0, width = 0, height = 0] = [0, 4, 8, 12].map((offset) => word(GPU_HEADER_BYTES + offset));
	return { x, y, width, height };
}

function contains({ width, height }: Picture, area: Rectangle): boolean {
	return area.x + area.width <= width && area.y + area.height <= height;
}

/** Copies pixels whose fourth byte does not matter as pixels that hide everything. */
function copyOpaque(target: Uint32Array, to: number, source: Uint32Array, from: number, count: number): void {
	for (let index = 0; index < count; index++) target[to + index] = (source[from + index] as number) | OPAQUE;
}
