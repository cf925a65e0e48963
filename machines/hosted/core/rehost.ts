/**
 * Rewrites a component so that it can be instantiated again around the same state (architecture decision D6): its memory 0 and all
 * regions are imported as ("memory", number), its mutable globals are exported, and its data segments and start function are left to
 * the machine, which applies them when the process is reset and at no other time.
 */
import { MEMORY_OWN } from '../../../abi/component.ts';
import {
	name,
	Reader,
	readSections,
	SECTION_DATA,
	SECTION_EXPORT,
	SECTION_GLOBAL,
	SECTION_IMPORT,
	SECTION_MEMORY,
	SECTION_START,
	type Sections,
	unsigned,
	vector,
	writeSections,
} from './sections.ts';

/** Bytes of memory 0 that the component starts with. */
export interface DataSegment {
	readonly offset: number;
	readonly bytes: Uint8Array;
}

export interface RehostedComponent {
	readonly wasm: Uint8Array;
	readonly segments: readonly DataSegment[];
	/** Names under which mutable globals are exported. */
	readonly globals: readonly string[];
	/** Name under which the start function is exported, if there is one. */
	readonly startExport: string | undefined;
	/** Size of memory 0 in WebAssembly pages. */
	readonly memoryPages: number;
}

const KIND_FUNCTION = 0;
const KIND_TABLE = 1;
const KIND_MEMORY = 2;
const KIND_GLOBAL = 3;
const LIMIT_MAXIMUM = 1;
const I32_CONST = 0x41;
const END = 0x0b;
/** Constant instructions with one signed number behind them: i32.const, i64.const; and global.get, ref.null, ref.func. */
const CONSTANTS_WITH_NUMBER = [0x41, 0x42, 0x23, 0xd0, 0xd2];
const F32_CONST = 0x43;
const F64_CONST = 0x44;
const START_EXPORT = 'machine start';

interface Limits {
	readonly minimum: number;
}

interface Imports {
	/** The section's entries, memories with their limits taken off. */
	readonly entries: number[][];
	readonly memories: number;
	readonly globals: number;
}

/** Throws with a plain message when the binary does not have the shape of a component. */
export function rehost(wasm: Uint8Array): RehostedComponent {
	const sections = readSections(wasm);
	const imports = readImports(sections);
	const own = readOwnMemory(sections);
	const globals = readMutableGlobals(sections, imports.globals);
	const start = sections.known.get(SECTION_START);
	const segments = rewriteData(sections, imports.memories);
	const memoryImport = [...name('memory'), ...name(String(MEMORY_OWN)), KIND_MEMORY, 0, ...unsigned(own.minimum)];
	const entries = [...imports.entries, memoryImport];
	sections.known.set(SECTION_IMPORT, Uint8Array.from([...unsigned(entries.length), ...entries.flat()]));
	sections.known.delete(SECTION_MEMORY);
	sections.known.delete(SECTION_START);
	addExports(sections, globals, start);
	return {
		wasm: writeSections(sections),
		segments,
		globals: globals.map(globalName),
		startExport: start === undefined ? undefined : START_EXPORT,
		memoryPages: own.minimum,
	};
}

function globalName(index: number): string {
	return `machine global ${index}`;
}

/** Imported memories lose their limits, so that an empty memory can stand for "nothing mapped". */
function readImports(sections: Sections): Imports {
	const reader = new Reader(sections.known.get(SECTION_IMPORT) ?? Uint8Array.of(0));
	const entries: number[][] = [];
	let memories = 0;
	let globals = 0;
	for (let left = reader.unsigned(); left > 0; left--) {
		const names = [...vector(reader.take(reader.unsigned())), ...vector(reader.take(reader.unsigned()))];
		const kind = reader.byte();
		if (kind === KIND_MEMORY) {
			readLimits(reader);
			entries.push([...names, kind, 0, 0]);
			memories += 1;
		} else {
			const from = reader.position;
			skipImportType(reader, kind);
			entries.push([...names, kind, ...reader.bytes.subarray(from, reader.position)]);
			if (kind === KIND_GLOBAL) globals += 1;
		}
	}
	return { entries, memories, globals };
}

