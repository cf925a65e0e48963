/** The log: the newest lines first, what comes while one looks, what is searched for, and pages of older ones. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApp, type Phone, type Service } from '../ui/phone.ts';

const SLOT_JOURNAL = 7;
/** Methods of interfaces/journal. */
const LINES = 1;
const NOT_KEPT = 16;
/** Milliseconds until the app has looked again. */
const LOOKED = 600;

function journal(lines: string[]): Map<number, Service> {
	const serve: Service = (method, [number = 0], loan) => {
		if (method === LINES) return [0, Math.min(1, lines.length), lines.length];
		const line = lines[number - 1];
		if (line === undefined) return [NOT_KEPT];
		new TextEncoder().encodeInto(line, loan);
		return [0, line.length, 1000 * number];
	};
	return new Map([[SLOT_JOURNAL, serve]]);
}

function many(count: number): string[] {
	return Array.from({ length: count }, (_, index) => `store: line ${index + 1}`);
}

/** Who has printed what is shown, from top to bottom. */
const shown = (phone: Phone) => phone.window.nodes.flatMap(({ name }) => /^line \d+$/.exec(name) ?? []);

test('the newest line stands first, under who has printed it and when', async () => {
	const lines = many(3);
	const phone = await openApp('apps/log', { services: journal(lines) });
	assert.deepEqual(shown(phone), ['line 3', 'line 2', 'line 1']);
	assert.ok(phone.has('store, 3.0 s'));
	lines.push('store: line 4');
	phone.wait(LOOKED);
	assert.equal(shown(phone)[0], 'line 4');
});

test('who stays sees nothing new until he follows again', async () => {
	const lines = many(2);
	const phone = await openApp('apps/log', { services: journal(lines) });
	phone.press('Stay here');
	lines.push('store: line 3');
	phone.wait(LOOKED);
	assert.equal(shown(phone)[0], 'line 2');
	phone.press('Follow');
	assert.equal(shown(phone)[0], 'line 3');
});

test('what is searched for is found whatever its case, also among who has printed it', async () => {
	const phone = await openApp('apps/log', { services: journal(['store: Formatted', 'screen: line 2']) });
	phone.press('Search');
	phone.type('STORE');
	phone.wait(LOOKED);
	assert.ok(phone.has('Formatted'));
	assert.ok(!phone.has('line 2'));
	phone.type('x');
	phone.wait(LOOKED);
	assert.ok(phone.has('Nothing that matches.'));
});

test('older lines are pages away, and none is left out', async () => {
	const phone = await openApp('apps/log', { services: journal(many(60)) });
	phone.perform('Earlier');
	phone.wait(LOOKED);
	const page = shown(phone).map((name) => Number(name.slice(5)));
	assert.equal(page[0], 36);
	assert.ok(page.every((number, index) => number === 36 - index));
});

test('without a journal the app says that there is nothing', async () => {
	const phone = await openApp('apps/log');
	assert.ok(phone.has('Nothing that matches.'));
});
