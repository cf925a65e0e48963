/** Instructions on ARM64: the same binaries through wasm2c and clang, on QEMU's `virt` with nothing beneath them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeHeaders } from '../../tools/arm64/compile.ts';
import { runQemu } from '../../tools/arm64/run.ts';
import { buildFolder, C_FLAGS, MACHINE, ROOT, tool, wasmToC } from '../../tools/arm64/toolchain.ts';
import { translate } from '../../tools/arm64/translate.ts';
import { buildProgram, type Choice } from './build.ts';
import { CASES, type Figures, figureKey, LENGTHS } from './figures.ts';

/** As in bare.c; a tick of the virtual timer is 16 instructions (16 ns). */
const ROUNDS = 64;
const TICK_INSTRUCTIONS = 16;
const HERE = join(ROOT, 'bench/vectors');
const COMPONENT = join(ROOT, 'tools/arm64/component');

/** All cases at all lengths, in the order in which the program answers. */
const MEASUREMENTS = CASES.flatMap((one) => LENGTHS.map((length) => ({ ...one, length })));

/** What wasm2c needs simde for, as bench/vectors/simd.h has it. */
function withVectors(source: string): string {
	const first = source.indexOf('#include <simde');
	const last = source.indexOf('// clang-format on', first);
	const rest = first < 0 ? source : source.slice(0, first) + source.slice(last);
	return rest.replace(
		/v128_(\w+)\(&instance->w2c_memory, \(u64\)\((\w+)\)(?: \+ (\d+)u?)?/g,
		(_, name: string, index: string, offset = '0') => `VECTOR_${name}(${index}, ${offset}`,
	);
}

async function programSource(choice: Choice): Promise<string> {
	const emitted = await wasmToC(await buildProgram(choice), 'program');
	const cases = MEASUREMENTS.map(
		({ kernel, content, length, pixel }) => `{${kernel}, ${content}, ${length}, ${pixel}u}`,
	);
	return [
		'#define WINDOW(k) 0',
		'static unsigned char own[65536] __attribute__((aligned(16)));',
		'#include "tables.h"',
		choice === 'vectors' ? '#include "simd.h"' : '',
		'#define OWN_ADDRESS own',
		'#define OWN own',
		'#define INSTANCE instanceOfProgram',
		'#define TABLES ((wasm_rt_funcref_t *)0)',
		'static struct w2c_program instanceOfProgram;',
		translate({ ...emitted, source: withVectors(emitted.source) }).source,
		'static const struct measurement { u32 kernel, content, length, pixel; } cases[] = {',
		`${cases.join(', ')}};`,
	].join('\n');
}

/** Plain kernels are compiled as components are that use no floating point: for the general registers alone. */
async function buildImage(choice: Choice): Promise<string> {
	const folder = buildFolder(`vectors-${choice}`);
	writeFileSync(join(folder, 'program.h'), await programSource(choice));
	const registers = choice === 'plain' ? ['-mgeneral-regs-only'] : [];
	const include = [folder, HERE, COMPONENT, MACHINE, await writeHeaders({})].flatMap((place) => ['-I', place]);
	const flags = [...C_FLAGS, '-Os', '-w', ...registers, ...include];
	const [object, bytes, image] = ['bare.o', 'bytes.o', 'image.elf'].map((name) => join(folder, name)) as [
		string,
		string,
		string,
	];
	await tool('clang', [...flags, '-c', join(HERE, 'bare.c'), '-o', object]);
	await tool('clang', [...flags, '-fno-builtin', '-c', join(COMPONENT, 'bytes.c'), '-o', bytes]);
	await tool('ld.lld', ['-static', '-T', join(HERE, 'bare.ld'), object, bytes, '-o', image]);
	return image;
}

export async function measureArm64(choice: Choice): Promise<Figures> {
	const { output } = await runQemu(await buildImage(choice), { instructionCount: true });
	const ticks = [...output.matchAll(/^\d+$/gm)].map(Number);
	if (ticks.length !== MEASUREMENTS.length) throw new Error(`the program measured something else: ${output}`);
	const each = MEASUREMENTS.map(({ key, length }, index): [string, number] => [
		figureKey(key, length),
		((ticks[index] ?? 0) * TICK_INSTRUCTIONS) / (ROUNDS * length),
	]);
	return Object.fromEntries(each);
}
