/** Screen and fingers from end to end, without a phone behind them: a slate on which fingers draw shows the same pixels on every machine. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { PATIENCE_MILLISECONDS } from '../../tools/patience.ts';
import type { Phone, Picture } from '../../tools/phone/phone.ts';
import { differingPixels } from '../../tools/phone/picture.ts';
import { browserFor, closeBrowsers, openPage, openPhone } from './phone.ts';

const SYSTEM = 'screen';
/** The slate has broken its drivers on purpose, and they are back. */
const READY = /supervisor: input runs again/;
const WHITE = [255, 255, 255];
/** Milliseconds between two looks. */
const BETWEEN = 20;

after(closeBrowsers);

async function openSlate(machine: Phone['machine']): Promise<Phone> {
	const slate = await openPhone(machine, SYSTEM);
	await slate.until(() => READY.test(slate.log), 'the slate to be ready');
	return slate;
}

/** The colour in the middle of a dot that a finger has left at a place, in points. */
function colourAt({ width, pixels }: Picture, x: number, y: number): number[] {
	const offset = (Math.floor(y) * width + Math.floor(x)) * 4;
	return [...pixels.subarray(offset, offset + 3)];
}

/** Waits for a picture that satisfies the condition. */
async function pictureWhere(slate: Phone, holds: (picture: Picture) => boolean): Promise<Picture> {
	const end = performance.now() + PATIENCE_MILLISECONDS;
	while (performance.now() < end) {
		const picture = await slate.screenshot();
		if (holds(picture)) return picture;
		await slate.wait(BETWEEN);
	}
	return assert.fail('the picture does not come');
}

describe('a finger draws', () => {
	const pictures = new Map<string, Picture>();
	for (const machine of ['node', 'browser', 'arm64'] as const) {
		test(machine, async () => {
			const slate = await openSlate(machine);
			try {
				await slate.touch('down', 100, 200);
				await slate.touch('move', 300, 200);
				await slate.touch('up', 300, 200);
				await slate.touch('down', 200, 600);
				await slate.touch('up', 200, 600);
				const picture = await pictureWhere(slate, (one) => isDrawn(one));
				pictures.set(machine, picture);
			} finally {
				await slate.stop();
			}
		});
	}

	test('to the same pixels everywhere', () => {
		const [first, ...others] = [...pictures.values()] as [Picture, ...Picture[]];
		assert.ok(others.length > 0);
		for (const other of others) assert.equal(differingPixels(first, other), 0);
	});
});

function isDrawn(picture: Picture): boolean {
	const colours = [colourAt(picture, 100, 200), colourAt(picture, 300, 200), colourAt(picture, 200, 600)];
	return colours.join(' ') === [WHITE, WHITE, WHITE].join(' ');
}

describe('a page follows a finger that is down', () => {
	for (const withheld of ['pointermove', 'pointerrawupdate']) {
		test(`by what its browser tells beside ${withheld}`, async () => {
			const context = await (await browserFor(SYSTEM)).newContext();
			await context.addInitScript(`
				addEventListener('${withheld}', (event) => event.stopImmediatePropagation(), { capture: true });`);
			const { phone: slate } = await openPage(SYSTEM, context);
			await slate.until(() => READY.test(slate.log), 'the slate to be ready');
			const shows = (x: number) => pictureWhere(slate, (one) => isWhite(one, x, 200));
			await slate.touch('down', 100, 200);
			await slate.touch('move', 300, 200);
			await shows(300);
			await context.close();
		});
	}
});

function isWhite(picture: Picture, x: number, y: number): boolean {
	return colourAt(picture, x, y).every((part, index) => part === WHITE[index]);
}
