/** What a machine writes comes in pieces: who waits for words gets them however they are cut, and hears when they cannot come any more. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ConsoleText } from '../../tools/arm64/console.ts';
import { startQemu } from '../../tools/arm64/interactive.ts';
import { HANGS } from '../support/patience.ts';

const SAID = 'tessera: kernel\nechoer: the port is open\n';
const WORDS = 'the port is open';

describe('words on a console', () => {
	test('are heard wherever the pieces are cut', async () => {
		const cuts = fc.array(fc.nat(SAID.length), { maxLength: 20 });
		await fc.assert(
			fc.asyncProperty(cuts, async (places) => {
				const text = new ConsoleText();
				const heard = text.until(WORDS);
				const ends = [...new Set([...places, SAID.length])].sort((one, other) => one - other);
				for (const [index, end] of ends.entries()) text.take(SAID.slice(ends[index - 1] ?? 0, end));
				await heard;
				assert.equal(text.text, SAID);
			}),
		);
	});

	test('are heard by who comes later, and by several', async () => {
		const text = new ConsoleText();
		const first = text.until(WORDS);
		text.take(SAID);
		await Promise.all([first, text.until(WORDS), text.until('kernel')]);
	});

	test('that do not come any more are missed at once', async () => {
		const text = new ConsoleText();
		const waiting = assert.rejects(text.until('nobody'), /has not written 'nobody', but:\ntessera: kernel/);
		text.take(SAID);
		text.end();
		await waiting;
		await assert.rejects(text.until('nobody'), /the machine has ended/);
		await text.until(WORDS);
	});
});

test('an emulator that cannot start says why, and nobody waits for it', HANGS, async () => {
	await assert.rejects(startQemu('/nothing/there', { devices: [] }), /QEMU has ended at once[\s\S]*\/nothing\/there/);
});
