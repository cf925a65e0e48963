/**
 * The device's side of virtio-mmio (virtio 1.2, section 4.2). A store to a register cannot be seen when it happens: `look` finds what
 * has changed since the last time. Registers in which the same value may be written again are set back to a value that is never written.
 */
import {
	FEATURE_HIGH_VERSION_1,
	INTERRUPT_CONFIGURATION,
	INTERRUPT_USED,
	REGISTER_CONFIGURATION,
	REGISTER_DEVICE,
	REGISTER_DEVICE_FEATURES,
	REGISTER_DEVICE_FEATURES_SELECT,
	REGISTER_DRIVER_FEATURES,
	REGISTER_DRIVER_FEATURES_SELECT,
	REGISTER_INTERRUPT_ACKNOWLEDGE,
	REGISTER_INTERRUPT_STATUS,
	REGISTER_MAGIC,
	REGISTER_QUEUE_AVAILABLE,
	REGISTER_QUEUE_DESCRIPTORS,
	REGISTER_QUEUE_NOTIFY,
	REGISTER_QUEUE_READY,
	REGISTER_QUEUE_SELECT,
	REGISTER_QUEUE_SIZE,
	REGISTER_QUEUE_SIZE_MOST,
	REGISTER_QUEUE_USED,
	REGISTER_STATUS,
	REGISTER_VERSION,
	STATUS_DRIVER_OK,
	STATUS_FEATURES_OK,
	STATUS_NEEDS_RESET,
	VIRTIO_MAGIC,
	VIRTIO_VERSION,
} from '../../../abi/virtio.ts';
import { NoMemoryError, type PhysicalMemory } from './memory.ts';
import type { DeviceModel } from './model.ts';
import { DeviceQueue } from './virtqueue.ts';

const QUEUE_SIZE_MOST = 128;
const NO_NOTIFICATION = 0xffffffff;
const WORD = 4294967296;

export class Transport {
	readonly model: DeviceModel;
	private readonly memory: PhysicalMemory;
	private readonly raise: () => void;
	private readonly queues = new Map<number, DeviceQueue>();
	/** What the driver has accepted of each half of the feature bits. */
	private readonly accepted = [0, 0];
	private status = 0;
	private selectedQueue = 0;
	private interrupts = 0;

	constructor(model: DeviceModel, memory: PhysicalMemory, raise: () => void) {
		this.model = model;
		this.memory = memory;
		this.raise = raise;
	}

	/** Puts everything into the registers that can be read before anything is written. */
	appear(registers: DataView): void {
		const { device, configuration } = this.model;
		put(registers, REGISTER_MAGIC, VIRTIO_MAGIC);
		put(registers, REGISTER_VERSION, VIRTIO_VERSION);
		put(registers, REGISTER_DEVICE, device);
		for (const [index, byte] of configuration.entries()) registers.setUint8(REGISTER_CONFIGURATION + index, byte);
		this.reset(registers);
	}

	/** Something has come from outside. Without `registers` nobody drives the device. */
	receive(bytes: Uint8Array, registers: DataView | undefined): void {
		this.model.receive?.(bytes);
		if (registers !== undefined && this.runs()) this.work(registers);
	}

	/** The driver has set it up, and it has not failed. */
	private runs(): boolean {
		return (this.status & (STATUS_DRIVER_OK | STATUS_NEEDS_RESET)) === STATUS_DRIVER_OK;
	}

	/** Reacts to what the driver has written since the last look. */
	look(registers: DataView): void {
		const acknowledged = get(registers, REGISTER_INTERRUPT_ACKNOWLEDGE);
		if (acknowledged !== 0) {
			put(registers, REGISTER_INTERRUPT_ACKNOWLEDGE, 0);
			this.interrupts &= ~acknowledged;
			put(registers, REGISTER_INTERRUPT_STATUS, this.interrupts);
		}
		const status = get(registers, REGISTER_STATUS);
		if (status !== this.status) this.setStatus(registers, status);
		if ((status & STATUS_DRIVER_OK) === 0) {
			this.setUp(registers);
			this.model.configure?.(new DataView(registers.buffer, registers.byteOffset + REGISTER_CONFIGURATION));
		}
		const notified = get(registers, REGISTER_QUEUE_NOTIFY) !== NO_NOTIFICATION;
		if (!notified) return;
		put(registers, REGISTER_QUEUE_NOTIFY, NO_NOTIFICATION);
		if (this.runs()) this.work(registers);
	}

