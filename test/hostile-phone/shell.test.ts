/** A hostile, broken or absent shell: it says what the system's pages look like, and nothing else. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { NODE_ACTION_PRESS, ROLE_BUTTON } from '../../interfaces/display/nodes.ts';
import { ACTION_GADGET, ACTION_OPEN, ACTION_PROMPT } from '../../interfaces/pages/actions.ts';
import * as form from '../../interfaces/pages/elements.ts';
import { STATE_BYTES, STATE_CHOICES } from '../../interfaces/pages/state.ts';
import { CHOICE_HUE, CHOICE_SEAL } from '../../interfaces/preferences/choices.ts';
import { BADGE_SETTINGS, BADGE_SHELL } from '../../interfaces/trusted/answers.ts';
import { BADGE_INTERFACE, INTERFACE_PAGES, INTERFACE_PREFERENCES } from '../../servers/compositor/slots.ts';
import { nodeRequest } from '../../tools/phone/tree.ts';
import { HEIGHT, STRIP, Stage, WIDTH } from '../compositor/stage.ts';
import { COLOURS, home, NAMES, open, withApps } from '../compositor/support.ts';

const PAGES = INTERFACE_PAGES * BADGE_INTERFACE;
const SHELL = PAGES + BADGE_SHELL;
const SETTINGS = INTERFACE_PREFERENCES * BADGE_INTERFACE + BADGE_SETTINGS;
const STATE = 1;
const DESCRIBE = 2;
const READ = 1;
const WRITE = 2;
const NOT_YOURS = 16;
const BAD_ELEMENT = 17;
const PANE = HEIGHT - STRIP;

interface Element {
	readonly draw?: number;
	readonly x?: number;
	readonly y?: number;
	readonly width?: number;
	readonly height?: number;
	readonly detail?: number;
	readonly colour?: number;
	readonly action?: number;
	readonly role?: number;
	readonly argument?: number;
	readonly words?: string;
}

/** An element as the shell would send it. */
function element(says: Element): Uint8Array<ArrayBuffer> {
	const words = new TextEncoder().encode(says.words ?? '');
	const bytes = new Uint8Array((form.ELEMENT_BYTES + words.length + 3) & ~3);
	const view = new DataView(bytes.buffer);
	view.setUint8(form.ELEMENT_DRAW, says.draw ?? form.DRAW_FILL);
	view.setUint8(form.ELEMENT_ROLE, says.role ?? 0);
	view.setUint8(form.ELEMENT_ACTION, says.action ?? 0);
	view.setInt16(form.ELEMENT_X, says.x ?? 0, true);
	view.setInt16(form.ELEMENT_Y, says.y ?? 0, true);
	view.setInt16(form.ELEMENT_WIDTH, says.width ?? WIDTH, true);
	view.setInt16(form.ELEMENT_HEIGHT, says.height ?? PANE, true);
	view.setUint32(form.ELEMENT_ARGUMENT, says.argument ?? 0, true);
	view.setUint8(form.ELEMENT_COLOUR, says.colour ?? form.COLOUR_WHITE);
	view.setUint8(form.ELEMENT_OPACITY, 255);
	view.setUint8(form.ELEMENT_DETAIL, says.detail ?? 0);
	view.setUint8(form.ELEMENT_LENGTH, words.length);
	bytes.set(words, form.ELEMENT_BYTES);
	return bytes;
}

/** A phone whose shell is the test. */
function withoutShell(apps: number): Stage {
	const stage = withApps(apps);
	home(stage);
	stage.stopShell();
	return stage;
}

const say = (stage: Stage, page: number, says: Element) => stage.call(SHELL, DESCRIBE, [page], element(says));

