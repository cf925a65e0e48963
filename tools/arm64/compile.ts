/** Compiles `kernel.wasm` and component binaries to AArch64. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layoutHeader } from './header.ts';
import { buildFolder, C_FLAGS, cached, hashOf, MACHINE, tool, wasmToC } from './toolchain.ts';
import { type Translation, translate, withoutTables } from './translate.ts';

/** Bytes of stack that a component's activations have: STACK_BYTES of machines/arm64/machine.h. */
const STACK_BYTES = 8192;
/** Flag in the first word of a code image: the code uses floating-point registers (machines/arm64/memory.c). */
const IMAGE_FLOATING = 1;
const PAGE = 4096;
/** x19 holds the method, x20..x25 the words. */
const FIRST_MESSAGE_REGISTER = 19;
/** Binaries from this size on are compiled to be small: most of such a program is run once in a while. Bytes of WebAssembly. */
const LARGE = 8_192;
/** Where INSTANCE lies: above the stack in the window of native data (tools/arm64/component/component.ld). */
const NATIVE_WINDOW = 0x1c_0000_0000;

/** C that is part of a component: its stubs, and where the machine enters it. */
const COMPONENT = join(import.meta.dirname, 'component');
/** Files that the meaning of compiled code depends on. */
const SOURCES: readonly string[] = [
	...['imports.h', 'entries.h', 'tables.h', 'bytes.c', 'component.ld'].map((name) => join(COMPONENT, name)),
	...['wasm.h', 'services.h'].map((name) => join(MACHINE, name)),
	...['compile.ts', 'translate.ts', 'toolchain.ts'].map((name) => join(import.meta.dirname, name)),
];

/** A component's code for memory 15, and what the machine needs to run it. */
export interface NativeComponent {
	/** Code and constants, whole 4 KiB pages. */
	readonly code: Uint8Array;
	/** 4 KiB pages of memory 13: stack, then globals and tables. */
	readonly nativePages: number;
	/** The ELF file that `code` was cut out of, for debuggers. */
	readonly elf: string;
}

/** Everything but the binary that decides what comes out of the compilers. */
function sourceText(): string[] {
	return [layoutHeader(), ...SOURCES.map((path) => readFileSync(path, 'utf8'))];
}

/** Writes generated C headers where `-I` finds them; returns the folder, whose name depends on their contents. */
export async function writeHeaders(headers: Readonly<Record<string, string>>): Promise<string> {
	const all = { 'layout.h': layoutHeader(), ...headers };
	const folder = buildFolder(`include/${hashOf(Object.entries(all).flat())}`);
	for (const [name, text] of Object.entries(all)) {
		await cached(join(folder, name), async (temporary) => writeFileSync(temporary, text));
	}
	return folder;
}

/**
 * How `enterProtected` reads the message: only the registers of parameters that are used, because the compiler saves each register
 * that it sees written.
 */
function messageMacros(uses: readonly boolean[]): string {
	const numbers = uses.flatMap((used, index) => (used ? [FIRST_MESSAGE_REGISTER + index] : []));
	const registers = numbers.map((number) => `WORD(${number});`).join(' ');
	const outputs = numbers.map((number) => `"=r"(x${number})`).join(', ');
	const parameters = uses.map((used, index) => (used ? `x${FIRST_MESSAGE_REGISTER + index}` : '0'));
	return `#define MESSAGE_IN ${registers} __asm__ volatile("" : ${outputs})\n#define MESSAGE_PARAMETERS ${parameters.join(', ')}`;
}

