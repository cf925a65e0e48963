/** The driver of the board's clock: it tells the time that the machine has, between its seconds too, and says when there is none. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { buildImage } from '../../tools/arm64/image.ts';
import { runQemu } from '../../tools/arm64/run.ts';
import { buildSystem } from '../../tools/image/build.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { runWith } from './support.ts';

const START = '2027-01-02T03:04:05';
/** Of virtual time, until the first is told. */
const BOOT_MOST = 900;
const PAUSE = 500;
/** An estimate may have to wait for the device's second, or catch up with it. */
const SECOND = 1000;

let image: SystemImage;
before(async () => {
	image = await buildSystem('test/drivers/telling');
});

test('on ARM64 it tells the time that the machine was given, and how it goes on', async () => {
	const parameters = ['-rtc', `base=${START},clock=vm`];
	const { exitCode, output } = await runQemu(await buildImage(image), { instructionCount: true, parameters });
	assert.equal(exitCode, 0, output);
	const told = [...output.matchAll(/^teller: (\d+)$/gm)].map(([, time]) => Number(time) - Date.parse(`${START}Z`));
	assert.equal(told.length, 4);
	for (const [index, time] of told.entries()) {
		assert(time >= index * PAUSE - SECOND && time <= index * PAUSE + BOOT_MOST, `${time} ms at ${index}`);
		const before = told[index - 1];
		assert(before === undefined || (time > before && time - before <= PAUSE + SECOND), `${time} after ${before}`);
	}
	assert(told.some((time) => time % SECOND !== 0));
});

test('on a machine without one there is no time', async () => {
	const { log } = await runWith(image, new Map());
	assert.equal(log, 'teller: there is no clock\n');
});
