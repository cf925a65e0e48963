/** The graphics component in this process, without a machine around it. */

import { readFileSync } from 'node:fs';
import { RESULT_WORDS } from '../../abi/component.ts';
import { assetFile } from '../../tools/assets/generate.ts';
import { buildComponent } from '../../tools/build/component.ts';
import type { Picture } from './golden.ts';

const REGION_PAGES = 82;
const PAGE_BYTES = 65_536;

type Serve = (badge: number, method: number, ...words: number[]) => number;

const { wasm } = await buildComponent('test/components/graphics');
const module = new WebAssembly.Module(wasm);
/** A kernel that does nothing. */
const NAMES = ['batch', 'call0', 'call4', 'call6', 'callWith', 'notify', 'system', 'wait'];
const kernel = { ...Object.fromEntries(NAMES.map((name) => [name, () => 0])), clock: () => 0n };

/** The region `assets` for a scale. */
function openAssets(scale: number): WebAssembly.Memory {
	const bytes = readFileSync(assetFile(scale));
	const pages = Math.ceil(bytes.length / PAGE_BYTES);
	const assets = new WebAssembly.Memory({ initial: pages, maximum: pages });
	new Uint8Array(assets.buffer).set(bytes);
	return assets;
}

/** A new instance, as after a restart, for a screen of `scale` pixels to the point. */
export function openGraphics(scale: number) {
	const region = new WebAssembly.Memory({ initial: REGION_PAGES, maximum: REGION_PAGES });
	const assets = openAssets(scale);
	const { exports } = new WebAssembly.Instance(module, { kernel, memory: { 1: region, 12: assets } });
	(exports.init as () => void)();
	const own = exports.memory as WebAssembly.Memory;
	const call = (method: number, ...words: number[]) => {
		const padded = [...words, 0, 0, 0, 0, 0, 0].slice(0, 6);
		return (exports.protected as Serve)(0, method, ...padded) >> 3;
	};
	const results = () => new Uint32Array(own.buffer, RESULT_WORDS, 6);
	/** `count` words at the address that the last answer gave. */
	const words = (count: number) => new Int32Array(own.buffer, results()[0], count);
	const pictureIn = (memory: WebAssembly.Memory): Picture => {
		const [offset = 0, width = 0, height = 0] = results();
		return { width, height, pixels: new Uint8Array(memory.buffer, offset, 4 * width * height).slice() };
	};
	const bytes = (address: number, length: number) => new Uint8Array(own.buffer, address, length);
	const asset = (length: number) => new Uint8Array(assets.buffer, 0, length);
	return {
		call,
		results,
		words,
		bytes,
		/** The first bytes of the region `assets`. */
		asset,
		picture: () => pictureIn(own),
		regionPicture: () => pictureIn(region),
	};
}
