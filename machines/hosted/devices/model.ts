/** What makes a virtio device a particular one; the transport does the rest. */
import type { PhysicalMemory } from './memory.ts';
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
	work(queues: ReadonlyMap<number, DeviceQueue>, memory: PhysicalMemory): boolean;
	/** Something has come from outside; `work` is called next if the driver is there. */
	receive?(bytes: Uint8Array): void;
	/** The driver may have written to its own configuration, which are the registers `configuration` from now on: answers there. */
	configure?(configuration: DataView): void;
	/** The driver has reset it. */
	reset?(): void;
}
