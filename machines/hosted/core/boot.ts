/** The boot sequence: describes memory, images and init to the kernel (docs/reference/02-machine.md). */
import {
	ROW_FREE_RAM,
	ROW_IMAGES,
	ROW_INIT_BLOCK,
	ROW_INIT_MEMORY,
	ROW_MANIFEST,
	ROW_PROCESS_INIT,
	SLOT_IMAGES,
	SLOT_MANIFEST,
} from '../../../abi/boot.ts';
import { MEMORY_CODE, MEMORY_OWN } from '../../../abi/component.ts';
import { RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE } from '../../../abi/rights.ts';
import { MEMORY_IMAGE, MEMORY_NORMAL, PROCESS_BLOCK_PAGES, REGION_STEP } from '../../../kernel/layout.ts';
import type { Core } from './core.ts';
import { MachineError } from './kernel.ts';
import { HOSTED_SIZES, type HostedSystem } from './system.ts';

const PAGE_BYTES = 4096;
/** A region that is mapped as a memory consists of whole WebAssembly pages. */
const PAGES_OF_WASM_PAGE = 16;
/** Pages one level-3 page table maps. */
const PAGES_OF_TABLE = 512;
/** Page 0 is left out, so that no physical address is 0. */
const FIRST_PAGE = 1;
const MEMORY_MANIFEST = 1;

/** A region that has contents before the kernel starts. */
interface Contents {
	readonly row: number;
	readonly kind: number;
	readonly slot: number;
	readonly pages: number;
	readonly bytes: Uint8Array;
}

/** Brings the kernel to the point where init is ready. */
export function boot(core: Core, system: HostedSystem): void {
	const { entries } = core;
	const manifest = system.manifest(HOSTED_SIZES);
	const contents = bootContents(system, manifest.bytes);
	const initPages = (core.images.load(0)?.memoryPages ?? 1) * PAGES_OF_WASM_PAGE;
	const tables = contents.reduce((sum, { pages }) => sum + tablePages(pages), tablePages(initPages));
	const freePages = manifest.freePages + initPages + tables;
	const occupied = contents.reduce((sum, { pages }) => sum + pages, FIRST_PAGE);
	const { cpuShare, slots, initSlots, initPriority, initBudget, initPeriod } = system.boot;
	const end = occupied + PROCESS_BLOCK_PAGES + freePages;
	check('bootBegin', entries.bootBegin(0, cpuShare, slots, FIRST_PAGE, end));
	check('bootExtent', entries.bootExtent(ROW_INIT_BLOCK, occupied, PROCESS_BLOCK_PAGES));
	check('bootExtent', entries.bootExtent(ROW_FREE_RAM, occupied + PROCESS_BLOCK_PAGES, freePages));
	const init = ROW_PROCESS_INIT;
	check('bootProcess', entries.bootProcess(init, ROW_INIT_BLOCK, initSlots, initPriority, initBudget, initPeriod));
	placeContents(core, contents);
	check('bootMemory', entries.bootMemory(ROW_INIT_MEMORY, ROW_FREE_RAM, initPages));
	prepare(core, ROW_INIT_MEMORY, initPages);
	check('bootMap', entries.bootMap(init, ROW_INIT_MEMORY, MEMORY_OWN, RIGHT_READ | RIGHT_WRITE));
	check('bootMap', entries.bootMap(init, ROW_MANIFEST, MEMORY_MANIFEST, RIGHT_READ));
	check('bootMap', entries.bootMap(init, ROW_IMAGES, MEMORY_CODE, RIGHT_READ | RIGHT_EXECUTE));
	check('bootEnd', entries.bootEnd());
}

/** Images, tables and the manifest. */
function bootContents(system: HostedSystem, manifest: Uint8Array): Contents[] {
	const images = system.images.map((_, index) => ({
		row: ROW_IMAGES + index,
		kind: MEMORY_IMAGE,
		slot: SLOT_IMAGES + index,
		pages: 1,
		bytes: new Uint8Array(),
	}));
	const tables = system.data.map(({ bytes }, index) => ({
		row: ROW_IMAGES + images.length + index,
		kind: MEMORY_NORMAL,
		slot: SLOT_IMAGES + images.length + index,
		pages: wholePages(bytes.length),
		bytes,
	}));
	const last = { row: ROW_MANIFEST, kind: MEMORY_NORMAL, slot: SLOT_MANIFEST, pages: wholePages(manifest.length) };
	return [...images, ...tables, { ...last, bytes: manifest }];
}

function placeContents(core: Core, contents: readonly Contents[]): void {
	let page = FIRST_PAGE;
	for (const { row, kind, slot, pages, bytes } of contents) {
		check('bootRegion', core.entries.bootRegion(row, page, pages, kind, ROW_FREE_RAM, slot));
		prepare(core, row, pages);
		if (kind === MEMORY_NORMAL) core.regions.memory(row).bytes.set(bytes);
		page += pages;
	}
}

function prepare(core: Core, row: number, pages: number): void {
	for (let step = 0; step * REGION_STEP < pages; step++) check('bootPrepare', core.entries.bootPrepare(row, step));
}

/** 4 KiB pages of a region that holds so many bytes. */
function wholePages(bytes: number): number {
	return Math.max(1, Math.ceil(bytes / PAGE_BYTES / PAGES_OF_WASM_PAGE)) * PAGES_OF_WASM_PAGE;
}

function tablePages(pages: number): number {
	return 1 + Math.ceil(pages / PAGES_OF_TABLE);
}

function check(entry: string, result: number): void {
	if (result < 0) throw new MachineError(`the kernel refused to boot: ${entry} returned ${result}`);
}
