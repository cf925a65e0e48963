/** Runs a system on the hosted machine with devices of the test's own. */
import assert from 'node:assert/strict';
import { CAUSE_OVERRUN } from '../../abi/calls.ts';
import type { DeviceModel } from '../../machines/hosted/devices/model.ts';
import type { DeviceQueue } from '../../machines/hosted/devices/virtqueue.ts';
import { createMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import type { SystemImage } from '../../tools/image/types.ts';

/** `models` by transport stand for all devices of the system. No component may fault, but for a driver that its client breaks on purpose. */
export async function runWith(image: SystemImage, models: ReadonlyMap<number, DeviceModel>) {
	const system = { ...image, devices: [] };
	const machine = createMachine(system, { host: nodeHost(), deterministic: true, models });
	const { exitCode, log } = await machine.run();
	assert.deepEqual(
		machine.faults().filter(({ cause }) => cause !== CAUSE_OVERRUN),
		[],
	);
	return { exitCode, log };
}

/** How a device gives a request back that it has carried out: `count` says how many came before. */
export type Lie = (queue: DeviceQueue, head: number, written: number, count: number) => void;

/** A queue that looks honest to the model of a device, whose answers go through `lie`. */
export function lyingQueue(queue: DeviceQueue, lie: Lie, count: { requests: number }): DeviceQueue {
	return {
		waits: () => queue.waits(),
		next: () => queue.next(),
		finish: (head: number, written: number) => lie(queue, head, written, count.requests++),
	} as unknown as DeviceQueue;
}

/** Has the model of a device lie about what it finishes. */
export function lying<Model extends DeviceModel>(model: Model, lie: Lie): Model {
	const { work } = model;
	const count = { requests: 0 };
	model.work = (queues, memory) => {
		const turned = [...queues].map(([index, queue]) => [index, lyingQueue(queue, lie, count)] as const);
		return work.call(model, new Map(turned), memory);
	};
	return model;
}

/** Lies that every driver must notice, from request `from` on. */
export function liesAfter(from: number): Readonly<Record<string, Lie>> {
	const afterwards =
		(lie: Lie): Lie =>
		(queue, head, written, count) => {
			if (count < from) queue.finish(head, written);
			else lie(queue, head, written, count);
		};
	return {
		'finishes what was never asked': afterwards((queue, head, written) => queue.finish(head + 77, written)),
		'has written more than there was room for': afterwards((queue, head) => queue.finish(head, 0x80000000)),
		'finishes everything twice': afterwards((queue, head, written) => {
			queue.finish(head, written);
			queue.finish(head, written);
		}),
		'runs ahead by more than the queue holds': afterwards((queue, head, written) => {
			for (let each = 0; each < 1000; each++) queue.finish(head, written);
		}),
	};
}
