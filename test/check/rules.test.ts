/** Every rule of the checker, with the exact words that it says: nothing less, and nothing more. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';
import { judge } from '../../tools/check/check.ts';
import { type Mistake, renderPath } from '../../tools/check/report.ts';
import { baseManifests, baseSystem } from './base.ts';
import { accounts } from './cases/accounts.ts';
import { authority } from './cases/authority.ts';
import type { Case, Saying } from './cases/case.ts';
import { channels } from './cases/channels.ts';
import { devices } from './cases/devices.ts';
import { faults } from './cases/faults.ts';
import { holes } from './cases/holes.ts';
import { labels } from './cases/labels.ts';
import { names } from './cases/names.ts';
import { regions } from './cases/regions.ts';
import { shape } from './cases/shape.ts';
import { time } from './cases/time.ts';
import { unused } from './cases/unused.ts';

const place = { root: PROJECT_ROOT, folder: 'base' };

function saying({ severity, path, part, message }: Mistake): Saying {
	return { severity, place: `${renderPath(path)}${part === 'key' ? ' (name)' : ''}`, message };
}

function run({ spoil, replace, says, among }: Case): void {
	const system = replace ?? baseSystem();
	const manifests = baseManifests();
	spoil?.(system, manifests);
	const said = judge(system, manifests, place).report.mistakes.map(saying);
	if (!among) assert.deepEqual(said, says);
	else
		for (const one of says) assert.ok(said.some((other) => other.message === one.message && other.place === one.place));
}

test('a valid system has neither errors nor warnings', () => {
	assert.deepEqual(judge(baseSystem(), baseManifests(), place).report.mistakes, []);
});

const tables = { shape, names, holes, time, channels, accounts, regions, devices, authority, labels, faults, unused };
for (const [table, cases] of Object.entries(tables)) {
	describe(`the checker (${table}) notices that`, () => {
		for (const one of cases) test(one.what, () => run(one));
	});
}

test('there are at least 60 cases that are errors', () => {
	const errors = Object.values(tables)
		.flat()
		.filter((one) => one.says.some(({ severity }) => severity === 'error'));
	assert.ok(errors.length >= 60, `${errors.length}`);
});
