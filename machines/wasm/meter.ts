/**
 * The metering pass of hosted machines: makes a component count its instructions and its stack, so that it can be stopped.
 *
 * The result imports one more memory, ("meter", "memory"), with the fuel that is left at byte 0 and the stack bytes in use at byte 4
 * (i32 both), and two functions: ("meter", "exhausted"), called when the fuel has become negative, which may return after
 * refilling or throw; and ("meter", "overflow"), called when the stack limit is exceeded, which must not return.
 * A trap or exception leaves the stack count as it was at that moment: whoever catches it puts it back.
 */

import { decodeModule } from './decode.ts';
import { encodeModule, type ModuleParts } from './encode.ts';
import { meterBody } from './meter-code.ts';
import { type FuelPlan, planFuel } from './meter-fuel.ts';
import { importedFunctions, KIND_FUNCTION, KIND_MEMORY, type Limits, type WasmModule } from './module.ts';
import { type Renumbering, renumberCode, renumberData, renumberElement } from './renumber.ts';
import { planStack } from './stack.ts';

/** Bytes in the meter's memory. */
export const METER_FUEL = 0;
export const METER_STACK = 4;

export interface MeterOptions {
	/** Stack bytes in use (of all components together) above which `overflow` is called. */
	readonly stackLimit: number;
}

export interface MeteredComponent {
	readonly wasm: Uint8Array;
	/** Most stack bytes that an activation counts; undefined when it recurses, so that only the limit bounds it. */
	readonly stackBound: number | undefined;
}

const METER_LIMITS: Limits = { minimum: 1, maximum: undefined, shared: false, wide: false };
const IMPORTS = ['exhausted', 'overflow'] as const;

/** `wasm` must be a valid component (`validateComponent`), before or after a machine has changed its imports. */
export function meterComponent(wasm: Uint8Array, options: MeterOptions): MeteredComponent {
	const module = decodeModule(wasm);
	const imported = importedFunctions(module);
	const importedMemories = module.memories.filter((memory) => memory.import !== undefined);
	const to: Renumbering = {
		functions: module.functions.map((_, index) => (index < imported ? index : index + IMPORTS.length)),
		memories: module.memories.map((_, index) => (index < importedMemories.length ? index : index + 1)),
	};
	const stack = planStack(module);
	const fuel = planFuel(module, stack);
	const target = {
		to,
		memory: importedMemories.length,
		exhausted: imported,
		overflow: imported + 1,
		stackLimit: options.stackLimit,
	};
	const bodies = module.bodies.map((body, position) =>
		meterBody(module, body, fuel[position] as FuelPlan, stack.charges[position], target),
	);
	return { wasm: encodeModule(parts(module, to, bodies)), stackBound: stack.bound };
}

function parts(module: WasmModule, to: Renumbering, bodies: readonly Uint8Array[]): ModuleParts {
	const noArguments = module.types.length;
	const functions = module.imports.filter((entry) => entry.kind === KIND_FUNCTION);
	const defined = module.functions.slice(importedFunctions(module));
	return {
		types: [...module.types, { parameters: [], results: [] }],
		importedFunctions: [
			...functions.map((entry) => ({ ...entry, type: module.functions[entry.index]?.type as number })),
			...IMPORTS.map((name) => ({ module: 'meter', name, type: noArguments })),
		],
		importedMemories: [
			...module.memories.flatMap(({ import: entry, limits }) => (entry === undefined ? [] : [{ ...entry, limits }])),
			{ module: 'meter', name: 'memory', limits: METER_LIMITS },
		],
		functions: defined.map((declaration) => declaration.type),
		tables: module.tables,
		memories: module.memories.filter((memory) => memory.import === undefined).map((memory) => memory.limits),
		globals: module.globals.map((global) => ({ ...global, initial: renumberCode(module, global.initial, to) })),
		exports: module.exports.map(({ name, kind, index }) => ({ name, kind, index: exported(to, kind, index) })),
		start: module.start === undefined ? undefined : to.functions[module.start],
		elements: module.elements.map((segment) => renumberElement(module, segment, to)),
		bodies,
		data: module.data.map((segment) => renumberData(module, segment, to)),
	};
}

function exported(to: Renumbering, kind: number, index: number): number {
	if (kind === KIND_FUNCTION) return to.functions[index] as number;
	return kind === KIND_MEMORY ? (to.memories[index] as number) : index;
}
