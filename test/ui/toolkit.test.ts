import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as events from '../../interfaces/display/events.ts';
import { VISIBLE_COVER, VISIBLE_WINDOW } from '../../interfaces/display/look.ts';
import * as nodes from '../../interfaces/display/nodes.ts';
import * as protocol from '../components/gallery/protocol.ts';
import { difference, type Picture } from '../graphics/golden.ts';
import { openApp, type Phone } from './phone.ts';
import { GALLERY } from './pictures.ts';

/** Instructions of an activation in front: its budget is six million. */
const LONGEST = 5_000_000;
const presses = (phone: Phone) => Number.parseInt(phone.node(/^\d+ presses$/).name, 10);

function copyOf({ width, height, pixels }: Picture): Picture {
	return { width, height, pixels: pixels.slice() };
}

test('a button is pressed when the finger lifts on it, not when it slides off, not by a second finger', async () => {
	const phone = await openApp(GALLERY);
	phone.press('Primary');
	assert.equal(presses(phone), 1);
	const { y } = phone.node('Primary');
	phone.drag([100, y + 10], [100, y - 90], 100);
	phone.wait(1000);
	assert.equal(presses(phone), 1);
	const at = 100 | ((y + 10) << 16);
	phone.event(events.EVENT_TOUCH_DOWN, at, 1);
	phone.event(events.EVENT_TOUCH_UP, at, 1);
	assert.equal(presses(phone), 1);
	phone.event(events.EVENT_TOUCH_DOWN, at);
	phone.event(events.EVENT_TOUCH_CANCEL);
	phone.event(events.EVENT_TOUCH_UP, at);
	assert.equal(presses(phone), 1);
});

test('everything that a finger does, an action by name does', async () => {
	const phone = await openApp(GALLERY);
	phone.perform('Primary');
	assert.equal(presses(phone), 1);
	phone.perform('More presses');
	assert.equal(presses(phone), 101);
	assert.equal(phone.node('Wireless').state, nodes.STATE_ON);
	phone.perform('Wireless');
	assert.equal(phone.node('Wireless').state, 0);
	phone.perform('Brightness', nodes.NODE_ACTION_MORE);
	phone.perform('Brightness', nodes.NODE_ACTION_MORE);
	phone.perform('Brightness', nodes.NODE_ACTION_LESS);
	assert.equal(phone.node('Brightness').value, 45);
	phone.perform('Low');
	assert.equal(phone.node('Low').state, nodes.STATE_SELECTED);
	phone.event(events.EVENT_ACTIVATE, 0xfffe, 0);
	phone.event(events.EVENT_ACTIVATE, phone.node('Primary').number, 200);
	assert.equal(presses(phone), 101);
});

/** Goes through a page step by step; what is seen of it whole, in order. */
function goThrough(phone: Phone, way: 'press' | 'perform', target: string): Set<string> {
	const seen = new Set<string>();
	const note = () => {
		for (const { name, y, height } of phone.window.nodes) {
			if (y >= 0 && y + height <= phone.window.height) seen.add(name);
		}
	};
	note();
	for (let step = 0; phone.has(target); step++) {
		assert.ok(step < 20, `${target} leads nowhere`);
		phone[way](target);
		phone.wait(3500);
		note();
	}
	return seen;
}

for (const way of ['press', 'perform'] as const) {
	test(`a page longer than the window is gone through without a swipe: ${way}`, async () => {
		const phone = await openApp(GALLERY);
		phone.perform('List');
		phone.wait(600);
		const top = copyOf(phone.picture());
		const entries = Array.from({ length: 60 }, (_, index) => `Entry ${index}`);
		const seen = goThrough(phone, way, 'Further down');
		assert.deepEqual(
			entries.filter((name) => !seen.has(name)),
			[],
		);
		const { x, y, width, height } = phone.node('Further up');
		assert.ok(width >= 48 && height >= 48 && x >= 0 && y + height <= phone.window.height);
		const last = phone.node('Entry 59');
		assert.ok(last.y + last.height <= y, 'the target hides the end of the page');
		goThrough(phone, way, 'Further up');
		assert.equal(difference(phone.picture(), top), 'equal');
	});
}

