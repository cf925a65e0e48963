/**
 * The same phone shows the same pixels on every machine: in Chromium and on the ARM64 machine a finger and the accessibility port lead to every place of the system, and
 * what is shown there is compared with what the hosted machine draws in its own time. Only the time of day may differ.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SYSTEM_ACTION_HOME, SYSTEM_ACTION_MENU } from '../../abi/accessibility.ts';
import { KEY_CODE_POWER } from '../../interfaces/input/queue.ts';
import type { Phone, Picture } from '../../tools/phone/phone.ts';
import { differingPixels, writePicture } from '../../tools/phone/picture.ts';
import { replayExactly } from '../../tools/phone/replay.ts';
import type { Tree } from '../../tools/phone/tree.ts';
import { readTraces, TRACED_SYSTEM, wrongFile } from './golden.ts';
import { closeBrowsers, imageOf, openPhone } from './phone.ts';

/** The trace whose pictures show every place of the system. */
const TRACE = 'overview';
const TIME_OF_DAY = /^\d\d:\d\d$/;

/** When the trace shows the app grid, which has no golden picture: it changes with every app. */
const GRID_AT = 2400;

let pictures: ReadonlyMap<string, Picture>;
before(async () => {
	const trace = readTraces().get(TRACE);
	assert.ok(trace !== undefined);
	const steps = [...trace.steps, { at: GRID_AT, picture: 'grid' }].sort((one, other) => one.at - other.at);
	({ pictures } = await replayExactly(await imageOf(TRACED_SYSTEM), { ...trace, steps }));
});
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
	const expected = pictures.get(name);
	assert.ok(expected !== undefined, name);
	const differing = differingPixels(withoutTimes(expected, tree), withoutTimes(picture, tree));
	if (differing === 0) return;
	const file = wrongFile(`${TRACE}-${machine}`, name);
	writePicture(file, picture);
	assert.fail(`${differing} pixels of ${name} differ on ${machine}: see ${file}`);
}

/** Names of the trace's pictures, and the way to what they show. */
const PLACES: readonly (readonly [picture: string, enter: (phone: Phone) => Promise<void>])[] = [
	['home-empty', (phone) => phone.system(SYSTEM_ACTION_HOME)],
	['grid', (phone) => phone.tapOn('Apps')],
	['menu', (phone) => phone.system(SYSTEM_ACTION_MENU)],
	['events', (phone) => phone.tapOn(/^Events$/)],
	['lock', (phone) => phone.press(KEY_CODE_POWER)],
];

describe('the same pixels', () => {
	for (const machine of ['browser', 'arm64'] as const) {
		test(`on ${machine}`, async () => {
			const phone = await openPhone(machine, TRACED_SYSTEM);
			try {
				for (const [picture, enter] of PLACES) {
					await enter(phone);
					const tree = await phone.tree();
					compare(machine, picture, await phone.screenshot(), tree);
				}
			} finally {
				await phone.stop();
			}
		});
	}
});
