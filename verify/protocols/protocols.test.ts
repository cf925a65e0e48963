/** The protocols above and inside the kernel, in every interleaving, by Spin; and each broken variant is caught. Needs the Debian packages spin and gcc. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(path.join(tmpdir(), 'tessera-spin-'));
after(() => rmSync(folder, { recursive: true }));

interface Variant {
	/** Names that are defined: `BROKEN=1`. */
	readonly defines: readonly string[];
	/** What goes wrong. */
	readonly what: string;
	readonly property?: string;
	readonly error: RegExp;
}

interface Protocol {
	readonly file: string;
	readonly says: string;
	/** LTL properties; none: assertions and end states only. */
	readonly properties: readonly string[];
	readonly broken: readonly Variant[];
}

const PROTOCOLS: readonly Protocol[] = [
	{
		file: 'queue.pml',
		says: 'no wake-up is lost, no entry is lost',
		properties: [],
		broken: [
			{
				defines: ['NO_RECHECK'],
				what: 'without a second look after announcing sleep, somebody sleeps for ever',
				error: /invalid end state/,
			},
			{
				defines: ['CHECK_FIRST'],
				what: 'looking for sleepers before publishing, somebody sleeps for ever',
				error: /invalid end state/,
			},
		],
	},
	{
		file: 'call.pml',
		says: 'every call comes back once, a restarted server sees nothing of an earlier life, faults are told and repaired',
		properties: ['resumes', 'recovers'],
		broken: [
			{
				defines: ['BROKEN=1'],
				what: 'a fault that does not end the call: the client waits for ever',
				property: 'resumes',
				error: /acceptance cycle|invalid end state/,
			},
			{
				defines: ['BROKEN=2'],
				what: 'a restart that does not clear the call: it is served in another life',
				error: /assertion violated/,
			},
			{
				defines: ['BROKEN=3'],
				what: 'a handler that is told too early: nobody restarts the server',
				property: 'recovers',
				error: /acceptance cycle/,
			},
		],
	},
	{
		file: 'revocation.pml',
		says: 'once REVOKE has returned nobody touches what was shared before',
		properties: [],
		broken: [
			{ defines: ['BROKEN=1'], what: 'no new epoch: a mapping outlives the revocation', error: /assertion violated/ },
			{
				defines: ['BROKEN=2'],
				what: 'a transfer renews the generation: what was revoked comes back',
				error: /assertion violated/,
			},
			{ defines: ['BROKEN=3'], what: 'mappings that are looked at only once', error: /assertion violated/ },
			{ defines: ['BROKEN=4'], what: 'a mapping that does not remember its grant', error: /assertion violated/ },
		],
	},
];

/** Runs the model checker over every interleaving; its report. With a property under weak fairness. */
function check(file: string, defines: readonly string[], property?: string): string {
	const run = (command: string, ...words: string[]) => execFileSync(command, words, { cwd: folder, encoding: 'utf8' });
	run('spin', ...defines.map((name) => `-D${name}`), '-a', path.join(import.meta.dirname, file));
	const kind = property === undefined ? ['-DSAFETY', '-DNOCLAIM'] : ['-DNFAIR=3'];
	run('gcc', '-O1', '-w', ...kind, '-o', 'pan', 'pan.c');
	const chosen = property === undefined ? [] : ['-a', '-f', '-N', property];
	return run('./pan', '-m1000000', ...chosen);
}

for (const { file, says, properties, broken } of PROTOCOLS) {
	for (const property of [undefined, ...properties]) {
		test(`${file}${property === undefined ? '' : `, ${property}`}: ${says}`, (context) => {
			const report = check(file, [], property);
			assert.match(report, /errors: 0/);
			assert.doesNotMatch(report, /max search depth too small/);
			context.diagnostic(/\d+ states, stored/.exec(report)?.[0] ?? '');
		});
	}
	for (const { defines, what, property, error } of broken) {
		test(`${file}: the model checker finds ${what}`, () => {
			assert.match(check(file, defines, property), error);
		});
	}
}