test('the targets of a long page are away behind a sheet and beside remorse, and there while somebody types', async () => {
	const phone = await openApp(GALLERY);
	assert.ok(phone.has('Further down') && !phone.has('Further up'));
	phone.perform('Sheet');
	assert.ok(!phone.has(/^Further/));
	phone.tap(100, 60);
	phone.perform('Delete');
	assert.ok(!phone.has(/^Further/));
	phone.perform('Deleting');
	assert.ok(phone.has(/^Further/));
	phone.perform('Text', nodes.NODE_ACTION_FOCUS);
	phone.relook({}, VISIBLE_WINDOW, 500);
	for (let line = 0; line < 12; line++) phone.type(`line ${line}\n`);
	while (phone.has('Further up')) {
		phone.press('Further up');
		phone.wait(3500);
	}
	assert.ok(phone.node('Gallery').y >= 0);
});

test('a slider follows the finger across, and lets it scroll along', async () => {
	const phone = await openApp(GALLERY);
	const { x, y, width, height } = phone.node('Brightness');
	const row = y + height - 24;
	phone.drag([x + 100, row], [x + width, row]);
	assert.equal(phone.node('Brightness').value, 100);
	phone.tap(x + 12, row);
	assert.equal(phone.node('Brightness').value, 0);
	phone.drag([x + 100, row], [x + 100, row - 80]);
	assert.equal(phone.node('Brightness').value, 0);
	assert.ok(phone.node('Brightness').y < y);
});

test('a page is dragged away to the right, or comes back', async () => {
	const phone = await openApp(GALLERY);
	phone.press('List');
	phone.wait(600);
	assert.ok(phone.has('Entry 3'));
	phone.drag([20, 400], [80, 400], 300);
	phone.wait(600);
	assert.ok(phone.has('Entry 3'));
	phone.drag([20, 400], [300, 400], 200);
	phone.wait(600);
	assert.ok(phone.has('Gallery'));
	phone.drag([20, 400], [300, 400], 200);
	phone.wait(600);
	assert.ok(phone.has('Gallery'));
});

test('the menu: pulled and let go on an entry, pulled and taken back, or opened by its button', async () => {
	const phone = await openApp(GALLERY);
	phone.drag([200, 300], [200, 370]);
	phone.wait(1000);
	assert.equal(presses(phone), 100);
	phone.drag([200, 300], [200, 320]);
	phone.wait(1000);
	assert.equal(presses(phone), 100);
	phone.press('More');
	phone.wait(1000);
	phone.press('Reset');
	phone.wait(1000);
	assert.equal(presses(phone), 0);
	assert.equal(phone.node('Gallery').y, 8);
});

test('remorse is carried out after four seconds, when the window goes, or not at all', async () => {
	const phone = await openApp(GALLERY);
	const deleted = () => phone.node('Deleted').detail;
	phone.press('Delete');
	phone.wait(3900);
	assert.equal(deleted(), '0');
	phone.wait(600);
	assert.equal(deleted(), '7');
	phone.press('Delete');
	phone.wait(2000);
	phone.press('Deleting');
	phone.wait(5000);
	assert.equal(deleted(), '7');
	phone.press('Delete');
	phone.relook({}, VISIBLE_COVER);
	phone.relook({}, VISIBLE_WINDOW);
	assert.equal(deleted(), '14');
});

test('behind a sheet nothing can be touched or heard; a touch beside it closes it', async () => {
	const phone = await openApp(GALLERY);
	const { y } = phone.node('Primary');
	phone.press('Sheet');
	assert.ok(!phone.has('Primary'));
	phone.tap(100, y + 20);
	assert.ok(phone.has('Primary'));
	assert.equal(presses(phone), 0);
});

