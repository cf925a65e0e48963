/**
 * Component binaries without kernel and machine: what a component asks of the kernel, this does in its place, as far as the store and those that it calls ask for
 * anything. A test is a client among them. Nothing is measured and nothing is checked that the kernel's own tests check; but a run takes microseconds.
 */
import assert from 'node:assert/strict';
import * as calls from '../../abi/calls.ts';
import { RESULT_WORDS } from '../../abi/component.ts';
import { INVALID_CAPABILITY, OK, OUT_OF_BOUNDS, SERVER_FAULT, SERVER_GONE, SLOT_OCCUPIED } from '../../abi/errors.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';

export type Capability =
	| { readonly kind: 'gate'; readonly to: Process; readonly badge: number }
	| { readonly kind: 'signal'; readonly to: Process; readonly bits: number };

interface Entries {
	readonly init?: () => void;
	readonly notified?: (bits: number) => void;
	readonly protected?: (...words: number[]) => number;
}

/** A call in progress: what its server may reach. */
interface Loan {
	readonly memory: Uint8Array;
	readonly rights: number;
	readonly offset: number;
	readonly length: number;
	attached: Capability | undefined;
}

/** A component, or a test in the place of one. */
export class Process {
	readonly name: string;
	readonly priority: number;
	readonly slots: Map<number, Capability> = new Map();
	/** Memory 0. */
	memory: WebAssembly.Memory = new WebAssembly.Memory({ initial: 4, maximum: 4 });
	entries: Entries = {};
	pending = 0;
	alarm: { readonly at: bigint; readonly bits: number } | undefined;
	/** Not started, stopped, or trapped: calls to it fail. */
	alive = true;
	serving: Loan | undefined;

	constructor(name: string, priority: number) {
		this.name = name;
		this.priority = priority;
	}

	bytes(): Uint8Array {
		return new Uint8Array(this.memory.buffer);
	}

	word(index: number): number {
		return new DataView(this.memory.buffer).getUint32(RESULT_WORDS + 4 * index, true);
	}
}

const RESULT_BYTES = 24;
const ACTIVATIONS_MOST = 1_000_000;

/** The processes, their signals and their time. */
export class Direct {
	readonly processes: Process[] = [];
	/** Nanoseconds since boot. */
	time = 0n;

	/** A process without a binary: a client, or a device with handlers of its own. */
	add(name: string, priority: number, entries: Entries = {}): Process {
		const process = new Process(name, priority);
		process.entries = entries;
		this.processes.push(process);
		return process;
	}

	/** Starts a component, or starts it again: its memory is as the binary makes it, its capabilities stay. */
	start(process: Process, module: WebAssembly.Module, regions: Readonly<Record<string, WebAssembly.Memory>>): void {
		const { exports } = new WebAssembly.Instance(module, { kernel: this.kernel(process), memory: { ...regions } });
		process.memory = exports.memory as WebAssembly.Memory;
		process.entries = exports as Entries;
		process.pending = 0;
		process.alarm = undefined;
		process.alive = true;
		process.entries.init?.();
	}

	/** Lets everybody react, those of higher priority first, until nobody has anything to do; then time passes up to `until`. */
	run(until: bigint = this.time): void {
		for (let count = 0; count < ACTIVATIONS_MOST; count++) {
			const next = this.ready();
			if (next !== undefined) this.activate(next);
			else if (!this.passTime(until)) return;
		}
		assert.fail('the processes do not come to rest');
	}

	private ready(): Process | undefined {
		let best: Process | undefined;
		for (const process of this.processes) {
			if (process.pending === 0 || !process.alive || process.entries.notified === undefined) continue;
			if (best === undefined || process.priority > best.priority) best = process;
		}
		return best;
	}

	private activate(process: Process): void {
		const bits = process.pending;
		process.pending = 0;
		process.entries.notified?.(bits);
	}

	/** On to the next alarm that is due by `until`. False: there is none. */
	private passTime(until: bigint): boolean {
		let due: Process | undefined;
		for (const process of this.processes) {
			if (process.alarm === undefined || !process.alive || process.alarm.at > until) continue;
			if (due?.alarm === undefined || process.alarm.at < due.alarm.at) due = process;
		}
		if (due?.alarm === undefined) {
			if (until > this.time) this.time = until;
			return false;
		}
		if (due.alarm.at > this.time) this.time = due.alarm.at;
		due.pending |= due.alarm.bits;
		due.alarm = undefined;
		return true;
	}

