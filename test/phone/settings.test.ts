/**
 * Settings from end to end, by name and in the machine's own time: every page is reached and left, every choice is made once and is there after the phone was off, and what the
 * user takes back from an app that runs is gone at once.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ROLE_HEADING, STATE_ON, STATE_SELECTED } from '../../interfaces/display/nodes.ts';
import { MemoryStorage } from '../../machines/hosted/devices/outputs.ts';
import { APPS } from '../../systems/phone/apps.ts';
import { connectExactly } from '../../tools/phone/exact.ts';
import { Phone } from '../../tools/phone/phone.ts';
import { TRACED_SYSTEM } from './golden.ts';
import { imageOf } from './phone.ts';
import { Walk } from './walk.ts';

const DISK_BYTES = 32 * 1_048_576;
/** Milliseconds until what was decided is on the disk. */
const KEPT = 3000;

const CAPABILITIES = [
	'Camera',
	'Microphone',
	'Location',
	'Single pictures',
	'Files you pick',
	'Pasting',
	'Battery',
	'Notices',
];
const TITLES = APPS.map(({ name }) => name.slice(0, 1).toUpperCase() + name.slice(1));
/** Pages: the rows that lead there, one after the other, and what the page is called. */
const PAGES: readonly (readonly [rows: readonly string[], title: string])[] = [
	...['Ambience', 'Size of text', 'Comfort', 'Your seal', 'Permissions', 'Apps', 'Resources', 'About'].map(
		(name) => [[name], name] as const,
	),
	[['Permissions', 'What was used'], 'What was used'],
	...CAPABILITIES.map((name) => [['Permissions', name], name] as const),
	...TITLES.map((name) => [['Apps', name], name] as const),
];

/** Of each page, the groups of which one is chosen. */
const GROUPS: readonly (readonly [page: string, options: readonly string[]])[] = [
	['Ambience', ['Lagoon', 'Moss', 'Meadow', 'Clay', 'Ember', 'Heather', 'Dusk', 'Still water']],
	['Ambience', ['Quiet', 'Soft', 'Full']],
	['Size of text', ['Small', 'Large', 'Largest', 'Normal']],
	['Comfort', ['Narrow', 'Wide, for a phone in a case', 'Widest', 'Normal']],
];
const SWITCHES: readonly (readonly [page: string, name: string])[] = [
	['Ambience', 'Dark'],
	['Comfort', 'Less movement'],
	['Comfort', 'Strongest contrast'],
	['Comfort', 'Show what edges do'],
];
const MARKS = ['First', 'Second', 'Third', 'Fourth'];
const ROUNDS = Math.max(...GROUPS.map(([, options]) => options.length));

async function boot(disk = new MemoryStorage(new Uint8Array(DISK_BYTES))): Promise<Walk> {
	return new Walk(await Phone.boot('node', connectExactly(await imageOf(TRACED_SYSTEM), { disk })), 'names');
}

/** A row whose name is exactly that, or begins so and goes on with a remark. */
const row = (name: string): RegExp => new RegExp(`^${name}($|,|\\n)`);

/** Follows rows to a page, does something there, and goes back to the first page. */
async function on(walk: Walk, rows: readonly string[], there: () => Promise<void>): Promise<void> {
	for (const name of rows) await walk.press(row(name));
	await there();
	for (const _ of rows) await walk.press('Back');
}

async function title(walk: Walk): Promise<string | undefined> {
	const { nodes } = await walk.phone.tree();
	return nodes.find(({ role }) => role === ROLE_HEADING)?.name;
}

async function stateOf(walk: Walk, name: string): Promise<number> {
	const { nodes } = await walk.phone.tree();
	return nodes.findLast((node) => node.name === name && node.actions !== 0)?.state ?? assert.fail(`no ${name}`);
}

describe('settings', () => {
	let walk: Walk;
	before(async () => {
		walk = await boot();
		await walk.open('Settings');
	});
	after(() => walk.phone.stop());

	for (const [rows, name] of PAGES) {
		test(`have a page ${rows.join(', ')}, which can be left`, async () => {
			await on(walk, rows, async () => assert.equal(await title(walk), name));
			assert.equal(await title(walk), 'Settings');
		});
	}
});

