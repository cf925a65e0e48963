/**
 * Rewrites a validated component so that it can be instantiated again around the same state (architecture decision D6): its memory 0
 * is imported as ("memory", "0") like its regions, its mutable globals are exported, and its static data is left to the machine,
 * which writes it when the process is reset and at no other time.
 */
import { MEMORY_OWN } from '../../../abi/component.ts';
import { decodeModule } from '../../wasm/decode.ts';
import { encodeModule } from '../../wasm/encode.ts';
import { KIND_GLOBAL, type MemoryDeclaration, type Range, type WasmModule } from '../../wasm/module.ts';
import { constant } from '../../wasm/validate-shape.ts';

/** Bytes of memory 0 that the component starts with. */
export interface StaticData {
	readonly offset: number;
	readonly bytes: Uint8Array;
}

export interface RehostedComponent {
	readonly wasm: Uint8Array;
	readonly data: readonly StaticData[];
	/** Names under which mutable globals are exported. */
	readonly globals: readonly string[];
	/** Size of memory 0 in WebAssembly pages. */
	readonly memoryPages: number;
}

export function rehost(wasm: Uint8Array): RehostedComponent {
	const module = decodeModule(wasm);
	const bytes = ({ start, end }: Range): Uint8Array => wasm.subarray(start, end);
	const globals = module.globals.flatMap(({ mutable }, index) => (mutable ? [index] : []));
	const exportedGlobals = globals.map((index) => ({ name: globalName(index), kind: KIND_GLOBAL, index }));
	const defined = module.functions.filter(({ import: imported }) => imported === undefined);
	const rehosted = encodeModule({
		types: module.types,
		importedFunctions: module.functions.flatMap(({ type, import: imported }) =>
			imported === undefined ? [] : [{ module: imported.module, name: imported.name, type }],
		),
		importedMemories: module.memories.map(importMemory),
		functions: defined.map(({ type }) => type),
		tables: module.tables,
		memories: [],
		globals: module.globals.map((global) => ({ ...global, initial: bytes(global.initial) })),
		exports: [...module.exports, ...exportedGlobals],
		start: undefined,
		elements: module.elements.map(bytes),
		bodies: module.bodies.map(bytes),
		data: [],
	});
	return {
		wasm: rehosted,
		data: module.data.map(({ offset, contents }) => ({
			offset: constant(module, offset) ?? 0,
			bytes: bytes(contents),
		})),
		globals: exportedGlobals.map(({ name }) => name),
		memoryPages: ownMemory(module)?.limits.minimum ?? 0,
	};
}

function globalName(index: number): string {
	return `machine global ${index}`;
}

function ownMemory(module: WasmModule): MemoryDeclaration | undefined {
	return module.memories.find((memory) => memory.import === undefined);
}

/** The own memory stands behind the imported ones already, so no index changes. */
function importMemory({ import: imported, limits }: MemoryDeclaration) {
	return { module: imported?.module ?? 'memory', name: imported?.name ?? String(MEMORY_OWN), limits };
}
