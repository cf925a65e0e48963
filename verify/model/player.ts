/** The machine of docs/reference/02-machine.md, one entry at a time: what it holds beside the kernel's memory is what is left of a limit, and the time. */

import * as layout from '../../kernel/layout.ts';
import { type Action, type Hole, QUANTUM, START } from './configuration.ts';
import { NO_COPY, type SearchKernel } from './kernel.ts';

/** `notifySwitch`, `interruptSwitch`: nobody can execute after all. */
export const CALL_NEXT = 0x7fffffff;
const ARGUMENTS = 9;

type Nine = [number, number, number, number, number, number, number, number, number];

export class Player {
	readonly kernel: SearchKernel;
	/** Nanoseconds that the executing process has left; 0 while nobody executes. */
	left = 0;
	/** Nanoseconds since boot, below 2^32. */
	now = START;
	/** Arguments of the last entry. */
	readonly values: number[] = new Array(ARGUMENTS).fill(0);

	constructor(kernel: SearchKernel) {
		this.kernel = kernel;
	}

	/** Can it happen now? */
	can(action: Action): boolean {
		const { current } = this.kernel;
		if (action.by === 'idle' ? current !== 0 : action.by === 'executing' ? current === 0 : false) return false;
		if (typeof action.by === 'number' && action.by !== current) return false;
		if (!this.#isTime(action)) return false;
		const preempts = this.#mustPreempt();
		return action.entry === 'preempt' ? preempts : !preempts || action.entry === 'system';
	}

	/** Somebody of higher priority is ready: the machine lets nothing happen any more but the rest of a batch of `system` calls. */
	#mustPreempt(): boolean {
		return this.kernel.current !== 0 && this.kernel.global(layout.GLOBAL_OUT_PREEMPT) === 1;
	}

	#isTime({ passes, entry }: Action): boolean {
		if (passes === 'quantum') return this.left > QUANTUM;
		if (passes === 'limit') return this.left > 0;
		if (passes === 'alarm') return this.#sleeps();
		return entry !== 'tick' || this.kernel.alarm <= this.now;
	}

	/** Nobody is ready, and somebody waits for a time to come. */
	#sleeps(): boolean {
		const { alarm } = this.kernel;
		return this.kernel.global(layout.GLOBAL_TOP) === 0 && alarm > this.now && alarm !== Number.POSITIVE_INFINITY;
	}

	/** Lets time pass, makes the entry and follows the kernel's decision; the entry's result, 0 without one. */
	perform(action: Action): number {
		this.pass(action);
		if (action.entry === undefined) return 0;
		const { values } = this;
		for (let index = 0; index < ARGUMENTS; index++) values[index] = this.#argument(action.values[index]);
		return this.enter(action.entry);
	}

	/** The time that passes before the action's entry. */
	pass({ passes }: Action): void {
		if (passes === 'quantum') {
			this.left -= QUANTUM;
			this.now += QUANTUM;
		} else if (passes === 'limit') {
			this.now += this.left;
			this.left = 0;
		} else if (passes === 'alarm') this.now = this.kernel.alarm;
	}

	#argument(value: number | Hole | undefined): number {
		if (typeof value === 'number') return value;
		if (value === 'left') return this.left;
		return value === 'low' ? this.now : 0;
	}

	/** Makes an entry with `values`. */
	enter(name: NonNullable<Action['entry']>): number {
		const { kernel } = this;
		const [a, b, c, d, e, f, g, h, i] = this.values as Nine;
		kernel.copy = NO_COPY;
		const result = kernel.enter(name, a, b, c, d, e, f, g, h, i);
		if (this.#switches(name, result)) this.left = kernel.global(layout.GLOBAL_OUT_LIMIT);
		if (kernel.current === 0) this.left = 0;
		return result;
	}

	/** Did the entry make somebody execute who did not, or go on with a new limit? */
	#switches(name: NonNullable<Action['entry']>, result: number): boolean {
		if (result <= 0) return false;
		if (name === 'notifySwitch' || name === 'interruptSwitch') return result !== CALL_NEXT;
		return name === 'next' || name === 'call' || name === 'callWith' || name === 'reply' || name === 'expire';
	}
}