test('every choice, made once, is there after the phone was off', async () => {
	const disk = new MemoryStorage(new Uint8Array(DISK_BYTES));
	for (let round = 0; round < ROUNDS; round++) {
		const first = await boot(disk);
		await first.open('Settings');
		await choose(first, round);
		await first.wait(KEPT);
		await first.phone.stop();
		const second = await boot(disk);
		await second.open('Settings');
		await check(second, round);
		await second.phone.stop();
	}
});

/** What is chosen of a group in a round. */
const chosenIn = (round: number, options: readonly string[]): string => options[round % options.length] ?? '';
/** Whether a switch is on in a round: each is on and off, not all at the same time. */
const isOnIn = (round: number, index: number): boolean => (round + index) % 2 === 0;
/** Colour and shape of a mark of the seal in a round. */
const COLOURS = ['Violet', 'Orange', 'Mint', 'Rose grey', 'Lime', 'Lilac'];
const SHAPES = ['disc', 'square', 'triangle', 'diamond', 'ring', 'bar'];
const markIn = (round: number, place: number): readonly [colour: string, shape: string] => {
	return [chosenIn(round + place, COLOURS), chosenIn(round + 3 * place, SHAPES)];
};

async function choose(walk: Walk, round: number): Promise<void> {
	for (const [page, options] of GROUPS) await on(walk, [page], () => walk.press(chosenIn(round, options)));
	for (const [index, [page, name]] of SWITCHES.entries()) {
		await on(walk, [page], async () => {
			const isOn = ((await stateOf(walk, name)) & STATE_ON) !== 0;
			if (isOn !== isOnIn(round, index)) await walk.press(name);
		});
	}
	await on(walk, ['Your seal'], async () => {
		for (const [place, ordinal] of MARKS.entries()) {
			await walk.press(new RegExp(`^${ordinal}: `));
			for (const property of markIn(round, place)) await walk.press(property);
		}
	});
}

async function check(walk: Walk, round: number): Promise<void> {
	for (const [page, options] of GROUPS) {
		await on(walk, [page], async () => {
			const selected: string[] = [];
			for (const name of options) {
				if (((await stateOf(walk, name)) & STATE_SELECTED) !== 0) selected.push(name);
			}
			assert.deepEqual(selected, [chosenIn(round, options)], `${page}, round ${round}`);
		});
	}
	for (const [index, [page, name]] of SWITCHES.entries()) {
		await on(walk, [page], async () => {
			assert.equal(((await stateOf(walk, name)) & STATE_ON) !== 0, isOnIn(round, index), `${name}, round ${round}`);
		});
	}
	await on(walk, ['Your seal'], async () => {
		for (const [place, ordinal] of MARKS.entries()) {
			assert.ok(await walk.sees(`${ordinal}: ${markIn(round, place).join(' ')}`), `${ordinal}, round ${round}`);
		}
	});
}

describe('what is taken back while the app runs', () => {
	const ways: Readonly<Record<string, readonly [rows: readonly string[], press: string]>> = {
		'on the page of the capability': [['Permissions', 'Location'], 'Take back'],
		'on the page of the app': [['Apps', 'Thief'], 'Take back'],
		'by a decision for good': [['Permissions', 'Location'], 'Never'],
	};
	for (const [way, [rows, press]] of Object.entries(ways)) {
		test(`${way} is gone at once`, async () => {
			const walk = await boot();
			await walk.open('Thief');
			await walk.press(/^Ask, as apps may/);
			await walk.touch('Ask for your position');
			await walk.press('Allow while it is open');
			await walk.see('Something was given');
			await walk.open('Settings');
			await on(walk, rows, async () => {
				assert.ok(await walk.sees(/^In use now/));
				await walk.press(press);
				assert.equal(await walk.sees(/^In use now/), false);
				assert.equal(await walk.sees('Take back'), false);
			});
			await walk.open('Thief');
			await walk.see('Nothing is held');
			assert.equal(await walk.sees('Location'), false, 'the strip does not say that it is used');
			await walk.touch('Ask for your position');
			if (press === 'Never') await walk.see('The answer: never');
			else await walk.see('Allow this time');
			await walk.phone.stop();
		});
	}
});
