/** Devices that do not keep to the protocol: their driver says so to its clients, and nothing else happens to anybody. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { NoMemoryError } from '../../machines/hosted/devices/memory.ts';
import type { DeviceModel } from '../../machines/hosted/devices/model.ts';
import { RngModel } from '../../machines/hosted/devices/rng.ts';
import type { DeviceQueue } from '../../machines/hosted/devices/virtqueue.ts';
import { buildSystem } from '../../tools/image/build.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { runWith } from './support.ts';

/** Of drivers/rng/driver: it asks for so many bytes, with one request. */
const ASKED = 256;
const BROKEN = { exitCode: 1, log: 'dice: there is no device, or it is broken\n' };

/** How a device answers the request whose first descriptor is `head`. */
type Answer = (queue: DeviceQueue, head: number) => void;

class LyingModel extends RngModel {
	private readonly answer: Answer;

	constructor(answer: Answer) {
		super(() => 4);
		this.answer = answer;
	}

	override work(queues: ReadonlyMap<number, DeviceQueue>): boolean {
		const queue = queues.get(0);
		const request = queue?.next();
		if (queue !== undefined && request !== undefined) this.answer(queue, request.head);
		return true;
	}
}

const LIES: Readonly<Record<string, Answer>> = {
	'has finished what was never asked': (queue, head) => queue.finish(head + 1, 16),
	'has finished a request of a number far too high': (queue) => queue.finish(0xffffffff, 16),
	'has written more than there was room for': (queue, head) => queue.finish(head, ASKED + 1),
	'has finished the same twice': (queue, head) => {
		queue.finish(head, ASKED);
		queue.finish(head, ASKED);
	},
	'has run ahead by more than the queue holds': (queue, head) => {
		for (let count = 0; count < 1000; count++) queue.finish(head, ASKED);
	},
	'asks to be reset': () => {
		throw new NoMemoryError('a test');
	},
};

describe('a device that', () => {
	let image: SystemImage;
	before(async () => {
		image = await buildSystem('entropy');
	});

	function runWithout(): Promise<object> {
		return runWith(image, new Map());
	}

	function runInstead(model: DeviceModel): Promise<object> {
		return runWith(image, new Map([[0, model]]));
	}

	for (const [what, answer] of Object.entries(LIES)) {
		test(what, async () => assert.deepEqual(await runInstead(new LyingModel(answer)), BROKEN));
	}

	test('is not there', async () => assert.deepEqual(await runWithout(), BROKEN));

	test('is of another kind', async () => {
		const model = Object.assign(new RngModel(() => 4), { device: 2 });
		assert.deepEqual(await runInstead(model), BROKEN);
	});

	test('answers at random', async () => {
		const answers = fc.array(fc.record({ head: fc.nat(2), written: fc.nat(2 * ASKED) }), { maxLength: 2 });
		const isTrue = (answer: readonly { head: number; written: number }[]) =>
			answer.length === 1 && answer[0]?.head === 0 && answer[0].written <= ASKED && answer[0].written > 0;
		await fc.assert(
			fc.asyncProperty(answers, async (answer) => {
				fc.pre(answer.length > 0 && answer.some(({ written }) => written > 0));
				const model = new LyingModel((queue) => {
					for (const { head, written } of answer) queue.finish(head, written);
				});
				if (!isTrue(answer)) assert.deepEqual(await runInstead(model), BROKEN);
			}),
			{ numRuns: 25, seed: 2026 },
		);
	});
});
