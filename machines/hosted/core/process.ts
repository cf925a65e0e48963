/** What the machine keeps of each process row. All rows have the same shape, so that the call path stays monomorphic. */
import type { ComponentInstance } from './instance.ts';

export type Protected = (
	badge: number,
	method: number,
	w0: number,
	w1: number,
	w2: number,
	w3: number,
	w4: number,
	w5: number,
) => number;

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
	/** Its protected procedures; while it has no current instance, a function that first makes one. */
	protected: Protected;
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
	private readonly whenAbsent: Protected;

	/** `refresh` gives the process a current instance, or throws a `ComponentFault`. */
	constructor(row: number, refresh: (process: HostedProcess) => ComponentInstance) {
		this.row = row;
		this.whenAbsent = (badge, method, w0, w1, w2, w3, w4, w5) => {
			refresh(this);
			return this.protected(badge, method, w0, w1, w2, w3, w4, w5);
		};
		this.protected = this.whenAbsent;
	}

	/** The instance must not be entered again. */
	retire(): void {
		this.attention = STALE;
		this.protected = this.whenAbsent;
	}

	/** Enters the process with `instance` from now on, its calls through `procedures`. */
	adopt(instance: ComponentInstance, procedures: Protected): void {
		this.instance = instance;
		this.words = instance.words;
		this.protected = procedures;
		this.attention = CURRENT_MAPPINGS;
		this.instantiations += 1;
	}

	/** Forgets the execution context: the next activation begins with a fresh instance. */
	abandon(): void {
		this.instance = undefined;
		this.parked = undefined;
		this.words = NO_WORDS;
		this.retire();
	}
}
