import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as layout from '../../sdk/queue/layout.ts';
import { buildComponent } from '../../tools/build/component.ts';

const { wasm } = await buildComponent('test/components/queue');
const module = new WebAssembly.Module(wasm);
const BASE = 256;

// Methods of test/components/queue.
const OPEN_PRODUCER = 1;
const OPEN_CONSUMER = 2;
const ENQUEUE = 3;
const DEQUEUE = 4;
const CONSUMER_SLEEPS = 5;
const PRODUCER_SLEEPS = 6;
const CONSUMER_SLEEP = 7;
const PRODUCER_SLEEP = 8;

type Method = (...words: number[]) => number;

/** Both ends on one region, and the region as the other side (or an attacker) sees it. */
function openQueue(capacity: number) {
	const region = new WebAssembly.Memory({ initial: 1, maximum: 1 });
	const { exports } = new WebAssembly.Instance(module, { memory: { 1: region } });
	const call = (method: number, ...words: number[]) => (exports.protected as Method)(0, method, ...words, 0, 0, 0, 0);
	const results = () => new Int32Array((exports.memory as WebAssembly.Memory).buffer, 64, 4);
	const status = [call(OPEN_PRODUCER, BASE, capacity), call(OPEN_CONSUMER, BASE, capacity)];
	return {
		status,
		call,
		words: new Uint32Array(region.buffer),
		enqueue: (value: number) => call(ENQUEUE, value, value + 1, value + 2, value + 3),
		dequeue: () => {
			const status = call(DEQUEUE);
			return { status: status >> 3, entry: [...results()] };
		},
	};
}

test('entries come out as they went in, in order, and never more than fit (model)', () => {
	const operations = fc.array(fc.oneof(fc.integer({ min: 0, max: 1 << 29 }), fc.constant(undefined)), {
		maxLength: 200,
	});
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 5 }), operations, (power, steps) => {
			const queue = openQueue(1 << power);
			const model: number[] = [];
			for (const value of steps) {
				if (value === undefined) {
					const { status, entry } = queue.dequeue();
					const expected = model.shift();
					assert.equal(status, expected === undefined ? layout.QUEUE_EMPTY : layout.QUEUE_OK);
					if (expected !== undefined)
						assert.deepEqual(
							entry,
							[0, 1, 2, 3].map((i) => expected + i),
						);
				} else {
					const full = model.length === 1 << power;
					assert.equal(queue.enqueue(value), full ? layout.QUEUE_FULL : layout.QUEUE_OK);
					if (!full) model.push(value);
				}
			}
		}),
	);
});

test('indices wrap', () => {
	const queue = openQueue(4);
	for (let round = 0; round < 1000; round++) {
		assert.equal(queue.enqueue(round), layout.QUEUE_OK);
		assert.equal(queue.dequeue().entry[0], round);
	}
	assert.equal(queue.words[(BASE + layout.QUEUE_HEAD) >> 2], 1000);
});

test('a capacity that is not a power of two in range is refused', () => {
	for (const capacity of [0, 3, 65_537, 131_072, -1]) {
		assert.deepEqual(openQueue(capacity).status, [layout.QUEUE_INVALID, layout.QUEUE_INVALID]);
	}
	assert.deepEqual(openQueue(1).status, [layout.QUEUE_OK, layout.QUEUE_OK]);
});

test('a lying peer gets a closed error, whatever it writes anywhere in the queue, and nothing else is touched', () => {
	const capacity = 8;
	const words = layout.queueBytes(capacity) >> 2;
	const lie = fc.tuple(fc.nat(words - 1), fc.oneof(fc.integer(), fc.integer({ min: -9, max: 9 })));
	const step = fc.oneof(
		lie,
		fc.constantFrom(ENQUEUE, DEQUEUE, CONSUMER_SLEEP, PRODUCER_SLEEP, CONSUMER_SLEEPS, PRODUCER_SLEEPS),
	);
	const known = [layout.QUEUE_OK, layout.QUEUE_FULL, layout.QUEUE_EMPTY, layout.QUEUE_BROKEN];
	fc.assert(
		fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
			const queue = openQueue(capacity);
			const outside = () => queue.words.filter((_, index) => index < BASE >> 2 || index >= (BASE >> 2) + words);
			for (const action of steps) {
				if (typeof action !== 'number') queue.words[(BASE >> 2) + action[0]] = action[1];
				else if (action === DEQUEUE) assert.ok(known.includes(queue.dequeue().status));
				else assert.ok(known.includes(queue.call(action)));
			}
			assert.ok(outside().every((word) => word === 0));
		}),
		{ numRuns: 60 },
	);
});

test('an impossible index breaks the queue for good, until it is opened again', () => {
	const queue = openQueue(4);
	queue.words[(BASE + layout.QUEUE_TAIL) >> 2] = 5;
	assert.equal(queue.dequeue().status, layout.QUEUE_BROKEN);
	queue.words[(BASE + layout.QUEUE_TAIL) >> 2] = 1;
	assert.equal(queue.dequeue().status, layout.QUEUE_BROKEN);
	assert.equal(queue.call(OPEN_CONSUMER, BASE, 4), layout.QUEUE_OK);
	assert.equal(queue.dequeue().status, layout.QUEUE_OK);
});

test('a sleeping consumer is woken once for each sleep', () => {
	const queue = openQueue(4);
	assert.equal(queue.call(CONSUMER_SLEEPS), 0);
	assert.equal(queue.call(CONSUMER_SLEEP), 1);
	queue.enqueue(1);
	assert.equal(queue.call(CONSUMER_SLEEPS), 1);
	assert.equal(queue.call(CONSUMER_SLEEPS), 0);
});

test('a consumer does not sleep on an entry that came at the last moment', () => {
	const queue = openQueue(4);
	assert.equal(queue.dequeue().status, layout.QUEUE_EMPTY);
	queue.enqueue(1);
	assert.equal(queue.call(CONSUMER_SLEEP), 0);
});

test('a producer sleeps only on a full queue, and is woken by the consumer', () => {
	const queue = openQueue(1);
	assert.equal(queue.call(PRODUCER_SLEEP), 0);
	queue.call(PRODUCER_SLEEPS);
	queue.enqueue(1);
	assert.equal(queue.enqueue(2), layout.QUEUE_FULL);
	assert.equal(queue.call(PRODUCER_SLEEP), 1);
	queue.dequeue();
	assert.equal(queue.call(PRODUCER_SLEEPS), 1);
});
