import type { Command } from 'commander';
import { CommandError } from '../command.ts';

/** `tessera bench`. */
export function registerBench(program: Command): void {
	program
		.command('bench')
		.argument('<suite>', 'what to measure, such as kernel')
		.option('--machine <machine>', 'node or arm64', 'node')
		.option('--json', 'print the figures as JSON')
		.description('measure')
		.action(() => {
			throw new CommandError('`bench` is not part of this version of Tessera yet');
		});
}
