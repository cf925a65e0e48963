/** Devices that answer at random: whatever a used ring says, the driver neither faults nor gives its client more than an error. */
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { BlockModel } from '../../machines/hosted/devices/block.ts';
import { GpuModel } from '../../machines/hosted/devices/gpu.ts';
import { InputModel, KEYBOARD, TOUCH_SCREEN } from '../../machines/hosted/devices/input.ts';
import type { DeviceModel } from '../../machines/hosted/devices/model.ts';
import { MemoryStorage } from '../../machines/hosted/devices/outputs.ts';
import { PortModel } from '../../machines/hosted/devices/port.ts';
import { RngModel } from '../../machines/hosted/devices/rng.ts';
import { buildSystem } from '../../tools/image/build.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { type Lie, lying, runWith } from './support.ts';

const SCREEN_SLOT = 16;
const TOUCH_SLOT = 24;
const SECTORS_BYTES = 256 * 512;
const RUNS = { numRuns: 8, seed: 2027 };

/** One answer: instead of the request with that head another one, with so many bytes, so often. */
interface Answer {
	readonly head: number;
	readonly written: number;
	readonly times: number;
}

const answer: fc.Arbitrary<Answer> = fc.record({
	// Never the request itself: a device that keeps silent is one that clients may wait for.
	head: fc.oneof(fc.integer({ min: 1, max: 130 }), fc.integer({ min: -70_000, max: -1 })),
	written: fc.oneof(fc.nat(5000), fc.integer()),
	times: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant(400)),
});
/** How many requests are answered as they should be, and what comes after that, again and again. */
const script = fc.record({
	honest: fc.nat(6),
	answers: fc.array(answer, { minLength: 1, maxLength: 6 }),
});

function following({ honest, answers }: { readonly honest: number; readonly answers: readonly Answer[] }): Lie {
	return (queue, head, written, count) => {
		const wild = count < honest ? undefined : answers[(count - honest) % answers.length];
		if (wild === undefined) queue.finish(head, written);
		for (let time = 0; time < (wild?.times ?? 0); time++) queue.finish(head + (wild?.head ?? 0), wild?.written ?? 0);
	};
}

/** What stands for the devices of a system; the first is the one that goes wild. */
interface Stand {
	readonly system: string;
	readonly wild: readonly [slot: number, make: () => DeviceModel];
	readonly others?: () => ReadonlyMap<number, DeviceModel>;
}

/** A keyboard or touch screen that has much to say. */
function talkative(abilities: typeof TOUCH_SCREEN): InputModel {
	const model = new InputModel(abilities);
	const { reset } = model;
	model.reset = () => {
		reset.call(model);
		for (let event = 0; event < 40; event++) model.receive(Uint8Array.of(3, 0, 0x35, 0, event, 0, 0, 0));
	};
	return model;
}

function chattering(): PortModel {
	const model = new PortModel(undefined);
	for (let count = 0; count < 4; count++) model.receive(new Uint8Array(300).fill(200));
	return model;
}

const screen = () => new GpuModel(390, 844, undefined, false);
const touch = () => new InputModel(TOUCH_SCREEN);
const STANDS: Readonly<Record<string, Stand>> = {
	rng: { system: 'entropy', wild: [0, () => new RngModel(() => 4)] },
	disk: { system: 'block', wild: [8, () => new BlockModel(new MemoryStorage(new Uint8Array(SECTORS_BYTES)))] },
	screen: { system: 'screen', wild: [SCREEN_SLOT, screen], others: () => new Map([[TOUCH_SLOT, touch()]]) },
	'touch screen': {
		system: 'screen',
		wild: [TOUCH_SLOT, () => talkative(TOUCH_SCREEN)],
		others: () => new Map([[SCREEN_SLOT, screen()]]),
	},
	keyboard: {
		system: 'screen',
		wild: [TOUCH_SLOT + 1, () => talkative(KEYBOARD)],
		others: () =>
			new Map<number, DeviceModel>([
				[SCREEN_SLOT, screen()],
				[TOUCH_SLOT, touch()],
			]),
	},
	port: { system: 'test/systems/echoing', wild: [26, chattering] },
};

for (const [name, { system, wild, others }] of Object.entries(STANDS)) {
	describe(`a ${name} that answers at random`, () => {
		let image: SystemImage;
		before(async () => {
			image = await buildSystem(system);
		});

		test('gets its driver to give up, and no further', async () => {
			await fc.assert(
				fc.asyncProperty(script, async (lines) => {
					const [slot, make] = wild;
					const models = new Map<number, DeviceModel>([...(others?.() ?? []), [slot, lying(make(), following(lines))]]);
					await runWith(image, models);
				}),
				RUNS,
			);
		});
	});
}
