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
import { downloadBytes } from '../phone/download.ts';
import { buildPhoneSite } from '../phone/site.ts';
import { ARM64_PROGRAMS, requirePrograms } from '../setup/packages.ts';
import { countLines } from './lines.ts';
import { measureMemory, totalOf } from './memory.ts';

export type SizeName =
	| 'kernelWasmBytes'
	| 'privilegedLines'
	| 'compositorLines'
	| 'keyboardLines'
	| 'helloRamBytes'
	| 'phoneRamBytes'
	| 'phoneDownloadBytes';

/** One figure and its bound. */
export interface Size {
	readonly name: SizeName;
	readonly meaning: string;
	readonly value: number;
	/** At most this. */
	readonly bound: number;
}

const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;
/** The phones for ARM64: tests and the benchmark run one, `npm start -- --machine arm64` the other. */
const ARM64_PHONES = ['phone-recorded', 'phone-arm64'];
/** The phones for the browser, by pixels to the point. */
const BROWSER_PHONES = [
	[1, 'phone'],
	[2, 'phone-2x'],
] as const;

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

/** RAM that a phone takes on ARM64: the one that takes most. */
async function phoneRam(): Promise<number> {
	requirePrograms(ARM64_PROGRAMS);
	const totals: number[] = [];
	for (const system of ARM64_PHONES) {
		totals.push((await measureMemory(system)).reduce((sum, row) => sum + totalOf(row), 0));
	}
	return Math.max(...totals);
}

/** What a browser loads for the phone: that for the screen for which it is most. */
async function phoneDownload(): Promise<number> {
	const sizes: number[] = [];
	for (const [scale, system] of BROWSER_PHONES) {
		sizes.push(downloadBytes(await buildPhoneSite(new Map([[scale, await buildSystem(system)]]))));
	}
	return Math.max(...sizes);
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
			bound: 999,
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
			bound: MEBIBYTE,
		},
		{
			name: 'phoneRamBytes',
			meaning: 'RAM that the phone takes on arm64, framebuffer included, bytes',
			value: await phoneRam(),
			bound: 16 * MEBIBYTE,
		},
		{
			name: 'phoneDownloadBytes',
			meaning: "what the phone's page loads, compressed, bytes",
			value: await phoneDownload(),
			bound: 3 * MEBIBYTE,
		},
	];
}
