/** Kernels with a mistake in them, for tests of what must notice it. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { KERNEL_PAGES } from '../../kernel/layout.ts';
import { compileAssembly, PROJECT_ROOT } from '../../tools/build/assembly.ts';

/** One place of the kernel's source that says something else. */
export interface Mistake {
	readonly what: string;
	readonly file: string;
	readonly text: string;
	readonly instead: string;
}

/** Compiles faster. */
const NOT_OPTIMISED: readonly string[] = ['--optimizeLevel', '0'];

/** `kernel.wasm` with the mistake, not optimised unless `extra` says so. Throws when the file does not have the text exactly once. */
export async function compileMistake({ file, text, instead }: Mistake, extra = NOT_OPTIMISED): Promise<Uint8Array> {
	const source = readFileSync(path.join(PROJECT_ROOT, file), 'utf8');
	if (source.split(text).length !== 2) throw new Error(`${file} does not have the text of the mistake once: ${text}`);
	const sources = new Map([[file, source.replace(text, instead)]]);
	const { wasm } = await compileAssembly({ entry: 'kernel/kernel.ts', memoryPages: KERNEL_PAGES, sources, extra });
	return wasm;
}
