import type { Command } from 'commander';
import { CommandError } from '../command.ts';

/** `tessera run`. */
export function registerRun(program: Command): void {
	program
		.command('run')
		.argument('<system>', 'name of a folder in systems/, or a path to a system.ts')
		.option('--machine <machine>', 'node or arm64', 'node')
		.description('run a system')
		.action(() => {
			throw new CommandError('`run` is not part of this version of Tessera yet');
		});
}
