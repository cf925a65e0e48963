import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import * as events from '../../interfaces/display/events.ts';
import { CAPABILITY_NOTIFY } from '../../interfaces/permissions/capabilities.ts';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';
import { openTestApp } from '../apps/app.ts';
import { openApp } from '../ui/phone.ts';
import { examples, makeHome, placeExample } from './examples.ts';

const files = examples('apps.md');
const home = makeHome('apps');
after(() => rmSync(home, { recursive: true }));
for (const [name, code] of files) placeExample(home, files, name, code);

const open = (name: string) => openApp(path.relative(PROJECT_ROOT, path.join(home, name)), { still: true });

test('the tea timer counts down, stops, and is started from its cover', async () => {
	const phone = await open('apps/tea');
	phone.perform('Time', 2);
	phone.press('Start');
	phone.wait(61_000);
	assert.ok(phone.has('0:59'));
	phone.press('Stop');
	assert.ok(phone.has('Start'));
	phone.event(events.EVENT_COVER_ACTION, 0);
	phone.wait(1500);
	assert.ok(phone.cover.nodes.some(({ name }) => name === '1:59'));
});

test('the list takes things, and gives them up', async () => {
	const phone = await open('apps/list');
	for (const thing of ['Milk', 'Bread']) {
		phone.press('Add');
		phone.type(thing);
		if (thing === 'Milk') phone.type('\n');
		else phone.press('Done');
	}
	assert.ok(phone.has('Milk') && phone.has('Bread'));
	phone.press('Milk');
	assert.ok(!phone.has('Milk') && phone.has('Bread'));
	phone.perform('Remove all');
	phone.wait(5000);
	assert.ok(phone.has('Nothing to buy.'));
});

test('glasses are counted, kept, and reminded of when the user allows it', async () => {
	const folder = path.relative(PROJECT_ROOT, path.join(home, 'apps/water'));
	const first = await openTestApp(folder);
	assert.ok(first.phone.has('No glass yet'));
	first.phone.press('A glass');
	first.phone.press('A glass');
	first.rest();
	assert.deepEqual(first.asked, [1, 1]);
	const said: string[] = [];
	first.give(CAPABILITY_NOTIFY, (_method, _words, loan) => {
		said.push(new TextDecoder().decode(loan));
		return [0];
	});
	first.phone.wait(3_600_000);
	assert.deepEqual(said, ['Time for a glass of water.']);
	const second = await openTestApp(folder, [...first.volume.files]);
	assert.ok(second.phone.has('2'));
});
