/** The shell beside the compositor on the stage: its real component, which calls the compositor and asks the stage for everything else. */
import { ALARM } from '../../abi/calls.ts';
import { RESULT_WORDS } from '../../abi/component.ts';
import { BIT_ALARM, BIT_STATE, SLOT_CLOCK, SLOT_LIFECYCLE, SLOT_PAGES } from '../../servers/shell/slots.ts';
import { buildComponent } from '../../tools/build/component.ts';

const FULL = 2 ** 32;

const { wasm } = await buildComponent('servers/shell');
const compiled = new WebAssembly.Module(wasm);

/** What the shell needs of the stage. */
export interface Around {
	/** Nanoseconds since boot. */
	now(): number;
	/** A call to the compositor; `loan` is the shell's own memory. The status word. */
	pages(method: number, word: number, loan: Uint8Array<ArrayBuffer>): number;
	/** Result words of a call to lifecycle or to the clock. */
	ask(who: 'lifecycle' | 'clock', method: number, word: number): readonly number[];
}

export class Shell {
	private readonly around: Around;
	private readonly exports: WebAssembly.Exports;
	private readonly own: WebAssembly.Memory;
	private alarm: number | undefined;
	private pending = 0;

	constructor(around: Around, roster: WebAssembly.Memory) {
		this.around = around;
		const { exports } = new WebAssembly.Instance(compiled, { kernel: this.kernel(), memory: { 5: roster } });
		this.exports = exports;
		this.own = exports.memory as WebAssembly.Memory;
		(exports.init as () => void)();
	}

	/** The compositor has raised its signal. */
	wake(): void {
		this.pending |= BIT_STATE;
	}

	/** When its alarm goes off, nanoseconds since boot. */
	get due(): number {
		return this.alarm ?? Number.POSITIVE_INFINITY;
	}

	/** Runs what is pending. Whether anything was. */
	run(): boolean {
		if (this.due <= this.around.now()) {
			this.alarm = undefined;
			this.pending |= BIT_ALARM;
		}
		if (this.pending === 0) return false;
		const bits = this.pending;
		this.pending = 0;
		(this.exports.notified as (bits: number) => void)(bits);
		return true;
	}

	private kernel() {
		const zero = () => 0;
		const call = (slot: number, method: number, word: number) => this.call(slot, method, word);
		return {
			batch: zero,
			wait: zero,
			clock: () => BigInt(this.around.now()),
			call0: (slot: number, method: number) => this.call(slot, method, 0),
			call4: call,
			call6: call,
			callWith: (slot: number, method: number, word: number, ...rest: number[]) => {
				const [offset = 0, length = 0] = rest.slice(-2);
				return slot === SLOT_PAGES
					? this.around.pages(method, word, new Uint8Array(this.own.buffer, offset, length))
					: -1;
			},
			notify: zero,
			system: (number: number, low: number, high: number, bits: number) => {
				if (number !== ALARM) return -1;
				this.alarm = bits === 0 ? undefined : this.around.now() + (low >>> 0) + high * FULL;
				return 0;
			},
		};
	}

	private call(slot: number, method: number, word: number): number {
		if (slot !== SLOT_LIFECYCLE && slot !== SLOT_CLOCK) return -1;
		const words = this.around.ask(slot === SLOT_CLOCK ? 'clock' : 'lifecycle', method, word);
		new Int32Array(this.own.buffer, RESULT_WORDS, 6).set(words);
		return words.length;
	}
}
