import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import * as events from '../../interfaces/display/events.ts';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';
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
