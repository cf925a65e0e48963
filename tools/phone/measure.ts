/** How quick the phone is in Chromium: from the page's opening to a home that can be used, from the tap on an app to its pixels, frames during swipes. */
import { SYSTEM_ACTION_APPS, SYSTEM_ACTION_HOME } from '../../abi/accessibility.ts';
import { ROLE_BUTTON } from '../../interfaces/display/nodes.ts';
import type { ShownFrames } from '../../machines/hosted/browser/summary.ts';
import { compress } from '../browser/server.ts';
import type { Site } from '../browser/site.ts';
import type { SystemImage } from '../image/types.ts';
import { type BrowserWires, PhoneBrowser } from './browser.ts';
import { type AppOpening, openFromGrid } from './opening.ts';
import { Phone, type Point } from './phone.ts';
import { buildPhoneSite } from './site.ts';

/** Milliseconds; of frames: between the vertical syncs of two frames that follow each other while a finger moves. */
export interface PhoneFigures {
	readonly frameP50Ms: number;
	readonly frameP99Ms: number;
	readonly frameMaxMs: number;
	readonly frames: number;
	/** From the oldest touch that a frame answers to that frame. */
	readonly touchP50Ms: number;
	readonly touchP99Ms: number;
	/** From the page's opening until home rests and can be used. */
	readonly startMs: number;
	/** From letting go of an app's icon in the grid to the first frame with pixels of the app; the median of the apps. */
	readonly appFirstFrameMs: number;
	/** The same, to the first frame in which every row of its window is the app's. */
	readonly appWholeFrameMs: number;
	/** What the page loads, as it goes over the wire. */
	readonly downloadBytes: number;
	/** Apps that were open meanwhile. */
	readonly apps: readonly AppOpening[];
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
/** What the first frame of a gesture waits for has nothing to do with frames. */
const BEGINNING_MILLISECONDS = 50;

/** Measures a built phone. `first` are names of apps, as the grid shows them, that are opened before others. */
export async function measurePhone(system: SystemImage, first: readonly string[] = []): Promise<PhoneFigures> {
	const site = await buildPhoneSite(new Map([[1, system]]));
	const browser = await PhoneBrowser.launch(site);
	try {
		const connect = browser.connect();
		let wires: BrowserWires | undefined;
		const phone = await Phone.boot('browser', async (listener) => {
			wires = (await connect(listener)) as BrowserWires;
			return wires;
		});
		return await measure(phone, wires as unknown as BrowserWires, site, first);
	} finally {
		await browser.close();
	}
}

async function measure(
	phone: Phone,
	{ page }: BrowserWires,
	site: Site,
	first: readonly string[],
): Promise<PhoneFigures> {
	const startMs = await page.evaluate<number>('window.phone.usable');
	const apps: AppOpening[] = [];
	for (const name of await appsOf(phone, first)) apps.push(await openFromGrid(phone, page, name));
	const takeFrames = () => page.evaluate<ShownFrames>('window.phone.frames()');
	const clock = () => page.evaluate<number>('performance.timeOrigin + performance.now()');
	const gaps: number[] = [];
	const touches: number[] = [];
	for (let count = 0; count < SWIPES; count++) {
		await takeFrames();
		const begin = (await clock()) + BEGINNING_MILLISECONDS;
		await phone.swipe(PEEK, SWIPE_MILLISECONDS * PEEK.length);
		const end = await clock();
		const { frames, latencies } = await takeFrames();
		const during = frames.map(({ sync }) => sync).filter((time) => time >= begin && time <= end);
		gaps.push(...during.slice(1).map((time, index) => time - (during[index] as number)));
		touches.push(...latencies);
		await phone.rest();
	}
	return {
		frameP50Ms: quantile(gaps, 0.5),
		frameP99Ms: quantile(gaps, 0.99),
		frameMaxMs: quantile(gaps, 1),
		frames: gaps.length,
		touchP50Ms: quantile(touches, 0.5),
		touchP99Ms: quantile(touches, 0.99),
		startMs: round(startMs),
		appFirstFrameMs: medianOf(apps, 'firstMs'),
		appWholeFrameMs: medianOf(apps, 'wholeMs'),
		downloadBytes: sizeOf(site),
		apps,
	};
}

/** Names of the apps to open: those that are wanted, then those of the grid. */
async function appsOf(phone: Phone, first: readonly string[]): Promise<string[]> {
	await phone.system(SYSTEM_ACTION_APPS);
	const { nodes } = await phone.tree();
	const names = nodes.flatMap(({ role, name }) => (role === ROLE_BUTTON && name !== 'Back' ? [name] : []));
	const there = names.filter((name) => name !== 'System menu');
	await phone.system(SYSTEM_ACTION_HOME);
	return [...new Set([...first.filter((name) => there.includes(name)), ...there])].slice(0, APPS_OPEN);
}

function medianOf(apps: readonly AppOpening[], key: 'firstMs' | 'wholeMs'): number {
	return quantile(
		apps.map((app) => app[key]),
		0.5,
	);
}

/** What a browser gets for the files that it loads at once. */
function sizeOf(site: Site): number {
	const files = [...site].filter(([name]) => !/^icon-|service-worker/.test(name));
	return files.reduce((sum, [, contents]) => sum + Math.min(contents.length, compress(contents).length), 0);
}

function quantile(values: readonly number[], part: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN);
}

function round(milliseconds: number): number {
	return Math.round(milliseconds * 100) / 100;
}