function skipImportType(reader: Reader, kind: number): void {
	if (kind === KIND_FUNCTION) reader.unsigned();
	else if (kind === KIND_GLOBAL) reader.take(2);
	else if (kind === KIND_TABLE) {
		reader.byte();
		readLimits(reader);
	} else throw new Error(`imports something of unknown kind ${kind}`);
}

function readLimits(reader: Reader): Limits {
	const flags = reader.byte();
	if (flags > LIMIT_MAXIMUM) throw new Error('has a shared or 64-bit memory');
	const minimum = reader.unsigned();
	if (flags === LIMIT_MAXIMUM) reader.unsigned();
	return { minimum };
}

function readOwnMemory(sections: Sections): Limits {
	const contents = sections.known.get(SECTION_MEMORY);
	const reader = new Reader(contents ?? Uint8Array.of(0));
	if (reader.unsigned() !== 1) throw new Error('must define exactly one memory, its own');
	return readLimits(reader);
}

/** Indices of the mutable globals that the binary defines. */
function readMutableGlobals(sections: Sections, imported: number): number[] {
	const reader = new Reader(sections.known.get(SECTION_GLOBAL) ?? Uint8Array.of(0));
	const mutable: number[] = [];
	const count = reader.unsigned();
	for (let index = 0; index < count; index++) {
		reader.byte();
		if (reader.byte() === 1) mutable.push(imported + index);
		skipConstant(reader);
	}
	return mutable;
}

function skipConstant(reader: Reader): void {
	for (let opcode = reader.byte(); opcode !== END; opcode = reader.byte()) {
		if (CONSTANTS_WITH_NUMBER.includes(opcode)) reader.signed();
		else if (opcode === F32_CONST) reader.take(4);
		else if (opcode === F64_CONST) reader.take(8);
		else throw new Error('initialises a global with more than a constant');
	}
}

function addExports(sections: Sections, globals: readonly number[], start: Uint8Array | undefined): void {
	const reader = new Reader(sections.known.get(SECTION_EXPORT) ?? Uint8Array.of(0));
	const count = reader.unsigned();
	const added = globals.map((index) => [...name(globalName(index)), KIND_GLOBAL, ...unsigned(index)]);
	if (start !== undefined) added.push([...name(START_EXPORT), KIND_FUNCTION, ...start]);
	const old = reader.take(reader.end - reader.position);
	sections.known.set(SECTION_EXPORT, Uint8Array.from([...unsigned(count + added.length), ...old, ...added.flat()]));
}

/** Takes the contents of active segments out; the segments stay, empty, so that numbers of passive ones do not change. */
function rewriteData(sections: Sections, ownMemory: number): DataSegment[] {
	const contents = sections.known.get(SECTION_DATA);
	if (contents === undefined) return [];
	const reader = new Reader(contents);
	const segments: DataSegment[] = [];
	const count = reader.unsigned();
	const rewritten: number[] = [...unsigned(count)];
	for (let index = 0; index < count; index++) {
		const flags = reader.unsigned();
		if (flags === 1) {
			rewritten.push(flags, ...vector(reader.take(reader.unsigned())));
			continue;
		}
		const memory = flags === 2 ? reader.unsigned() : 0;
		if (memory !== ownMemory) throw new Error('has a data segment for a memory that is not its own');
		segments.push({ offset: readOffset(reader), bytes: reader.take(reader.unsigned()) });
		rewritten.push(2, ...unsigned(memory), I32_CONST, 0, END, 0);
	}
	sections.known.set(SECTION_DATA, Uint8Array.from(rewritten));
	return segments;
}

function readOffset(reader: Reader): number {
	if (reader.byte() !== I32_CONST) throw new Error('has a data segment whose offset is not a constant');
	const offset = reader.signed() >>> 0;
	if (reader.byte() !== END) throw new Error('has a data segment whose offset is not a constant');
	return offset;
}
