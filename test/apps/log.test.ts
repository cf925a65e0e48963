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

/** `level` of interfaces/console/levels.ts before a line's text, as the console keeps it: "2 store: lost". News have none. */
function journal(lines: string[]): Map<number, Service> {
	const serve: Service = (method, [number = 0], loan) => {
		if (method === LINES) return [0, Math.min(1, lines.length), lines.length];
		const line = lines[number - 1];
		if (line === undefined) return [NOT_KEPT];
		const [, level = '0', text = line] = /^([12]) (.*)$/.exec(line) ?? [];
		new TextEncoder().encodeInto(text, loan);
		return [0, text.length, 1000 * number, Number(level)];
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
	phone.press('Show everything');
	assert.ok(phone.has('Formatted') && phone.has('line 2') && phone.node('Search').detail === '');
});

/** What the system has said of some bad minutes. */
const MINUTES = [
	'store: formatted a disk',
	'1 supervisor: screen trapped; restart in 100 us',
	'2 lifecycle: thief trapped',
	'store: mounted',
	'2 store: block 7 is damaged',
];

test('lines are left out that are less grave than what one asks for; what is grave says so', async () => {
	for (const way of ['press', 'perform'] as const) {
		const phone = await openApp('apps/log', { services: journal([...MINUTES]) });
		const texts = () => phone.window.nodes.map(({ name }) => name);
		assert.ok(texts().includes('supervisor, 2.0 s, warning') && texts().includes('store, 5.0 s, error'));
		phone[way]('Warnings');
		assert.ok(!phone.has('mounted') && phone.has('screen trapped; restart in 100 us'));
		phone[way]('Errors');
		assert.ok(!phone.has('screen trapped; restart in 100 us') && phone.has('thief trapped'));
		phone[way]('All');
		assert.ok(phone.has('mounted'));
	}
});

test('one chooses from those who have printed, and sees nobody else; both filters hold at once', async () => {
	for (const way of ['press', 'perform'] as const) {
		const lines = [...MINUTES];
		const phone = await openApp('apps/log', { services: journal(lines) });
		assert.equal(phone.node('Lines from').detail, 'Everyone');
		phone[way]('Lines from');
		phone.wait(600);
		assert.deepEqual(
			phone.window.nodes.map(({ name }) => name).filter((name) => name !== 'Back' && name !== 'Lines from'),
			['Everyone', 'store', 'supervisor', 'lifecycle'],
		);
		phone[way]('store');
		phone.wait(600);
		assert.equal(phone.node('Lines from').detail, 'store');
		assert.ok(phone.has('mounted') && phone.has('block 7 is damaged') && !phone.has('thief trapped'));
		phone[way]('Errors');
		assert.ok(!phone.has('mounted') && phone.has('block 7 is damaged') && !phone.has('thief trapped'));
		lines.push('compositor: restarted');
		phone.wait(LOOKED);
		phone[way]('Lines from');
		phone.wait(600);
		assert.ok(phone.has('compositor'));
		phone[way]('Everyone');
		phone.wait(600);
		assert.ok(phone.has('thief trapped'));
	}
});

test('older lines are pages away, and none is left out', async () => {
	const phone = await openApp('apps/log', { services: journal(many(60)) });
	phone.press('Further down');
	phone.wait(2000);
	phone.press('Further down');
	phone.wait(2000);
	phone.press('Earlier');
	phone.wait(LOOKED);
	assert.ok(phone.node('Log').y >= 0, 'what is shown next begins at the top');
	const page = shown(phone).map((name) => Number(name.slice(5)));
	assert.equal(page[0], 36);
	assert.ok(page.every((number, index) => number === 36 - index));
});

test('without a journal the app says that there is nothing', async () => {
	const phone = await openApp('apps/log');
	assert.ok(phone.has('Nothing that matches.'));
});
