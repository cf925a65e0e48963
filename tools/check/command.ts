import type { Command } from 'commander';
import { CommandError } from '../command.ts';

/** `tessera check`. */
export function registerCheck(program: Command): void {
	program
		.command('check')
		.argument('<system>', 'name of a folder in systems/, or a path to a system.ts')
		.option('--json', 'print the findings as JSON')
		.description('check a system file and report every mistake')
		.action(() => {
			throw new CommandError('`check` is not part of this version of Tessera yet');
		});
}
