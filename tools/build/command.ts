/** `tessera build`: kernel, components and boot image of a system, as files. */

import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { buildImage } from '../arm64/image.ts';
import { buildSite, writeSite } from '../browser/site.ts';
import { CommandError, printJson, progress } from '../command.ts';
import { buildSystem } from '../image/build.ts';
import type { SystemImage } from '../image/types.ts';
import { ARM64_PROGRAMS, requirePrograms } from '../setup/packages.ts';
import { PROJECT_ROOT } from './assembly.ts';
import { layoutJson } from './layout.ts';

const HELP = `
Files, in build/systems/<system>/: kernel.wasm, one .wasm for each component, and system.img for --machine arm64
(start it with: qemu-system-aarch64 -M virt -cpu cortex-a53 -nic none -nographic -semihosting -kernel system.img).
For --machine browser: the folder page/, static files for any web server (index.html and what it loads).
build/layout.json: every table of the kernel.

--json prints { system, kernel: { sha256, bytes }, components: [{ name, bytes, memoryBytes }], folder, image }.

Examples:
  npx tessera build hello
  npx tessera build systems/faulty/system.ts --machine arm64 --json`;

const MACHINES = ['node', 'arm64', 'browser'];
const WASM_PAGE = 65_536;

interface Options {
	readonly machine: string;
	readonly json: boolean;
}

export function registerBuild(program: Command): void {
	program
		.command('build')
		.argument('<system>', 'name of a folder in systems/, or a path to a system.ts')
		.option('--machine <machine>', MACHINES.join(', '), 'node')
		.option('--json', 'print what was built as JSON', false)
		.description('check a system and build its kernel, components and boot image')
		.addHelpText('after', HELP)
		.action(build);
}

async function build(system: string, { machine, json }: Options): Promise<void> {
	if (!MACHINES.includes(machine))
		throw new CommandError(`--machine is one of ${MACHINES.join(', ')}, not '${machine}'`);
	progress(`building ${system}`);
	const image = await buildSystem(system);
	const folder = await writeFiles(image);
	const file = await writeFor(machine, image, folder);
	const { kernel, images, name } = image;
	const components = images.map(({ name: component, wasm, memoryPages }) => ({
		name: component,
		bytes: wasm.length,
		memoryBytes: memoryPages * WASM_PAGE,
	}));
	const report = { system: name, kernel: { sha256: kernel.sha256, bytes: kernel.wasm.length }, components, folder };
	if (json) printJson(file === undefined ? report : { ...report, image: file });
	else print(report, file);
}

async function writeFiles({ name, kernel, images }: SystemImage): Promise<string> {
	const folder = path.join('build', 'systems', name);
	const target = path.join(PROJECT_ROOT, folder);
	await mkdir(target, { recursive: true });
	await writeFile(path.join(target, 'kernel.wasm'), kernel.wasm);
	for (const image of images) await writeFile(path.join(target, `${image.name}.wasm`), image.wasm);
	await writeFile(path.join(PROJECT_ROOT, 'build', 'layout.json'), layoutJson());
	return folder;
}

/** What only one machine needs; undefined when that is nothing. */
async function writeFor(machine: string, image: SystemImage, folder: string): Promise<string | undefined> {
	if (machine === 'arm64') return writeImage(image, folder);
	if (machine !== 'browser') return undefined;
	const site = path.join(folder, 'page');
	await writeSite(await buildSite(image), path.join(PROJECT_ROOT, site));
	return site;
}

async function writeImage(image: SystemImage, folder: string): Promise<string> {
	requirePrograms(ARM64_PROGRAMS);
	progress('compiling for ARM64');
	const file = path.join(folder, 'system.img');
	await copyFile(await buildImage(image), path.join(PROJECT_ROOT, file));
	return file;
}

interface Report {
	readonly system: string;
	readonly kernel: { readonly sha256: string; readonly bytes: number };
	readonly components: readonly { readonly name: string; readonly bytes: number }[];
	readonly folder: string;
}

function print({ system, kernel, components, folder }: Report, file: string | undefined): void {
	console.log(`${system}: in ${folder}`);
	console.log(`  kernel ${kernel.bytes} bytes, SHA-256 ${kernel.sha256}`);
	for (const { name, bytes } of components) console.log(`  ${name} ${bytes} bytes`);
	if (file !== undefined) console.log(`  to start: ${file}`);
}
