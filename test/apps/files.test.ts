/** The files app: documents that the user picks, copies that are kept, and whatever documents can be. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { KEY_BACKSPACE } from '../../interfaces/display/events.ts';
import { VISIBLE_COVER } from '../../interfaces/display/look.ts';
import { DAMAGED, NO_ROOM, PENDING, STALE } from '../ui/codes.ts';
import { READ, WRITE } from '../ui/store.ts';
import { openTestApp, type TestApp } from './app.ts';
import { encodePlainly } from './qoi.ts';

const FOLDER = 'apps/files';
const OPEN = 2;
const SAVE = 3;
const RELEASE = 2;
const EVENT_KEY = 6;
const LETTER = 'Dear Anna,\n\nsee you at 8.\n';
const bytes = (text: string) => new TextEncoder().encode(text);
const gadgets = ({ phone }: TestApp) => [...phone.gadgets.values()].map(([kind]) => kind);
const names = ({ volume }: TestApp) => [...volume.files.keys()].sort();
const shown = ({ phone }: TestApp) => phone.window.nodes.map(({ name }) => name).join('\n');

async function withDocument(contents: Uint8Array): Promise<TestApp> {
	const app = await openTestApp(FOLDER);
	app.giveDocument('letter.txt', contents);
	app.rest();
	return app;
}

function press(app: TestApp, ...names: (string | RegExp)[]): void {
	for (const name of names) {
		app.phone.press(name);
		app.rest();
	}
}

/** Puts another name into the field of the sheet. */
function name(app: TestApp, text: string): void {
	press(app, /^Name/);
	for (let index = 0; index < 48; index++) app.phone.event(EVENT_KEY, KEY_BACKSPACE);
	app.phone.type(text);
	app.rest();
}

test('without files it says what it is for, and has nothing but the gadget', async () => {
	const app = await openTestApp(FOLDER);
	assert.match(shown(app), /Files sees only/);
	assert.match(shown(app), /0 bytes of 16 MiB used/);
	assert.deepEqual(gadgets(app), [OPEN]);
});

test('a document is shown, kept under a name, and given back', async () => {
	const app = await withDocument(bytes(LETTER));
	assert.match(shown(app), /Your document[\s\S]*Text, 26 bytes[\s\S]*Dear Anna/);
	assert.deepEqual(names(app), []);
	press(app, 'Keep a copy');
	name(app, ' letter.txt ');
	assert.deepEqual(gadgets(app), [], 'no gadget lies over a sheet');
	press(app, 'Keep');
	assert.match(shown(app), /A copy is kept/);
	assert.deepEqual(names(app), ['letter.txt']);
	assert.deepEqual(app.volume.files.get('letter.txt'), bytes(LETTER));
	assert.ok(app.asked.includes(RELEASE));
	press(app, 'Back');
	assert.match(shown(app), /letter\.txt\n26 bytes/);
});

test('a document that is only looked at is given back when its page is left', async () => {
	const app = await withDocument(bytes(LETTER));
	app.phone.perform('Back');
	app.rest();
	assert.deepEqual(app.asked, [RELEASE]);
	assert.deepEqual(names(app), []);
});

test('names that no file can have, or another has, are not taken', async () => {
	const app = await openTestApp(FOLDER, [['letter.txt', bytes('old')]]);
	app.giveDocument('new.txt', bytes(LETTER));
	app.rest();
	press(app, 'Keep a copy');
	for (const bad of ['', '  ', '.', '..', 'a/b', 'letter~', 'letter.txt', ' letter.txt']) {
		name(app, bad);
		press(app, 'Keep');
		assert.deepEqual(names(app), ['letter.txt'], bad);
	}
	name(app, 'Ein Brief für Änne');
	press(app, 'Keep');
	assert.deepEqual(names(app), ['Ein Brief für Änne', 'letter.txt']);
});