describe('a shell', () => {
	test('is the only one that may describe pages or be told what there is', () => {
		const stage = withoutShell(1);
		for (const badge of [PAGES, PAGES + BADGE_SETTINGS, PAGES + 255]) {
			assert.equal(stage.call(badge, DESCRIBE, [0], element({})), NOT_YOURS);
			assert.equal(stage.call(badge, STATE, [], new Uint8Array(STATE_BYTES)), NOT_YOURS);
		}
	});

	test('is not told the seal', () => {
		const stage = withoutShell(1);
		const seal = 0x04_03_02_01;
		stage.call(SETTINGS, WRITE, [CHOICE_SEAL, seal]);
		stage.call(SETTINGS, READ, [CHOICE_SEAL]);
		assert.equal(stage.words()[0], seal);
		const state = new Uint8Array(STATE_BYTES);
		assert.equal(stage.call(SHELL, STATE, [], state), 0);
		const view = new DataView(state.buffer);
		stage.call(SETTINGS, READ, [CHOICE_HUE]);
		assert.equal(view.getUint32(STATE_CHOICES + 4 * CHOICE_HUE, true), stage.words()[0]);
		assert.equal(view.getUint32(STATE_CHOICES + 4 * CHOICE_SEAL, true), 0);
		assert.equal(Buffer.from(state).indexOf(Buffer.from([1, 2, 3, 4])), -1);
	});

	test('is refused whatever is not of the form, and the page stays as it was', () => {
		const stage = withoutShell(2);
		const before = stage.picture().pixels;
		const wrong: readonly Element[] = [
			{ draw: form.DRAW_LAST + 1 },
			{ colour: form.COLOUR_LAST + 1 },
			{ x: -1 },
			{ width: WIDTH + 1 },
			{ y: 1 },
			{ height: -1 },
			{ draw: form.DRAW_WORDS, detail: 14, words: 'no such face' },
			{ words: '\u001b[2J' },
			{ role: 99 },
			{ role: ROLE_BUTTON, action: 99 },
			{ role: ROLE_BUTTON, action: ACTION_PROMPT },
			{ role: ROLE_BUTTON, action: ACTION_GADGET },
		];
		for (const says of wrong) assert.equal(say(stage, form.PAGE_HOME, says), BAD_ELEMENT, JSON.stringify(says));
		const cut = element({ words: 'more than there is' }).subarray(0, form.ELEMENT_BYTES + 4);
		assert.equal(stage.call(SHELL, DESCRIBE, [form.PAGE_HOME], Uint8Array.from(cut)), BAD_ELEMENT);
		stage.rest();
		assert.deepEqual(stage.picture().pixels, before);
	});

	test('breaks nothing with any bytes, and never reaches the strip', () => {
		const stage = withoutShell(2);
		const strip = Buffer.from(stage.picture().pixels.subarray(0, 4 * WIDTH * STRIP));
		const byte = fc.integer({ min: 0, max: 255 });
		const right = fc.record({
			draw: fc.integer({ min: 0, max: form.DRAW_LAST }),
			x: fc.integer({ min: 0, max: 190 }),
			y: fc.integer({ min: 0, max: 400 }),
			width: fc.integer({ min: 0, max: 200 }),
			height: fc.integer({ min: 0, max: 400 }),
			detail: fc.integer({ min: 0, max: 13 }),
			colour: fc.integer({ min: 0, max: form.COLOUR_LAST }),
			role: fc.integer({ min: 0, max: 10 }),
			argument: fc.nat(),
			words: fc.string({ maxLength: 40 }).filter((text) => !/\p{Cc}/u.test(text)),
		});
		const page = fc.oneof(
			fc.array(right, { maxLength: 12 }).map((all) => Buffer.concat(all.map(element))),
			fc.array(byte, { maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
		);
		fc.assert(
			fc.property(page, fc.integer({ min: 0, max: form.PAGES - 1 }), (bytes, which) => {
				const code = stage.call(SHELL, DESCRIBE, [which], Uint8Array.from(bytes));
				assert.ok(code === 0 || code === BAD_ELEMENT);
				stage.advance(40);
			}),
			{ numRuns: 200, seed: 2026 },
		);
		stage.rest();
		assert.ok(Buffer.from(stage.picture().pixels.subarray(0, 4 * WIDTH * STRIP)).equals(strip));
	});

	test('has its pages drawn and pressed as it has said', () => {
		const stage = withoutShell(1);
		const says = { role: ROLE_BUTTON, action: ACTION_OPEN, argument: 0, words: 'Back to work' };
		assert.equal(say(stage, form.PAGE_HOME, says), 0);
		stage.rest();
		assert.equal(stage.at(200, 700), 0xffffff);
		const node = stage.tree?.nodes.find(({ name }) => name === 'Back to work');
		assert.ok(node !== undefined && stage.tree !== undefined);
		stage.send(nodeRequest(node, NODE_ACTION_PRESS, stage.tree.serial));
		stage.rest();
		assert.equal(stage.at(200, 400), COLOURS[0]);
	});

	test('that does nothing any more leaves pages, gestures and the lock as they are', () => {
		const stage = new Stage(NAMES);
		stage.rest();
		stage.stopShell();
		open(stage, 1);
		assert.equal(stage.at(200, 400), COLOURS[1]);
		home(stage);
		assert.notEqual(stage.at(200, 400), COLOURS[1]);
		const unlocked = stage.picture().pixels;
		stage.key(116, true);
		stage.advance(100);
		stage.key(116, false);
		stage.rest();
		assert.notDeepEqual(stage.picture().pixels, unlocked);
		stage.tap(195, 734);
		assert.deepEqual(stage.picture().pixels, unlocked);
	});
});

describe('X-Ray', () => {
	test('ends the app of which it is asked to', () => {
		const stage = withApps(1);
		stage.key(88, true);
		stage.advance(500);
		stage.key(88, false);
		stage.rest();
		const node = stage.tree?.nodes.find(({ name }) => name === 'Close');
		assert.ok(node !== undefined && stage.tree !== undefined);
		stage.tap(node.x + node.width / 2, node.y + node.height / 2);
		assert.deepEqual(
			stage.calls.filter(([method]) => method === 2),
			[[2, 0]],
		);
	});
});
