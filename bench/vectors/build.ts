/** Builds the bench's two programs: the same but for their kernels. */
import { compileAssembly } from '../../tools/build/assembly.ts';

export const CHOICES: readonly ['plain', 'vectors'] = ['plain', 'vectors'];
export type Choice = (typeof CHOICES)[number];

const FOLDER = 'bench/vectors';

/** Only the program that has vectors may use them: the other is compiled as components are. */
export async function buildProgram(choice: Choice): Promise<Uint8Array> {
	const vectors = choice === 'vectors';
	const sources = new Map([[`${FOLDER}/choice.ts`, `export const VECTORS: bool = ${vectors};\n`]]);
	const extra = vectors ? ['--enable', 'simd'] : [];
	const { wasm } = await compileAssembly({ entry: `${FOLDER}/program.ts`, memoryPages: 1, sources, extra });
	return wasm;
}
