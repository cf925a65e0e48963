/** Follows an instruction trace of ARM64: when components are entered, for how long interrupts wait, which function executes. */
import { ENTER_FAULTED, ENTER_INIT, ENTER_NOTIFIED, ENTER_PROTECTED } from '../../kernel/layout.ts';
import type { ImageSymbols } from './symbols.ts';

/** Code of components begins at 0x20_0000_0000 (memory 15); activations of kind k enter at 16 + 8 k (machines/arm64/machine.h). */
const CODE_HIGH = 0x20;
const ENTRY_FIRST = 16;
const ENTRY_STRIDE = 8;
const KINDS: readonly number[] = [ENTER_INIT, ENTER_NOTIFIED, ENTER_FAULTED, ENTER_PROTECTED];
const ENTRIES = new Map(KINDS.map((kind) => [ENTRY_FIRST + ENTRY_STRIDE * kind, kind]));
/** The log takes a record as this many words. */
const WORDS_OF_RECORD = 4;
const INSTRUCTION_BYTES = 4;

/** A component was entered at the beginning of an activation. */
export interface Entry {
	/** ENTER_*. */
	readonly kind: number;
	/** Instructions of the machine and the kernel since a component executed last. */
	readonly instructions: number;
}

/** What happened between one record and the next. */
export interface Interval {
	instructions: number;
	readonly entries: Entry[];
	/** Most instructions in a row during which no interrupt could be taken. */
	longest: number;
	/** Where that was: address of the last of them. */
	longestEnd: number;
	/** Instructions by function: index of ImageSymbols.functions plus one; 0 = components. */
	readonly profile: Uint32Array;
}

export class Watch {
	/** Interval i lies between record i - 1 and record i. */
	readonly intervals: Interval[] = [];
	/** Instructions from reset to the first of a component; 0 = none has executed yet. */
	boot = 0;
	readonly #symbols: ImageSymbols;
	/** By instruction of the machine's code: the profile's index of its function. */
	readonly #functionAt: Uint16Array;
	readonly #base: number;
	#current: Interval;
	#total = 0;
	#inComponent = false;
	/** Instructions since a component executed; since interrupts were looked at. */
	#inKernel = 0;
	#closed = 0;
	#last = 0;
	#words = 0;

	constructor(symbols: ImageSymbols) {
		this.#symbols = symbols;
		const { functions } = symbols;
		this.#base = functions[0]?.address ?? 0;
		const end = functions.at(-1)?.address ?? 0;
		this.#functionAt = new Uint16Array((end - this.#base) / INSTRUCTION_BYTES + 1);
		for (const [index, { address }] of functions.entries()) {
			this.#functionAt.fill(index + 1, (address - this.#base) / INSTRUCTION_BYTES);
		}
		this.#current = this.#nextInterval();
	}

	#nextInterval(): Interval {
		const profile = new Uint32Array(this.#symbols.functions.length + 1);
		const interval: Interval = { instructions: 0, entries: [], longest: 0, longestEnd: 0, profile };
		this.intervals.push(interval);
		return interval;
	}

	/** One instruction, by the two words of its address. */
	step(high: number, low: number): void {
		this.#total += 1;
		this.#current.instructions += 1;
		if (high === CODE_HIGH) this.#component(low);
		else this.#kernel(low);
	}

	#component(low: number): void {
		if (!this.#inComponent) {
			if (this.boot === 0) this.boot = this.#total - 1;
			const kind = ENTRIES.get(low);
			if (kind !== undefined) this.#current.entries.push({ kind, instructions: this.#inKernel });
			this.#open();
			this.#inComponent = true;
		}
		this.#count(0);
	}

	#kernel(low: number): void {
		if (this.#inComponent) {
			this.#inComponent = false;
			this.#inKernel = 0;
		}
		this.#inKernel += 1;
		this.#closed += 1;
		if (this.#symbols.polls.has(low)) this.#open();
		this.#last = low;
		if (low === this.#symbols.log) this.#logged();
		if (this.boot > 0) this.#count(this.#functionAt[(low - this.#base) / INSTRUCTION_BYTES] ?? 0);
	}

	/** Interrupts can be taken now. */
	#open(): void {
		if (this.boot > 0 && this.#closed > this.#current.longest) {
			this.#current.longest = this.#closed;
			this.#current.longestEnd = this.#last;
		}
		this.#closed = 0;
	}

	#logged(): void {
		this.#words += 1;
		if (this.#words % WORDS_OF_RECORD !== 0) return;
		this.#current = this.#nextInterval();
	}

	#count(index: number): void {
		const { profile } = this.#current;
		profile[index] = (profile[index] ?? 0) + 1;
	}
}
