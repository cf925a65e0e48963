/** Every system in systems/, and those beside this file, does what it says it does, on both machines, to the letter. */

import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { createMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { buildImage } from '../../tools/arm64/image.ts';
import { runQemu } from '../../tools/arm64/run.ts';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';
import { checkSystem } from '../../tools/check/check.ts';
import { buildSystem } from '../../tools/image/build.ts';

const files = globSync('{systems,test/systems}/*/system.ts', { cwd: PROJECT_ROOT }).sort();
const names = files.map((file) => path.basename(path.dirname(file)));

/** Lines that the machine writes itself. */
function withoutMachine(output: string): string {
	const lines = output.replaceAll('\r', '').split('\n');
	return lines.filter((line) => !line.startsWith('tessera: ')).join('\n');
}

test('the reference systems are there', () => {
	for (const name of ['faulty', 'hello', 'pingpong', 'pipeline', 'quota']) assert.ok(names.includes(name), name);
});

/** The image of a system that ends; the tests of one that runs for ever are elsewhere. */
async function buildEnding(file: string) {
	const image = await buildSystem(file);
	const { expect } = image;
	return expect && { ...image, expect };
}

for (const file of files) {
	describe(file, () => {
		test('has neither errors nor warnings', async () => {
			assert.deepEqual((await checkSystem(file)).findings, []);
		});

		test('prints what it says on Node', async () => {
			const image = await buildEnding(file);
			if (image === undefined) return;
			const { exitCode, log } = await createMachine(image, { host: nodeHost(), deterministic: true }).run();
			assert.equal(log, image.expect.log);
			assert.equal(exitCode, image.expect.exitCode);
		});

		test('prints the same on ARM64', async () => {
			const image = await buildEnding(file);
			if (image === undefined) return;
			const { exitCode, output } = await runQemu(await buildImage(image), {
				instructionCount: true,
				devices: image.devices,
			});
			assert.equal(withoutMachine(output), image.expect.log);
			assert.equal(exitCode, image.expect.exitCode);
		});
	});
}
