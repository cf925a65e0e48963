/** Builds the bootable image of a system: machine, kernel, component code, tables and manifest in one file for `qemu -kernel`. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BOARD_RAM } from '../../abi/board.ts';
import * as boot from '../../abi/boot.ts';
import { MEMORY_CODE, MEMORY_NATIVE, MEMORY_OWN } from '../../abi/component.ts';
import { RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { MEMORY_IMAGE, MEMORY_NORMAL, PROCESS_BLOCK_PAGES, REGION_STEP } from '../../kernel/layout.ts';
import type { ImageSizes, SystemImage } from '../image/types.ts';
import { compileComponent, compileKernel, type NativeComponent, writeHeaders } from './compile.ts';
import { buildFolder, C_FLAGS, cached, hashOf, MACHINE, tool } from './toolchain.ts';

const PAGE = 4096;
const WASM_PAGE_PAGES = 16;

/** Memory that is part of the image: component code, or a table. */
interface Part {
	readonly bytes: Uint8Array;
	readonly kind: number;
	/** 4 KiB pages of native data and stack; 0 unless code. */
	readonly native: number;
}

function padded(bytes: Uint8Array): Uint8Array {
	const result = new Uint8Array(Math.ceil(bytes.length / PAGE) * PAGE);
	result.set(bytes);
	return result;
}

function compileAll(image: SystemImage): Promise<NativeComponent[]> {
	return Promise.all(image.images.map((component) => compileComponent(component.wasm)));
}

function sizesOf(native: readonly NativeComponent[]): ImageSizes {
	return {
		codePages: (index) => (native[index]?.code.length ?? 0) / PAGE,
		nativePages: (index) => native[index]?.nativePages ?? 0,
		hasDeviceTree: true,
	};
}

/** Images, tables and the manifest, in the order of their region rows; the manifest last. */
async function collectParts(image: SystemImage): Promise<Part[]> {
	const native = await compileAll(image);
	const manifest = image.manifest(sizesOf(native));
	return [
		...native.map((component) => ({ bytes: component.code, kind: MEMORY_IMAGE, native: component.nativePages })),
		...image.data.map((region) => ({ bytes: padded(region.bytes), kind: MEMORY_NORMAL, native: 0 })),
		{ bytes: padded(manifest.bytes), kind: MEMORY_NORMAL, native: 0 },
	];
}

/** The boot entries that enter a part's or a memory's pages in its tables. */
function prepareCalls(row: number, pages: number): string[] {
	return Array.from({ length: Math.ceil(pages / REGION_STEP) }, (_, step) => `bootPrepare(${row}, ${step})`);
}

/** The boot entries for the parts of the image: components, tables, the manifest. */
function partCalls(parts: readonly Part[]): string[] {
	let offset = 0;
	return parts.flatMap((part, index) => {
		const manifest = index === parts.length - 1;
		const row = manifest ? boot.ROW_MANIFEST : boot.ROW_IMAGES + index;
		const slot = manifest ? boot.SLOT_MANIFEST : boot.SLOT_IMAGES + index;
		const pages = part.bytes.length / PAGE;
		const call = `bootRegion(${row}, parts + ${offset}, ${pages}, ${part.kind}, ${boot.ROW_FREE_RAM}, ${slot})`;
		offset += pages;
		return [call, ...prepareCalls(row, pages)];
	});
}

/** The boot entries for memory of init's own. */
function memoryCalls(row: number, memory: number, pages: number): string[] {
	const rights = RIGHT_READ | RIGHT_WRITE;
	return [
		`bootMemory(${row}, ${boot.ROW_FREE_RAM}, ${pages})`,
		...prepareCalls(row, pages),
		`bootMap(${boot.ROW_PROCESS_INIT}, ${row}, ${memory}, ${rights})`,
	];
}

/** All boot entries in order (docs/reference/02-machine.md); `first` is the first free page, RAM ends before page `ramEnd`. */
function bootCalls(image: SystemImage, parts: readonly Part[]): string[] {
	const { cpuShare, slots, initSlots, initPriority, initBudget, initPeriod } = image.boot;
	const block = PROCESS_BLOCK_PAGES;
	const treePages = boot.TREE_BYTES / PAGE;
	const process = [boot.ROW_PROCESS_INIT, boot.ROW_INIT_BLOCK, initSlots, initPriority, initBudget, initPeriod];
	return [
		`bootBegin(1, ${cpuShare}, ${slots}, BOARD_RAM / PAGE, ramEnd)`,
		`bootExtent(${boot.ROW_INIT_BLOCK}, first, ${block})`,
		`bootExtent(${boot.ROW_FREE_RAM}, first + ${block}, ramEnd - first - ${block})`,
		`bootProcess(${process.join(', ')})`,
		...partCalls(parts),
		`bootRegion(${boot.ROW_TREE}, tree, ${treePages}, ${MEMORY_NORMAL}, ${boot.ROW_FREE_RAM}, ${boot.SLOT_TREE})`,
		...prepareCalls(boot.ROW_TREE, treePages),
		...memoryCalls(boot.ROW_INIT_MEMORY, MEMORY_OWN, (image.images[0]?.memoryPages ?? 0) * WASM_PAGE_PAGES),
		...memoryCalls(boot.ROW_INIT_NATIVE, MEMORY_NATIVE, parts[0]?.native ?? 0),
		`bootMap(${boot.ROW_PROCESS_INIT}, ${boot.ROW_MANIFEST}, 1, ${RIGHT_READ})`,
		`bootMap(${boot.ROW_PROCESS_INIT}, ${boot.ROW_TREE}, 2, ${RIGHT_READ})`,
		`bootMap(${boot.ROW_PROCESS_INIT}, ${boot.ROW_IMAGES}, ${MEMORY_CODE}, ${RIGHT_READ | RIGHT_EXECUTE})`,
		'bootEnd()',
	];
}

