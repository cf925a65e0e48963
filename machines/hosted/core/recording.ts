/**
 * Recordings of external inputs. Bytes: "TSR2", the seed (4 bytes, little-endian), flags (bit 0: time was deterministic; bit 1: the screen was paced),
 * then for each input two LEB128 numbers: scheduling points since the previous input * 4 + kind, and its argument. Kind 0: the clock jumped ahead by so
 * many nanoseconds. Kind 1: an interrupt line was raised. Kind 2: something came to the device of a transport; a LEB128 number and so many bytes follow.
 * Kind 3: the process in a row was killed.
 */
const MAGIC = [0x54, 0x53, 0x52, 0x32];
const HEADER_BYTES = 9;
const FLAG_DETERMINISTIC = 1;
const FLAG_PACED = 2;
const KINDS = ['clock', 'line', 'device', 'kill'] as const;

/** What can reach a machine from outside. */
export type ExternalInput =
	/** The clock jumped ahead by `argument` nanoseconds. */
	| { readonly kind: 'clock'; readonly argument: number }
	/** Interrupt line `argument` was raised. */
	| { readonly kind: 'line'; readonly argument: number }
	/** `bytes` came to the device behind transport `argument`; what they mean is its model's. */
	| { readonly kind: 'device'; readonly argument: number; readonly bytes: Uint8Array }
	/** The process in row `argument` was killed. */
	| { readonly kind: 'kill'; readonly argument: number };

/** With the number of the scheduling point, from 1, at which it took effect. */
export type RecordedInput = ExternalInput & { readonly point: number };

/** How a machine ran, beside its inputs. */
export interface RecordedOptions {
	readonly seed: number;
	readonly deterministic: boolean;
	/** The screen waited for whoever shows it. */
	readonly paced: boolean;
}

export interface Recording extends RecordedOptions {
	readonly inputs: readonly RecordedInput[];
}

/** Collects the inputs of one run. */
export class Recorder {
	private readonly bytes: number[];
	private lastPoint = 0;

	constructor({ seed, deterministic, paced }: RecordedOptions) {
		const seedBytes = [seed, seed >>> 8, seed >>> 16, seed >>> 24].map((byte) => byte & 0xff);
		const flags = (deterministic ? FLAG_DETERMINISTIC : 0) | (paced ? FLAG_PACED : 0);
		this.bytes = [...MAGIC, ...seedBytes, flags];
	}

	/** Something took effect at a scheduling point. */
	add(point: number, input: ExternalInput): void {
		this.number((point - this.lastPoint) * KINDS.length + KINDS.indexOf(input.kind));
		this.number(input.argument);
		this.lastPoint = point;
		if (input.kind !== 'device') return;
		this.number(input.bytes.length);
		for (const byte of input.bytes) this.bytes.push(byte);
	}

	/** The recording so far. */
	finish(): Uint8Array {
		return Uint8Array.from(this.bytes);
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
	const flags = bytes[HEADER_BYTES - 1] as number;
	const reader = new RecordReader(bytes, HEADER_BYTES);
	const inputs: RecordedInput[] = [];
	while (!reader.done) inputs.push(reader.input());
	const options = { seed, deterministic: (flags & FLAG_DETERMINISTIC) !== 0, paced: (flags & FLAG_PACED) !== 0 };
	return { ...options, inputs };
}

class RecordReader {
	private readonly bytes: Uint8Array;
	private position: number;
	private point = 0;

	constructor(bytes: Uint8Array, position: number) {
		this.bytes = bytes;
		this.position = position;
	}

	get done(): boolean {
		return this.position >= this.bytes.length;
	}

	input(): RecordedInput {
		const head = this.number();
		const argument = this.number();
		this.point += Math.floor(head / KINDS.length);
		const kind = KINDS[head % KINDS.length] as ExternalInput['kind'];
		const { point } = this;
		return kind === 'device' ? { point, kind, argument, bytes: this.take(this.number()) } : { point, kind, argument };
	}

	private number(): number {
		let value = 0;
		for (let scale = 1; ; scale *= 128) {
			const byte = this.bytes[this.position++];
			if (byte === undefined) throw new Error(TOO_EARLY);
			value += (byte & 127) * scale;
			if (byte < 128) return value;
		}
	}

	private take(count: number): Uint8Array {
		const taken = this.bytes.slice(this.position, this.position + count);
		if (taken.length < count) throw new Error(TOO_EARLY);
		this.position += count;
		return taken;
	}
}

const TOO_EARLY = 'the recording ends too early';
