import wabt from 'wabt';

const { parseWat } = await wabt();

/** WebAssembly text to binary. */
export function assemble(text: string): Uint8Array {
	const module = parseWat('test.wat', text, { multi_memory: true, bulk_memory: true });
	try {
		return Uint8Array.from(module.toBinary({ write_debug_names: false }).buffer);
	} finally {
		module.destroy();
	}
}
