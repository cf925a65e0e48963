/** Builds the specification: as the kernel, checked against the kernel's subset, so that the prover can take it for one. */

import { KERNEL_PAGES } from '../../kernel/layout.ts';
import { compileAssembly } from './assembly.ts';
import { recall, remember } from './cache.ts';
import { checkSubset, KERNEL_INTERFACE } from './gate.ts';

/** Name of the cached binary. */
const FOLDER = 'specification';

let built: Promise<Uint8Array> | undefined;

/**
 * `verify/specification` as WebAssembly: the entries, the memory and the machine functions of `kernel.wasm`. Built once as long as its
 * sources do not change. Throws with every reason when it does not compile or leaves the subset.
 */
export function buildSpecification(): Promise<Uint8Array> {
	built ??= compileSpecification();
	return built;
}

async function compileSpecification(): Promise<Uint8Array> {
	const remembered = recall(FOLDER);
	if (remembered !== undefined) return remembered;
	const entry = 'verify/specification/specification.ts';
	const { wasm, inputs } = await compileAssembly({ entry, memoryPages: KERNEL_PAGES });
	const problems = checkSubset(wasm, { name: 'the specification', ...KERNEL_INTERFACE });
	if (problems.length > 0) throw new Error(`the specification leaves the kernel's subset:\n${problems.join('\n')}`);
	remember(FOLDER, wasm, inputs);
	return wasm;
}
