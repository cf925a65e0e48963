import type { Command } from 'commander';
import { CommandError, printJson, progress } from '../command.ts';
import { measureSizes, type Size } from './measure.ts';

const HELP = `
--json prints { kernelWasmBytes, privilegedLines, helloRamBytes }.
Exit code 1 when a size is over its bound.`;

/** `tessera size`. */
export function registerSize(program: Command): void {
	program
		.command('size')
		.option('--json', 'print the figures as JSON', false)
		.description('sizes that Tessera keeps bounded')
		.addHelpText('after', HELP)
		.action(size);
}

async function size(options: { readonly json: boolean }): Promise<void> {
	progress('measuring; this boots hello once on arm64');
	const sizes = await measureSizes();
	if (options.json) printJson(Object.fromEntries(sizes.map(({ name, value }) => [name, value])));
	else for (const line of sizes.map(describe)) console.log(line);
	const over = sizes.filter(({ value, bound }) => value > bound);
	if (over.length > 0) throw new CommandError(`over the bound: ${over.map(({ name }) => name).join(', ')}`);
}

function describe({ name, meaning, value, bound }: Size): string {
	return `${name.padEnd(16)} ${String(value).padStart(8)} of ${String(bound).padStart(8)}  ${meaning}`;
}
