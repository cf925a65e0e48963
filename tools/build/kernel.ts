/** Builds `kernel.wasm`: compile, check against the subset, hash. */

import { createHash } from 'node:crypto';
import { KERNEL_PAGES } from '../../kernel/layout.ts';
import { compileAssembly } from './assembly.ts';
import { checkKernel } from './gate.ts';

export interface BuiltKernel {
	readonly wasm: Uint8Array;
	/** Lower-case hexadecimal; every machine prints it at boot. */
	readonly sha256: string;
}

let built: Promise<BuiltKernel> | undefined;

/** The kernel, built once in a process. Throws with every reason when it does not compile or leaves the subset. */
export function buildKernel(): Promise<BuiltKernel> {
	built ??= compileKernel();
	return built;
}

async function compileKernel(): Promise<BuiltKernel> {
	const { wasm } = await compileAssembly({ entry: 'kernel/kernel.ts', memoryPages: KERNEL_PAGES });
	const problems = checkKernel(wasm);
	if (problems.length > 0) throw new Error(`kernel.wasm leaves its subset:\n${problems.join('\n')}`);
	return { wasm, sha256: createHash('sha256').update(wasm).digest('hex') };
}
