/** Builds the invariants: pure functions over the kernel's tables, in the kernel's subset, so that the prover can take them for formulas. */

import { KERNEL_PAGES } from '../../kernel/layout.ts';
import { EXPORTS } from '../../verify/invariants/catalogue.ts';
import { compileAssembly } from './assembly.ts';
import { recall, remember } from './cache.ts';
import { checkSubset } from './gate.ts';

const ENTRY = 'verify/specification/invariants/invariants.ts';
/** Name of the cached binary. */
const FOLDER = 'invariants';
/** The same, over a memory that it is given. */
const FOLDER_OVER = 'invariants-over';

let built: Promise<Uint8Array> | undefined;
let builtOver: Promise<Uint8Array> | undefined;

/**
 * `verify/specification/invariants` as WebAssembly: an export for each function that the catalogue names, and its own memory. Built once as
 * long as its sources do not change. Throws with every reason when it does not compile or leaves the subset.
 */
export function buildInvariants(): Promise<Uint8Array> {
	built ??= compileInvariants();
	return built;
}

async function compileInvariants(): Promise<Uint8Array> {
	const remembered = recall(FOLDER);
	if (remembered !== undefined) return remembered;
	const { wasm, inputs } = await compileAssembly({ entry: ENTRY, memoryPages: KERNEL_PAGES });
	const problems = checkSubset(wasm, { name: 'the invariants', entries: EXPORTS, machineFunctions: new Set() });
	if (problems.length > 0) throw new Error(`the invariants leave the kernel's subset:\n${problems.join('\n')}`);
	remember(FOLDER, wasm, inputs);
	return wasm;
}

/** The same functions over `env.memory`: instantiated on the memory of a kernel that runs, they say what is so there. */
export function buildInvariantsOver(): Promise<Uint8Array> {
	builtOver ??= compileOver();
	return builtOver;
}

async function compileOver(): Promise<Uint8Array> {
	const remembered = recall(FOLDER_OVER);
	if (remembered !== undefined) return remembered;
	const { wasm, inputs } = await compileAssembly({ entry: ENTRY, memoryPages: KERNEL_PAGES, importMemory: true });
	remember(FOLDER_OVER, wasm, inputs);
	return wasm;
}
