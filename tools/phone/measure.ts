/** How quick the phone is in Chromium: from the page's opening to a home that can be used, from the tap on an app to its pixels, frames during swipes. */

import type { Page } from 'playwright-core';
import { SYSTEM_ACTION_APPS, SYSTEM_ACTION_HOME } from '../../abi/accessibility.ts';
import { ROLE_BUTTON } from '../../interfaces/display/nodes.ts';
import type { ProcessView } from '../../machines/hosted/core/inspect.ts';
import { CommandError } from '../command.ts';
import type { SystemImage } from '../image/types.ts';
import { type BrowserWires, PhoneBrowser } from './browser.ts';
import { downloadBytes } from './download.ts';
import { type AppOpening, openFromGrid, takeFrames } from './opening.ts';
import { Phone, type Point } from './phone.ts';
import { buildPhoneSite } from './site.ts';
import { measureStarts } from './starting.ts';

/** Milliseconds; of frames: between the vertical syncs of two frames that follow each other while a finger moves. */
export interface PhoneFigures {
	readonly frameP50Ms: number;
	readonly frameP99Ms: number;
	readonly frameMaxMs: number;
	readonly frames: number;
	/** From the oldest touch that a frame answers to that frame. */
	readonly touchP50Ms: number;
	readonly touchP99Ms: number;
	/** From the page's opening until home rests and can be used; the median of the visits. */
	readonly startMs: number;
	/** From letting go of an app's icon in the grid to the first frame with pixels of the app; the median of the apps. */
	readonly appFirstFrameMs: number;
	/** The same, to the first frame in which every row of its window is the app's. */
	readonly appWholeFrameMs: number;
	/** What the page loads, as it goes over the wire. */
	readonly downloadBytes: number;
	/** Apps that were open meanwhile. */
	readonly apps: readonly AppOpening[];
	/** Part of the processor that the busy one used meanwhile, 0..1. */
	readonly busyShare: number;
}

/** An app that never ends: opened first, begun by a button, and alive and at work during all swipes. */
export interface BusyApp {
	/** As the grid shows it; name of the component. */
	readonly name: string;
	readonly component: string;
	readonly button: string;
}

/** Apps that are open while swipes are measured. */
const APPS_OPEN = 8;
const SWIPES = 12;
const SWIPE_MILLISECONDS = 400;
/** Out of the app and back, without leaving it; and out of it. */
const PEEK: readonly Point[] = [
	[2, 420],
	[330, 420],
	[60, 420],
	[330, 420],
	[4, 420],
];
/** PROCESS_TIME counts in 1,024 ns. */
const TIME_UNIT_MILLISECONDS = 1024e-6;
/** An app in the back may use 1 part in 200; a little less, because it is only looked at once a second. */
const BUSY_SHARE_LEAST = 0.004;
/** Between two vertical syncs of a browser without a window. */
const SYNC_MILLISECONDS = 1000 / 60;
/** What the first frame of a gesture waits for has nothing to do with frames. */
const BEGINNING_MILLISECONDS = 50;

/** Measures a built phone. Throws CommandError when the busy app was not busy. */
export async function measurePhone(system: SystemImage, busy: BusyApp): Promise<PhoneFigures> {
	const site = await buildPhoneSite(new Map([[1, system]]));
	const browser = await PhoneBrowser.launch(site);
	try {
		const starts = await measureStarts(browser);
		const connect = browser.connect();
		let wires: BrowserWires | undefined;
		const phone = await Phone.boot('browser', async (listener) => {
			wires = (await connect(listener)) as BrowserWires;
			return wires;
		});
		const figures = await measure(phone, wires as unknown as BrowserWires, busy);
		return { ...figures, startMs: quantile(starts, 0.5), downloadBytes: downloadBytes(site) };
	} finally {
		await browser.close();
	}
}

type WhileItRuns = Omit<PhoneFigures, 'startMs' | 'downloadBytes'>;

