/** Builds the bootable image of a system: machine, kernel, component code, tables and manifest in one file for `qemu -kernel`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEMORY_IMAGE, MEMORY_NORMAL } from '../../kernel/layout.ts';
import type { SystemImage } from '../image/types.ts';
import { compileComponent, compileKernel, writeLayout } from './compile.ts';
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

/** Images, tables and the manifest, in the order of their region rows; the manifest last. */
async function collectParts(image: SystemImage): Promise<Part[]> {
	const native = await Promise.all(image.images.map((component) => compileComponent(component.wasm)));
	const manifest = image.manifest({
		codePages: (index) => (native[index]?.code.length ?? 0) / PAGE,
		nativePages: (index) => native[index]?.nativePages ?? 0,
	});
	return [
		...native.map((component) => ({ bytes: component.code, kind: MEMORY_IMAGE, native: component.nativePages })),
		...image.data.map((region) => ({ bytes: padded(region.bytes), kind: MEMORY_NORMAL, native: 0 })),
		{ bytes: padded(manifest.bytes), kind: MEMORY_NORMAL, native: 0 },
	];
}

/** What boot.c reads: the list of parts and the boot entries' arguments. */
function systemSource(image: SystemImage, parts: readonly Part[]): string {
	let offset = 0;
	const rows = parts.map((part) => {
		const row = `{${offset}, ${part.bytes.length / PAGE}, ${part.kind}, ${part.native}},`;
		offset += part.bytes.length / PAGE;
		return row;
	});
	const { cpuShare, slots, initSlots, initPriority, initBudget, initPeriod } = image.boot;
	const initMemory = (image.images[0]?.memoryPages ?? 0) * WASM_PAGE_PAGES;
	return `#include "boot.h"
const struct part partList[] = {${rows.join('\n')}};
const u32 partCount = ${parts.length};
const struct parameters parameters = {${[cpuShare, slots, initSlots, initPriority, initBudget, initPeriod, initMemory].join(', ')}};
const char kernelHash[] = "${image.kernel.sha256}";
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

/** Compiles one of the machine's files, or generated C at `path`. */
async function compileMachineFile(path: string, object: string): Promise<string> {
	const flags = [
		...C_FLAGS,
		'-mgeneral-regs-only',
		'-Wall',
		'-Wextra',
		'-Wno-unused-parameter',
		'-Werror',
		'-fno-builtin',
		'-I',
		MACHINE,
		'-I',
		await writeLayout(),
	];
	await tool('clang', [...flags, '-c', path, '-o', object]);
	return object;
}

async function link(base: string, image: SystemImage, parts: readonly Part[]): Promise<string> {
	const kernel = await compileKernel(image.kernel.wasm);
	writeFileSync(`${base}.parts`, Buffer.concat(parts.map((part) => part.bytes)));
	writeFileSync(`${base}.system.c`, systemSource(image, parts));
	writeFileSync(`${base}.parts.S`, `.section .parts, "a"\n.balign ${PAGE}\n.incbin "${base}.parts"\n`);
	const sources = [...machineSources().map((name) => join(MACHINE, name)), `${base}.system.c`, `${base}.parts.S`];
	const objects: string[] = [];
	for (const [index, path] of sources.entries()) objects.push(await compileMachineFile(path, `${base}.${index}.o`));
	const elf = `${base}.elf`;
	await tool('ld.lld', ['-static', '-T', join(MACHINE, 'kernel.ld'), ...objects, kernel, '-o', elf]);
	return elf;
}

/** Builds the image of a system, cached by content; returns the path of the file to give to `qemu-system-aarch64 -kernel`. */
export async function buildImage(image: SystemImage): Promise<string> {
	const parts = await collectParts(image);
	const inputs = [
		image.kernel.wasm,
		systemSource(image, parts),
		...parts.map((part) => part.bytes),
		...machineText(),
		C_FLAGS.join(' '),
	];
	const base = join(buildFolder('images'), `${image.name}-${hashOf(inputs)}`);
	return cached(`${base}.img`, async (temporary) => {
		const elf = await link(base, image, parts);
		await tool('llvm-objcopy', ['-O', 'binary', elf, temporary]);
	});
}