test('fields: the keyboard comes and goes, text is edited at the caret, nonsense is not taken', async () => {
	const phone = await openApp(GALLERY);
	phone.perform('Text', nodes.NODE_ACTION_FOCUS);
	assert.equal(phone.editing, 3);
	phone.type('Größe\nzwei');
	phone.event(events.EVENT_KEY, events.KEY_LEFT);
	phone.event(events.EVENT_KEY, events.KEY_BACKSPACE);
	phone.event(events.EVENT_TEXT, 0xd800);
	phone.event(events.EVENT_TEXT, 0x7);
	phone.event(events.EVENT_TEXT, 0xffff_ffff);
	phone.type('€');
	assert.equal(phone.node('Text').detail, 'Größe\nzw€i');
	phone.event(events.EVENT_KEY, events.KEY_UP);
	phone.type('!');
	assert.equal(phone.node('Text').detail, 'Grö!ße\nzw€i');
	phone.event(events.EVENT_KEY, events.KEY_ESCAPE);
	assert.equal(phone.editing, 0);
	phone.type('x');
	assert.equal(phone.node('Text').detail, 'Grö!ße\nzw€i');
	phone.perform('Word', nodes.NODE_ACTION_FOCUS);
	for (let index = 0; index < 40; index++) phone.type('ö');
	assert.equal(phone.node('Word').state & nodes.STATE_FOCUSED, nodes.STATE_FOCUSED);
	for (let index = 0; index < 32; index++) phone.event(events.EVENT_KEY, events.KEY_BACKSPACE);
	assert.equal(phone.node('Word').detail, '');
});

test('a field of one line shows what is typed at its end, and a finger finds it there', async () => {
	const phone = await openApp(GALLERY);
	phone.perform('Word', nodes.NODE_ACTION_FOCUS);
	phone.type('m'.repeat(50));
	const row = () => {
		const { y, height } = phone.node('Word');
		const { width, pixels } = phone.picture();
		return Buffer.from(pixels.subarray(4 * width * y, 4 * width * (y + height)));
	};
	const before = row();
	phone.type('i');
	assert.notDeepEqual(row(), before);
	const { x, y, width, height } = phone.node('Word');
	phone.tap(x + width - 20, y + height - 20);
	phone.event(events.EVENT_KEY, events.KEY_BACKSPACE);
	assert.equal(phone.node('Word').detail, 'm'.repeat(50));
});

test('a gadget is asked for only while its place is seen whole', async () => {
	const phone = await openApp(GALLERY);
	assert.equal(phone.gadgets.size, 0);
	phone.drag([200, 700], [200, 100], 100);
	phone.wait(4000);
	const [kind, , y = 0, , height = 0] = phone.gadgets.get(0) ?? [];
	assert.equal(kind, 1);
	assert.ok(y >= 0 && y + height <= phone.window.height);
});

test('without movement everything is at its place at once', async () => {
	const phone = await openApp(GALLERY, { still: true });
	phone.press('List');
	const open = copyOf(phone.picture());
	phone.wait(1000);
	assert.equal(difference(phone.picture(), open), 'equal');
	phone.drag([200, 600], [200, 300], 48);
	const let_go = copyOf(phone.picture());
	phone.wait(1000);
	assert.equal(difference(phone.picture(), let_go), 'equal');
});

test('pixels stand still under a prompt, and are all drawn when it has gone', async () => {
	const phone = await openApp(GALLERY);
	const before = copyOf(phone.picture());
	phone.held = true;
	phone.press('Primary');
	assert.equal(difference(phone.picture(), before), 'equal');
	phone.held = false;
	phone.event(events.EVENT_RELEASED);
	assert.equal(presses(phone), 1);
	assert.notEqual(difference(phone.picture(), before), 'equal');
});

