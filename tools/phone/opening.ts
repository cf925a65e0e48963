/**
 * How long an app takes from a tap on its icon until it is on the screen. The tap is one of the browser. What is on the screen is told by the machine, which hears
 * the app's own `present` calls: the first frame with pixels of the app is the first that the system drew after the first of these was answered. The
 * motion with which the app appears goes on meanwhile and does not count. Nothing of this can be seen or changed by an app.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { SCENE_APP, SYSTEM_ACTION_APPS, SYSTEM_ACTION_HOME } from '../../abi/accessibility.ts';
import { SLOT_DISPLAY } from '../../interfaces/display/slots.ts';
import type { OverheardCall, ShownFrames } from '../../machines/hosted/browser/summary.ts';
import { CommandError } from '../command.ts';
import type { Phone } from './phone.ts';

/** Milliseconds from the moment when the finger leaves the icon. */
export interface AppOpening {
	readonly name: string;
	/** To the first frame with pixels of the app. */
	readonly firstMs: number;
	/** To the first frame in which every row of its window is the app's. */
	readonly wholeMs: number;
}

/** Number of the method `present` (interfaces/display/client.ts), and its surface that is a window. */
const PRESENT = 2;
const WINDOW = 0;
const PATIENCE_MILLISECONDS = 5000;
const POLL_MILLISECONDS = 50;
/** Points between the strip and the end of the window. */
const WINDOW_HEIGHT = 812;
const TAP_MILLISECONDS = 40;
/** Notes when a finger leaves the glass; once a page. */
const NOTE_RELEASE = `document.getElementById('glass').addEventListener('pointerup', ({ timeStamp }) => {
	window.releasedAt = performance.timeOrigin + timeStamp;
}, { capture: true })`;

/** Rows of a window that an app has drawn, and when the system had them. */
interface Drawn {
	readonly at: number;
	readonly top: number;
	readonly height: number;
}

/** Opens an app that does not run yet. */
export async function openFromGrid(phone: Phone, page: Page, name: string): Promise<AppOpening> {
	await phone.system(SYSTEM_ACTION_HOME);
	await phone.system(SYSTEM_ACTION_APPS);
	const { x, y, width, height } = await phone.find(new RegExp(`^${name}$`));
	const scale = phone.seen?.scale ?? 1;
	const call: OverheardCall = { component: componentOf(name), gate: SLOT_DISPLAY, method: PRESENT };
	await page.evaluate(`window.releasedAt === undefined && (${NOTE_RELEASE})`);
	await page.evaluate(`window.phone.listen(${JSON.stringify(call)})`);
	await takeFrames(page);
	await phone.hold((x + width / 2) / scale, (y + height / 2) / scale, TAP_MILLISECONDS);
	const record = await watchOpening(page, WINDOW_HEIGHT * scale);
	const released = await page.evaluate<number>('window.releasedAt');
	await phone.until(() => phone.seen?.scene === SCENE_APP, `${name} to open`);
	await phone.rest();
	if (record === undefined) throw new CommandError(`${name} has drawn nothing in ${PATIENCE_MILLISECONDS} ms`);
	return { name, firstMs: record.first - released, wholeMs: record.whole - released };
}

/** Times of the frames with the first and with all rows of the app; undefined: it has not drawn them. */
async function watchOpening(page: Page, height: number) {
	const frames: ShownFrames['frames'][number][] = [];
	const rows: Drawn[] = [];
	for (let waited = 0; waited < PATIENCE_MILLISECONDS; waited += POLL_MILLISECONDS) {
		await wait(POLL_MILLISECONDS);
		const taken = await takeFrames(page);
		frames.push(...taken.frames);
		rows.push(...taken.calls.filter(({ words }) => words[0] === WINDOW).map(drawnBy));
		const whole = wholeAt(rows, height);
		const shownAfter = (at: number) => frames.find(({ drawn }) => drawn >= at)?.shown;
		const first = shownAfter(rows[0]?.at ?? Number.POSITIVE_INFINITY);
		const last = shownAfter(whole);
		if (first !== undefined && last !== undefined) return { first, whole: last };
	}
	return undefined;
}

function drawnBy({ at, words }: ShownFrames['calls'][number]): Drawn {
	const [, place = 0, size = 0] = words;
	return { at, top: place >>> 16, height: size >>> 16 };
}

/** When the last row of the window was drawn for the first time; Infinity: not yet. */
function wholeAt(drawn: readonly Drawn[], height: number): number {
	const rows = new Set<number>();
	for (const { at, top, height: high } of drawn) {
		for (let row = top; row < top + high; row++) rows.add(row);
		if (rows.size >= height) return at;
	}
	return Number.POSITIVE_INFINITY;
}

/** Frames since this was asked last. */
export function takeFrames(page: Page): Promise<ShownFrames> {
	return page.evaluate<ShownFrames>('window.phone.frames()');
}

/** "Fake prompt" is what the component fakePrompt is called on the screen. */
function componentOf(name: string): string {
	const [first = '', ...others] = name.toLowerCase().split(' ');
	return first + others.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}
