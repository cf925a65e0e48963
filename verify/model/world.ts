/** A configuration, built and ready: the kernel with its first state, what can happen, and what of the memory is in use. */

import * as layout from '../../kernel/layout.ts';
import { buildInvariantsOver } from '../../tools/build/invariants.ts';
import { type BuiltKernel, buildKernel } from '../../tools/build/kernel.ts';
import { Evaluator } from '../invariants/evaluate.ts';
import { commonActions } from './actions.ts';
import { Builder, blockRow, memoryRow, type Part, SLOTS } from './builder.ts';
import type { Range } from './columns.ts';
import type { Action, Configuration } from './configuration.ts';
import { SearchKernel } from './kernel.ts';
import type { Shape } from './normalise.ts';

/** Of a region's page tables, the L2 table and the first L3 table: configurations have small regions. */
const TABLE_BYTES = 2 * 4096;

export interface World {
	readonly configuration: Configuration;
	readonly kernel: SearchKernel;
	readonly parts: readonly Part[];
	readonly actions: readonly Action[];
	readonly shape: Shape;
	/** The invariants of the proof over the kernel's memory. */
	readonly invariants: Evaluator;
	/** Memory that can change. */
	readonly ranges: readonly Range[];
}

/** What a world is made of, compiled once. */
export interface Binaries {
	readonly kernel: WebAssembly.Module;
	/** SHA-256 of the kernel. */
	readonly sha256: string;
	/** `buildInvariantsOver()`. */
	readonly invariants: WebAssembly.Module;
}

/** The project's kernel, or another one. */
export async function loadBinaries(kernel?: BuiltKernel): Promise<Binaries> {
	const { wasm, sha256 } = kernel ?? (await buildKernel());
	const invariants = new WebAssembly.Module(new Uint8Array(await buildInvariantsOver()));
	return { kernel: new WebAssembly.Module(new Uint8Array(wasm)), sha256, invariants };
}

/** Builds the configuration on a kernel. */
export function buildWorld(configuration: Configuration, binaries: Binaries): World {
	const kernel = new SearchKernel(binaries.kernel);
	const builder = new Builder(kernel, configuration.canSuspend);
	configuration.build(builder);
	builder.start();
	kernel.searching = true;
	const { parts } = builder;
	const processes = parts.map(({ row }) => row);
	const { grants, regions } = configuration;
	return {
		configuration,
		kernel,
		parts,
		actions: [...commonActions(configuration), ...configuration.actions],
		invariants: new Evaluator(binaries.invariants, kernel.memory),
		shape: { processes, grants, regions, lines: builder.lines, slots: SLOTS },
		ranges: rangesOf(processes, [...regions, ...processes.flatMap((row) => [blockRow(row), memoryRow(row)])]),
	};
}

function rangesOf(processes: readonly number[], regions: readonly number[]): Range[] {
	const blocks = processes.map((row) => layout.BLOCK_BASE + row * layout.BLOCK_STRIDE);
	const tables = [...new Set(regions)].map((row) => layout.TABLES_BASE + row * layout.TABLES_STRIDE);
	return [
		{ first: 0, end: layout.DENSE_END },
		...blocks.map((first) => ({ first, end: first + layout.BLOCK_STRIDE })),
		...tables.map((first) => ({ first, end: first + TABLE_BYTES })),
	];
}
