/** Each attack has a test that fails without the defence: every rule is in the table, every entry of it still stands in the source, and a few are taken away to see. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { faultOf, Undefended } from './defences.ts';
import { DEFENCES } from './table.ts';

const numbered = (letter: string, count: number) =>
	Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
/** Rules of the trusted path, and points of swipe multitasking. */
const RULES = [...numbered('R', 10), ...numbered('P', 12)];
/** One of the compositor's, and one of the keyboard's, which is quickly built. */
const SAMPLE = ['a tap that was meant for the app and meets a question', 'an app that fetches the secret of another'];

test('every rule has a defence whose test is known', () => {
	for (const rule of RULES)
		assert.ok(
			DEFENCES.some((defence) => defence.rule === rule),
			rule,
		);
});

test('every defence stands where the table says, and so does its test', () => {
	assert.deepEqual(
		DEFENCES.map(faultOf).filter((fault) => fault !== undefined),
		[],
	);
});

describe('without it', () => {
	let undefended: Undefended;
	before(() => {
		undefended = new Undefended();
	});
	after(() => undefended.end());
	for (const against of SAMPLE) {
		test(`the test fails: ${against}`, () => {
			const defence = DEFENCES.find((one) => one.against === against);
			assert.ok(defence !== undefined);
			assert.ok(undefended.holds(defence), 'it passes with the defence');
			assert.equal(undefended.try(defence), 'noticed');
		});
	}
});
