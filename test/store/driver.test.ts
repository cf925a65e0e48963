/** The store's driver is killed in the middle of writing and reading: the store's clients see a pause, and nothing is lost. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { MemoryStorage } from '../../machines/hosted/devices/outputs.ts';
import { createMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { buildSystem } from '../../tools/image/build.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { checkStore } from '../../tools/store/check.ts';

const DISK_SLOT = 8;
const DISK_BYTES = 4096 * 512;
/** Runs with a driver that dies, each at another of the accesses to the disk. */
const RUNS = 8;

let image: SystemImage;
before(async () => {
	image = await buildSystem('store');
});

/** Runs the system, and calls `act` in each access to the disk, with its number. */
async function run(act: (access: number, kill: () => void) => void) {
	const disk = new Uint8Array(DISK_BYTES);
	const storage = new MemoryStorage(disk);
	let accesses = 0;
	const counted = {
		size: storage.size,
		read: (offset: number, bytes: Uint8Array) => {
			act(accesses++, kill);
			storage.read(offset, bytes);
		},
		write: (offset: number, bytes: Uint8Array) => {
			act(accesses++, kill);
			storage.write(offset, bytes);
		},
		flush: () => storage.flush(),
	};
	const machine = createMachine(image, {
		host: nodeHost(),
		deterministic: true,
		devices: true,
		outputs: { disks: new Map([[DISK_SLOT, counted]]) },
	});
	const kill = () => assert(machine.kill('block'));
	const { exitCode, log } = await machine.run();
	return { exitCode, log, accesses, disk };
}

/** What everybody but the supervisor says; it also tells of the driver. */
function saidByOthers(log: string): string[] {
	return log.split('\n').filter((line) => !line.startsWith('supervisor: block '));
}

test('a driver that dies at any access is not noticed by the clients of the store', async () => {
	const undisturbed = await run(() => {});
	assert.deepEqual({ exitCode: undisturbed.exitCode, log: undisturbed.log }, { exitCode: 0, log: image.expect?.log });
	for (let each = 0; each < RUNS; each++) {
		const fatal = Math.floor(((each + 0.5) * undisturbed.accesses) / RUNS);
		const { exitCode, log, disk } = await run((access, kill) => {
			if (access === fatal || access === fatal + 3) kill();
		});
		assert.equal(exitCode, 0, `killed at access ${fatal}:\n${log}`);
		assert.match(log, /supervisor: block .*; restart in/);
		assert.deepEqual(saidByOthers(log), saidByOthers(undisturbed.log), `killed at access ${fatal}`);
		assert.deepEqual(checkStore(disk).problems, []);
	}
});
