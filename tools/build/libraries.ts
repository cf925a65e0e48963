/**
 * Links libraries that are WebAssembly modules made by KaRaMeL, such as the verified cryptography of HACL* (npm package `hacl-wasm`), into a
 * component. What they expect of their host: a memory shared by all modules, whose first word is their stack pointer; for each module the
 * place of its static data; functions for what must not happen. Modules import each other by name.
 *
 * A manifest names the modules that it calls, the others follow. A file `hacl.ts` beside the component declares their functions.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import binaryen from 'binaryen';
import { STATIC_BASE } from '../../abi/component.ts';
import { decodeModule } from '../../machines/wasm/decode.ts';
import { encodeModule, type ModuleParts } from '../../machines/wasm/encode.ts';
import {
	type DataSegment,
	type Import,
	importedFunctions,
	KIND_FUNCTION,
	type Limits,
	type WasmModule,
} from '../../machines/wasm/module.ts';
import { opcode } from '../../machines/wasm/opcodes.ts';
import { bytesOf } from '../../machines/wasm/renumber.ts';
import { ENTRY_POINTS } from '../../machines/wasm/rules.ts';
import { constant } from '../../machines/wasm/validate-shape.ts';
import { Writer } from '../../machines/wasm/writer.ts';
import { CommandError } from '../command.ts';
import { PROJECT_ROOT } from './assembly.ts';
import { FEATURES } from './optimize.ts';

const PACKAGE = 'node_modules/hacl-wasm';
const MERGE = path.join(PROJECT_ROOT, 'node_modules/binaryen/bin/wasm-merge');
/** Module under which a component declares library functions. */
const DECLARED = 'hacl';
const COMPONENT = 'component';
/** Module of what must not happen: running out of stack or heap traps. */
const REFUSING = 'refusing';
const REFUSED = ['WasmSupport_malloc', 'WasmSupport_trap'];
const ALIGNMENT = 16;
const ANY_SIZE: Limits = { minimum: 0, maximum: undefined, shared: false, wide: false };

interface Library {
	readonly name: string;
	readonly module: WasmModule;
	/** Where its static data begins in the component's memory. */
	readonly base: number;
}

/** The modules that a component links, in an order in which each comes after those that it imports. */
export interface Libraries {
	readonly modules: readonly Library[];
	/** First byte behind their static data: where the component's own can begin. */
	readonly end: number;
	/** Files that were read, relative to the checkout. */
	readonly inputs: readonly string[];
}

/** Reads the named modules and all that they import. Throws CommandError when there is no such module. */
export function loadLibraries(folder: string, names: readonly string[]): Libraries {
	const modules: Library[] = [];
	let end: number = STATIC_BASE;
	const add = (name: string): void => {
		if (modules.some((library) => library.name === name)) return;
		const module = readLibrary(folder, name);
		for (const entry of module.imports) if (isLibrary(entry, name)) add(entry.module);
		modules.push({ name, module, base: end });
		end += Math.ceil(exportedConstant(module, 'data_size') / ALIGNMENT) * ALIGNMENT;
	};
	for (const name of names) add(name);
	return { modules, end, inputs: modules.map(({ name }) => fileOf(name)) };
}

function fileOf(name: string): string {
	return `${PACKAGE}/${name}.wasm`;
}

function readLibrary(folder: string, name: string): WasmModule {
	try {
		return decodeModule(new Uint8Array(readFileSync(path.join(PROJECT_ROOT, fileOf(name)))));
	} catch {
		throw new CommandError(`${folder}/manifest.ts: there is no library '${name}'; ${PACKAGE} has those that there are`);
	}
}

/** Whether an import names another module of the package. */
function isLibrary(entry: Import, importer: string): boolean {
	return entry.module !== 'Karamel' && entry.module !== importer;
}

/** Value of a constant that a module exports as a global. */
function exportedConstant(module: WasmModule, name: string): number {
	const index = module.exports.find((entry) => entry.name === name)?.index ?? -1;
	const global = module.globals[index];
	const value = global === undefined ? undefined : constant(module, global.initial);
	if (value === undefined) throw new Error(`a library exports no constant '${name}'`);
	return value;
}

/** Links the libraries into a compiled component: one module with the component's memory and the component's exports. */
export function mergeLibraries(folder: string, wasm: Uint8Array, libraries: Libraries): Uint8Array {
	const component = decodeModule(wasm);
	const parts = new Map<string, Uint8Array>([
		[
			COMPONENT,
			encodeModule(partsOf(component, (entry) => ({ ...entry, module: exporterOf(folder, entry, libraries) }))),
		],
		[REFUSING, refusingModule()],
	]);
	for (const library of libraries.modules) parts.set(library.name, prepare(library, libraries));
	return keepEntryPoints(merge(parts));
}

