/** What makes a virtio device a particular one; the transport does the rest. */
import type { DeviceQueue } from './virtqueue.ts';

export interface DeviceModel {
	/** DEVICE_* of abi/virtio.ts. */
	readonly device: number;
	/** Low 32 feature bits that it offers. */
	readonly features: number;
	/** How many queues it has. */
	readonly queues: number;
	/** Its own configuration, at most 256 bytes. */
	readonly configuration: Uint8Array;
	/** Does what is asked in the queues that are ready, by their number. True when it has finished a request. Throws NoMemoryError. */
	work(queues: ReadonlyMap<number, DeviceQueue>): boolean;
}
