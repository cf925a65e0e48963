/** An input device (virtio 1.2, section 5.8): a touch screen for several fingers, or a keyboard. Its events come from outside. */
import {
	AXIS_MULTITOUCH_ID,
	AXIS_MULTITOUCH_SLOT,
	AXIS_MULTITOUCH_X,
	AXIS_MULTITOUCH_Y,
	DEVICE_INPUT,
	EVENT_ABSOLUTE,
	EVENT_KEY,
	INPUT_ANSWER,
	INPUT_ANSWER_BYTES,
	INPUT_EVENT_BYTES,
	INPUT_QUEUE_EVENTS,
	INPUT_SELECT,
	INPUT_SELECT_AXIS,
	INPUT_SELECT_EVENT_BITS,
	INPUT_SIZE,
	INPUT_SUBSELECT,
} from '../../../abi/virtio.ts';
import type { DeviceModel } from './model.ts';
import { AXIS_MOST, FINGERS } from './outside.ts';
import type { DeviceQueue } from './virtqueue.ts';

const QUEUES = 2;
/** Events that wait for a buffer of the driver's at most; those that come then are lost, as on any hardware. */
const WAITING_MOST = 1024;
/** Least, most, fuzz, flat, resolution of an axis. */
const AXIS_BYTES = 20;
const KEYS = 256;

/** What a device has: the most of each of its axes, and whether it has keys. */
export interface InputAbilities {
	readonly axes: ReadonlyMap<number, number>;
	readonly keys: boolean;
}

export const TOUCH_SCREEN: InputAbilities = {
	axes: new Map([
		[AXIS_MULTITOUCH_SLOT, FINGERS - 1],
		[AXIS_MULTITOUCH_ID, AXIS_MOST],
		[AXIS_MULTITOUCH_X, AXIS_MOST],
		[AXIS_MULTITOUCH_Y, AXIS_MOST],
	]),
	keys: false,
};
export const KEYBOARD: InputAbilities = { axes: new Map(), keys: true };

export class InputModel implements DeviceModel {
	readonly device: number = DEVICE_INPUT;
	readonly features = 0;
	readonly queues: number = QUEUES;
	readonly configuration = new Uint8Array(INPUT_ANSWER + INPUT_ANSWER_BYTES);
	private readonly abilities: InputAbilities;
	private waiting: Uint8Array[] = [];
	/** Select and subselect that are answered in the registers; -1 = none. */
	private answered = -1;

	constructor(abilities: InputAbilities) {
		this.abilities = abilities;
	}

	/** Whole events of INPUT_EVENT_BYTES. */
	receive(bytes: Uint8Array): void {
		for (
			let at = 0;
			at + INPUT_EVENT_BYTES <= bytes.length && this.waiting.length < WAITING_MOST;
			at += INPUT_EVENT_BYTES
		) {
			this.waiting.push(bytes.slice(at, at + INPUT_EVENT_BYTES));
		}
	}

	reset(): void {
		this.waiting = [];
		this.answered = -1;
	}

	work(queues: ReadonlyMap<number, DeviceQueue>): boolean {
		const queue = queues.get(INPUT_QUEUE_EVENTS);
		let given = 0;
		for (const event of queue === undefined ? [] : this.waiting) {
			const request = queue?.next();
			if (request === undefined) break;
			const fits = (request.output[0]?.length ?? 0) >= INPUT_EVENT_BYTES;
			if (fits) request.output[0]?.set(event);
			queue?.finish(request.head, fits ? INPUT_EVENT_BYTES : 0);
			given += 1;
		}
		this.waiting = this.waiting.slice(given);
		return given > 0;
	}

	configure(configuration: DataView): void {
		const [select, about] = [configuration.getUint8(INPUT_SELECT), configuration.getUint8(INPUT_SUBSELECT)];
		if (this.answered === select * 256 + about) return;
		this.answered = select * 256 + about;
		const answer = this.answer(select, about);
		configuration.setUint8(INPUT_SIZE, answer.length);
		for (let index = 0; index < INPUT_ANSWER_BYTES; index++) {
			configuration.setUint8(INPUT_ANSWER + index, answer[index] ?? 0);
		}
	}

	private answer(select: number, about: number): Uint8Array {
		const { axes, keys } = this.abilities;
		const most = axes.get(about);
		if (select === INPUT_SELECT_AXIS && most !== undefined) {
			const words = new DataView(new ArrayBuffer(AXIS_BYTES));
			words.setUint32(4, most, true);
			return new Uint8Array(words.buffer);
		}
		if (select === INPUT_SELECT_EVENT_BITS && about === EVENT_ABSOLUTE) return bits([...axes.keys()]);
		if (select === INPUT_SELECT_EVENT_BITS && about === EVENT_KEY && keys) return new Uint8Array(KEYS / 8).fill(0xff);
		return new Uint8Array();
	}
}

/** A set of numbers as a bit each. */
function bits(numbers: readonly number[]): Uint8Array {
	const set = new Uint8Array(numbers.length === 0 ? 0 : Math.floor(Math.max(...numbers) / 8) + 1);
	for (const number of numbers)
		set[Math.floor(number / 8)] = (set[Math.floor(number / 8)] as number) | (1 << (number % 8));
	return set;
}