function componentSource(translation: Translation): string {
	const entries = ['init', 'notified', 'protected', 'faulted'].filter((name) => translation.exports.includes(name));
	return [
		...entries.map((name) => `#define EXPORTS_${name}`),
		`#define IMAGE_FLAGS ${translation.floating ? IMAGE_FLOATING : 0}`,
		translation.floating ? '#define FLOATING' : '',
		messageMacros(translation.protectedUses),
		'#include "imports.h"',
		'#include "tables.h"',
		'#define REGION(k) memoryBase(WINDOW(k))',
		'#define OWN memoryBase(OWN_ADDRESS)',
		`#define INSTANCE (*(w2c_component *)${NATIVE_WINDOW + STACK_BYTES}ul)`,
		'#define TABLES ((wasm_rt_funcref_t *)(&INSTANCE + 1))',
		// Entered from one place each: as functions of this file they can become part of it.
		translation.source.replace(/^(void|u32) (?=component_(init|notified|protected|faulted)\()/gm, 'static $1 '),
		`__attribute__((used, section(".native"))) static struct { w2c_component instance; wasm_rt_funcref_t tables[${translation.tableElements}]; } native;`,
		'#include "entries.h"',
	].join('\n');
}

async function compileComponentTo(elf: string, wasm: Uint8Array): Promise<void> {
	const translation = translate(await wasmToC(wasm, 'component'));
	const source = `${elf}.c`;
	writeFileSync(source, componentSource(translation));
	// Endless recursion must exhaust the stack, as on other machines, not become a loop.
	const own = ['-fno-optimize-sibling-calls', '-w'];
	const size = wasm.length >= LARGE ? ['-Os'] : [];
	const flags = [...C_FLAGS, ...size, ...own, '-I', COMPONENT, '-I', MACHINE, '-I', await writeHeaders({})];
	if (!translation.floating) flags.push('-mgeneral-regs-only');
	await tool('clang', [...flags, '-c', source, '-o', `${elf}.o`]);
	await tool('clang', [...flags, '-fno-builtin', '-c', join(COMPONENT, 'bytes.c'), '-o', `${elf}.bytes.o`]);
	const script = join(COMPONENT, 'component.ld');
	const link = ['-static', '--gc-sections', '-T', script, `--defsym=stackBytes=${STACK_BYTES}`];
	await tool('ld.lld', [...link, `${elf}.o`, `${elf}.bytes.o`, '-o', elf]);
}

/** Compiles a linked and validated component binary. Cached by content. */
export async function compileComponent(wasm: Uint8Array): Promise<NativeComponent> {
	const base = join(buildFolder('components'), hashOf([wasm, ...sourceText()]));
	const elf = await cached(`${base}.elf`, (temporary) => compileComponentTo(temporary, wasm));
	const binary = await cached(`${base}.bin`, async (temporary) => {
		await tool('llvm-objcopy', ['-O', 'binary', '--only-section=.text', elf, temporary]);
	});
	const code = new Uint8Array(readFileSync(binary));
	if (code.length % PAGE !== 0) throw new Error(`${binary} is not whole pages`);
	const nativePages = new DataView(code.buffer).getUint32(4, true);
	return { code, nativePages, elf };
}

/** `kernel.wasm` for this machine. */
export interface NativeKernel {
	/** Path of the object file. */
	readonly object: string;
	/** C prototypes of its entries, `kernel_<name>`. */
	readonly prototypes: string;
}

/** Compiles `kernel.wasm`. Cached by content. */
export async function compileKernel(wasm: Uint8Array): Promise<NativeKernel> {
	const base = join(buildFolder('kernel'), hashOf([wasm, ...sourceText()]));
	const object = await cached(`${base}.o`, (temporary) => compileKernelTo(temporary, wasm, `${base}.prototypes`));
	return { object, prototypes: readFileSync(`${base}.prototypes`, 'utf8') };
}

/** The prototypes of exported functions that wasm2c declares, without the instance. */
function exportedPrototypes(header: string): string {
	const exported = header.matchAll(/^(\w+) w2c_kernel_(\w+)\(w2c_kernel\*(?:, )?([^)]*)\);$/gm);
	return [...exported].map(([, result, name, types]) => `${result} kernel_${name}(${types || 'void'});\n`).join('');
}

/** The kernel's memory lies at a constant address of the high half; its code has no globals and no tables, so no instance. */
async function compileKernelTo(object: string, wasm: Uint8Array, prototypes: string): Promise<void> {
	const emitted = await wasmToC(wasm, 'kernel');
	writeFileSync(`${object}.prototypes`, exportedPrototypes(emitted.header));
	renameSync(`${object}.prototypes`, prototypes);
	const translation = translate({ ...emitted, source: withoutTables(emitted.source) });
	const source = `${object}.c`;
	// A slow path inside a fast one would make it save registers.
	const body = translation.source.replace(/^static (\w+ kernel_\w*Slow_0\()/gm, '__attribute__((noinline)) static $1');
	const prefix = [
		'#define FORCE_READ(value)',
		'#include "wasm.h"',
		'#define OWN_ADDRESS 0xffffffc000000000ul',
		'#define OWN memoryBase(OWN_ADDRESS)',
	];
	writeFileSync(source, [...prefix, body].join('\n'));
	const flags = [...C_FLAGS, '-w', '-mgeneral-regs-only', '-I', MACHINE];
	await tool('clang', [...flags, '-c', source, '-o', object]);
}
