/** Runs a system on the hosted machine with devices of the test's own. */
import assert from 'node:assert/strict';
import { CAUSE_OVERRUN } from '../../abi/calls.ts';
import type { DeviceModel } from '../../machines/hosted/devices/model.ts';
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
