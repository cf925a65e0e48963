/** Drivers of sensors on the hosted machine: they measure when they are asked, give what was measured, and believe no device. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { SensorModel } from '../../machines/hosted/devices/sensor.ts';
import { createMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { buildSystem } from '../../tools/image/build.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { liesAfter, lying, runWith } from './support.ts';

const CAMERA_SLOT = 32;
const [CAMERA, MICROPHONE, LOCATION, BATTERY, CLOCK] = [0, 1, 2, 3, 4];
const SIZE = { width: 32, height: 24 };

let image: SystemImage;
before(async () => {
	image = await buildSystem('test/drivers/measuring');
});

test('what sensors measure reaches the client; nothing is measured unasked', async () => {
	const wanted: number[] = [];
	const picture = new Uint8Array(4 * SIZE.width * SIZE.height).fill(255);
	const machine = createMachine(image, {
		host: nodeHost(),
		deterministic: true,
		outputs: { wanted: (kind) => wanted.push(kind) },
	});
	const outside = machine.outside(25_000_000);
	outside.sense('microphone', [200, 400, 0]);
	outside.sense('location', [418_900_000, 124_800_000, 5]);
	outside.sense('battery', [50, 1, 0]);
	outside.sense('clock', [0, 418, 0]);
	machine.outside(200_000_000).picture(picture);
	const { log } = await machine.run();
	assert.equal(
		log,
		[
			'watcher: a sound',
			'watcher: 4189 1248 about',
			'watcher: 50 percent and more',
			'watcher: after 2026',
			'watcher: a picture of 32 x 24',
			'watcher: which hides everything',
			'watcher: and no second one',
			'',
		].join('\n'),
	);
	assert.deepEqual([...new Set(wanted)].sort(), [CAMERA, MICROPHONE, LOCATION, BATTERY, CLOCK]);
});

test('a sensor that gives nothing has no value', async () => {
	const machine = createMachine(image, { host: nodeHost(), deterministic: true });
	const { exitCode, log } = await machine.run();
	assert.deepEqual({ exitCode, log }, { exitCode: 1, log: 'watcher: nothing comes from 3\n' });
});

test('whoever has no ticket gets no picture, whatever it calls, and disturbs nobody', async () => {
	const prying = await buildSystem('test/drivers/prying');
	const machine = createMachine(prying, { host: nodeHost(), deterministic: true });
	machine.outside(100_000_000).picture(new Uint8Array(4 * SIZE.width * SIZE.height).fill(255));
	machine.outside(150_000_000).sense('microphone', [200, 400, 0]);
	const { exitCode, log } = await machine.run();
	assert.deepEqual({ exitCode, log }, { exitCode: 0, log: prying.expect?.log });
	assert.deepEqual(machine.faults(), []);
});

describe('a camera that', () => {
	const noPicture = /no (picture|rows): \d+\n$/;
	async function said(camera: SensorModel | undefined): Promise<string> {
		const small = [MICROPHONE, LOCATION, BATTERY, CLOCK].map((kind, index) => {
			const model = new SensorModel(kind as number, { width: 0, height: 0 }, undefined);
			const { work } = model;
			model.work = (queues) => {
				model.receive(new Uint8Array(12));
				return work.call(model, queues);
			};
			return [CAMERA_SLOT + 8 * (index + 1), model] as const;
		});
		const models = new Map<number, SensorModel>(small);
		if (camera !== undefined) models.set(CAMERA_SLOT, camera);
		return (await runWith(image, models)).log;
	}

	/** A camera whose pictures have so many bytes. */
	function taking(bytes: number, size = SIZE): SensorModel {
		const model = new SensorModel(CAMERA as number, size, undefined);
		const { work } = model;
		model.work = (queues) => {
			model.receive(new Uint8Array(bytes));
			return work.call(model, queues);
		};
		return model;
	}

	test('is not there', async () => assert.match(await said(undefined), noPicture));
	test('takes pictures that fit nowhere', async () =>
		assert.match(await said(taking(0, { width: 4000, height: 4000 })), noPicture));
	test('takes pictures without width', async () =>
		assert.match(await said(taking(0, { width: 0, height: 24 })), noPicture));
	test('takes half pictures', async () => assert.match(await said(taking(1000)), /nothing comes from 7\n$/));

	for (const [what, lie] of Object.entries(liesAfter(0))) {
		test(what, async () => assert.match(await said(lying(taking(4 * 32 * 24), lie)), noPicture));
	}
});
