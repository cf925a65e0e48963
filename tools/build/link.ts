/**
 * Links a compiled component: gives it its regions as memories, and turns the accessors of sdk/region/ into instructions on them.
 * What is left to import are the kernel's functions and the regions; `validateComponent` makes sure of that.
 */

import { MEMORY_LAST_REGION } from '../../abi/component.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { decodeModule } from '../../machines/wasm/decode.ts';
import { encodeModule, type ImportedFunction, type ModuleParts } from '../../machines/wasm/encode.ts';
import {
	type FunctionType,
	type Import,
	importedFunctions,
	KIND_FUNCTION,
	KIND_MEMORY,
	type Limits,
	type WasmModule,
} from '../../machines/wasm/module.ts';
import { opcode } from '../../machines/wasm/opcodes.ts';
import {
	bytesOf,
	type Renumbering,
	renumberCode,
	renumberData,
	renumberElement,
} from '../../machines/wasm/renumber.ts';
import { Writer } from '../../machines/wasm/writer.ts';
import { CommandError } from '../command.ts';
import { ACCESSOR_NAMES, type Accessor, accessor } from './accessors.ts';

/** A region that the component declares. */
export interface LinkedRegion {
	readonly memory: number;
	readonly name: string;
	/** RIGHT_READ | RIGHT_WRITE. */
	readonly rights: number;
}

/** The smallest limits there are: whatever the machine maps fits, and so does nothing at all. */
const ANY_SIZE: Limits = { minimum: 0, maximum: undefined, shared: false, wide: false };
const NO_LOCALS = Uint8Array.of(0);

/** `folder` is for messages. Throws CommandError when the component uses what it does not declare. */
export function linkComponent(folder: string, wasm: Uint8Array, regions: readonly LinkedRegion[]): Uint8Array {
	const module = decodeModule(wasm);
	const sorted = [...regions].sort((a, b) => a.memory - b.memory);
	return encodeModule(new Linker(folder, module, sorted).parts());
}

class Linker {
	private readonly folder: string;
	private readonly module: WasmModule;
	private readonly regions: readonly LinkedRegion[];
	private readonly types: FunctionType[];
	private readonly imports: ImportedFunction[] = [];
	private readonly accessors: { readonly import: Import; readonly type: number; readonly body: Uint8Array }[] = [];
	private readonly to: Renumbering;

	constructor(folder: string, module: WasmModule, regions: readonly LinkedRegion[]) {
		this.folder = folder;
		this.module = module;
		this.regions = regions;
		this.types = [...module.types];
		for (const entry of module.imports) this.sort(entry);
		this.to = { functions: this.renumberFunctions(), memories: [regions.length] };
	}

	/** Accessors become functions; everything else stays an import. */
	private sort(entry: Import): void {
		if (entry.kind !== KIND_FUNCTION) {
			this.fail(`imports ${entry.module}.${entry.name}, which is not a function`);
		}
		const type = this.module.functions[entry.index]?.type as number;
		const region = /^memory(\d+)$/.exec(entry.module);
		if (region === null) {
			this.imports.push({ module: entry.module, name: entry.name, type });
			return;
		}
		const found =
			accessor(entry.name) ?? this.fail(`uses ${entry.module}.${entry.name}; there are ${ACCESSOR_NAMES.join(', ')}`);
		this.checkType(entry, found, type);
		const index = this.regionIndex(entry, Number(region[1]), found.writes ? RIGHT_WRITE : RIGHT_READ);
		const from = found.from === undefined ? 0 : this.regionIndex(entry, found.from, RIGHT_READ);
		this.accessors.push({ import: entry, type, body: found.code(index, this.regions.length, from) });
	}

	private checkType(entry: Import, { type }: Accessor, declared: number): void {
		const { parameters, results } = this.types[declared] as FunctionType;
		const same = String(parameters) === String(type.parameters) && String(results) === String(type.results);
		if (!same) this.fail(`declares ${entry.module}.${entry.name} with other types than sdk/region/${entry.module}.ts`);
	}

