/**
 * Reads the instruction trace that QEMU writes with `-singlestep -d exec,nochain`: one line an instruction, such as
 * `Trace 0: 0x7fbfe0000100 [0000000000004000/ffffff8040048b5c/00000121/ff020201]`, whose second number in brackets is its address.
 */
const SLASH = 0x2f;
const LINE_FEED = 0x0a;
const TRACE = 0x54;
const DIGITS = 16;

/** Value of a hexadecimal digit, lower case. */
function digit(byte: number): number {
	return byte < 0x40 ? byte - 0x30 : byte - 0x57;
}

/** Eight hexadecimal digits. */
function word(bytes: Buffer, at: number): number {
	let value = 0;
	for (let index = at; index < at + 8; index++) value = (value << 4) | digit(bytes[index] as number);
	return value >>> 0;
}

/** Called for each instruction with the two words of its address. */
export type OnInstruction = (high: number, low: number) => void;

/** Takes the trace in pieces, as they come from QEMU. Other lines are kept in `other`. */
export class TraceReader {
	readonly #onInstruction: OnInstruction;
	#rest: Buffer = Buffer.alloc(0);
	/** What QEMU said besides the trace. */
	other = '';

	constructor(onInstruction: OnInstruction) {
		this.#onInstruction = onInstruction;
	}

	feed(piece: Buffer): void {
		const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
		let line = 0;
		for (let end = bytes.indexOf(LINE_FEED, line); end >= 0; end = bytes.indexOf(LINE_FEED, line)) {
			this.#readLine(bytes, line, end);
			line = end + 1;
		}
		this.#rest = bytes.subarray(line);
	}

	#readLine(bytes: Buffer, start: number, end: number): void {
		const slash = bytes.indexOf(SLASH, start);
		if (bytes[start] === TRACE && slash >= 0 && slash + DIGITS < end) {
			this.#onInstruction(word(bytes, slash + 1), word(bytes, slash + 1 + DIGITS / 2));
		} else if (bytes[start] !== TRACE) {
			this.other += bytes.toString('latin1', start, end + 1);
		}
	}
}
