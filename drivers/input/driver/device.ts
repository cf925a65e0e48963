/** One virtio input device (virtio 1.2, section 5.8): gives the events of its queue one by one, and the device their buffers back. */
import {
	DEVICE_INPUT,
	INPUT_ANSWER,
	INPUT_EVENT_BYTES,
	INPUT_QUEUE_EVENTS,
	INPUT_SELECT,
	INPUT_SELECT_AXIS,
	INPUT_SIZE,
	INPUT_SUBSELECT,
	REGISTER_CONFIGURATION,
	REGISTER_STATUS,
} from '../../../abi/virtio.ts';
import { load8, Memory1, store8 } from '../../../sdk/region/memory1.ts';
import { load64, Memory2 } from '../../../sdk/region/memory2.ts';
import { DEVICE_LIES, VIRTQUEUE_BYTES, VIRTQUEUE_REGION_BYTES, Virtqueue } from '../../../sdk/virtio/queue.ts';
import { VIRTIO_LIES, VIRTIO_OK } from '../../../sdk/virtio/result.ts';
import { TRANSPORT_BYTES, Transport } from '../../../sdk/virtio/transport.ts';

const SLOT_REGION: i32 = 2;
const NO_FEATURES: u32 = 0;
/** Events that the device can put down before the driver runs. */
const EVENTS: u32 = 32;
const CHAIN: u32 = 1;
/** Of the answer about an axis: u32 least, u32 most. */
const AXIS_MOST: u32 = INPUT_ANSWER + 4;
const AXIS_ANSWER_LEAST: u32 = 8;

/** Bytes of static memory for an EventDevice. */
export const EVENT_DEVICE_BYTES: i32 = 24 + TRANSPORT_BYTES + VIRTQUEUE_BYTES;
/** Bytes of the queue's region that one takes. */
export const EVENT_DEVICE_REGION_BYTES: u32 = 2 * VIRTQUEUE_REGION_BYTES;
const TRANSPORT: usize = 24;
const QUEUE: usize = TRANSPORT + <usize>TRANSPORT_BYTES;

@unmanaged
export class EventDevice {
	/** VIRTIO_OK, or what is wrong with the device. */
	condition!: i32;
	private registers!: u32;
	private buffers!: u32;
	/** The event that was taken last. */
	type!: u32;
	code!: u32;
	value!: i32;

	/** Resets the device whose registers are at `registers` and has it put events down at `base` of the queue's region. */
	open(registers: u32, base: u32): i32 {
		this.registers = registers;
		this.buffers = base + VIRTQUEUE_REGION_BYTES;
		this.condition = this.transport.begin(registers, DEVICE_INPUT, NO_FEATURES);
		if (this.condition !== VIRTIO_OK) return this.condition;
		const opened = this.queue.open<Memory1>(this.transport, INPUT_QUEUE_EVENTS, SLOT_REGION, base, EVENTS, CHAIN);
		if (opened !== VIRTIO_OK) {
			this.condition = this.transport.fail(opened);
			return opened;
		}
		return VIRTIO_OK;
	}

	/** Everything that was to be asked has been asked: events may come. */
	go(): void {
		this.transport.go();
		for (let event: u32 = 0; event < EVENTS; event++) this.give(event);
		this.transport.notify(INPUT_QUEUE_EVENTS);
	}

	/** The largest value of an axis, 0 = the device does not have it. Between `open` and `go`. */
	axisMost(axis: u32): u32 {
		const configuration = this.registers + REGISTER_CONFIGURATION;
		store8(configuration + INPUT_SELECT, INPUT_SELECT_AXIS);
		store8(configuration + INPUT_SUBSELECT, axis);
		// Rewriting the status changes nothing, and has the device react.
		this.transport.settle(REGISTER_STATUS, this.transport.read(REGISTER_STATUS));
		if (load8(configuration + INPUT_SIZE) < AXIS_ANSWER_LEAST) return 0;
		return this.transport.configuration(AXIS_MOST);
	}

	/** The device has interrupted. */
	attend(): void {
		this.transport.acknowledge();
		if (this.condition === VIRTIO_OK) this.condition = this.transport.condition();
	}

	/** Takes the next event into type, code and value, and gives its buffer back. False: there is none. */
	take(): bool {
		if (this.condition !== VIRTIO_OK) return false;
		const taken = this.queue.take();
		if (taken === DEVICE_LIES) this.condition = this.transport.fail(VIRTIO_LIES);
		if (taken < 0) return false;
		const event = load64(this.buffers + <u32>taken * INPUT_EVENT_BYTES);
		this.type = <u32>event & 0xffff;
		this.code = (<u32>event >> 16) & 0xffff;
		this.value = <i32>(event >> 32);
		const whole = this.queue.written === INPUT_EVENT_BYTES;
		this.give(<u32>taken);
		this.transport.notify(INPUT_QUEUE_EVENTS);
		return whole || this.take();
	}

	private give(event: u32): void {
		this.queue.describe(event, 0, this.buffers + event * INPUT_EVENT_BYTES, INPUT_EVENT_BYTES, true, true);
		this.queue.offer(event);
	}

	private get transport(): Transport<Memory1> {
		return changetype<Transport<Memory1>>(changetype<usize>(this) + TRANSPORT);
	}

	private get queue(): Virtqueue<Memory2> {
		return changetype<Virtqueue<Memory2>>(changetype<usize>(this) + QUEUE);
	}
}
