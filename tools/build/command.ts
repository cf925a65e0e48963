import type { Command } from 'commander';
import { CommandError } from '../command.ts';

/** `tessera build`. */
export function registerBuild(program: Command): void {
	program
		.command('build')
		.argument('[system]', 'name of a folder in systems/, or a path to a system.ts')
		.description('build the kernel, the components and systems')
		.action(() => {
			throw new CommandError('`build` is not part of this version of Tessera yet');
		});
}
