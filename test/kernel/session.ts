/**
 * Drives a kernel as docs/reference/02-machine.md says a machine must: it follows every decision, keeps the down counter of
 * the executing process, and asks `next` when nobody executes.
 */

import * as call from '../../abi/calls.ts';
import * as layout from '../../kernel/layout.ts';
import { type EntryName, type ModelKernel, NEVER } from './kernel.ts';
import { lineOf } from './world.ts';

/** One entry as it was made: name and arguments. With the results it is all that a second machine needs to do the same. */
export interface Step {
	readonly name: EntryName;
	readonly values: readonly number[];
	readonly result: number;
}

/** `notifySwitch`: nobody can execute after all. */
const CALL_NEXT = 0x7fffffff;

export class Session {
	readonly kernel: ModelKernel;
	/** Nanoseconds since boot. */
	now = 0n;
	/** Nanoseconds that the executing process has left. */
	left = 0;
	/** Called before and after each entry. */
	before: (name: EntryName, values: readonly number[]) => void = () => {};
	after: (step: Step) => void = () => {};

	constructor(kernel: ModelKernel) {
		this.kernel = kernel;
	}

	#enter(name: EntryName, ...values: number[]): number {
		this.before(name, values);
		const result = this.kernel.enter(name, ...values);
		this.after({ name, values, result });
		return result;
	}

	get #time(): [number, number] {
		return [Number(this.now & 0xffffffffn), Number(this.now >> 32n)];
	}

	get current(): number {
		return this.kernel.current;
	}
	/** A field of the GLOBAL row. */
	out(field: number): number {
		return this.kernel.global(field);
	}

	/** The executing process uses some of its limit; never all of it (that is `expire`). */
	spend(nanoseconds: number): void {
		const used = Math.min(nanoseconds, Math.max(0, this.left - 1));
		this.left -= used;
		this.now += BigInt(used);
	}

	/** What every machine does after an entry: obey, and choose somebody when nobody executes. */
	#obey(): void {
		if (this.current !== 0 && this.out(layout.GLOBAL_OUT_PREEMPT) === 1) this.#enter('preempt', this.left);
		if (this.current === 0) this.#choose();
	}

	#choose(): void {
		while (this.#enter('next', ...this.#time) === 0) {
			if (this.kernel.global64(layout.GLOBAL_OUT_ALARM_64) > this.now) return;
			while (this.#enter('tick', ...this.#time) === 1);
		}
		this.left = this.out(layout.GLOBAL_OUT_LIMIT);
	}

	/** The current process waits although nobody asked for it. */
	preempt(): void {
		this.#enter('preempt', this.left);
		this.#obey();
	}

	/** A kernel call; its status. */
	system(number: number, ...values: number[]): number {
		const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
		const result = this.#enter('system', number, a, b, c, d, e, f, ...this.#time);
		this.#obey();
		return result;
	}

	/** `call` through a gate: the server's row, 0 = deferred, or an error. */
	call(slot: number): number {
		return this.#arrive(this.#enter('call', this.left, slot));
	}

	callWith(slot: number, capabilities: number, loan = 0, offset = 0, length = 0): number {
		return this.#arrive(this.#enter('callWith', this.left, slot, capabilities, loan, offset, length));
	}

	#arrive(result: number): number {
		if (result > 0) this.left = this.out(layout.GLOBAL_OUT_LIMIT);
		if (result === 0) this.#obey();
		return result;
	}

	/** `protected` returns: the client's row, or 0. */
	reply(status = 0): number {
		const result = this.#enter('reply', this.left, status);
		if (result > 0) this.left = this.out(layout.GLOBAL_OUT_LIMIT);
		this.#obey();
		return result;
	}

	notify(slot: number): number {
		const result = this.#enter('notify', slot);
		this.#obey();
		return result;
	}

	/** As `notify`, with the switch to whom it wakes in the same entry. */
	notifySwitch(slot: number): number {
		const result = this.#enter('notifySwitch', this.left, slot, ...this.#time);
		if (result > 0 && result !== CALL_NEXT) this.left = this.out(layout.GLOBAL_OUT_LIMIT);
		this.#obey();
		return result;
	}

	finish(): void {
		this.#enter('finish', this.left);
		this.#obey();
	}

	wait(): number {
		const result = this.#enter('wait', this.left, ...this.#time);
		this.#obey();
		return result;
	}

	/** The whole limit is used up. */
	expire(): number {
		this.now += BigInt(this.left);
		this.left = 0;
		const result = this.#enter('expire', ...this.#time);
		if (result === 1) this.left = this.out(layout.GLOBAL_OUT_LIMIT);
		this.#obey();
		return result;
	}

	fault(cause: number, place = 0): void {
		this.#enter('fault', cause, place, this.left);
		this.#obey();
	}

	/** As `interrupt`, with the switch to whom it wakes in the same entry. */
	interruptSwitch(line: number): number {
		const result = this.#enter('interruptSwitch', this.left, line, ...this.#time);
		if (result > 0 && result !== CALL_NEXT) this.left = this.out(layout.GLOBAL_OUT_LIMIT);
		this.#obey();
		return result;
	}

	interrupt(line: number): void {
		this.#enter('interrupt', line);
		this.#obey();
	}

	/** Time passes until `now`, or not at all; then whatever is due. */
	tick(now: bigint = this.now): void {
		if (now > this.now) this.now = now;
		while (this.#enter('tick', ...this.#time) === 1);
		this.#obey();
	}

	/** Nobody executes: time goes on to the next alarm. False when there is none, or none before time would no longer fit into 64 bits. */
	sleep(): boolean {
		const alarm = this.kernel.global64(layout.GLOBAL_OUT_ALARM_64);
		if (alarm > NEVER / 2n) return false;
		this.tick(alarm);
		return true;
	}

	/** The current activation returns, whatever it is. */
	end(): void {
		const serving = this.kernel.process(this.current, layout.PROCESS_ACTIVE) === layout.ACTIVE_CALL;
		if (serving) this.reply();
		else this.finish();
	}

	/** Everybody returns and sleeps until nobody has anything to do: true if that came within `most` activations. */
	drain(most = 2000): boolean {
		for (let ended = 0; ended < most; ended++) {
			if (this.current !== 0) this.end();
			else if (!this.sleep()) return true;
		}
		return false;
	}

	/** Lets an idle process execute, by its interrupt line; throws when others stand in the way. */
	activate(row: number): void {
		this.interrupt(lineOf(row));
		if (this.current !== row) throw new Error(`process ${row} does not execute, but ${this.current}`);
	}

	/** State of a process, STATE_*. */
	state(row: number): number {
		return this.kernel.process(row, layout.PROCESS_STATE);
	}
	running(row: number): boolean {
		return this.state(row) === call.STATE_STARTED;
	}
}
