/** Bounds and measurements of every entry, side by side. */

import { arm64Bounds } from '../../verify/bounds/arm64.ts';
import { measureImage } from '../../verify/bounds/measured.ts';
import { wasmBounds } from '../../verify/bounds/wasm.ts';
import { ARM64_SYSTEM } from '../bench/kernel-arm64.ts';
import { hash } from '../build/cache.ts';
import { buildSystem } from '../image/build.ts';
import type { Bounds } from './result.ts';

export async function findBounds(wasm: Uint8Array): Promise<Bounds> {
	const sha256 = hash(wasm);
	const inWasm = new Map(wasmBounds(wasm).map((bound) => [bound.entry, bound.instructions]));
	const measured = await measureImage({ ...(await buildSystem(ARM64_SYSTEM)), kernel: { wasm, sha256 } });
	const entries = (await arm64Bounds(wasm)).map(({ entry, instructions, machine }) => ({
		entry,
		arm64: instructions,
		wasm: inWasm.get(entry) ?? 0,
		measured: measured.get(entry)?.most ?? 0,
		machine,
	}));
	return { kernelSha256: sha256, entries };
}
