/** What the platform gives a machine's devices to work with: somewhere to show pictures and send bytes, and something to keep sectors on. */

export interface Outputs {
	readonly screen?: ScreenSink;
	/** Bytes that the system sends through its port. Valid during the call only. */
	readonly port?: (bytes: Uint8Array) => void;
	/** A driver waits for a value of sensor `kind` (SENSOR_* of interfaces/sensors/values.ts): begin to measure, and give it to `Outside`. */
	readonly wanted?: (kind: number) => void;
	/** What is behind a block device, by its transport; the others are memory, full of zeros. */
	readonly disks?: ReadonlyMap<number, Storage>;
}

export interface ScreenSink {
	/** True: what was shown counts as shown when `Outside.shown` says so (at the next vertical sync). False: at once. */
	readonly paced: boolean;
	/** A rectangle of the picture has changed. */
	show(rectangle: Rectangle, picture: Picture): void;
}

/** Pixels. */
export interface Rectangle {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** The whole screen. The bytes are the device's: they change with the next picture. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	/** R, G, B, 255 for each pixel, a row after the other without gaps: fit for `ImageData`. */
	readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** A disk. Synchronous: a machine does not execute while its devices work. Offsets and lengths are multiples of 512 bytes and inside. */
export interface Storage {
	/** Bytes, a multiple of 512. */
	readonly size: number;
	/** Fills `bytes` with what is at `offset`. Throws when it cannot be read. */
	read(offset: number, bytes: Uint8Array): void;
	/** Throws when it cannot be written. */
	write(offset: number, bytes: Uint8Array): void;
	/** What was written is kept when this returns, whatever happens then. */
	flush(): void;
}

/** Sectors in memory. */
export class MemoryStorage implements Storage {
	readonly bytes: Uint8Array;

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
	}

	get size(): number {
		return this.bytes.length;
	}

	read(offset: number, bytes: Uint8Array): void {
		bytes.set(this.bytes.subarray(offset, offset + bytes.length));
	}

	write(offset: number, bytes: Uint8Array): void {
		this.bytes.set(bytes, offset);
	}

	flush(): void {}
}
