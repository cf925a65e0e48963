/** A block device (virtio 1.2, section 5.2) over whatever keeps sectors. */
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
import type { Storage } from './outputs.ts';
import type { DeviceQueue, Request } from './virtqueue.ts';

const CONFIGURATION_BYTES = 8;

export class BlockModel implements DeviceModel {
	readonly device: number = DEVICE_BLOCK;
	readonly features: number = FEATURE_BLOCK_FLUSH;
	readonly queues = 1;
	readonly configuration = new Uint8Array(CONFIGURATION_BYTES);
	private readonly storage: Storage;

	constructor(storage: Storage) {
		this.storage = storage;
		new DataView(this.configuration.buffer).setBigUint64(0, BigInt(storage.size / SECTOR_BYTES), true);
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
		if (kind !== BLOCK_FLUSH && kind !== BLOCK_READ && kind !== BLOCK_WRITE) return BLOCK_STATUS_UNSUPPORTED;
		try {
			if (kind === BLOCK_FLUSH) this.storage.flush();
			else this.move(kind === BLOCK_WRITE, offset, kind === BLOCK_WRITE ? sent : received);
			return BLOCK_STATUS_OK;
		} catch {
			return BLOCK_STATUS_ERROR;
		}
	}

	/** Throws when the storage does, or has no such place. */
	private move(write: boolean, offset: number, buffers: readonly Uint8Array[]): void {
		let place = offset;
		for (const buffer of buffers) {
			if (place + buffer.length > this.storage.size) throw new RangeError('behind the end of the disk');
			if (write) this.storage.write(place, buffer);
			else this.storage.read(place, buffer);
			place += buffer.length;
		}
	}
}
