import type { Command } from 'commander';
import { CommandError } from '../command.ts';

/** `tessera size`. */
export function registerSize(program: Command): void {
	program
		.command('size')
		.option('--json', 'print the figures as JSON')
		.description('sizes that Tessera keeps bounded')
		.action(() => {
			throw new CommandError('`size` is not part of this version of Tessera yet');
		});
}