/** The library that exports what the component declares; other imports stay as they are. */
function exporterOf(folder: string, entry: Import, { modules }: Libraries): string {
	if (entry.module !== DECLARED) return entry.module;
	const found = modules.find(({ module }) => module.exports.some(({ name }) => name === entry.name));
	if (found !== undefined) return found.name;
	throw new CommandError(`${folder}: the component uses ${entry.name}, which none of its libraries exports`);
}

/** A module's parts, its imported functions renamed. */
function partsOf(module: WasmModule, rename: (entry: Import) => { module: string; name: string }): ModuleParts {
	const imported = module.imports.filter((entry) => entry.kind === KIND_FUNCTION);
	return {
		types: module.types,
		importedFunctions: imported.map((entry) => ({
			...rename(entry),
			type: module.functions[entry.index]?.type as number,
		})),
		importedMemories: [],
		functions: module.functions.slice(importedFunctions(module)).map(({ type }) => type),
		tables: module.tables,
		memories: module.memories.map(({ limits }) => limits),
		globals: module.globals.map((global) => ({ ...global, initial: bytesOf(module, global.initial) })),
		exports: module.exports,
		start: module.start,
		elements: module.elements.map((segment) => bytesOf(module, segment)),
		bodies: module.bodies.map((body) => bytesOf(module, { start: body.start, end: body.end })),
		data: module.data.map((segment) => bytesOf(module, segment)),
	};
}

/** A library with its host's part filled in: the component's memory, and constants for imported globals. */
function prepare({ name, module, base }: Library, libraries: Libraries): Uint8Array {
	const parts = partsOf(module, (entry) => (REFUSED.includes(entry.name) ? { ...entry, module: REFUSING } : entry));
	const exported = new Set(libraries.modules.map((library) => library.name));
	if (parts.importedFunctions.some((entry) => entry.module !== REFUSING && !exported.has(entry.module))) {
		throw new Error(`library '${name}' imports from a module that is not linked`);
	}
	return encodeModule({
		...parts,
		importedMemories: [{ module: COMPONENT, name: 'memory', limits: ANY_SIZE }],
		memories: [],
		globals: module.globals.map((global) => ({
			...global,
			initial:
				global.import === undefined
					? bytesOf(module, global.initial)
					: constantCode(importedValue(global.import, base, libraries)),
		})),
		exports: module.exports.filter((entry) => entry.kind === KIND_FUNCTION),
		data: module.data.map((segment) => dataAt(module, segment, base)),
	});
}

function importedValue(entry: Import, base: number, { modules }: Libraries): number {
	if (entry.module === 'Karamel') return base;
	const exporter = modules.find(({ name }) => name === entry.module) as Library;
	return exportedConstant(exporter.module, entry.name);
}

function constantCode(value: number): Uint8Array {
	return new Writer().byte(opcode('i32.const')).s32(value).byte(opcode('end')).finish();
}

/** The static data of a library is one segment at its base. */
function dataAt(module: WasmModule, segment: DataSegment, base: number): Uint8Array {
	return new Writer().u32(0).raw(constantCode(base)).sized(bytesOf(module, segment.contents)).finish();
}

/** (i32) -> i32 functions that trap. */
function refusingModule(): Uint8Array {
	const module = binaryen.parseText(
		`(module ${REFUSED.map((name) => `(func (export "${name}") (param i32) (result i32) unreachable)`).join(' ')})`,
	);
	const wasm = module.emitBinary();
	module.dispose();
	return wasm;
}

function merge(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
	const folder = mkdtempSync(path.join(tmpdir(), 'tessera-link-'));
	try {
		const inputs = [...parts].flatMap(([name, wasm]) => {
			const file = path.join(folder, `${name}.wasm`);
			writeFileSync(file, wasm);
			return [file, name];
		});
		const output = path.join(folder, 'merged');
		const features = ['--enable-multivalue', '--enable-bulk-memory', '--enable-sign-ext', '--enable-mutable-globals'];
		execFileSync(process.execPath, [MERGE, ...inputs, '--rename-export-conflicts', ...features, '-o', output]);
		return new Uint8Array(readFileSync(output));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Drops the libraries' exports, and with them all of their code that the component does not reach. */
function keepEntryPoints(wasm: Uint8Array): Uint8Array {
	const module = binaryen.readBinary(wasm);
	try {
		module.setFeatures(FEATURES | binaryen.Features.Multivalue);
		const names = Array.from({ length: module.getNumExports() }, (_, index) => {
			return binaryen.getExportInfo(module.getExportByIndex(index)).name;
		});
		for (const name of names) if (name !== 'memory' && !ENTRY_POINTS.has(name)) module.removeExport(name);
		module.runPasses(['remove-unused-module-elements', 'simplify-globals', 'remove-unused-module-elements']);
		return module.emitBinary();
	} finally {
		module.dispose();
	}
}
