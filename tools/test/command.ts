import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import type { Command } from 'commander';
import { refreshAssets } from '../assets/generate.ts';
import { CommandError, progress } from '../command.ts';
import { ALL_PROGRAMS, requirePrograms } from '../setup/packages.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TESTS = '{abi,kernel,machines,sdk,interfaces,drivers,servers,apps,systems,tools,verify,bench,test}/**/*.test.ts';

/** What is checked besides the test files: name and command. */
const CHECKS: readonly (readonly [string, string, readonly string[]])[] = [
	['format and lint (Biome)', 'biome', ['check', '.']],
	['types of tools and tests (tsc)', 'tsc', ['-p', 'tsconfig.json']],
	['types of the browser machine and of the page (tsc)', 'tsc', ['-p', 'tsconfig.browser.json']],
	['types of kernel and components (tsc)', 'tsc', ['-p', 'tsconfig.assembly.json']],
];

interface Count {
	passed: number;
	failed: number;
	skipped: number;
}

/** `tessera test`: checks and every test file below the checkout, or the test files whose path contains one of the given words. */
export function registerTest(program: Command): void {
	program
		.command('test')
		.argument('[words...]', 'run only the test files whose path contains one of these')
		.option('--concurrency <number>', 'test files at a time', '2')
		.description('run the tests; the last line is `N passed, N failed`')
		.action(async (words: string[], options: { concurrency: string }) => {
			const concurrency = Number(options.concurrency);
			if (!Number.isInteger(concurrency) || concurrency < 1) {
				throw new CommandError(`--concurrency takes a whole number from 1, not ${options.concurrency}`);
			}
			const files = globSync(TESTS, { cwd: ROOT })
				.filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
				.sort()
				.map((file) => path.join(ROOT, file));
			if (files.length === 0) throw new CommandError(`no test file has ${words.join(' or ')} in its path`);
			requirePrograms(ALL_PROGRAMS);
			const count: Count = { passed: 0, failed: 0, skipped: 0 };
			if (words.length === 0) runChecks(count);
			await runFiles(files, concurrency, count);
			// A skipped test proves nothing: on CI it counts as failed.
			if (process.env.CI === 'true') count.failed += count.skipped;
			process.exitCode = count.failed === 0 ? 0 : 1;
			console.log(`${count.passed} passed, ${count.failed} failed`);
		});
}

function runChecks(count: Count): void {
	// Components import them.
	refreshAssets();
	for (const [name, command, parameters] of CHECKS) {
		progress(name);
		const binary = path.join(ROOT, 'node_modules/.bin', command);
		const { status } = spawnSync(binary, parameters, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
		if (status === 0) count.passed++;
		else count.failed++;
		console.log(`${status === 0 ? '✔' : '✖'} ${name}`);
	}
}

async function runFiles(files: string[], concurrency: number, count: Count): Promise<void> {
	progress(`${files.length} test files, ${concurrency} at a time`);
	const stream = run({ files, concurrency, cwd: ROOT });
	stream.on('test:pass', ({ details, skip }) => {
		if (details.type === 'suite') return;
		if (skip !== undefined && skip !== false) count.skipped++;
		else count.passed++;
	});
	stream.on('test:fail', ({ details }) => {
		if (details.type !== 'suite') count.failed++;
	});
	const printed = stream.compose(new spec());
	printed.pipe(process.stdout, { end: false });
	await new Promise<void>((resolve, reject) => printed.on('end', resolve).on('error', reject));
}
