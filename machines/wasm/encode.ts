/** Encodes a module from its parts: the counterpart of `decodeModule`, for the linker and the metering pass. */

import { type FunctionType, type GlobalType, KIND_FUNCTION, KIND_MEMORY, type Limits } from './module.ts';
import { Writer } from './writer.ts';

export interface ImportedFunction {
	readonly module: string;
	readonly name: string;
	/** Index into `types`. */
	readonly type: number;
}

export interface ImportedMemory {
	readonly module: string;
	readonly name: string;
	readonly limits: Limits;
}

/** A module whose code, expressions and segments are already encoded with their final indices. */
export interface ModuleParts {
	readonly types: readonly FunctionType[];
	readonly importedFunctions: readonly ImportedFunction[];
	readonly importedMemories: readonly ImportedMemory[];
	/** Types of the defined functions. */
	readonly functions: readonly number[];
	readonly tables: readonly { readonly type: number; readonly limits: Limits }[];
	readonly memories: readonly Limits[];
	readonly globals: readonly (GlobalType & { readonly initial: Uint8Array })[];
	readonly exports: readonly { readonly name: string; readonly kind: number; readonly index: number }[];
	readonly start: number | undefined;
	readonly elements: readonly Uint8Array[];
	/** Local declarations and code of the defined functions. */
	readonly bodies: readonly Uint8Array[];
	readonly data: readonly Uint8Array[];
}

const HEADER = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

export function encodeModule(parts: ModuleParts): Uint8Array {
	const out = new Writer().raw(HEADER);
	section(out, 1, parts.types, writeType);
	writeImports(out, parts);
	section(out, 3, parts.functions, (w, type) => w.u32(type));
	section(out, 4, parts.tables, (w, table) => writeLimits(w.byte(table.type), table.limits));
	section(out, 5, parts.memories, writeLimits);
	section(out, 6, parts.globals, (w, g) =>
		w
			.byte(g.type)
			.byte(g.mutable ? 1 : 0)
			.raw(g.initial),
	);
	section(out, 7, parts.exports, (w, entry) => w.name(entry.name).byte(entry.kind).u32(entry.index));
	if (parts.start !== undefined) out.byte(8).sized(new Writer().u32(parts.start).finish());
	section(out, 9, parts.elements, (w, segment) => w.raw(segment));
	// The data count must be known before code that names segments.
	if (parts.data.length > 0) out.byte(12).sized(new Writer().u32(parts.data.length).finish());
	section(out, 10, parts.bodies, (w, body) => w.sized(body));
	section(out, 11, parts.data, (w, segment) => w.raw(segment));
	return out.finish();
}

function section<T>(out: Writer, id: number, entries: readonly T[], write: (writer: Writer, entry: T) => void): void {
	if (entries.length === 0) return;
	const contents = new Writer();
	contents.vector(entries, (entry) => write(contents, entry));
	out.byte(id).sized(contents.finish());
}

function writeType(writer: Writer, type: FunctionType): void {
	writer.byte(0x60).sized(Uint8Array.from(type.parameters)).sized(Uint8Array.from(type.results));
}

function writeLimits(writer: Writer, limits: Limits): void {
	const flags = (limits.maximum === undefined ? 0 : 1) | (limits.shared ? 2 : 0);
	writer.byte(flags).u32(limits.minimum);
	if (limits.maximum !== undefined) writer.u32(limits.maximum);
}

function writeImports(out: Writer, { importedFunctions, importedMemories }: ModuleParts): void {
	const count = importedFunctions.length + importedMemories.length;
	if (count === 0) return;
	const contents = new Writer().u32(count);
	for (const entry of importedFunctions) {
		contents.name(entry.module).name(entry.name).byte(KIND_FUNCTION).u32(entry.type);
	}
	for (const entry of importedMemories) {
		writeLimits(contents.name(entry.module).name(entry.name).byte(KIND_MEMORY), entry.limits);
	}
	out.byte(2).sized(contents.finish());
}
