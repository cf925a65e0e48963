/** The input driver: touches and keys reach the client as they are; a device that lies or talks nonsense disturbs nobody. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { INPUT_EVENT_BYTES } from '../../abi/virtio.ts';
import { GpuModel } from '../../machines/hosted/devices/gpu.ts';
import { type InputAbilities, InputModel, TOUCH_SCREEN } from '../../machines/hosted/devices/input.ts';
import type { DeviceModel } from '../../machines/hosted/devices/model.ts';
import { createMachine, type HostedMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { buildSystem } from '../../tools/image/build.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { liesAfter, lying, runWith } from './support.ts';

const SCREEN_SLOT = 16;
const TOUCH_SLOT = 24;
const KEYBOARD_SLOT = 25;
const MILLISECOND = 1_000_000;
const KEY_A = 30;
/** What QEMU's tablet has. */
const TABLET: InputAbilities = {
	axes: new Map([
		[0, 32767],
		[1, 32767],
	]),
	keys: true,
};

let image: SystemImage;
before(async () => {
	image = await buildSystem('screen');
});

/** What the slate says at its end. */
async function counted(act: (machine: HostedMachine, time: (step: number) => number) => void): Promise<string> {
	const machine = createMachine(image, { host: nodeHost(), deterministic: true });
	act(machine, (step) => (500 + 8 * step) * MILLISECOND);
	const { log } = await machine.run();
	return log.trim().split('\n').at(-1) ?? '';
}

describe('the client hears of', () => {
	test('every finger that goes down', async () => {
		const said = await counted((machine, time) => {
			for (let step = 0; step < 40; step++) {
				machine.outside(time(step)).touch(step % 2 === 0 ? 'down' : 'up', (step >> 1) % 10, 100 * step, 100 * step);
			}
		});
		assert.equal(said, 'slate: 2 sessions, 20 fingers, 0 keys');
	});

	test('ten fingers at the same time', async () => {
		const said = await counted((machine, time) => {
			for (let finger = 0; finger < 10; finger++) machine.outside(time(0)).touch('down', finger, 6000 * finger, 9);
			for (let finger = 0; finger < 10; finger++) machine.outside(time(1)).touch('move', finger, 6000 * finger, 99);
		});
		assert.equal(said, 'slate: 2 sessions, 10 fingers, 0 keys');
	});

	test('every key, but not that it repeats', async () => {
		const said = await counted((machine, time) => {
			for (let step = 0; step < 5; step++) {
				machine.outside(time(3 * step)).key(KEY_A, true);
				machine.outside(time(3 * step + 1)).key(KEY_A, false);
			}
		});
		assert.equal(said, 'slate: 2 sessions, 0 fingers, 5 keys');
	});

	test('fingers after the driver was killed, but not of one that was down', async () => {
		const said = await counted((machine, time) => {
			machine.outside(time(0)).touch('down', 0, 100, 100);
			machine.kill('input', time(1));
			machine.outside(time(1)).touch('move', 0, 200, 200);
			for (let step = 20; step < 30; step++) machine.outside(time(step)).touch('move', 0, 300 * step, 300);
			machine.outside(time(30)).touch('up', 0);
			machine.outside(time(31)).touch('down', 0, 100, 100);
		});
		assert.equal(said, 'slate: 2 sessions, 2 fingers, 0 keys');
	});
});

/** Events as a device puts them down. */
function bytesOf(events: readonly { type: number; code: number; value: number }[]): Uint8Array {
	const view = new DataView(new ArrayBuffer(INPUT_EVENT_BYTES * events.length));
	for (const [index, { type, code, value }] of events.entries()) {
		view.setUint16(INPUT_EVENT_BYTES * index, type, true);
		view.setUint16(INPUT_EVENT_BYTES * index + 2, code, true);
		view.setInt32(INPUT_EVENT_BYTES * index + 4, value, true);
	}
	return new Uint8Array(view.buffer);
}

describe('a touch screen that', () => {
	const screen = () => new GpuModel(390, 844, undefined, false);
	const run = (touch: DeviceModel | undefined, keyboard?: DeviceModel) => {
		const models = new Map<number, DeviceModel>([[SCREEN_SLOT, screen()]]);
		if (touch !== undefined) models.set(TOUCH_SLOT, touch);
		if (keyboard !== undefined) models.set(KEYBOARD_SLOT, keyboard);
		return runWith(image, models);
	};

	/** A device that gives these events as soon as the driver has buffers for them. */
	function talking(abilities: InputAbilities, events: Parameters<typeof bytesOf>[0]): InputModel {
		const model = new InputModel(abilities);
		const { reset } = model;
		model.reset = () => {
			reset.call(model);
			model.receive(bytesOf(events));
		};
		return model;
	}

	test('is not there', async () => assert.equal((await run(undefined)).exitCode, 0));
	test('has no axes', async () =>
		assert.equal((await run(new InputModel({ axes: new Map(), keys: true }))).exitCode, 0));

	for (const [what, lie] of Object.entries(liesAfter(3))) {
		test(what, async () => {
			const noise = Array.from({ length: 40 }, (_, index) => ({ type: 3, code: 0x35, value: index }));
			assert.equal((await run(lying(talking(TOUCH_SCREEN, noise), lie))).exitCode, 0);
		});
	}

	test('talks nonsense', async () => {
		const event = fc.record({
			type: fc.oneof(fc.constantFrom(0, 1, 3), fc.nat(0xffff)),
			code: fc.oneof(fc.constantFrom(0, 1, 0x2f, 0x35, 0x36, 0x39, 0x110, 0x14a), fc.nat(0xffff)),
			value: fc.oneof(fc.integer({ min: -2, max: 12 }), fc.integer()),
		});
		const abilities = fc.constantFrom(TOUCH_SCREEN, TABLET);
		await fc.assert(
			fc.asyncProperty(abilities, fc.array(event, { maxLength: 200 }), async (what, events) => {
				const said = await run(talking(what, events), talking(TABLET, events));
				assert.equal(said.exitCode, 0);
			}),
			{ numRuns: 15, seed: 2026 },
		);
	});
});
