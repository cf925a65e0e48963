/** The contents of a WebAssembly binary as plain data. Function bodies are byte ranges; `instructions` walks them. */

/** Value types by their encoding. */
export const I32 = 0x7f;
export const I64 = 0x7e;
export const F32 = 0x7d;
export const F64 = 0x7c;
export const V128 = 0x7b;
export const FUNCREF = 0x70;
export const EXTERNREF = 0x6f;

/** Kinds of imports and exports by their encoding. */
export const KIND_FUNCTION = 0;
export const KIND_TABLE = 1;
export const KIND_MEMORY = 2;
export const KIND_GLOBAL = 3;
export const KIND_TAG = 4;

/** Half-open range of bytes in the binary. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

export interface FunctionType {
	readonly parameters: readonly number[];
	readonly results: readonly number[];
}

export interface Limits {
	/** 64 KiB pages (memories) or elements (tables). */
	readonly minimum: number;
	readonly maximum: number | undefined;
	readonly shared: boolean;
	/** 64-bit addresses. */
	readonly wide: boolean;
}

export interface GlobalType {
	readonly type: number;
	readonly mutable: boolean;
}

export interface Import extends Range {
	readonly module: string;
	readonly name: string;
	/** KIND_*. */
	readonly kind: number;
	/** Index in the index space of its kind. */
	readonly index: number;
}

/** A function, imported or defined. */
export interface FunctionDeclaration {
	readonly type: number;
	readonly import: Import | undefined;
}

export interface MemoryDeclaration {
	readonly limits: Limits;
	readonly import: Import | undefined;
}

export interface TableDeclaration {
	readonly type: number;
	readonly limits: Limits;
	readonly import: Import | undefined;
}

export interface GlobalDeclaration extends GlobalType {
	readonly import: Import | undefined;
	/** Initial value's expression, `end` included; empty for an import. */
	readonly initial: Range;
}

export interface Export extends Range {
	readonly name: string;
	/** KIND_*. */
	readonly kind: number;
	readonly index: number;
}

/** A defined function's code. */
export interface FunctionBody extends Range {
	/** In the function index space, imports included. */
	readonly index: number;
	/** Types of the local variables beyond the parameters, run-length encoded. */
	readonly locals: readonly { readonly count: number; readonly type: number }[];
	/** The instructions, the closing `end` included. */
	readonly code: Range;
}

export interface DataSegment extends Range {
	/** Undefined for a passive segment. */
	readonly memory: number | undefined;
	/** Expression of the offset; empty for a passive segment. */
	readonly offset: Range;
	readonly contents: Range;
}

export interface ElementSegment extends Range {
	/** Encoding variant 0..7 (core specification 5.5.12). */
	readonly flags: number;
	readonly table: number | undefined;
	readonly offset: Range;
	/** Function indices when they are given as such (variants 0..3). */
	readonly functions: readonly number[];
	/** Expressions (variants 4..7). */
	readonly expressions: readonly Range[];
}

export interface Section extends Range {
	readonly id: number;
	/** Of a custom section. */
	readonly name: string;
	/** Where the contents start, after id, size (and name). */
	readonly contents: Range;
}

export interface WasmModule {
	readonly bytes: Uint8Array;
	readonly sections: readonly Section[];
	readonly types: readonly FunctionType[];
	readonly imports: readonly Import[];
	readonly functions: readonly FunctionDeclaration[];
	readonly tables: readonly TableDeclaration[];
	readonly memories: readonly MemoryDeclaration[];
	readonly globals: readonly GlobalDeclaration[];
	readonly tags: number;
	readonly exports: readonly Export[];
	/** Function that runs at instantiation. */
	readonly start: number | undefined;
	readonly elements: readonly ElementSegment[];
	readonly bodies: readonly FunctionBody[];
	readonly data: readonly DataSegment[];
}

/** Number of imported functions: defined function `i` has body `bodies[i - importedFunctions(module)]`. */
export function importedFunctions(module: WasmModule): number {
	return module.functions.length - module.bodies.length;
}
