import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as events from '../../interfaces/display/events.ts';
import { openApp, type Phone } from '../ui/phone.ts';

const FOLDER = 'apps/calculator';
const KEYS: Readonly<Record<string, string>> = {
	'+': 'Plus',
	'-': 'Minus',
	'*': 'Times',
	'/': 'Divided by',
	'(': 'Open bracket',
	')': 'Close bracket',
	'.': 'Point',
	'%': 'Per cent',
	'=': 'Equals',
};
/** Role of the result. */
const ROLE_STATUS = 9;

/** Types an expression; what the app shows then, with its spaces and signs as a computer has them. */
function calculate(phone: Phone, expression: string): string {
	phone.perform('Clear');
	for (const character of expression) phone.perform(KEYS[character] ?? character);
	return outcome(phone);
}

const outcome = (phone: Phone) =>
	(phone.window.nodes.find(({ role }) => role === ROLE_STATUS)?.name ?? '').replaceAll(' ', '').replaceAll('−', '-');

test('precedence, brackets, per cent, signs, and what cannot be calculated', async () => {
	const phone = await openApp(FOLDER);
	const cases = {
		'1+2*3': '7',
		'(1+2)*3': '9',
		'2(3+4)': '14',
		'0.1+0.2': '0.3',
		'1/3': '0.333333333333333',
		'2/3': '0.666666666666667',
		'1/3*3': '0.999999999999999',
		'200+10%': '220',
		'200-10%': '180',
		'200*10%': '20',
		'50%': '0.5',
		'5*-2': '-10',
		'-(2+3)': '-5',
		'((1+2': '3',
		'7+': '7',
		'1/0': 'Notdivisibleby0',
		'10-4-3': '3',
		'64/4/2': '8',
		'999999999999999+1': '1e15',
		'99999999*99999999': '9.9999998e15',
		'1..5': '1.5',
		'1++2': '3',
		'1*/2': '0.5',
		'3)': '…',
		'': '0',
	};
	for (const [expression, expected] of Object.entries(cases))
		assert.equal(calculate(phone, expression), expected, expression);
});

/** Exact value of a sum of products of decimals, in units of 10^-6. */
function exact(terms: readonly (readonly [number, number])[]): bigint {
	return terms.reduce((sum, [a, b]) => sum + BigInt(a) * BigInt(b), 0n);
}

test('sums of products are exact as far as they have fifteen digits', async () => {
	const phone = await openApp(FOLDER);
	const number = fc.integer({ min: -9_999_999, max: 9_999_999 });
	const text = (thousandths: number) =>
		`(${thousandths < 0 ? '-' : ''}${Math.floor(Math.abs(thousandths) / 1000)}.${String(Math.abs(thousandths) % 1000).padStart(3, '0')})`;
	fc.assert(
		fc.property(fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 3 }), (terms) => {
			const shown = calculate(phone, terms.map(([a, b]) => `${text(a)}*${text(b)}`).join('+'));
			const [whole = '', part = ''] = shown.replace('-', '').split('.');
			const units = BigInt(whole + part.padEnd(6, '0'));
			assert.equal(shown.startsWith('-') ? -units : units, exact(terms), shown);
		}),
		{ numRuns: 25 },
	);
});

test('a result goes on with a sign and gives way to a digit; the last ones are kept and used again', async () => {
	const phone = await openApp(FOLDER, { still: true });
	calculate(phone, '12*3=');
	phone.perform('Plus');
	phone.perform('4');
	assert.equal(outcome(phone), '40');
	calculate(phone, '5=');
	phone.perform('7');
	assert.equal(outcome(phone), '7');
	phone.press('Last results');
	const [first, second] = phone.window.nodes.filter(({ role }) => role === 6);
	assert.deepEqual([first?.name, second?.name, second?.detail], ['5', '36', '12 × 3']);
	phone.press('36');
	assert.equal(outcome(phone), '736');
	phone.event(events.EVENT_COVER_ACTION, 0);
	assert.equal(outcome(phone), '0');
});

test('a number is shown to its end, at every size of text', async () => {
	for (const text of [0, 1, 2, 3]) {
		const phone = await openApp(FOLDER, { text });
		const pictures = ['1234567890123*987654321012=', '1234567890123*9876543210120='].map((keys) => {
			phone.perform('Clear');
			calculate(phone, keys);
			const { y, height } = phone.node(/^1\.21932631126265e2\d$/);
			const { width, pixels } = phone.picture();
			return Buffer.from(pixels.subarray(4 * width * y, 4 * width * (y + height)));
		});
		assert.notDeepEqual(pictures[0], pictures[1], `at size ${text} e24 looks like e25`);
	}
});

test('hundreds of keys do no harm', async () => {
	const phone = await openApp(FOLDER);
	const keys = [...Object.keys(KEYS), ...'0123456789'];
	const typed = fc.sample(fc.array(fc.constantFrom(...keys), { minLength: 300, maxLength: 300 }), {
		numRuns: 2,
		seed: 3,
	});
	for (const list of typed) {
		for (const key of list) phone.perform(KEYS[key] ?? key);
		assert.notEqual(outcome(phone), '');
	}
	assert.equal(calculate(phone, '9'.repeat(200)), 'Toolarge');
});
