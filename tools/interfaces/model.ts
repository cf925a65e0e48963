/** An interface as the generator sees it. */

/** Number types; each takes as many message words as `words` says. */
export type Scalar = 'i32' | 'u32' | 'i64' | 'u64' | 'bool';

export function wordsOf(type: Scalar): number {
	return type === 'i64' || type === 'u64' ? 2 : 1;
}

export interface Range {
	readonly low: bigint;
	readonly high: bigint;
}

/** A parameter that travels in message words. */
export interface ScalarParameter {
	readonly kind: 'scalar';
	readonly name: string;
	readonly type: Scalar;
	readonly range: Range | undefined;
}

/** Memory that the client lends for the call. */
export interface BufferParameter {
	readonly kind: 'buffer';
	readonly name: string;
	/** What the server may do with it. */
	readonly access: 'read' | 'write' | 'exchange';
	/** Bytes. */
	readonly length: Range;
}

/** A capability that goes with the call. */
export interface CapabilityParameter {
	readonly kind: 'capability';
	readonly name: string;
}

export type Parameter = ScalarParameter | BufferParameter | CapabilityParameter;

export interface ResultField {
	readonly name: string;
	readonly type: Scalar;
}

export interface Method {
	readonly name: string;
	/** From 1, in order of appearance. */
	readonly number: number;
	/** What it does, without tags. */
	readonly text: string;
	/** Longest time that a call takes, nanoseconds. */
	readonly worstCase: number;
	readonly parameters: readonly Parameter[];
	readonly results: readonly ResultField[];
	/** A capability comes back with the answer. */
	readonly gives: boolean;
	/** Names of the service's errors that it can give. */
	readonly errors: readonly string[];
}

export interface ServiceError {
	readonly name: string;
	readonly code: number;
	readonly text: string;
}

export interface Interface {
	/** As it is written: `Console`. */
	readonly name: string;
	readonly text: string;
	/** Bytes that a server needs for each client. */
	readonly memory: number;
	readonly errors: readonly ServiceError[];
	readonly methods: readonly Method[];
}
