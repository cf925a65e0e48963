import wabt from 'wabt';

const { parseWat } = await wabt();

type Features = NonNullable<Parameters<typeof parseWat>[2]>;
/** Multi-memory is missing in the package's types. */
const FEATURES = { multi_memory: true, bulk_memory: true, simd: true, threads: true, tail_call: true } as Features;

/** WebAssembly text to binary. */
export function assemble(text: string): Uint8Array {
	const module = parseWat('test.wat', text, FEATURES);
	try {
		return Uint8Array.from(module.toBinary({ write_debug_names: false }).buffer);
	} finally {
		module.destroy();
	}
}
