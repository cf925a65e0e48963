/** Builds `kernel.wasm`: compile, check against the subset, hash. */

import { KERNEL_PAGES } from '../../kernel/layout.ts';
import { compileAssembly } from './assembly.ts';
import { hash, recall, remember } from './cache.ts';
import { checkKernel } from './gate.ts';

export interface BuiltKernel {
	readonly wasm: Uint8Array;
	/** Lower-case hexadecimal; every machine prints it at boot. */
	readonly sha256: string;
}

/** Name of the cached binary. */
const FOLDER = 'kernel';

let built: Promise<BuiltKernel> | undefined;

/** The kernel, built once as long as its sources do not change. Throws with every reason when it does not compile or leaves the subset. */
export function buildKernel(): Promise<BuiltKernel> {
	built ??= compileKernel();
	return built;
}

async function compileKernel(): Promise<BuiltKernel> {
	const remembered = recall(FOLDER);
	if (remembered !== undefined) return { wasm: remembered, sha256: hash(remembered) };
	const { wasm, inputs } = await compileAssembly({ entry: 'kernel/kernel.ts', memoryPages: KERNEL_PAGES });
	const problems = checkKernel(wasm);
	if (problems.length > 0) throw new Error(`kernel.wasm leaves its subset:\n${problems.join('\n')}`);
	remember(FOLDER, wasm, inputs);
	return { wasm, sha256: hash(wasm) };
}
