/** What a component binary may look like: the ABI of abi/component.ts in WebAssembly's terms. */

import { I32, I64 } from './module.ts';

/** Why a binary is refused. The enumeration is closed. */
export type ProblemCode =
	| 'malformed' // not WebAssembly at all
	| 'invalid' // WebAssembly's own rules (types, indices) are broken
	| 'size' // larger than a machine has to accept
	| 'import' // imports something other than the kernel's functions and its regions
	| 'import-type' // a kernel function with another signature, or a region with other limits
	| 'region' // a region that it does not declare, or twice
	| 'memory' // no own memory, several, growable, of another size, or not exported
	| 'export' // exports something that no machine calls
	| 'export-type' // an entry point with another signature
	| 'start' // a start function
	| 'table' // more than one table, or not one of functions
	| 'segment' // static data or a table's contents at a place that is not constant, or outside
	| 'instruction' // an instruction outside the accepted set
	| 'read-only' // writes a region that it may only read
	| 'write-only'; // reads a region that it may only write

/** One reason to refuse a binary. */
export interface Problem {
	readonly code: ProblemCode;
	/** What, where, and what to do. */
	readonly message: string;
	/** Byte in the binary. */
	readonly offset: number;
	/** Index of the function it is in. */
	readonly function: number | undefined;
}

/** Signature as a string of `i` (i32) and `l` (i64), a colon between parameters and result. */
export const KERNEL_FUNCTIONS: ReadonlyMap<string, string> = new Map([
	['call0', 'ii:i'],
	['call4', 'iiiiii:i'],
	['call6', 'iiiiiiii:i'],
	['callWith', 'iiiiiiiiiiii:i'],
	['notify', 'i:i'],
	['system', 'iiiiiii:i'],
	['clock', ':l'],
	['wait', ':i'],
	['batch', 'ii:i'],
]);

export const ENTRY_POINTS: ReadonlyMap<string, string> = new Map([
	['init', ':'],
	['notified', 'i:'],
	['protected', 'iiiiiiii:i'],
	['faulted', 'i:'],
]);

const LETTERS: ReadonlyMap<number, string> = new Map([
	[I32, 'i'],
	[I64, 'l'],
]);

export function signature(type: { parameters: readonly number[]; results: readonly number[] }): string {
	const letters = (types: readonly number[]) => types.map((t) => LETTERS.get(t) ?? '?').join('');
	return `${letters(type.parameters)}:${letters(type.results)}`;
}

/** Largest binary, bytes. */
export const BYTES_MOST = 4 << 20;
/** Most functions, imports included; most types; most entries of the table. */
export const FUNCTIONS_MOST = 20_000;
export const TYPES_MOST = 1_000;
export const TABLE_MOST = 10_000;
/** More parameters than any compiler gives an ordinary function. */
export const PARAMETERS_MOST = 64;

/** Instructions outside the accepted set, and why. Vectors and atomics are refused as a whole. */
export const REFUSED: ReadonlyMap<string, string> = new Map([
	['memory.grow', 'memory has a fixed size: set memoryPages in manifest.ts'],
	...['memory.init', 'data.drop'].map((name) => [name, 'passive data is not accepted: use active segments'] as const),
	...['table.get', 'table.set', 'table.init', 'elem.drop', 'table.copy', 'table.grow', 'table.size', 'table.fill'].map(
		(name) => [name, 'tables are constant'] as const,
	),
	...['throw', 'throw_ref', 'try_table'].map((name) => [name, 'there are no exceptions: return an error'] as const),
	...['return_call', 'return_call_indirect', 'return_call_ref', 'call_ref'].map(
		(name) => [name, 'tail calls and calls by reference are not accepted'] as const,
	),
	...['ref.null', 'ref.is_null', 'ref.func', 'select_typed'].map(
		(name) => [name, 'reference types are not accepted'] as const,
	),
]);