test('a kept file is renamed, saved to the user’s files, and deleted with time for remorse', async () => {
	const app = await openTestApp(FOLDER, [
		['letter.txt', bytes(LETTER)],
		['other.md', bytes('x')],
	]);
	press(app, /^letter/);
	assert.deepEqual(gadgets(app), [SAVE]);
	app.giveDocument('out.txt');
	app.rest();
	assert.match(shown(app), /Saved to your files/);
	assert.deepEqual(app.documents.files.get('out.txt'), bytes(LETTER));
	press(app, 'Rename');
	name(app, 'an Anna.txt');
	press(app, 'Use this name');
	assert.deepEqual(names(app), ['an Anna.txt', 'other.md']);
	assert.match(shown(app), /^an Anna\.txt/);
	app.phone.press('Delete');
	app.phone.wait(1500);
	assert.doesNotMatch(shown(app), /an Anna/);
	app.phone.press(/^Deleting the file/);
	app.rest();
	press(app, /^an Anna/);
	app.phone.perform('Delete');
	app.rest();
	app.rest();
	assert.deepEqual(names(app), ['other.md']);
});

test('long texts scroll to their end', async () => {
	const lines = Array.from({ length: 160 }, (_, index) => `line ${index} with some more words so that it is long`);
	const app = await withDocument(bytes(lines.join('\n')));
	for (let index = 0; index < 120 && !app.phone.has(/line 159/); index++) {
		app.phone.drag([200, 650], [200, 60], 48);
		app.phone.wait(200);
	}
	app.rest();
	assert.match(shown(app), /line 15\d/);
	assert.ok(app.phone.longest < 25_000_000, `${app.phone.longest} instructions`);
});

test('pictures are shown, other files are not mistaken for text', async () => {
	const pixels = new Uint8Array(4 * 600 * 20).map((_, index) => (index % 4 === 3 ? 255 : index & 255));
	const picture = await withDocument(encodePlainly({ width: 600, height: 20, pixels }));
	assert.match(shown(picture), /Picture, 600 x 20/);
	assert.ok(picture.phone.has('The picture'));
	const unknown = await withDocument(Uint8Array.from([1, 2, 3, 0]));
	assert.match(shown(unknown), /Unknown kind, 4 bytes/);
	const empty = await withDocument(new Uint8Array());
	assert.match(shown(empty), /This file is empty/);
	const broken = await withDocument(encodePlainly({ width: 60, height: 20, pixels }).subarray(0, 900));
	assert.match(shown(broken), /This file cannot be read/);
	const huge = encodePlainly({ width: 1, height: 1, pixels });
	huge.set([0xff, 0xff, 0xff, 0xff], 4);
	assert.match(shown(await withDocument(huge)), /This file cannot be read/);
});

test('whatever a document is, the app goes on', async () => {
	const app = await openTestApp(FOLDER);
	let number = 0;
	const heads = [[], [0x71, 0x6f, 0x69, 0x66, 0, 0, 0, 40, 0, 0, 0, 40, 4, 0], [0xe2, 0x82]];
	fc.assert(
		fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 600 }), (head, rest) => {
			app.giveDocument(`document ${number++}`, Uint8Array.from([...head, ...rest]));
			app.phone.wait(700);
			assert.match(shown(app), /Your document/);
			app.phone.press('Back');
			app.phone.wait(700);
			assert.match(shown(app), /^Files/);
		}),
		{ numRuns: 25 },
	);
});

test('a full volume, a damaged file and a store that is restarted are said, or overcome', async () => {
	const app = await withDocument(bytes(LETTER));
	app.volume.troubles.set(WRITE, [NO_ROOM]);
	press(app, 'Keep a copy', 'Keep');
	assert.match(shown(app), /No room/);
	app.volume.troubles.set(WRITE, [PENDING, STALE, PENDING]);
	press(app, 'Keep a copy', 'Keep');
	assert.deepEqual(names(app), ['Document 1']);
	app.volume.troubles.set(READ, [DAMAGED]);
	press(app, 'Back', /^Document 1/);
	assert.match(shown(app), /This file cannot be read/);
});

test('what an interrupted copy has left is cleared away', async () => {
	const app = await openTestApp(FOLDER, [
		['letter.txt~', bytes('half')],
		['letter.txt', bytes(LETTER)],
	]);
	assert.deepEqual(names(app), ['letter.txt']);
});

test('the cover shows how many there are, and one after the other', async () => {
	const app = await openTestApp(FOLDER, [
		['a', bytes('x')],
		['b', bytes('xy')],
	]);
	app.phone.relook({}, VISIBLE_COVER);
	app.rest();
	const cover = () => app.phone.cover.nodes.map(({ name }) => name);
	assert.deepEqual(cover(), ['2 files', 'a', '1 byte']);
	app.phone.event(9, 1);
	app.rest();
	assert.deepEqual(cover(), ['2 files', 'b', '2 bytes']);
});
