/** The sizes that Tessera keeps bounded. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildImage } from '../arm64/image.ts';
import { runQemu } from '../arm64/run.ts';
import { MACHINE } from '../arm64/toolchain.ts';
import { PROJECT_ROOT } from '../build/assembly.ts';
import { buildKernel } from '../build/kernel.ts';
import { CommandError } from '../command.ts';
import { buildSystem } from '../image/build.ts';
import { ARM64_PROGRAMS, requirePrograms } from '../setup/packages.ts';
import { countLines } from './lines.ts';

/** One figure and its bound. */
export interface Size {
	readonly name: 'kernelWasmBytes' | 'privilegedLines' | 'compositorLines' | 'keyboardLines' | 'helloRamBytes';
	readonly meaning: string;
	readonly value: number;
	/** At most this. */
	readonly bound: number;
}

const KIBIBYTE = 1024;

/** C and assembly of the ARM64 machine: all native code that runs at EL1 besides the compiled kernel. */
function privilegedLines(): number {
	const files = readdirSync(MACHINE).filter((name) => /\.[chS]$/.test(name));
	return files.reduce((sum, name) => sum + countLines(readFileSync(join(MACHINE, name), 'utf8')), 0);
}

/** Lines of a component's own folder: what it links from the SDK is not its own. */
export function componentLines(folder: string): number {
	const files = globSync(join(PROJECT_ROOT, folder, '**/*.ts'));
	return files.reduce((sum, file) => sum + countLines(readFileSync(file, 'utf8')), 0);
}

/** RAM in use when `hello` halts, all told, as the machine counts it. */
async function helloRam(): Promise<number> {
	requirePrograms(ARM64_PROGRAMS);
	const { exitCode, output } = await runQemu(await buildImage(await buildSystem('hello')));
	const used = output.match(/^tessera: memory (\d+) KiB$/m)?.[1];
	if (exitCode !== 0 || used === undefined) throw new CommandError(`hello did not run on arm64:\n${output}`);
	return Number(used) * KIBIBYTE;
}

/** Measures everything. */
export async function measureSizes(): Promise<Size[]> {
	return [
		{
			name: 'kernelWasmBytes',
			meaning: 'kernel.wasm, bytes',
			value: (await buildKernel()).wasm.length,
			bound: 32 * KIBIBYTE,
		},
		{
			name: 'privilegedLines',
			meaning: 'C and assembly of machines/arm64, lines without blank ones and comments',
			value: privilegedLines(),
			bound: 1000,
		},
		{
			name: 'compositorLines',
			meaning: 'servers/compositor, trusted path included, lines without blank ones and comments',
			value: componentLines('servers/compositor'),
			bound: 4500,
		},
		{
			name: 'keyboardLines',
			meaning: 'servers/keyboard, lines without blank ones and comments',
			value: componentLines('servers/keyboard'),
			bound: 800,
		},
		{
			name: 'helloRamBytes',
			meaning: 'RAM that `hello` takes on arm64, all told, bytes',
			value: await helloRam(),
			bound: KIBIBYTE * KIBIBYTE,
		},
	];
}
