/** A console device (virtio 1.2, section 5.3) with one port: bytes out to a sink, bytes in from outside. */
import { CONSOLE_QUEUE_RECEIVE, CONSOLE_QUEUE_TRANSMIT, DEVICE_CONSOLE } from '../../../abi/virtio.ts';
import type { DeviceModel } from './model.ts';
import type { DeviceQueue } from './virtqueue.ts';

const QUEUES = 2;
/** Size of a terminal, which this is none: u16 columns, u16 rows, then numbers of features that are not offered. */
const CONFIGURATION_BYTES = 12;
/** Bytes that wait for room at most; those that come then are lost. */
const WAITING_MOST = 65_536;

export class PortModel implements DeviceModel {
	readonly device: number = DEVICE_CONSOLE;
	readonly features = 0;
	readonly queues: number = QUEUES;
	readonly configuration = new Uint8Array(CONFIGURATION_BYTES);
	private readonly sink: ((bytes: Uint8Array) => void) | undefined;
	private waiting = new Uint8Array();

	constructor(sink: ((bytes: Uint8Array) => void) | undefined) {
		this.sink = sink;
	}

	receive(bytes: Uint8Array): void {
		if (this.waiting.length + bytes.length > WAITING_MOST) return;
		const whole = new Uint8Array(this.waiting.length + bytes.length);
		whole.set(this.waiting);
		whole.set(bytes, this.waiting.length);
		this.waiting = whole;
	}

	work(queues: ReadonlyMap<number, DeviceQueue>): boolean {
		const sent = this.send(queues.get(CONSOLE_QUEUE_TRANSMIT));
		const received = this.deliver(queues.get(CONSOLE_QUEUE_RECEIVE));
		return sent || received;
	}

	private send(queue: DeviceQueue | undefined): boolean {
		let finished = false;
		for (let request = queue?.next(); request !== undefined; request = queue?.next()) {
			for (const bytes of request.input) this.sink?.(bytes);
			queue?.finish(request.head, 0);
			finished = true;
		}
		return finished;
	}

	private deliver(queue: DeviceQueue | undefined): boolean {
		let finished = false;
		while (this.waiting.length > 0) {
			const request = queue?.next();
			if (request === undefined) break;
			let written = 0;
			for (const room of request.output) {
				const part = this.waiting.subarray(written, written + room.length);
				room.set(part);
				written += part.length;
			}
			this.waiting = this.waiting.slice(written);
			queue?.finish(request.head, written);
			finished = true;
		}
		return finished;
	}
}
