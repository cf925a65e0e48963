/** The command works on both machines, and prints every key that its help promises. Figures are not judged here: they are not timed tests. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { ROOT } from '../../tools/arm64/toolchain.ts';
import { concerns, type Machine, OTHERS, SOURCES } from '../../tools/bench/figures.ts';

function bench(...parameters: string[]): string {
	const command = ['tools/main.ts', 'bench', 'kernel', ...parameters];
	return execFileSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

for (const machine of ['node', 'arm64'] as const satisfies Machine[]) {
	test(`bench kernel --machine ${machine} --json`, () => {
		const result = JSON.parse(bench('--machine', machine, '--json', '--no-keep')) as Record<string, unknown>;
		for (const { key } of [...SOURCES, ...OTHERS].filter(concerns(machine))) {
			assert.ok(Number.isFinite(result[key]) && (result[key] as number) >= 0, `${key}: ${result[key]}`);
		}
		assert.equal(result.machine, machine);
		assert.match(String(result.kernelSha256), /^[0-9a-f]{64}$/);
		for (const key of ['unit', 'date', 'commit', 'calibration']) assert.equal(typeof result[key], 'string', key);
	});
}

test('the help names every key', () => {
	const help = bench('--help');
	for (const { key } of [...SOURCES, ...OTHERS]) assert.match(help, new RegExp(`^  ${key} `, 'm'));
});
