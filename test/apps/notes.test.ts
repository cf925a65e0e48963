import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as events from '../../interfaces/display/events.ts';
import { NODE_ACTION_FOCUS } from '../../interfaces/display/nodes.ts';
import { SLOT_CLIPBOARD, SLOT_FILES } from '../../interfaces/display/slots.ts';
import { DAMAGED, NO_ROOM } from '../ui/codes.ts';
import { openApp, type Phone, type Service } from '../ui/phone.ts';
import { Store } from '../ui/store.ts';

const FOLDER = 'apps/notes';
const BIT_STORE = 2;
const LIST_ITEM = 6;
const titles = (phone: Phone) => phone.window.nodes.filter(({ role }) => role === LIST_ITEM).map(({ name }) => name);

/** The app with a volume; `store` may have been used before. */
async function openNotes(files?: ReadonlyMap<string, Uint8Array>, prepare: (store: Store) => void = () => {}) {
	const services = new Map<number, Service>();
	const store = new Store(services);
	for (const [name, bytes] of files ?? []) store.files.set(name, bytes);
	prepare(store);
	services.set(SLOT_FILES, store.root);
	const phone = await openApp(FOLDER, { services, still: true });
	return { phone, store, services };
}

function write(phone: Phone, text: string): void {
	phone.press('New note');
	assert.equal(phone.editing, 3);
	phone.type(text);
	phone.press('Back');
}

test('notes are written, changed, found, and there again after a restart', async () => {
	const { phone, store } = await openNotes();
	assert.ok(phone.has('Nothing written yet.'));
	write(phone, 'Milk\nand bread');
	write(phone, 'Größe 42');
	write(phone, '   \n ');
	assert.deepEqual(titles(phone), ['Größe 42', 'Milk']);
	phone.press('Milk');
	phone.perform('Text', 3);
	phone.type('!');
	phone.press('Back');
	assert.deepEqual(titles(phone), ['Milk', 'Größe 42']);
	assert.equal(phone.node('Milk').detail, 'and bread!');
	const again = await openNotes(store.files);
	assert.deepEqual(titles(again.phone), ['Milk', 'Größe 42']);
	again.phone.perform('Search', 3);
	again.phone.type('GRÖSS');
	assert.ok(again.phone.has('No note has these words.'));
	for (let index = 0; index < 2; index++) again.phone.event(events.EVENT_KEY, events.KEY_BACKSPACE);
	assert.deepEqual(titles(again.phone), ['Größe 42']);
	again.phone.type('zz');
	again.phone.press('Show all notes');
	assert.deepEqual(titles(again.phone), ['Milk', 'Größe 42']);
});

test('what is typed is kept a moment later, without leaving the note', async () => {
	const { phone, store } = await openNotes();
	phone.press('New note');
	phone.type('Half a');
	phone.wait(1500);
	const { phone: again } = await openNotes(store.files);
	assert.deepEqual(titles(again), ['Half a']);
});

test('a note is deleted after remorse, or not', async () => {
	const { phone, store } = await openNotes();
	write(phone, 'First');
	write(phone, 'Second');
	phone.press('First');
	phone.perform('Delete note');
	assert.deepEqual(titles(phone), ['Second']);
	phone.press(/^Deleting/);
	assert.deepEqual(titles(phone), ['Second', 'First']);
	phone.press('First');
	phone.perform('Delete note');
	phone.press('Second');
	phone.perform('Delete note');
	phone.wait(5000);
	assert.deepEqual(titles(phone), []);
	const { phone: again } = await openNotes(store.files);
	assert.deepEqual(titles(again), []);
});

test('a slow store is waited for', async () => {
	const { store } = await openNotes();
	store.slow = true;
	const { phone, store: slow } = await openNotes(store.files, (one) => {
		one.slow = true;
	});
	for (let index = 0; index < 20; index++) phone.raise(BIT_STORE);
	write(phone, 'Patience');
	for (let index = 0; index < 20; index++) phone.raise(BIT_STORE);
	slow.slow = false;
	const { phone: again } = await openNotes(slow.files);
	assert.deepEqual(titles(again), ['Patience']);
});

test('a full disk, a missing one, and a damaged one are said, and nothing that was there is lost', async () => {
	const { phone, store } = await openNotes();
	write(phone, 'Kept');
	const kept = store.files.get('notes')?.slice();
	store.refuses = NO_ROOM;
	write(phone, 'Too much');
	assert.ok(phone.has(/^There is no more room/));
	assert.deepEqual(store.files.get('notes'), kept);
	const nowhere = await openApp(FOLDER, { still: true });
	assert.ok(nowhere.has(/^There is no storage/));
	const damaged = await openNotes(store.files, (one) => {
		one.damaged = DAMAGED;
	});
	assert.ok(damaged.phone.has(/damaged and cannot be read/));
	write(damaged.phone, 'New');
	assert.deepEqual(damaged.store.files.get('notes'), kept);
	damaged.store.damaged = 0;
	damaged.phone.press('Begin anew');
	assert.notDeepEqual(damaged.store.files.get('notes'), kept);
});

test('a file with nonsense in it is taken as damaged', async () => {
	for (const bytes of [
		[1, 2, 3],
		[1, 0, 0, 0, 255, 255, 255, 255],
		[1, 0, 0, 0, 100, 0, 0, 0, 65],
	]) {
		const { phone } = await openNotes(new Map([['notes', Uint8Array.from(bytes)]]));
		assert.ok(phone.has(/damaged and cannot be read/), `${bytes}`);
	}
});

test('a long note is cut off where there is no more room for it, text is copied, and the cover begins a note', async () => {
	const { phone, services } = await openNotes();
	let copied = '';
	services.set(SLOT_CLIPBOARD, (method, _words, loan) => {
		if (method === 1) copied = new TextDecoder().decode(loan);
		return [0];
	});
	phone.event(events.EVENT_COVER_ACTION, 0);
	assert.ok(phone.has('Text'));
	for (let line = 0; line < 300; line++) phone.queue(events.EVENT_TEXT, 0x41 + (line % 26));
	phone.settle();
	phone.perform('Copy text');
	assert.equal(copied.length, 300);
	assert.ok(phone.has('Copied.'));
	phone.perform('Text', NODE_ACTION_FOCUS);
	phone.type('!');
	assert.ok(!phone.has('Copied.'));
	for (let line = 0; line < 4000; line++) phone.queue(events.EVENT_TEXT, 0x61);
	phone.settle();
	while (phone.has('Further up')) phone.press('Further up');
	phone.perform('Copy text');
	assert.equal(copied.length, 4096);
	assert.ok(phone.has(/^Only the beginning was copied/));
	services.set(SLOT_CLIPBOARD, () => [16]);
	phone.perform('Copy text');
	assert.ok(phone.has('It could not be copied.'));
	phone.press('Back');
	assert.equal(titles(phone).length, 1);
	assert.ok(phone.cover.nodes.some(({ name }) => name.startsWith('ABCDEFGHIJ')));
});
