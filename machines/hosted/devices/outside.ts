/** What the world outside does to a machine's devices, as the bytes that the models take (`DeviceModel.receive`) and recordings keep. */
import {
	AXIS_MULTITOUCH_ID,
	AXIS_MULTITOUCH_SLOT,
	AXIS_MULTITOUCH_X,
	AXIS_MULTITOUCH_Y,
	EVENT_ABSOLUTE,
	EVENT_KEY,
	EVENT_SYNCHRONISE,
	INPUT_EVENT_BYTES,
	INPUT_NO_FINGER,
} from '../../../abi/virtio.ts';
import type { DeviceDescription, DeviceKind, SensorKind } from '../core/system.ts';

export type TouchKind = 'down' | 'move' | 'up';

/** Values of a sensor; interfaces/sensors/values.ts says what they mean. */
export type SensorValues = readonly [first: number, second: number, third: number];

/** A position is 0..AXIS_MOST, whatever the size of the screen. */
export const AXIS_MOST = 65535;
/** Fingers that a touch screen can tell apart. */
export const FINGERS = 10;

export class Outside {
	private readonly devices: readonly DeviceDescription[];
	private readonly give: (slot: number, bytes: Uint8Array) => void;

	/** `give` brings bytes to the device behind a transport. What is for a device that the system does not have is lost. */
	constructor(devices: readonly DeviceDescription[], give: (slot: number, bytes: Uint8Array) => void) {
		this.devices = devices;
		this.give = give;
	}

	/** A finger, 0..FINGERS - 1, at a position in 1/65536 of the screen's width and height, 0..AXIS_MOST. Without position when it goes up. */
	touch(kind: TouchKind, finger: number, x = 0, y = 0): void {
		const place = [
			[EVENT_ABSOLUTE, AXIS_MULTITOUCH_X, x],
			[EVENT_ABSOLUTE, AXIS_MULTITOUCH_Y, y],
		] as const;
		const contact = [EVENT_ABSOLUTE, AXIS_MULTITOUCH_ID, kind === 'up' ? INPUT_NO_FINGER : finger] as const;
		const changes = kind === 'move' ? place : kind === 'up' ? [contact] : [contact, ...place];
		this.events('touch', [[EVENT_ABSOLUTE, AXIS_MULTITOUCH_SLOT, finger], ...changes]);
	}

	/** A key, by its number in Linux's input-event-codes.h. */
	key(code: number, down: boolean): void {
		this.events('keyboard', [[EVENT_KEY, code, down ? 1 : 0]]);
	}

	/** Bytes arrive at the port. */
	port(bytes: Uint8Array): void {
		this.to('port', bytes);
	}

	/** A sensor has measured. */
	sense(sensor: SensorKind, values: SensorValues): void {
		this.to('sensor', new Uint8Array(Int32Array.from(values).buffer), sensor);
	}

	/** The camera has taken a picture: R, G, B, 255 for each pixel of the size that the system declares, a row after the other. */
	picture(pixels: Uint8Array): void {
		this.to('sensor', pixels, 'camera');
	}

	/** What the screen has been given is visible. */
	shown(): void {
		this.to('gpu', new Uint8Array());
	}

	private events(device: DeviceKind, events: readonly (readonly [type: number, code: number, value: number])[]): void {
		const all = [...events, [EVENT_SYNCHRONISE, 0, 0] as const];
		const view = new DataView(new ArrayBuffer(INPUT_EVENT_BYTES * all.length));
		for (const [index, [type, code, value]] of all.entries()) {
			view.setUint16(INPUT_EVENT_BYTES * index, type, true);
			view.setUint16(INPUT_EVENT_BYTES * index + 2, code, true);
			view.setInt32(INPUT_EVENT_BYTES * index + 4, value, true);
		}
		this.to(device, new Uint8Array(view.buffer));
	}

	private to(kind: DeviceKind, bytes: Uint8Array, sensor?: SensorKind): void {
		const device = this.devices.find((one) => one.kind === kind && one.sensor === sensor);
		if (device !== undefined) this.give(device.slot, bytes);
	}
}
