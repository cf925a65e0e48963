/**
 * Recordings of external inputs. Bytes: "TSR1", the seed (4 bytes, little-endian), 1 if time was deterministic else 0, then for each
 * input two LEB128 numbers: scheduling points since the previous input * 2 + kind, and its argument. Kind 0: the clock jumped ahead
 * by so many nanoseconds. Kind 1: an interrupt line was raised.
 */
const MAGIC = [0x54, 0x53, 0x52, 0x31];
const HEADER_BYTES = 9;
const KIND_CLOCK = 0;
const KIND_INTERRUPT = 1;

export interface RecordedInput {
	/** Number of the scheduling point, from 1. */
	readonly point: number;
	/** The interrupt line that was raised, or undefined for the clock. */
	readonly line: number | undefined;
	/** Nanoseconds by which the clock jumped. */
	readonly ahead: number;
}

export interface Recording {
	readonly seed: number;
	readonly deterministic: boolean;
	readonly inputs: readonly RecordedInput[];
}

/** Collects the inputs of one run. */
export class Recorder {
	private readonly bytes: number[];
	private lastPoint = 0;

	constructor(seed: number, deterministic: boolean) {
		const seedBytes = [seed, seed >>> 8, seed >>> 16, seed >>> 24].map((byte) => byte & 0xff);
		this.bytes = [...MAGIC, ...seedBytes, deterministic ? 1 : 0];
	}

	/** The clock jumped ahead by `nanoseconds`. */
	clock(point: number, nanoseconds: number): void {
		this.append(point, KIND_CLOCK, nanoseconds);
	}

	interrupt(point: number, line: number): void {
		this.append(point, KIND_INTERRUPT, line);
	}

	/** The recording so far. */
	finish(): Uint8Array {
		return Uint8Array.from(this.bytes);
	}

	private append(point: number, kind: number, argument: number): void {
		this.number((point - this.lastPoint) * 2 + kind);
		this.number(argument);
		this.lastPoint = point;
	}

	private number(value: number): void {
		let rest = value;
		for (; rest >= 128; rest = Math.floor(rest / 128)) this.bytes.push((rest % 128) + 128);
		this.bytes.push(rest);
	}
}

/** Reads a recording. Throws when the bytes are not one. */
export function readRecording(bytes: Uint8Array): Recording {
	if (bytes.length < HEADER_BYTES || MAGIC.some((byte, index) => bytes[index] !== byte)) {
		throw new Error('this is not a recording of a Tessera machine');
	}
	const seed = new DataView(bytes.buffer, bytes.byteOffset).getInt32(MAGIC.length, true);
	const inputs: RecordedInput[] = [];
	let position = HEADER_BYTES;
	const number = (): number => {
		let value = 0;
		for (let scale = 1; ; scale *= 128) {
			const byte = bytes[position++];
			if (byte === undefined) throw new Error('the recording ends too early');
			value += (byte & 127) * scale;
			if (byte < 128) return value;
		}
	};
	let point = 0;
	while (position < bytes.length) {
		const head = number();
		const argument = number();
		point += Math.floor(head / 2);
		const interrupt = head % 2 === KIND_INTERRUPT;
		inputs.push({ point, line: interrupt ? argument : undefined, ahead: interrupt ? 0 : argument });
	}
	return { seed, deterministic: bytes[HEADER_BYTES - 1] === 1, inputs };
}
