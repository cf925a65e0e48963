/** What the functions of a kernel binary are called in the sources. */

import { KERNEL_PAGES } from '../../kernel/layout.ts';
import { decodeModule } from '../../machines/wasm/decode.ts';
import { KIND_FUNCTION, type WasmModule } from '../../machines/wasm/module.ts';
import { Reader } from '../../machines/wasm/reader.ts';
import { compileAssembly } from '../../tools/build/assembly.ts';

const CODE = 10;
const CUSTOM = 0;
/** Subsection of the section "name" that has the names of functions. */
const FUNCTION_NAMES = 1;

/**
 * Names by function index. The sources are compiled once more, this time with names; they are believed when the code that comes out is
 * the binary's, byte for byte. Of any other binary only the entries have names.
 */
export async function functionNames(wasm: Uint8Array): Promise<ReadonlyMap<number, string>> {
	const given = decodeModule(wasm);
	const { wasm: named } = await compileAssembly({
		entry: 'kernel/kernel.ts',
		memoryPages: KERNEL_PAGES,
		names: true,
	});
	const compiled = decodeModule(named);
	if (Buffer.compare(codeOf(given), codeOf(compiled)) === 0) return namesOf(compiled);
	return new Map(given.exports.filter(({ kind }) => kind === KIND_FUNCTION).map(({ index, name }) => [index, name]));
}

function codeOf(module: WasmModule): Uint8Array {
	const section = module.sections.find(({ id }) => id === CODE);
	return module.bytes.subarray(section?.start ?? 0, section?.end ?? 0);
}

/** The function names of the section "name" (core specification, appendix "Custom Sections"). */
function namesOf(module: WasmModule): Map<number, string> {
	const section = module.sections.find(({ id, name }) => id === CUSTOM && name === 'name');
	const found = new Map<number, string>();
	if (section === undefined) return found;
	const reader = new Reader(module.bytes, section.contents.start, section.contents.end);
	while (!reader.done) {
		const kind = reader.byte();
		const size = reader.u32();
		const end = reader.position + size;
		if (kind === FUNCTION_NAMES) {
			for (let left = reader.count(); left > 0; left--) found.set(reader.u32(), shorten(reader.name()));
		}
		reader.position = end;
	}
	return found;
}

/** `kernel/gate/admit`: the file and the function. */
function shorten(name: string): string {
	return name.replace(/^kernel\//, '');
}
