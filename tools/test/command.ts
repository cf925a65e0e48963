import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { CommandError } from '../command.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TESTS = '{abi,kernel,machines,sdk,interfaces,drivers,servers,apps,systems,tools,verify,bench,test}/**/*.test.ts';

/** `tessera test`: every test file below the checkout, or those whose path contains one of the given words. */
export function registerTest(program: Command): void {
	program
		.command('test')
		.argument('[words...]', 'run only the test files whose path contains one of these')
		.option('--concurrency <number>', 'test files at a time', '2')
		.description('run the tests')
		.action((words: string[], options: { concurrency: string }) => {
			const files = globSync(TESTS, { cwd: ROOT })
				.filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
				.sort();
			if (files.length === 0) throw new CommandError(`no test file has ${words.join(' or ')} in its path`);
			const node = [`--test-concurrency=${options.concurrency}`, '--test', ...files];
			const result = spawnSync(process.execPath, node, { cwd: ROOT, stdio: 'inherit' });
			process.exitCode = result.status ?? 1;
		});
}
