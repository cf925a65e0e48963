/**
 * What a finger did once it does again in Chromium, with touches of the browser's own, and on the emulated ARM64 machine, with QEMU's tablet, each trace on a phone that has just been started:
 * whatever rests on the screen on the way is, to the pixel, what the hosted machine has drawn in its own time (golden.test.ts).
 */
import { after, describe, test } from 'node:test';
import { PATIENCE_MILLISECONDS } from '../../tools/patience.ts';
import type { Phone } from '../../tools/phone/phone.ts';
import { replayTrace, type Trace } from '../../tools/phone/trace.ts';
import { HANGS } from '../support/patience.ts';
import { goldenFile, readTraces, TRACED_SYSTEM, wrongFile } from './golden.ts';
import { compareWith } from './looks.ts';
import { closeBrowsers, openPhone } from './phone.ts';

after(closeBrowsers);

/** Where time is not the phone's own, an app may take longer than the screen has rested: then it is looked at again. */
async function look(phone: Phone, trace: string, name: string): Promise<void> {
	const end = performance.now() + PATIENCE_MILLISECONDS;
	for (;;) {
		const tree = await phone.tree();
		try {
			const wrong = wrongFile(trace, `${name}-${phone.machine}`);
			return compareWith(goldenFile(trace, name), wrong, await phone.screenshot(), tree);
		} catch (error) {
			if (performance.now() > end) throw error;
		}
	}
}

async function repeat(machine: 'browser' | 'arm64', name: string, trace: Trace): Promise<void> {
	const phone = await openPhone(machine, TRACED_SYSTEM);
	try {
		await phone.rest();
		await replayTrace(phone, trace, (picture) => look(phone, name, picture));
	} finally {
		await phone.stop();
	}
}

for (const machine of ['browser', 'arm64'] as const) {
	describe(`traces on ${machine}`, () => {
		for (const [name, trace] of readTraces()) {
			test(`${name}: ${trace.description}`, HANGS, () => repeat(machine, name, trace));
		}
	});
}
