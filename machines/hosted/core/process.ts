/** What the machine keeps of each process row. All rows have the same shape, so that the call path stays monomorphic. */
import type { Entry } from './entry.ts';
import type { ComponentInstance } from './instance.ts';

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
	/** CURRENT_MAPPINGS or STALE. Looked at on every return to the component. */
	attention = CURRENT_MAPPINGS;
	/** Counters since boot. */
	calls = 0;
	notifies = 0;
	instantiations = 0;
	private readonly entry: Entry;

	constructor(row: number, entry: Entry) {
		this.row = row;
		this.entry = entry;
	}

	/** The instance must not be entered again. */
	retire(): void {
		this.attention = STALE;
		this.entry.table.set(this.row, this.entry.stubs.absent);
	}

	/** Enters the process with `instance` from now on. */
	adopt(instance: ComponentInstance): void {
		this.instance = instance;
		this.words = instance.words;
		this.attention = CURRENT_MAPPINGS;
		this.instantiations += 1;
		const { absent, program } = this.entry.stubs;
		const procedures = instance.program ? program : (instance.protected ?? absent);
		this.entry.table.set(this.row, procedures);
	}

	/** Forgets the execution context: the next activation begins with a fresh instance. */
	abandon(): void {
		this.instance = undefined;
		this.parked = undefined;
		this.words = NO_WORDS;
		this.retire();
	}
}
