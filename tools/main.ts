/** The `tessera` command: one subcommand a folder. */

import { Command } from 'commander';
import { registerBench } from './bench/command.ts';
import { registerBuild } from './build/command.ts';
import { registerCheck } from './check/command.ts';
import { CommandError } from './command.ts';
import { registerPhone } from './phone/command.ts';
import { registerRun } from './run/command.ts';
import { registerServe } from './serve/command.ts';
import { registerSize } from './size/command.ts';
import { registerStore } from './store/command.ts';
import { registerTest } from './test/command.ts';
import { registerVerify } from './verify/command.ts';

const program = new Command('tessera')
	.description('Tessera: a secure capability operating system written in TypeScript')
	.showHelpAfterError('(`tessera --help` lists what there is)');
const COMMANDS = [
	registerPhone,
	registerBuild,
	registerRun,
	registerServe,
	registerCheck,
	registerBench,
	registerSize,
	registerStore,
	registerVerify,
	registerTest,
];
for (const register of COMMANDS) register(program);

try {
	await program.parseAsync();
} catch (error) {
	if (!(error instanceof Error)) throw error;
	// A mistake of the user's is explained; a defect of the tool shows where it happened.
	console.error(error instanceof CommandError ? `tessera: ${error.message}` : (error.stack ?? error.message));
	process.exitCode = error instanceof CommandError ? error.exitCode : 70;
}
