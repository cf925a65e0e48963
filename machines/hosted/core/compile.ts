/** Compiles a binary, at once: the machine runs where that is allowed for any size. Throws what the engine throws. */
export function compileModule(wasm: Uint8Array): WebAssembly.Module {
	// Binaries never lie in shared memory, which is all that the browser's own types want to know.
	return new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
}
