/**
 * The mmio transport of a virtio device (virtio 1.2, section 4.2), in the region that the driver has mapped as memory M.
 *
 * Hosted machines cannot see a store to a register when it happens: their devices look at the registers whenever a component makes a
 * kernel call, and before the next activation. So whoever needs the answer to a store settles it with a kernel call first;
 * on ARM64 that costs a trap, at set-up only. A notification needs no answer, and an acknowledged interrupt is unmasked by a
 * kernel call anyway.
 */
import {
	FEATURE_HIGH_VERSION_1,
	REGISTER_CONFIGURATION,
	REGISTER_DEVICE,
	REGISTER_DEVICE_FEATURES,
	REGISTER_DEVICE_FEATURES_SELECT,
	REGISTER_DRIVER_FEATURES,
	REGISTER_DRIVER_FEATURES_SELECT,
	REGISTER_INTERRUPT_ACKNOWLEDGE,
	REGISTER_INTERRUPT_STATUS,
	REGISTER_MAGIC,
	REGISTER_QUEUE_NOTIFY,
	REGISTER_STATUS,
	REGISTER_VERSION,
	STATUS_ACKNOWLEDGE,
	STATUS_DRIVER,
	STATUS_DRIVER_OK,
	STATUS_FAILED,
	STATUS_FEATURES_OK,
	STATUS_NEEDS_RESET,
	VIRTIO_MAGIC,
	VIRTIO_VERSION,
} from '../../abi/virtio.ts';
import { identify } from '../capability.ts';
import type { RegionMemory } from '../region/memory.ts';
import { VIRTIO_BROKEN, VIRTIO_FEATURES, VIRTIO_NO_DEVICE, VIRTIO_OK } from './result.ts';

/** Bytes of static memory for a Transport. */
export const TRANSPORT_BYTES: i32 = 8;
/** Any slot: the kernel call that has no effect. */
const NOTHING: i32 = 0;

@unmanaged
export class Transport<M extends RegionMemory> {
	/** Offset of the registers in the region. */
	private base!: u32;
	/** The low 32 feature bits that device and driver have agreed on. */
	features!: u32;

	/**
	 * Resets the device at `base` and agrees with it on VIRTIO_F_VERSION_1 and, of the low 32 feature bits, on those of `wanted` that it offers.
	 * VIRTIO_OK: set up the queues, then call `go`. VIRTIO_NO_DEVICE or VIRTIO_FEATURES otherwise.
	 */
	begin(base: u32, device: u32, wanted: u32): i32 {
		this.base = base;
		if (this.read(REGISTER_MAGIC) !== VIRTIO_MAGIC || this.read(REGISTER_VERSION) !== VIRTIO_VERSION) {
			return VIRTIO_NO_DEVICE;
		}
		if (this.read(REGISTER_DEVICE) !== device) return VIRTIO_NO_DEVICE;
		this.settle(REGISTER_STATUS, 0);
		if (this.read(REGISTER_STATUS) !== 0) return VIRTIO_NO_DEVICE;
		this.settle(REGISTER_STATUS, STATUS_ACKNOWLEDGE);
		this.settle(REGISTER_STATUS, STATUS_ACKNOWLEDGE | STATUS_DRIVER);
		return this.negotiate(wanted);
	}

	private negotiate(wanted: u32): i32 {
		this.settle(REGISTER_DEVICE_FEATURES_SELECT, 1);
		if ((this.read(REGISTER_DEVICE_FEATURES) & FEATURE_HIGH_VERSION_1) === 0) return this.fail(VIRTIO_NO_DEVICE);
		this.settle(REGISTER_DEVICE_FEATURES_SELECT, 0);
		const low = this.read(REGISTER_DEVICE_FEATURES) & wanted;
		this.settle(REGISTER_DRIVER_FEATURES_SELECT, 0);
		this.settle(REGISTER_DRIVER_FEATURES, low);
		this.settle(REGISTER_DRIVER_FEATURES_SELECT, 1);
		this.settle(REGISTER_DRIVER_FEATURES, FEATURE_HIGH_VERSION_1);
		this.settle(REGISTER_STATUS, STATUS_ACKNOWLEDGE | STATUS_DRIVER | STATUS_FEATURES_OK);
		this.features = low;
		const agreed = (this.read(REGISTER_STATUS) & STATUS_FEATURES_OK) !== 0;
		return agreed ? VIRTIO_OK : this.fail(VIRTIO_FEATURES);
	}

	/** The queues are set up: the device starts to work. */
	go(): void {
		this.settle(REGISTER_STATUS, STATUS_ACKNOWLEDGE | STATUS_DRIVER | STATUS_FEATURES_OK | STATUS_DRIVER_OK);
	}

	/** Gives the device up, for `reason`, which it returns: the device does no DMA from here on. */
	fail(reason: i32): i32 {
		this.settle(REGISTER_STATUS, 0);
		this.settle(REGISTER_STATUS, STATUS_FAILED);
		return reason;
	}

	/** Tells the device that there is something in queue `queue`. */
	notify(queue: u32): void {
		changetype<M>(0).store32(this.base + REGISTER_QUEUE_NOTIFY, queue);
	}

	/** Why the device has interrupted, INTERRUPT_* of abi/virtio.ts; it may interrupt again. Then acknowledge the line. */
	acknowledge(): u32 {
		const causes = this.read(REGISTER_INTERRUPT_STATUS);
		if (causes !== 0) changetype<M>(0).store32(this.base + REGISTER_INTERRUPT_ACKNOWLEDGE, causes);
		return causes;
	}

	/** VIRTIO_OK, or VIRTIO_BROKEN when the device has asked to be reset: then it is given up. */
	condition(): i32 {
		return (this.read(REGISTER_STATUS) & STATUS_NEEDS_RESET) === 0 ? VIRTIO_OK : this.fail(VIRTIO_BROKEN);
	}

	/** Word at `offset` of the device's own configuration. */
	configuration(offset: u32): u32 {
		return this.read(REGISTER_CONFIGURATION + offset);
	}

	/** A register, as the device has left it. */
	read(register: u32): u32 {
		return changetype<M>(0).load32(this.base + register);
	}

	/** Writes a register, and has the device react to it. */
	settle(register: u32, value: u32): void {
		changetype<M>(0).store32(this.base + register, value);
		identify(NOTHING);
	}
}
