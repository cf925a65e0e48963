import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { CommandError, printJson } from '../command.ts';
import { checkStore, type Report } from './check.ts';
import { DamageError, KIND_DIRECTORY } from './image.ts';

const HELP = `
check reads everything and names what is not as it must be (docs/reference/07-store.md); exit code 1 when there is something.
list prints the files of every volume.

Examples:
  tessera store check disk.img
  tessera store list disk.img --json`;

interface Options {
	readonly json: boolean;
	readonly passphrase: string;
}

/** `tessera store`. */
export function registerStore(program: Command): void {
	const store = program.command('store').description('look into a disk of the store').addHelpText('after', HELP);
	for (const [name, action, description] of [
		['check', check, 'whether all on it is as it must be'],
		['list', list, 'the files on it'],
	] as const) {
		store
			.command(name)
			.argument('<image>', 'file with the bytes of the disk')
			.option('--json', 'print the result as JSON', false)
			.option('--passphrase <text>', 'what its key is wrapped with', '')
			.description(description)
			.action(action);
	}
}

function read(file: string, { passphrase }: Options): Report {
	let bytes: Uint8Array;
	try {
		bytes = new Uint8Array(readFileSync(file));
	} catch {
		throw new CommandError(`${file} cannot be read`);
	}
	try {
		return checkStore(bytes, passphrase);
	} catch (error) {
		if (error instanceof DamageError) throw new CommandError(`${file}: ${error.message}`);
		throw error;
	}
}

function summary({ generation, blocks, used, volumes }: Report) {
	return {
		generation: Number(generation),
		blocks,
		used,
		volumes: volumes.map(({ name, used: charged }) => ({ name, used: charged })),
	};
}

function check(file: string, options: Options): void {
	const report = read(file, options);
	if (options.json) printJson({ ...summary(report), problems: report.problems });
	else {
		console.log(`generation ${report.generation}: ${report.used} of ${report.blocks} blocks in use`);
		for (const { name, used } of report.volumes) console.log(`volume ${name}: ${used} blocks`);
		for (const problem of report.problems) console.log(`problem: ${problem}`);
	}
	if (report.problems.length > 0) throw new CommandError(`${file}: ${report.problems.length} problems`);
}

function list(file: string, options: Options): void {
	const report = read(file, options);
	const found = report.found.map(({ path, kind, size }) => ({ path, directory: kind === KIND_DIRECTORY, size }));
	if (options.json) printJson({ ...summary(report), found });
	else for (const { path, directory, size } of found) console.log(directory ? `${path}/` : `${path}  ${size}`);
}
