/** An entropy device (virtio 1.2, section 5.4): fills what it is given. */
import { DEVICE_RNG } from '../../../abi/virtio.ts';
import type { DeviceModel } from './model.ts';
import type { DeviceQueue } from './virtqueue.ts';

export class RngModel implements DeviceModel {
	readonly device: number = DEVICE_RNG;
	readonly features = 0;
	readonly queues = 1;
	readonly configuration: Uint8Array = new Uint8Array();
	private readonly source: () => number;

	/** `source` gives 32 random bits. */
	constructor(source: () => number) {
		this.source = source;
	}

	work(queues: ReadonlyMap<number, DeviceQueue>): boolean {
		const queue = queues.get(0);
		let finished = false;
		for (let request = queue?.next(); request !== undefined; request = queue?.next()) {
			let written = 0;
			for (const room of request.output) {
				for (let index = 0; index < room.length; index++) room[index] = this.source();
				written += room.length;
			}
			queue?.finish(request.head, written);
			finished = true;
		}
		return finished;
	}
}