test('what there was no budget left to ask for is asked for again', async () => {
	const phone = await openApp(GALLERY);
	for (const late of [1, 2, 5]) {
		phone.late = late;
		phone.event(events.EVENT_ACTIVATE, phone.node('Primary').number);
		assert.equal(phone.late, 0);
	}
	assert.equal(presses(phone), 3);
	phone.wait(1000);
	const light = await openApp(GALLERY, { dark: false });
	for (let press = 0; press < 3; press++) light.event(events.EVENT_ACTIVATE, light.node('Primary').number);
	light.wait(1000);
	for (const late of [1, 2, 3, 4]) {
		phone.relook({ dark: true });
		phone.late = late;
		phone.relook({ dark: false });
		assert.equal(difference(phone.picture(), light.picture()), 'equal', `${late} questions`);
	}
});

test('what the compositor could not hear just now is said again', async () => {
	const phone = await openApp(GALLERY);
	phone.deaf = 1;
	phone.press('List');
	phone.wait(600);
	assert.ok(phone.has('Entry 3'));
	phone.deaf = 1;
	phone.perform('Back');
	phone.wait(600);
	phone.deaf = 3;
	phone.perform('Text', nodes.NODE_ACTION_FOCUS);
	phone.wait(100);
	assert.equal(phone.editing, 3);
	assert.equal(phone.deaf, 0);
});

test('the cover shows what is now, and its actions work', async () => {
	const phone = await openApp(GALLERY);
	assert.deepEqual(phone.actions, [1, 3]);
	const before = copyOf(phone.picture(phone.cover));
	phone.event(events.EVENT_COVER_ACTION, 1);
	assert.equal(presses(phone), 2);
	assert.notEqual(difference(phone.picture(phone.cover), before), 'equal');
	assert.ok(phone.cover.nodes.some(({ name }) => name === '2'));
});

type Act = readonly [kind: number, x: number, y: number, time: number];
const act: fc.Arbitrary<Act> = fc.tuple(fc.nat(9), fc.nat(389), fc.nat(811), fc.nat(400));

function perform(phone: Phone, [kind, x, y, time]: Act): void {
	if (kind < 5) phone.tap(x, y);
	else if (kind < 8) phone.drag([x, y], [(x * 7) % 390, (y * 13) % 812], time, kind !== 7);
	else phone.wait(time);
}

test('whatever fingers do: what is shown is what drawing everything anew would show, and no activation takes long', async () => {
	for (const scale of [1, 2] as const) {
		const acts = fc.sample(fc.array(act, { minLength: 20, maxLength: 40 }), { numRuns: 3, seed: 7 });
		for (const list of acts) {
			const phone = await openApp(GALLERY, { scale });
			for (const each of list) {
				perform(phone, each);
				const shown = copyOf(phone.picture());
				phone.event(events.EVENT_EXPOSE, 3);
				assert.equal(difference(phone.picture(), shown), 'equal', JSON.stringify(list));
			}
			assert.ok(phone.longest < LONGEST, `${phone.longest} instructions`);
		}
	}
});

test('a scroller: comes to rest inside its ends, never jumps, and is back within a second from beyond them', async () => {
	const phone = await openApp(GALLERY);
	const scroll = (position: number, velocity: number, most: number) => {
		const [address = 0] = phone.call(protocol.SCROLL, position, velocity, 0, most);
		const bytes = phone.bytes(address, 4 * protocol.FRAMES).slice();
		return [...new Int32Array(bytes.buffer)].map((value) => value / 256);
	};
	fc.assert(
		fc.property(
			fc.integer({ min: -200, max: 2200 }),
			fc.integer({ min: -6000, max: 6000 }),
			fc.nat(2000),
			(position, velocity, most) => {
				const positions = scroll(position, velocity, most);
				const last = positions.at(-1) ?? 0;
				assert.ok(last >= 0 && last <= most, `${last} of ${most}`);
				for (const [index, value] of positions.entries()) {
					const jump = Math.abs(value - (positions[index - 1] ?? position));
					// A frame at the fastest velocity, and what the pull from beyond an end adds.
					assert.ok(
						jump <= 6000 / 60 + Math.max(0, -value, value - most, -position, position - most),
						`${jump} at ${index}`,
					);
				}
				if (velocity === 0) assert.ok((positions[60] ?? 0) >= -1 && (positions[60] ?? 0) <= most + 1);
			},
		),
	);
});
