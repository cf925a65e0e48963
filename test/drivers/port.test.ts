/** The port driver: bytes go through it both ways, on every machine, and after it was killed; a device that lies gets the client an error. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { PortModel } from '../../machines/hosted/devices/port.ts';
import { createMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { buildImage } from '../../tools/arm64/image.ts';
import { startQemu } from '../../tools/arm64/interactive.ts';
import { buildSystem } from '../../tools/image/build.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { HANGS } from '../support/patience.ts';
import { liesAfter, lying, runWith } from './support.ts';

const SLOT = 26;
const MILLISECOND = 1_000_000;
const END = Buffer.from('end!');

let image: SystemImage;
before(async () => {
	image = await buildSystem('test/systems/echoing');
});

/** Runs the machine while pieces arrive, 10 ms apart; what it sent. `kill`: before which piece the driver is killed. */
async function echoed(pieces: readonly Uint8Array[], kill?: number): Promise<Buffer> {
	const sent: Buffer[] = [];
	const outputs = { port: (bytes: Uint8Array) => sent.push(Buffer.from(bytes)) };
	const machine = createMachine(image, { host: nodeHost(), deterministic: true, outputs });
	for (const [index, piece] of [...pieces, END].entries()) {
		const time = (100 + 20 * index) * MILLISECOND;
		if (index === kill) machine.kill('port', time - 15 * MILLISECOND);
		machine.outside(time).port(piece);
	}
	const { exitCode } = await machine.run();
	assert.equal(exitCode, 0);
	return Buffer.concat(sent);
}

test('what arrives can be sent back, however it is cut', async () => {
	const byte = fc.integer({ min: 128, max: 255 });
	// Not text, so that it is not the end.
	const piece = fc.array(byte, { minLength: 1, maxLength: 600 });
	await fc.assert(
		fc.asyncProperty(fc.array(piece, { maxLength: 5 }), async (pieces) => {
			assert.deepEqual(await echoed(pieces.map((bytes) => Uint8Array.from(bytes))), Buffer.from(pieces.flat()));
		}),
		{ numRuns: 10, seed: 2026 },
	);
});

test('what arrives after the driver was killed can be, too', async () => {
	assert.equal(
		(await echoed([Buffer.from('one, '), Buffer.from('two, '), Buffer.from('three')], 1)).toString(),
		'one, two, three',
	);
});

test('bytes go both ways on ARM64', HANGS, async () => {
	const qemu = await startQemu(await buildImage(image), { devices: image.devices });
	try {
		await qemu.console.until('the port is open');
		let heard = '';
		const whole = new Promise<void>((resolve) => {
			qemu.port?.on('data', (data: Buffer) => {
				heard += data.toString('latin1');
				if (heard.endsWith('fox.')) resolve();
			});
		});
		qemu.port?.write('The quick brown fox.');
		await whole;
		assert.equal(heard, 'The quick brown fox.');
		qemu.port?.write(END);
		assert.equal(await qemu.ended, 0);
	} finally {
		await qemu.stop();
	}
});

describe('a port that', () => {
	const BROKEN = { exitCode: 1, log: 'echoer: there is no port, or it is broken\n' };

	test('is not there', async () => assert.deepEqual(await runWith(image, new Map()), BROKEN));

	for (const [what, lie] of Object.entries(liesAfter(1))) {
		test(what, async () => {
			const model = new PortModel(undefined);
			for (let count = 0; count < 4; count++) model.receive(Buffer.alloc(300, 200));
			assert.deepEqual(await runWith(image, new Map([[SLOT, lying(model, lie)]])), BROKEN);
		});
	}
});
