/** What the compilers make is kept by its contents, and several who want the same at the same time do not get into each other's way. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { runQemu } from '../../tools/arm64/run.ts';
import { cached } from '../../tools/arm64/toolchain.ts';

const PROCESSES = 3;

test('a file that several want in one process is made once, and appears whole', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'tessera-test-'));
	const file = path.join(folder, 'made');
	let made = 0;
	const make = async (temporary: string) => {
		made++;
		writeFileSync(temporary, 'half');
		await wait(5);
		writeFileSync(temporary, 'whole');
	};
	try {
		await Promise.all([cached(file, make), cached(file, make), cached(file, make)]);
		await cached(file, make);
		assert.equal(made, 1);
		assert.equal(readFileSync(file, 'utf8'), 'whole');
		assert.deepEqual(readdirSync(folder), ['made']);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test('an image that several processes build at the same time is the same for all, and runs', async () => {
	const number = Math.floor(Math.random() * 2 ** 31);
	const build = path.join(import.meta.dirname, 'build-toy.ts');
	const builds = Array.from({ length: PROCESSES }, () =>
		promisify(execFile)(process.execPath, [build, String(number)]),
	);
	const files = new Set((await Promise.all(builds)).map(({ stdout }) => stdout.trim()));
	assert.equal(files.size, 1);
	const [file = ''] = files;
	const { exitCode, output } = await runQemu(file, { instructionCount: true });
	assert.equal(exitCode, 7, output);
});
