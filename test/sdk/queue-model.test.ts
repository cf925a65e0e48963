import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const MODEL = path.resolve(import.meta.dirname, '../../verify/queue.pml');
const folder = mkdtempSync(path.join(tmpdir(), 'tessera-spin-'));
after(() => rmSync(folder, { recursive: true }));

/** Runs the model checker over every interleaving; its report. Needs the Debian packages spin and gcc. */
function check(...defines: string[]): string {
	const run = (command: string, ...words: string[]) => execFileSync(command, words, { cwd: folder, encoding: 'utf8' });
	run('spin', ...defines.map((name) => `-D${name}`), '-a', MODEL);
	run('gcc', '-O1', '-w', '-o', 'pan', 'pan.c');
	return run('./pan', '-m100000');
}

test('no wake-up is lost, no entry is lost, in any interleaving', () => {
	const report = check();
	assert.match(report, /errors: 0/);
	assert.match(report, /Full statespace search|assertion violations\s+\+/);
	assert.doesNotMatch(report, /max search depth too small/);
});

for (const [broken, what] of [
	['NO_RECHECK', 'without a second look after announcing sleep, somebody sleeps for ever'],
	['CHECK_FIRST', 'looking for sleepers before publishing, somebody sleeps for ever'],
] as const) {
	test(`the model checker finds it: ${what}`, () => {
		assert.match(check(broken), /invalid end state/);
	});
}
