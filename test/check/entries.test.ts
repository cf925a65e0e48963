/** Mistakes that only the compiled components show, word for word. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';
import { judge } from '../../tools/check/check.ts';
import { Report, renderPath } from '../../tools/check/report.ts';
import { checkEntries } from '../../tools/check/rules/entries.ts';
import { baseManifests, baseSystem } from './base.ts';

const ALL = ['init', 'notified', 'protected', 'faulted'];

/** What is said when each component has all entries but those that are left out. */
function says(without: Readonly<Record<string, string>>, extra: Readonly<Record<string, string>> = {}): string[] {
	const { model } = judge(baseSystem(), baseManifests(), { root: PROJECT_ROOT, folder: 'base' });
	assert.ok(model);
	const report = new Report();
	const entries = (name: string): Set<string> =>
		new Set([...ALL.filter((entry) => entry !== without[name]), ...(extra[name] === undefined ? [] : [extra[name]])]);
	checkEntries(model, entries, report);
	return report.mistakes.map(({ path, message }) => `${renderPath(path)}: ${message}`);
}

test('nothing is said when every entry is there', () => assert.deepEqual(says({}), []));

test('a server without protected procedures', () => {
	assert.deepEqual(says({ log: 'protected' }), [
		"channels[0].to: 'maker' calls 'log', but servers/log/component exports no 'protected'; write one, or take this away",
		"channels[1].to: 'watch' calls 'log', but servers/log/component exports no 'protected'; write one, or take this away",
	]);
});

test('a receiver that cannot be notified', () => {
	assert.deepEqual(says({ clock: 'notified' }), [
		"channels[2]: 'maker' signals 'clock', but drivers/clock/component exports no 'notified'; write one, or take this away",
	]);
	assert.deepEqual(says({ clock: 'notified' }, { clock: 'wait' }), [
		"components.clock: 'clock' blocks in wait; add blocking: true, and give it a priority of 1 to 31",
	]);
});

test('a fault handler that cannot be told', () => {
	assert.deepEqual(says({ watch: 'faulted' }), [
		"components.maker.faultHandler: 'watch' handles the faults of 'maker', but servers/watch/component exports no 'faulted'; write one, or take this away",
	]);
});
