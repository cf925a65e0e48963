/** Tessera's sensor device (docs/reference/02-machine.md): measures when it is asked, and gives each value once. */
import { DEVICE_SENSOR, SENSOR_HEIGHT, SENSOR_KIND, SENSOR_QUEUE, SENSOR_WIDTH } from '../../../abi/virtio.ts';
import type { DeviceModel } from './model.ts';
import type { DeviceQueue } from './virtqueue.ts';

const CONFIGURATION_BYTES = 12;

/** Size of the pictures of a camera, in pixels. */
export interface PictureSize {
	readonly width: number;
	readonly height: number;
}

export class SensorModel implements DeviceModel {
	readonly device: number = DEVICE_SENSOR;
	readonly features = 0;
	readonly queues = 1;
	readonly configuration = new Uint8Array(CONFIGURATION_BYTES);
	private readonly kind: number;
	private readonly wanted: ((kind: number) => void) | undefined;
	/** The newest value, unless it has been given. */
	private value: Uint8Array | undefined;
	/** First descriptor and room of the request that waits for a value. */
	private asked = false;

	/** `kind`: SENSOR_* of interfaces/sensors/values.ts; `wanted` hears that a driver waits. */
	constructor(kind: number, size: PictureSize, wanted: ((kind: number) => void) | undefined) {
		this.kind = kind;
		this.wanted = wanted;
		const configuration = new DataView(this.configuration.buffer);
		configuration.setUint32(SENSOR_KIND, kind, true);
		configuration.setUint32(SENSOR_WIDTH, size.width, true);
		configuration.setUint32(SENSOR_HEIGHT, size.height, true);
	}

	receive(bytes: Uint8Array): void {
		this.value = bytes;
	}

	reset(): void {
		this.asked = false;
	}

	work(queues: ReadonlyMap<number, DeviceQueue>): boolean {
		const queue = queues.get(SENSOR_QUEUE);
		if (queue === undefined) return false;
		if (this.value !== undefined) return this.give(queue, this.value);
		if (!this.asked && queue.waits()) {
			this.asked = true;
			this.wanted?.(this.kind);
		}
		return false;
	}

	private give(queue: DeviceQueue, value: Uint8Array): boolean {
		const request = queue.next();
		if (request === undefined) return false;
		const room = request.output[0];
		const fits = room !== undefined && room.length >= value.length;
		if (fits) room.set(value);
		queue.finish(request.head, fits ? value.length : 0);
		this.value = undefined;
		this.asked = false;
		return true;
	}
}
