/** A component that runs beside the compositor of a stage, joined to it by a stand-in for the kernel: its calls go to the compositor, what the compositor signals wakes it. */
import { readFileSync } from 'node:fs';
import { ALARM, INSTALL, LOAN_READ, LOAN_SIZE, LOAN_WRITE, SIGNAL } from '../../abi/calls.ts';
import { RESULT_WORDS } from '../../abi/component.ts';
import { BUDGET } from '../../abi/errors.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { assetFile } from '../../tools/assets/generate.ts';
import { buildComponent } from '../../tools/build/component.ts';
import type { TrustedStage } from './trusted.ts';

const PAGE = 65_536;
const EVENT = 1;
const TWO_32 = 2 ** 32;
/** Which calls do not happen for want of budget, again and again: in no step with anything. */
const TOO_LATE = [true, false, true, true, false, false, true];
const MILLISECOND = 1_000_000;

type Exported = (...words: number[]) => number;

function assets(): WebAssembly.Memory {
	const bytes = readFileSync(assetFile(1));
	const pages = Math.ceil(bytes.length / PAGE);
	const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
	new Uint8Array(memory.buffer).set(bytes);
	return memory;
}

export class Beside {
	private readonly stage: TrustedStage;
	/** Badge at the compositor of each slot that holds a Gate to it. */
	private readonly gates: ReadonlyMap<number, number>;
	/** The slot of the compositor's that holds the signal to this one. */
	private readonly signal: number;
	private readonly exports: WebAssembly.Exports;
	private readonly own: WebAssembly.Memory;
	private heard = 0;
	/** Its budget is always nearly used up: many calls do not happen. */
	hasLittle = false;
	private calls = 0;
	/** Bits of its Signals to itself, by slot, and those that it has raised. */
	private readonly signals = new Map<number, number>();
	private raised = 0;
	private lent = new Uint8Array(0);
	private alarm: { at: number; bits: number } | undefined;
	private now = 0;

	private constructor(
		stage: TrustedStage,
		module: WebAssembly.Module,
		gates: ReadonlyMap<number, number>,
		signal: number,
	) {
		this.stage = stage;
		this.gates = gates;
		this.signal = signal;
		this.exports = new WebAssembly.Instance(module, { kernel: this.kernel(), memory: { 12: assets() } }).exports;
		this.own = this.exports.memory as WebAssembly.Memory;
		(this.exports.init as (() => void) | undefined)?.();
		this.pump();
	}

	static async start(
		stage: TrustedStage,
		folder: string,
		gates: ReadonlyMap<number, number>,
		signal: number,
	): Promise<Beside> {
		return new Beside(stage, new WebAssembly.Module((await buildComponent(folder)).wasm), gates, signal);
	}

	/** Hears what the compositor has signalled since the last time. */
	pump(): void {
		for (;;) {
			if (this.stage.signals.indexOf(this.signal, this.heard) >= 0) this.raised |= EVENT;
			this.heard = this.stage.signals.length;
			const bits = this.raised;
			if (bits === 0) return;
			this.raised = 0;
			(this.exports.notified as Exported)(bits);
		}
	}

	/** Lets time pass for this component alone. */
	advance(milliseconds: number): void {
		this.now += milliseconds * MILLISECOND;
		while (this.alarm !== undefined && this.alarm.at <= this.now) {
			const { bits } = this.alarm;
			this.alarm = undefined;
			(this.exports.notified as Exported)(bits);
		}
		this.pump();
	}

	/** A call by a client that lends `room` bytes for writing; its code, and what was written. */
	call(badge: number, method: number, room: number): { code: number; bytes: Uint8Array } {
		this.lent = new Uint8Array(room);
		const status = (this.exports.protected as Exported)(badge, method, 0, 0, 0, 0, 0, 0);
		const [length = 0] = new Int32Array(this.own.buffer, RESULT_WORDS, 1);
		return { code: status >> 3, bytes: this.lent.subarray(0, status >> 3 === 0 ? length : 0) };
	}

	/** A call by a client that lends nothing; its code. */
	ask(badge: number, method: number, ...words: number[]): number {
		const padded = [...words, 0, 0, 0, 0, 0, 0].slice(0, 6);
		return (this.exports.protected as Exported)(badge, method, ...padded) >> 3;
	}

	/** Whether these bytes are anywhere in its memory. */
	remembers(text: string): boolean {
		return Buffer.from(this.own.buffer).includes(text);
	}

	private kernel() {
		const zero = () => 0;
		return {
			batch: zero,
			wait: zero,
			notify: (slot: number) => {
				this.raised |= this.signals.get(slot) ?? 0;
				return 0;
			},
			clock: () => BigInt(this.now),
			call0: (gate: number, method: number) => this.reach(gate, method, []),
			call4: (gate: number, method: number, ...words: number[]) => this.reach(gate, method, words),
			call6: (gate: number, method: number, ...words: number[]) => this.reach(gate, method, words),
			callWith: (gate: number, method: number, ...words: number[]) => {
				const [, , offset = 0, length = 0] = words.slice(6);
				return this.reach(gate, method, words.slice(0, 6), new Uint8Array(this.own.buffer, offset, length).slice());
			},
			system: (...words: number[]) => this.system(words),
		};
	}

	private reach(gate: number, method: number, words: number[], loan = new Uint8Array(0)): number {
		const badge = this.gates.get(gate);
		if (badge === undefined) return -1;
		if (this.hasLittle && TOO_LATE[this.calls++ % TOO_LATE.length] === true) return BUDGET;
		const code = this.stage.call(badge, method, words, loan);
		new Int32Array(this.own.buffer, RESULT_WORDS, 6).set(this.stage.words());
		return code << 3;
	}

	private system([number = 0, a0 = 0, a1 = 0, a2 = 0]: number[]): number {
		if (number === ALARM) {
			this.alarm = a2 === 0 ? undefined : { at: this.now + (a0 >>> 0) + a1 * TWO_32, bits: a2 };
			return 0;
		}
		if (number === SIGNAL) {
			this.signals.set(a1, a2);
			return 0;
		}
		// Of everybody's tables it finds what it looks for, and may change what it wants.
		if (number === INSTALL) return 0;
		if (number === LOAN_SIZE) {
			new Int32Array(this.own.buffer, RESULT_WORDS, 1)[0] = RIGHT_READ | RIGHT_WRITE;
			return this.lent.length;
		}
		if (number === LOAN_READ) return a2 === 0 ? 0 : -1;
		if (number !== LOAN_WRITE) return -1;
		this.lent.set(new Uint8Array(this.own.buffer, a1, a2), a0);
		return 0;
	}
}
