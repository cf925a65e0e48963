/**
 * The same touches show the same pixels on every machine: a trace is replayed in real time in Chromium and on the ARM64 machine, and what they show when they rest
 * is compared with the golden pictures, which the hosted machine has drawn in its own time. Only the time of day may differ.
 */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Phone, Picture } from '../../tools/phone/phone.ts';
import { differingPixels, readPicture, writePicture } from '../../tools/phone/picture.ts';
import { replayTrace } from '../../tools/phone/trace.ts';
import type { Tree } from '../../tools/phone/tree.ts';
import { goldenFile, readTraces, TRACED_SYSTEM, wrongFile } from './golden.ts';
import { closeBrowsers, openPhone } from './phone.ts';

/** What everybody has seen once: every place of the system. */
const TRACE = 'overview';
const TIME_OF_DAY = /^\d\d:\d\d$/;

after(closeBrowsers);

/** The picture without the places where the phone says that a time of day stands. */
function withoutTimes({ width, height, pixels }: Picture, { nodes }: Tree): Picture {
	const covered = Uint8Array.from(pixels);
	for (const node of nodes.filter(({ name }) => TIME_OF_DAY.test(name))) {
		for (let y = node.y; y < node.y + node.height; y++) {
			covered.fill(0, (y * width + node.x) * 4, (y * width + node.x + node.width) * 4);
		}
	}
	return { width, height, pixels: covered };
}

function compare(machine: Phone['machine'], name: string, picture: Picture, tree: Tree): void {
	const golden = readPicture(goldenFile(TRACE, name));
	const differing = differingPixels(withoutTimes(golden, tree), withoutTimes(picture, tree));
	if (differing === 0) return;
	const file = wrongFile(`${TRACE}-${machine}`, name);
	writePicture(file, picture);
	assert.fail(`${differing} pixels of ${name} differ on ${machine}: see ${file}`);
}

describe(`the trace ${TRACE}`, () => {
	for (const machine of ['browser', 'arm64'] as const) {
		test(`shows the golden pictures on ${machine}`, async () => {
			const phone = await openPhone(machine, TRACED_SYSTEM);
			try {
				await phone.rest();
				const trace = readTraces().get(TRACE);
				assert.ok(trace !== undefined);
				await replayTrace(phone, trace, (name, picture) => {
					compare(machine, name, picture, phone.seen as Tree);
				});
			} finally {
				await phone.stop();
			}
		});
	}
});