	/** `callWith` on behalf of a process. */
	call(
		client: Process,
		slot: number,
		method: number,
		words: readonly number[],
		receive = 0,
		loan: { rights: number; offset: number; length: number } = { rights: 0, offset: 0, length: 0 },
	): number {
		const gate = client.slots.get(slot);
		if (gate?.kind !== 'gate') return INVALID_CAPABILITY;
		const server = gate.to;
		if (!server.alive) return SERVER_GONE;
		assert(server.priority > client.priority, `${client.name} calls ${server.name}, which is not above it`);
		if (receive !== 0 && client.slots.has(receive)) return SLOT_OCCUPIED;
		const lent: Loan = { ...loan, memory: client.bytes(), attached: undefined };
		if (loan.rights !== 0 && loan.offset + loan.length > lent.memory.length) return OUT_OF_BOUNDS;
		server.serving = lent;
		const status = this.enter(server, gate.badge, method, words);
		server.serving = undefined;
		if (status < 0) return status;
		if (receive !== 0 && lent.attached !== undefined) client.slots.set(receive, lent.attached);
		client.bytes().set(server.bytes().subarray(RESULT_WORDS, RESULT_WORDS + RESULT_BYTES), RESULT_WORDS);
		return status;
	}

	private enter(server: Process, badge: number, method: number, words: readonly number[]): number {
		const padded = [...words, 0, 0, 0, 0, 0, 0].slice(0, 6);
		try {
			return server.entries.protected?.(badge, method, ...padded) ?? SERVER_GONE;
		} catch (error) {
			if (!(error instanceof WebAssembly.RuntimeError)) throw error;
			server.alive = false;
			return SERVER_FAULT;
		}
	}

	private kernel(self: Process): Record<string, (...words: number[]) => number | bigint> {
		return {
			call0: (gate = 0, method = 0) => this.call(self, gate, method, []),
			call4: (gate = 0, method = 0, ...words) => this.call(self, gate, method, words),
			call6: (gate = 0, method = 0, ...words) => this.call(self, gate, method, words),
			callWith: (gate = 0, method = 0, ...rest) => {
				const [capabilities = 0, loan = 0, offset = 0, length = 0] = rest.slice(6);
				return this.call(self, gate, method, rest.slice(0, 6), capabilities >>> 16, {
					rights: loan >> 8,
					offset: offset >>> 0,
					length: length >>> 0,
				});
			},
			notify: (slot = 0) => {
				const signal = self.slots.get(slot);
				if (signal?.kind !== 'signal') return INVALID_CAPABILITY;
				signal.to.pending |= signal.bits;
				return OK;
			},
			system: (number = 0, ...words) => this.system(self, number, words),
			clock: () => this.time,
			wait: () => assert.fail(`${self.name} waits`),
			batch: () => assert.fail(`${self.name} makes a batch`),
		};
	}

	private system(self: Process, number: number, [a = 0, b = 0, c = 0]: readonly number[]): number {
		switch (number) {
			case calls.DELETE:
				self.slots.delete(a);
				return OK;
			case calls.GATE:
			case calls.SIGNAL:
				return this.make(self, number, b, c);
			case calls.REPLY_CAPABILITY:
				return this.attach(self, a, b);
			case calls.ALARM: {
				const delay = (BigInt(b >>> 0) << 32n) | BigInt(a >>> 0);
				self.alarm = c === 0 ? undefined : { at: this.time + delay, bits: c };
				return OK;
			}
			case calls.LOAN_SIZE:
				new DataView(self.memory.buffer).setUint32(RESULT_WORDS, self.serving?.rights ?? 0, true);
				return self.serving?.rights ? self.serving.length : INVALID_CAPABILITY;
			case calls.LOAN_READ:
				return this.lend(self, a, b, c, RIGHT_READ);
			case calls.LOAN_WRITE:
				return this.lend(self, a, b, c, RIGHT_WRITE);
			default:
				return assert.fail(`${self.name} makes kernel call ${number}`);
		}
	}

	private make(self: Process, number: number, destination: number, value: number): number {
		if (self.slots.has(destination)) return SLOT_OCCUPIED;
		const made: Capability =
			number === calls.GATE ? { kind: 'gate', to: self, badge: value } : { kind: 'signal', to: self, bits: value };
		self.slots.set(destination, made);
		return OK;
	}

	private attach(self: Process, slot: number, move: number): number {
		const capability = self.slots.get(slot);
		if (capability === undefined || self.serving === undefined) return INVALID_CAPABILITY;
		self.serving.attached = capability;
		if (move !== 0) self.slots.delete(slot);
		return OK;
	}

	private lend(self: Process, offset: number, pointer: number, length: number, right: number): number {
		const { serving } = self;
		if (serving === undefined || (serving.rights & right) === 0) return INVALID_CAPABILITY;
		if (offset + length > serving.length) return OUT_OF_BOUNDS;
		const start = serving.offset + offset;
		if (right === RIGHT_READ) self.bytes().set(serving.memory.subarray(start, start + length), pointer);
		else serving.memory.set(self.bytes().subarray(pointer, pointer + length), start);
		return OK;
	}
}
