import type { Command } from 'commander';
import { CommandError, printJson, progress } from '../command.ts';
import { ARM64_PROGRAMS, requirePrograms } from '../setup/packages.ts';
import { measureSizes, type Size } from './measure.ts';
import { KINDS, measureMemory, totalOf } from './memory.ts';

const HELP = `
Without a system: what is kept bounded. --json prints { kernelWasmBytes, privilegedLines, compositorLines, keyboardLines, helloRamBytes, phoneRamBytes,
phoneDownloadBytes }.
Exit code 1 when a size is over its bound.

With a system: where its RAM goes on ARM64, KiB by component and kind: native code; linear memory; native stack and globals; shared regions; files and
rosters; page tables; the kernel's block of a process; machine and kernel. All of it is taken when the system starts, and stays taken.
--json prints { total, rows: [{ name, bytes: { code, memory, ... } }] }, in bytes.

Examples:
  npx tessera size
  npx tessera size phone-recorded --json`;

/** `tessera size`. */
export function registerSize(program: Command): void {
	program
		.command('size')
		.argument('[system]', 'name of a folder in systems/: where its RAM goes on ARM64')
		.option('--json', 'print the figures as JSON', false)
		.description('sizes that Tessera keeps bounded')
		.addHelpText('after', HELP)
		.action(size);
}

interface Options {
	readonly json: boolean;
}

async function size(system: string | undefined, options: Options): Promise<void> {
	if (system === undefined) await showBounded(options);
	else await showMemory(system, options);
}

async function showBounded(options: Options): Promise<void> {
	progress('measuring; this boots hello once on arm64, and compiles the phone for it');
	const sizes = await measureSizes();
	if (options.json) printJson(Object.fromEntries(sizes.map(({ name, value }) => [name, value])));
	else for (const line of sizes.map(describe)) console.log(line);
	const over = sizes.filter(({ value, bound }) => value > bound);
	if (over.length > 0) throw new CommandError(`over the bound: ${over.map(({ name }) => name).join(', ')}`);
}

function describe({ name, meaning, value, bound }: Size): string {
	return `${name.padEnd(18)} ${String(value).padStart(8)} of ${String(bound).padStart(8)}  ${meaning}`;
}

const KIBIBYTE = 1024;
const COLUMN = 9;

async function showMemory(system: string, { json }: Options): Promise<void> {
	requirePrograms(ARM64_PROGRAMS);
	progress('measuring; this compiles the system for ARM64');
	const rows = await measureMemory(system);
	const total = rows.reduce((sum, row) => sum + totalOf(row), 0);
	if (json) return printJson({ total, rows });
	const line = (name: string, cells: readonly (string | number)[]): void =>
		console.log(name.padEnd(20) + cells.map((cell) => String(cell).padStart(COLUMN)).join(''));
	const inKibibytes = (bytes: number): number => Math.round(bytes / KIBIBYTE);
	line('KiB', [...KINDS, 'total']);
	for (const row of rows) line(row.name, [...KINDS.map((kind) => row.bytes[kind] ?? 0), totalOf(row)].map(inKibibytes));
	const sums = KINDS.map((kind) => rows.reduce((sum, { bytes }) => sum + (bytes[kind] ?? 0), 0));
	line('all', [...sums, total].map(inKibibytes));
	console.log(`${total} bytes`);
}