/** `system.h`, which boot.c includes: what to tell the kernel, and the hash to print. `describeSystem` gives the line that was refused, or 0. */
function systemHeader(image: SystemImage, parts: readonly Part[]): string {
	const lines = bootCalls(image, parts).map((call) => `	if (kernel_${call} != 0) return __LINE__;`);
	return `#include "machine.h"
#define KERNEL_HASH "${image.kernel.sha256}"
static u32 describeSystem(u32 tree, u32 parts, u32 first, u32 ramEnd) {
${lines.join('\n')}
	return 0;
}
`;
}

function machineSources(): string[] {
	return readdirSync(MACHINE)
		.filter((name) => /\.[cS]$/.test(name))
		.sort();
}

function machineText(): string[] {
	return readdirSync(MACHINE, { withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(MACHINE, entry.name), 'utf8'));
}

const MACHINE_FLAGS: readonly string[] = [
	...C_FLAGS,
	...['-mgeneral-regs-only', '-Wall', '-Wextra', '-Wno-unused-parameter', '-Werror', '-fno-builtin', '-I', MACHINE],
];

/** Compiles one of the machine's files. `headers` is the folder of generated ones. */
async function compileMachineFile(path: string, headers: string): Promise<string> {
	const inputs = [readFileSync(path), headers, ...machineText(), MACHINE_FLAGS.join(' ')];
	const object = join(buildFolder('machine'), `${basename(path)}-${hashOf(inputs)}.o`);
	return cached(object, async (temporary) => {
		await tool('clang', [...MACHINE_FLAGS, '-I', headers, '-c', path, '-o', temporary]);
	});
}

/** Makes an object file of the parts, which it returns. `base` begins the names of its files. */
async function assembleParts(base: string, parts: readonly Part[]): Promise<string> {
	writeFileSync(`${base}.parts`, Buffer.concat(parts.map((part) => part.bytes)));
	writeFileSync(`${base}.parts.S`, `.section .parts, "a"\n.balign ${PAGE}\n.incbin "${base}.parts"\n`);
	await tool('clang', [...MACHINE_FLAGS, '-c', `${base}.parts.S`, '-o', `${base}.parts.o`]);
	for (const extension of ['parts', 'parts.S']) rmSync(`${base}.${extension}`);
	return `${base}.parts.o`;
}

async function link(elf: string, image: SystemImage, parts: readonly Part[]): Promise<void> {
	const kernel = await compileKernel(image.kernel.wasm);
	const common = await writeHeaders({ 'kernel.h': kernel.prototypes });
	const own = await writeHeaders({ 'kernel.h': kernel.prototypes, 'system.h': systemHeader(image, parts) });
	const partsObject = await assembleParts(elf, parts);
	const objects = [partsObject];
	for (const name of machineSources()) {
		objects.push(await compileMachineFile(join(MACHINE, name), name === 'boot.c' ? own : common));
	}
	await tool('ld.lld', [
		'-static',
		`--defsym=RAM=${BOARD_RAM}`,
		'-T',
		join(MACHINE, 'kernel.ld'),
		...objects,
		kernel.object,
		'-o',
		elf,
	]);
	rmSync(partsObject);
}

/** Builds the image of a system, cached by content; returns the path of the file to give to `qemu-system-aarch64 -kernel`. */
export async function buildImage(image: SystemImage): Promise<string> {
	const parts = await collectParts(image);
	const inputs = [
		image.kernel.wasm,
		systemHeader(image, parts),
		...parts.map((part) => part.bytes),
		...machineText(),
		C_FLAGS.join(' '),
	];
	const base = join(buildFolder('images'), `${image.name}-${hashOf(inputs)}`);
	const elf = await cached(`${base}.elf`, (temporary) => link(temporary, image, parts));
	return cached(`${base}.img`, async (temporary) => {
		await tool('llvm-objcopy', ['-O', 'binary', elf, temporary]);
	});
}