	private setStatus(registers: DataView, status: number): void {
		if (status === 0) {
			this.reset(registers);
			return;
		}
		const [low = 0, high = 0] = this.accepted;
		const acceptable = (low & ~this.model.features) === 0 && high === FEATURE_HIGH_VERSION_1;
		this.status = acceptable ? status : status & ~STATUS_FEATURES_OK;
		put(registers, REGISTER_STATUS, this.status);
	}

	private reset(registers: DataView): void {
		this.model.reset?.();
		this.queues.clear();
		this.accepted.fill(0);
		this.status = 0;
		this.interrupts = 0;
		for (const register of [REGISTER_STATUS, REGISTER_INTERRUPT_STATUS, REGISTER_INTERRUPT_ACKNOWLEDGE]) {
			put(registers, register, 0);
		}
		put(registers, REGISTER_QUEUE_READY, 0);
		put(registers, REGISTER_QUEUE_NOTIFY, NO_NOTIFICATION);
	}

	/** Features and queues. */
	private setUp(registers: DataView): void {
		const offered = [this.model.features, FEATURE_HIGH_VERSION_1];
		put(registers, REGISTER_DEVICE_FEATURES, offered[get(registers, REGISTER_DEVICE_FEATURES_SELECT)] ?? 0);
		const half = get(registers, REGISTER_DRIVER_FEATURES_SELECT);
		if (half < offered.length) this.accepted[half] = get(registers, REGISTER_DRIVER_FEATURES);
		const queue = get(registers, REGISTER_QUEUE_SELECT);
		const exists = queue < this.model.queues;
		if (queue !== this.selectedQueue) put(registers, REGISTER_QUEUE_READY, this.queues.has(queue) ? 1 : 0);
		this.selectedQueue = queue;
		put(registers, REGISTER_QUEUE_SIZE_MOST, exists ? QUEUE_SIZE_MOST : 0);
		const ready = get(registers, REGISTER_QUEUE_READY) === 1;
		if (!ready) this.queues.delete(queue);
		else if (exists && !this.queues.has(queue)) this.queues.set(queue, this.queueFrom(registers));
	}

	private queueFrom(registers: DataView): DeviceQueue {
		const address = (register: number) => get(registers, register) + get(registers, register + 4) * WORD;
		return new DeviceQueue(this.memory, {
			size: Math.min(QUEUE_SIZE_MOST, Math.max(1, get(registers, REGISTER_QUEUE_SIZE))),
			descriptors: address(REGISTER_QUEUE_DESCRIPTORS),
			available: address(REGISTER_QUEUE_AVAILABLE),
			used: address(REGISTER_QUEUE_USED),
		});
	}

	/** One doorbell is for all queues: two that are rung between two looks leave only the last number behind. */
	private work(registers: DataView): void {
		try {
			if (this.model.work(this.queues, this.memory)) this.interrupt(registers, INTERRUPT_USED);
		} catch (error) {
			if (!(error instanceof NoMemoryError)) throw error;
			this.status |= STATUS_NEEDS_RESET;
			put(registers, REGISTER_STATUS, this.status);
			this.interrupt(registers, INTERRUPT_CONFIGURATION);
		}
	}

	private interrupt(registers: DataView, cause: number): void {
		this.interrupts |= cause;
		put(registers, REGISTER_INTERRUPT_STATUS, this.interrupts);
		this.raise();
	}
}

function get(registers: DataView, register: number): number {
	return registers.getUint32(register, true);
}

function put(registers: DataView, register: number, value: number): void {
	registers.setUint32(register, value, true);
}
