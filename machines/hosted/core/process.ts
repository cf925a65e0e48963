/** What the machine keeps of each process row. All rows have the same shape, so that the call path stays monomorphic. */

import type { ComponentInstance } from './instance.ts';
import type { Passage } from './passage.ts';
import { ATTENTION, CALLS } from './words.ts';

/** Method and six words of a call. */
export type CallWords = [number, number, number, number, number, number, number];

/** A kernel call in which a blocking program waits. */
export interface ParkedCall {
	/** What the call returns unless the kernel has a result for it. */
	readonly status: number;
	readonly resolve: (status: number) => void;
}

/** The instance fits what the kernel has mapped. */
export const CURRENT_MAPPINGS = 0;
/** A mapping changed: before its next activation the process needs a new instance; one in progress must lose the memory. */
export const STALE = 1;

const NO_WORDS = new Int32Array(64);

export class HostedProcess {
	readonly row: number;
	/** Absent until its first activation after a reset. */
	instance: ComponentInstance | undefined = undefined;
	/** The own memory of the instance, as words. */
	words: Int32Array = NO_WORDS;
	/** Arguments of a call that the kernel has deferred: method, then six words. */
	readonly deferred = new Int32Array(7);
	/** A blocking program's kernel call that has not answered yet. */
	parked: ParkedCall | undefined = undefined;
	/** Somebody outside wants it to fault when it is next entered. */
	doomed = false;
	/** Counters since boot. */
	notifies = 0;
	instantiations = 0;
	private readonly passage: Passage;
	private readonly meter: Int32Array;

	constructor(row: number, passage: Passage, meter: Int32Array) {
		this.row = row;
		this.passage = passage;
		this.meter = meter;
	}

	/** CURRENT_MAPPINGS or STALE. The passage looks at it on every return to the component. */
	get attention(): number {
		return this.meter[ATTENTION + this.row] as number;
	}

	set attention(value: number) {
		this.meter[ATTENTION + this.row] = value;
	}

	/** Calls of the process that were answered since boot. */
	get calls(): number {
		return (this.meter[CALLS + this.row] as number) >>> 0;
	}

	/** True for a blocking program. */
	get isProgram(): boolean {
		return this.instance?.program === true;
	}

	/** The instance must not be entered again. */
	retire(): void {
		this.attention = STALE;
		this.passage.table.set(this.row, this.passage.stubs.absent);
	}

	/** Enters the process with `instance` from now on. */
	adopt(instance: ComponentInstance): void {
		this.instance = instance;
		this.words = instance.words;
		this.attention = CURRENT_MAPPINGS;
		this.instantiations += 1;
		const { absent, program } = this.passage.stubs;
		const procedures = instance.program ? program : (instance.protected ?? absent);
		this.passage.table.set(this.row, procedures);
	}

	/** Forgets the execution context: the next activation begins with a fresh instance. */
	abandon(): void {
		this.doomed = false;
		this.instance = undefined;
		this.parked = undefined;
		this.words = NO_WORDS;
		this.retire();
	}
}
