/** The real kernel on a machine that does nothing: enough to carry out a manifest as init would, and to look at what it left. */

import {
	INIT_PRIORITY,
	MANIFEST_HEADER_BYTES,
	MANIFEST_MAGIC,
	MANIFEST_RECORD_BYTES,
	ROW_FREE_RAM,
	ROW_IMAGES,
	ROW_INIT_BLOCK,
	ROW_MANIFEST,
	ROW_PROCESS_INIT,
	SLOT_IMAGES,
	SLOT_MANIFEST,
} from '../../abi/boot.ts';
import { MEMORY_IMAGE, MEMORY_NORMAL, PROCESS_BLOCK_PAGES } from '../../kernel/layout.ts';
import { buildKernel } from '../../tools/build/kernel.ts';
import { PAGE_BYTES } from '../../tools/image/footprint.ts';
import type { ImageSizes, SystemImage } from '../../tools/image/types.ts';

/** First page of RAM, as on QEMU's `virt`. */
const RAM = 0x40000;
/** Page tables of boot regions, and init's block. */
const BOOT_PAGES = 256;

type Entry = (...words: number[]) => number;

/** A kernel call of the manifest that failed. */
export interface Failure {
	readonly record: number;
	readonly words: readonly number[];
	readonly status: number;
}

export interface Booted {
	readonly memory: DataView;
	readonly failure: Failure | undefined;
	readonly log: string;
	/** Another kernel call as init. */
	system(number: number, ...words: number[]): number;
}

/** Boots `image` up to the point where init would be done. */
export async function bootKernel(image: SystemImage, sizes: ImageSizes): Promise<Booted> {
	const { wasm } = await buildKernel();
	let log = '';
	const nothing = (): void => {};
	const names = ['back', 'unback', 'clear', 'mapping', 'reset', 'forget', 'copy', 'lineEnable', 'lineRaise', 'halt'];
	const machine: WebAssembly.ModuleImports = Object.fromEntries(names.map((name) => [name, nothing]));
	machine.log = (word: number, count: number): void => {
		for (let index = 0; index < count; index++) log += String.fromCharCode((word >> (8 * index)) & 255);
	};
	const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), { machine });
	const kernel = instance.exports as unknown as Record<string, Entry> & { memory: WebAssembly.Memory };
	const manifest = image.manifest(sizes);
	boot(kernel, image, sizes, manifest.freePages);
	const system = (number: number, ...words: number[]): number =>
		entry(kernel, 'system')(number, ...words, ...Array<number>(6 - words.length).fill(0), 0, 0);
	const failure = carryOut(manifest.bytes, system);
	return { memory: new DataView(kernel.memory.buffer), failure, log, system };
}

function entry(kernel: Record<string, Entry>, name: string): Entry {
	const found = kernel[name];
	if (found === undefined) throw new Error(`the kernel has no entry ${name}`);
	return found;
}

function boot(kernel: Record<string, Entry>, image: SystemImage, sizes: ImageSizes, freePages: number): void {
	const must = (name: string, ...words: number[]): void => {
		const status = entry(kernel, name)(...words);
		if (status < 0) throw new Error(`${name}(${words.join(', ')}) = ${status}`);
	};
	const { boot: given } = image;
	let contents = RAM + BOOT_PAGES + freePages;
	must('bootBegin', 0, given.cpuShare, given.slots, RAM, RAM + 0x40000);
	must('bootExtent', ROW_INIT_BLOCK, RAM, PROCESS_BLOCK_PAGES);
	must('bootExtent', ROW_FREE_RAM, RAM + BOOT_PAGES, freePages);
	must('bootExtent', 7, RAM + PROCESS_BLOCK_PAGES, BOOT_PAGES - PROCESS_BLOCK_PAGES);
	must(
		'bootProcess',
		ROW_PROCESS_INIT,
		ROW_INIT_BLOCK,
		given.initSlots,
		INIT_PRIORITY,
		given.initBudget,
		given.initPeriod,
	);
	must('bootRegion', ROW_MANIFEST, contents++, 1, MEMORY_NORMAL, 7, SLOT_MANIFEST);
	const things = [
		...image.images.map((_, index) => ({ pages: sizes.codePages(index), kind: MEMORY_IMAGE })),
		...image.data.map(({ bytes }) => ({ pages: bytes.length / PAGE_BYTES, kind: MEMORY_NORMAL })),
	];
	for (const [index, { pages, kind }] of things.entries()) {
		must('bootRegion', ROW_IMAGES + index, contents, pages, kind, 7, SLOT_IMAGES + index);
		for (let step = 0; step * 16 < pages; step++) must('bootPrepare', ROW_IMAGES + index, step);
		contents += pages;
	}
	must('bootEnd');
	if (entry(kernel, 'next')(0, 0) !== ROW_PROCESS_INIT) throw new Error('init does not run');
}

function carryOut(bytes: Uint8Array, system: Entry): Failure | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	if (view.getUint32(0, true) !== MANIFEST_MAGIC) throw new Error('not a manifest');
	const count = view.getUint32(4, true);
	for (let record = 0; record < count; record++) {
		const base = MANIFEST_HEADER_BYTES + record * MANIFEST_RECORD_BYTES;
		const words = Array.from({ length: 8 }, (_, word) => view.getInt32(base + 4 * word, true));
		const [number = 0, ...rest] = words;
		const status = system(number, ...rest.slice(0, 6));
		if (status < 0) return { record, words, status };
	}
	return undefined;
}
