/** Decodes a WebAssembly binary into a WasmModule (core specification, section 5.5). */

import * as m from './module.ts';
import { MalformedError, Reader } from './reader.ts';
import { readBody, readData, readElement, readExpression } from './segments.ts';
import { readGlobalType, readLimits, readType } from './types.ts';

const MAGIC = 0x6d736100;
const CUSTOM = 0;
const DATA_COUNT = 12;
const TAG = 13;
/** Order in which the numbered sections must come: data count before code, tags after memories. */
const ORDER = [1, 2, 3, 4, 5, TAG, 6, 7, 8, 9, DATA_COUNT, 10, 11];

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Element)[] ? Element[] : T[Key] };

/** A module that is being read: the function section announces what the code section brings. */
export interface Draft extends Mutable<m.WasmModule> {
	defined: number;
	dataCount: number | undefined;
}

/** Throws MalformedError, and nothing else, whatever the bytes. */
export function decodeModule(bytes: Uint8Array): m.WasmModule {
	const reader = new Reader(bytes);
	if (bytes.length < 8 || new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) !== MAGIC) {
		throw new MalformedError(0, 'this is not a WebAssembly binary (the first bytes must be 00 61 73 6d)');
	}
	if (bytes[4] !== 1 || bytes[5] !== 0 || bytes[6] !== 0 || bytes[7] !== 0) {
		throw new MalformedError(4, 'this is not version 1 of the WebAssembly binary format');
	}
	reader.position = 8;
	const draft = emptyDraft(bytes);
	let previous = -1;
	while (!reader.done) {
		const section = readSection(reader);
		draft.sections.push(section);
		if (section.id === CUSTOM) continue;
		const place = ORDER.indexOf(section.id);
		if (place < 0) reader.fail(`there is no section ${section.id}`, section.start);
		if (place <= previous) reader.fail(`section ${section.id} is out of order`, section.start);
		previous = place;
		const contents = new Reader(bytes, section.contents.start, section.contents.end);
		readContents(contents, section.id, draft);
		if (!contents.done) contents.fail(`section ${section.id} goes on after its contents`);
	}
	return finish(draft);
}

function emptyDraft(bytes: Uint8Array): Draft {
	return {
		bytes,
		sections: [],
		types: [],
		imports: [],
		functions: [],
		tables: [],
		memories: [],
		globals: [],
		tags: 0,
		exports: [],
		start: undefined,
		elements: [],
		bodies: [],
		data: [],
		defined: 0,
		dataCount: undefined,
	};
}

function finish(draft: Draft): m.WasmModule {
	const end = draft.bytes.length;
	if (draft.bodies.length !== draft.defined) {
		throw new MalformedError(end, `${draft.defined} functions are declared, ${draft.bodies.length} have code`);
	}
	if (draft.dataCount !== undefined && draft.dataCount !== draft.data.length) {
		throw new MalformedError(end, `${draft.dataCount} data segments are announced, ${draft.data.length} are there`);
	}
	return draft;
}

function readSection(reader: Reader): m.Section {
	const start = reader.position;
	const id = reader.byte();
	const size = reader.u32();
	const contents = reader.skip(size);
	const end = reader.position;
	if (id !== CUSTOM) return { id, name: '', start, end, contents: { start: contents, end } };
	const inner = new Reader(reader.bytes, contents, end);
	const name = inner.name();
	return { id, name, start, end, contents: { start: inner.position, end } };
}

function readContents(reader: Reader, id: number, draft: Draft): void {
	if (id === 8) {
		draft.start = reader.u32();
		return;
	}
	if (id === DATA_COUNT) {
		draft.dataCount = reader.u32();
		return;
	}
	const count = reader.count();
	if (id === 10 && count !== draft.defined) reader.fail('there are more or fewer function bodies than functions');
	for (let position = 0; position < count; position++) readEntry(reader, id, draft);
}

function readEntry(reader: Reader, id: number, draft: Draft): void {
	switch (id) {
		case 1:
			draft.types.push(readType(reader));
			break;
		case 2:
			readImport(reader, draft);
			break;
		case 3:
			draft.functions.push({ type: readTypeIndex(reader, draft), import: undefined });
			draft.defined++;
			break;
		case 4:
			draft.tables.push({ type: reader.byte(), limits: readLimits(reader), import: undefined });
			break;
		case 5:
			draft.memories.push({ limits: readLimits(reader), import: undefined });
			break;
		case 6:
			draft.globals.push({ ...readGlobalType(reader), initial: readExpression(reader), import: undefined });
			break;
		case 7:
			readExport(reader, draft);
			break;
		case 9:
			draft.elements.push(readElement(reader));
			break;
		case 10:
			draft.bodies.push(readBody(reader, draft.functions.length - draft.defined + draft.bodies.length));
			break;
		case 11:
			draft.data.push(readData(reader));
			break;
		default:
			readTag(reader, draft);
	}
}

function readTypeIndex(reader: Reader, draft: Draft): number {
	const start = reader.position;
	const index = reader.u32();
	if (index >= draft.types.length) reader.fail(`there is no type ${index}`, start);
	return index;
}

function readTag(reader: Reader, draft: Draft): void {
	reader.byte();
	readTypeIndex(reader, draft);
	draft.tags++;
}

function readImport(reader: Reader, draft: Draft): void {
	const start = reader.position;
	const module = reader.name();
	const name = reader.name();
	const kind = reader.byte();
	const entry = { module, name, kind, start };
	const make = (index: number): m.Import => ({ ...entry, index, end: reader.position });
	switch (kind) {
		case m.KIND_FUNCTION: {
			const type = readTypeIndex(reader, draft);
			draft.functions.push({ type, import: make(draft.functions.length) });
			break;
		}
		case m.KIND_TABLE: {
			const type = reader.byte();
			const limits = readLimits(reader);
			draft.tables.push({ type, limits, import: make(draft.tables.length) });
			break;
		}
		case m.KIND_MEMORY: {
			const limits = readLimits(reader);
			draft.memories.push({ limits, import: make(draft.memories.length) });
			break;
		}
		case m.KIND_GLOBAL: {
			const type = readGlobalType(reader);
			const initial = { start: reader.position, end: reader.position };
			draft.globals.push({ ...type, initial, import: make(draft.globals.length) });
			break;
		}
		case m.KIND_TAG:
			readTag(reader, draft);
			break;
		default:
			reader.fail(`there is no kind ${kind} of import`, start);
	}
	draft.imports.push(make(indexOfLast(kind, draft)));
}

function indexOfLast(kind: number, draft: Draft): number {
	const spaces = [draft.functions, draft.tables, draft.memories, draft.globals];
	return (spaces[kind]?.length ?? draft.tags) - 1;
}

function readExport(reader: Reader, draft: Draft): void {
	const start = reader.position;
	const name = reader.name();
	const kind = reader.byte();
	const index = reader.u32();
	if (kind > m.KIND_TAG) reader.fail(`there is no kind ${kind} of export`, start);
	draft.exports.push({ name, kind, index, start, end: reader.position });
}
