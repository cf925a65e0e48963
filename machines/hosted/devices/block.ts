/** A block device (virtio 1.2, section 5.2) over bytes in memory. */
import {
	BLOCK_FLUSH,
	BLOCK_HEADER_BYTES,
	BLOCK_READ,
	BLOCK_STATUS_ERROR,
	BLOCK_STATUS_OK,
	BLOCK_STATUS_UNSUPPORTED,
	BLOCK_WRITE,
	DEVICE_BLOCK,
	FEATURE_BLOCK_FLUSH,
	SECTOR_BYTES,
} from '../../../abi/virtio.ts';
import type { DeviceModel } from './model.ts';
import type { DeviceQueue, Request } from './virtqueue.ts';

const CONFIGURATION_BYTES = 8;

export class BlockModel implements DeviceModel {
	readonly device: number = DEVICE_BLOCK;
	readonly features: number = FEATURE_BLOCK_FLUSH;
	readonly queues = 1;
	readonly configuration = new Uint8Array(CONFIGURATION_BYTES);
	/** What is on the disk. */
	readonly storage: Uint8Array;

	/** `storage`: a multiple of SECTOR_BYTES. */
	constructor(storage: Uint8Array) {
		this.storage = storage;
		new DataView(this.configuration.buffer).setBigUint64(0, BigInt(storage.length / SECTOR_BYTES), true);
	}

	work(queues: ReadonlyMap<number, DeviceQueue>): boolean {
		const queue = queues.get(0);
		let finished = false;
		for (let request = queue?.next(); request !== undefined; request = queue?.next()) {
			queue?.finish(request.head, this.perform(request));
			finished = true;
		}
		return finished;
	}

	/** Bytes written for the driver: the data, and the status byte behind it. */
	protected perform({ input, output }: Request): number {
		const [header, ...sent] = input;
		const status = output.at(-1);
		if (header === undefined || header.length < BLOCK_HEADER_BYTES || status === undefined) return 0;
		const words = new DataView(header.buffer, header.byteOffset, BLOCK_HEADER_BYTES);
		const offset = Number(words.getBigUint64(8, true)) * SECTOR_BYTES;
		const received = output.slice(0, -1);
		status[0] = this.transfer(words.getUint32(0, true), offset, sent, received);
		return 1 + received.reduce((sum, { length }) => sum + length, 0);
	}

	private transfer(kind: number, offset: number, sent: readonly Uint8Array[], received: readonly Uint8Array[]): number {
		if (kind === BLOCK_FLUSH) return BLOCK_STATUS_OK;
		if (kind !== BLOCK_READ && kind !== BLOCK_WRITE) return BLOCK_STATUS_UNSUPPORTED;
		let place = offset;
		for (const buffer of kind === BLOCK_READ ? received : sent) {
			const sectors = this.storage.subarray(place, place + buffer.length);
			if (sectors.length < buffer.length) return BLOCK_STATUS_ERROR;
			if (kind === BLOCK_READ) buffer.set(sectors);
			else sectors.set(buffer);
			place += buffer.length;
		}
		return BLOCK_STATUS_OK;
	}
}
