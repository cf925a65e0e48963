/** Where the RAM of a system on ARM64 goes: all of it, by component and kind, as it is when the last component has started. */
import { statSync } from 'node:fs';
import { PROCESS_BLOCK_PAGES } from '../../kernel/layout.ts';
import { compileComponent, type NativeComponent } from '../arm64/compile.ts';
import { buildImage } from '../arm64/image.ts';
import { checkSystem, systemFile } from '../check/check.ts';
import { isTable, type Model, regionPages } from '../check/model.ts';
import { CommandError } from '../command.ts';
import { buildSystem } from '../image/build.ts';
import { PAGE_BYTES, PAGES_OF_WASM_PAGE, regionFootprint } from '../image/footprint.ts';
import type { SystemImage } from '../image/types.ts';

/** Kinds of memory, in the order in which they are shown. */
export const KINDS = ['code', 'memory', 'stack', 'region', 'data', 'tables', 'process', 'kernel'] as const;
export type Kind = (typeof KINDS)[number];

/** What somebody takes, bytes of each kind; what is not there is 0. */
export interface MemoryRow {
	/** A component, a region of shared memory, or a part of the machine. */
	readonly name: string;
	readonly bytes: Readonly<Partial<Record<Kind, number>>>;
}

/** Bytes between the start of RAM and the image (machines/arm64/kernel.ld): the kernel's tables, and stacks. */
const BELOW_IMAGE = 0x48000;

/** What the table is computed from. */
interface Sources {
	readonly model: Model;
	readonly image: SystemImage;
	readonly native: readonly NativeComponent[];
	/** Bytes of the whole boot image. */
	readonly imageBytes: number;
}

/** The rows of a system given by its name, its folder or its file, the largest first. Builds it. Throws CommandError with its mistakes. */
export async function measureMemory(system: string): Promise<MemoryRow[]> {
	const image = await buildSystem(system);
	const { model } = await checkSystem(systemFile(system));
	if (model === undefined) throw new CommandError(`${system} has mistakes`);
	const native = await Promise.all(image.images.map(({ wasm }) => compileComponent(wasm)));
	const sources = { model, image, native, imageBytes: statSync(await buildImage(image)).size };
	const rows = [...componentRows(sources), ...regionRows(sources), ...bootRows(sources)];
	return rows.toSorted((left, right) => totalOf(right) - totalOf(left));
}

/** Bytes of all kinds of a row. */
export function totalOf({ bytes }: MemoryRow): number {
	return Object.values(bytes).reduce((sum, value) => sum + value, 0);
}

/** Pages of page tables of a region of so many pages. */
const tablePages = (pages: number): number => regionFootprint(pages) - pages;

function inBytes(pages: Partial<Record<Kind, number>>): MemoryRow['bytes'] {
	return Object.fromEntries(Object.entries(pages).map(([kind, count]) => [kind, count * PAGE_BYTES]));
}

/** A process: its block, memory 0, stack and globals; and its code, unless somebody before it has the same. */
function processRow({ image, native }: Sources, name: string, index: number, hasCode: boolean): MemoryRow {
	const code = hasCode ? (native[index]?.code.length ?? 0) / PAGE_BYTES : 0;
	const memory = (image.images[index]?.memoryPages ?? 1) * PAGES_OF_WASM_PAGE;
	const stack = native[index]?.nativePages ?? 0;
	const tables = tablePages(memory) + tablePages(stack) + (hasCode ? tablePages(code) : 0);
	return { name, bytes: inBytes({ code, memory, stack, tables, process: PROCESS_BLOCK_PAGES }) };
}

function componentRows(sources: Sources): MemoryRow[] {
	const { components } = sources.model;
	const folders = [...new Set([...components.values()].map(({ folder }) => folder))];
	const seen = new Set<string>();
	const rows = [...components].map(([name, { folder }]) => {
		const isFirst = !seen.has(folder);
		seen.add(folder);
		return processRow(sources, name, folders.indexOf(folder) + 1, isFirst);
	});
	return [processRow(sources, 'init', 0, true), ...rows];
}

/** Shared memory, and files and rosters; of devices only the page tables are RAM. */
function regionRows({ model, image }: Sources): MemoryRow[] {
	const data = new Map(image.data.map(({ name, bytes }) => [name, bytes.length / PAGE_BYTES]));
	return [...model.regions].map(([name, region]) => {
		const pages = data.get(name) ?? regionPages(region);
		const kind = isTable(region) ? { data: pages } : region.device === undefined ? { region: pages } : {};
		return { name, bytes: inBytes({ ...kind, tables: tablePages(pages) }) };
	});
}

/** What there is before any component: machine and kernel, and the manifest that init follows. */
function bootRows({ image, native, imageBytes }: Sources): MemoryRow[] {
	const sizes = {
		codePages: (index: number) => (native[index]?.code.length ?? 0) / PAGE_BYTES,
		nativePages: (index: number) => native[index]?.nativePages ?? 0,
	};
	const manifest = Math.ceil(image.manifest(sizes).bytes.length / PAGE_BYTES);
	const parts = [...native.map(({ code }) => code.length), ...image.data.map(({ bytes }) => bytes.length)];
	const inImage = parts.reduce((sum, length) => sum + length, manifest * PAGE_BYTES);
	return [
		{ name: 'manifest', bytes: inBytes({ data: manifest, tables: tablePages(manifest) }) },
		{ name: 'machine', bytes: { kernel: BELOW_IMAGE + imageBytes - inImage } },
	];
}
