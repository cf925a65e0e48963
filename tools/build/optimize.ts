import binaryen from 'binaryen';

/** What components may use. */
export const FEATURES: number =
	binaryen.Features.MutableGlobals |
	binaryen.Features.SignExt |
	binaryen.Features.NontrappingFPToInt |
	binaryen.Features.BulkMemory |
	binaryen.Features.BulkMemoryOpt |
	binaryen.Features.MultiMemory;

/** Runs Binaryen's strongest optimisation over a linked component. The features are named: "all" makes binaries that V8 refuses. */
export function optimize(wasm: Uint8Array): Uint8Array {
	const module = binaryen.readBinary(wasm);
	try {
		module.setFeatures(FEATURES);
		binaryen.setOptimizeLevel(3);
		binaryen.setShrinkLevel(0);
		// Bytes below STATIC_BASE belong to the ABI: address arithmetic must not assume that they are unused.
		binaryen.setLowMemoryUnused(false);
		module.optimize();
		return module.emitBinary();
	} finally {
		module.dispose();
	}
}