	/** Index of a region's memory in the binary. */
	private regionIndex(entry: Import, memory: number, right: number): number {
		const index = this.regions.findIndex((region) => region.memory === memory);
		const region = this.regions[index];
		const use = `uses ${entry.name} of memory ${entry.module.slice('memory'.length)}`;
		if (region === undefined) {
			this.fail(
				memory >= 1 && memory <= MEMORY_LAST_REGION
					? `${use}, but its manifest.ts declares no region with \`memory: ${memory}\`; add one to \`regions\``
					: `${use}; regions are memories 1 to ${MEMORY_LAST_REGION}`,
			);
		}
		if ((region.rights & right) === 0) {
			const missing = right === RIGHT_WRITE ? 'write' : 'read';
			this.fail(`${use}, but its manifest.ts declares region '${region.name}' without the right '${missing}'`);
		}
		return index;
	}

	private fail(what: string): never {
		throw new CommandError(`${this.folder}: the component ${what}`);
	}

	/** Kept imports first, then the module's own functions, then accessors. */
	private renumberFunctions(): number[] {
		const kept = this.imports.length;
		const bodies = this.module.bodies.length;
		const byImport = new Map(this.accessors.map((entry, position) => [entry.import, kept + bodies + position]));
		let next = 0;
		const functions = this.module.imports.map((entry) => byImport.get(entry) ?? next++);
		for (let position = 0; position < bodies; position++) functions.push(kept + position);
		return functions;
	}

	parts(): ModuleParts {
		const { module, to } = this;
		const defined = module.functions.slice(importedFunctions(module)).map((declaration) => declaration.type);
		const functions = [...defined, ...this.accessors.map((entry) => entry.type)];
		const bodies = [...module.bodies.map((body) => this.body(body.start, body.code.start, body.code.end))];
		for (const entry of this.accessors) bodies.push(new Writer().raw(NO_LOCALS).raw(entry.body).finish());
		const exports = module.exports.map((entry) => ({
			name: entry.name,
			kind: entry.kind,
			index: this.exported(entry),
		}));
		this.foldStart(functions, bodies, exports);
		return {
			types: this.types,
			importedFunctions: this.imports,
			importedMemories: this.regions.map(({ memory }) => ({
				module: 'memory',
				name: String(memory),
				limits: ANY_SIZE,
			})),
			functions,
			tables: module.tables,
			memories: module.memories.map((memory) => memory.limits),
			globals: module.globals.map((global) => ({ ...global, initial: renumberCode(module, global.initial, to) })),
			exports,
			start: undefined,
			elements: module.elements.map((segment) => renumberElement(module, segment, to)),
			bodies,
			data: module.data.map((segment) => renumberData(module, segment, to)),
		};
	}

	private body(start: number, code: number, end: number): Uint8Array {
		const locals = bytesOf(this.module, { start, end: code });
		return new Writer()
			.raw(locals)
			.raw(renumberCode(this.module, { start: code, end }, this.to))
			.finish();
	}

	private exported({ kind, index }: { kind: number; index: number }): number {
		if (kind === KIND_FUNCTION) return this.to.functions[index] as number;
		return kind === KIND_MEMORY ? (this.to.memories[index] as number) : index;
	}

	/**
	 * A start function (initial values that are not constant) runs whenever the binary is instantiated, which machines do more than
	 * once. So it becomes the first thing that `init` does.
	 */
	private foldStart(
		functions: number[],
		bodies: Uint8Array[],
		exports: { name: string; kind: number; index: number }[],
	): void {
		if (this.module.start === undefined) return;
		const start = this.to.functions[this.module.start] as number;
		const init = exports.find((entry) => entry.name === 'init' && entry.kind === KIND_FUNCTION);
		const body = new Writer().raw(NO_LOCALS).byte(opcode('call')).u32(start);
		if (init !== undefined) body.byte(opcode('call')).u32(init.index);
		const index = this.imports.length + functions.length;
		this.types.push({ parameters: [], results: [] });
		functions.push(this.types.length - 1);
		bodies.push(body.byte(opcode('end')).finish());
		if (init !== undefined) init.index = index;
		else exports.push({ name: 'init', kind: KIND_FUNCTION, index });
	}
}