async function measure(phone: Phone, { page }: BrowserWires, busy: BusyApp): Promise<WhileItRuns> {
	await page.evaluate('window.phone.usable');
	const apps: AppOpening[] = [];
	for (const name of await appsOf(phone, busy.name)) {
		apps.push(await openFromGrid(phone, page, name));
		if (name === busy.name) await phone.perform(busy.button);
	}
	const work = await workOf(page, busy);
	const gaps: number[] = [];
	const touches: number[] = [];
	for (let count = 0; count < SWIPES; count++) await swipe(phone, page, gaps, touches);
	const busyShare = await work();
	return {
		frameP50Ms: quantile(gaps, 0.5),
		frameP99Ms: quantile(gaps, 0.99),
		frameMaxMs: quantile(gaps, 1),
		frames: gaps.length,
		touchP50Ms: quantile(touches, 0.5),
		touchP99Ms: quantile(touches, 0.99),
		appFirstFrameMs: medianOf(apps, 'firstMs'),
		appWholeFrameMs: medianOf(apps, 'wholeMs'),
		apps,
		busyShare,
	};
}

/** One gesture; adds the gaps between its frames, and the latencies of its touches. */
async function swipe(phone: Phone, page: Page, gaps: number[], touches: number[]): Promise<void> {
	await takeFrames(page);
	const begin = (await clock(page)) + BEGINNING_MILLISECONDS;
	await phone.swipe(PEEK, SWIPE_MILLISECONDS * PEEK.length);
	const end = await clock(page);
	const { frames, latencies } = await takeFrames(page);
	const during = frames.map(({ sync }) => sync).filter((time) => time >= begin && time <= end);
	gaps.push(...during.slice(1).map((time, index) => inSyncs(time - (during[index] as number))));
	touches.push(...latencies);
	await phone.rest();
}

/** Gives a function that tells which part of the processor the busy app has used since. */
async function workOf(page: Page, { component }: BusyApp): Promise<() => Promise<number>> {
	const look = () => page.evaluate<readonly ProcessView[]>('window.phone.processes()');
	const timeOf = async () => (await look()).find(({ name }) => name === component)?.time ?? 0;
	const [before, begin] = [await timeOf(), await clock(page)];
	return async () => {
		const used = ((await timeOf()) - before) * TIME_UNIT_MILLISECONDS;
		const share = used / ((await clock(page)) - begin);
		if (share < BUSY_SHARE_LEAST)
			throw new CommandError(`${component} has used ${share} of the processor: it was not busy`);
		return share;
	};
}

/** Frames are shown at vertical syncs only, and the page's clock has steps of a tenth of a millisecond: so a gap is a number of syncs, not 16.6 or 16.8 ms. */
function inSyncs(milliseconds: number): number {
	return Math.max(1, Math.round(milliseconds / SYNC_MILLISECONDS)) * SYNC_MILLISECONDS;
}

function clock(page: Page): Promise<number> {
	return page.evaluate<number>('performance.timeOrigin + performance.now()');
}

/** Names of the apps to open: that one, then others of the grid. */
async function appsOf(phone: Phone, first: string): Promise<string[]> {
	await phone.system(SYSTEM_ACTION_APPS);
	const { nodes } = await phone.tree();
	const names = nodes.flatMap(({ role, name }) => (role === ROLE_BUTTON && name !== 'Back' ? [name] : []));
	const there = names.filter((name) => name !== 'System menu');
	await phone.system(SYSTEM_ACTION_HOME);
	return [...new Set([first, ...there])].slice(0, APPS_OPEN);
}

function medianOf(apps: readonly AppOpening[], key: 'firstMs' | 'wholeMs'): number {
	return quantile(
		apps.map((app) => app[key]),
		0.5,
	);
}

function quantile(values: readonly number[], part: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN);
}

function round(milliseconds: number): number {
	return Math.round(milliseconds * 100) / 100;
}
