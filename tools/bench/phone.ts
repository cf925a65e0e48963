/** `tessera bench phone`: how quick and how large the whole phone is, in Chromium and on ARM64. */
import { buildSystem } from '../image/build.ts';
import { type BusyApp, measurePhone } from '../phone/measure.ts';
import { type Arm64Figures, measureArm64 } from './phone-arm64.ts';

/** What is measured in the browser has the host's sensors; the emulated machine has none. */
const BROWSER_SYSTEM = 'phone';
const ARM64_SYSTEM = 'phone-recorded';
/** Among the eight apps that are open during the swipes: a loop without end. */
const BUSY: BusyApp = { name: 'Thief', component: 'thief', button: 'Take all the time there is' };

/** Figures of the phone in Chromium; milliseconds and bytes. */
export interface BrowserFigures {
	readonly frameP99Ms: number;
	readonly frameMaxMs: number;
	readonly touchP50Ms: number;
	readonly busyShare: number;
	readonly startMs: number;
	readonly appFirstFrameMs: number;
	readonly appWholeFrameMs: number;
	readonly downloadBytes: number;
}

export type PhoneFigures = BrowserFigures & Arm64Figures;

/** One figure: its key, what must hold, and what it means. */
interface Meaning {
	readonly key: keyof PhoneFigures;
	/** At most this, where something is asked for. */
	readonly bar?: number;
	readonly text: string;
}

/** In the order in which they are shown. */
export const PHONE_FIGURES: readonly Meaning[] = [
	{ key: 'frameP99Ms', bar: 16.7, text: 'between two frames of a swipe, eight apps open, Chromium: 99 of 100' },
	{ key: 'frameMaxMs', bar: 33, text: 'the longest of them' },
	{ key: 'touchP50Ms', text: 'from the oldest touch that a frame answers to that frame, median' },
	{ key: 'busyShare', text: 'part of the processor that one of the eight, a loop without end, used meanwhile' },
	{ key: 'startMs', bar: 2000, text: "from the page's opening to a home that can be used" },
	{ key: 'appFirstFrameMs', bar: 100, text: 'from the tap on an app to the first frame with its pixels, median' },
	{ key: 'appWholeFrameMs', text: 'the same, to the first frame in which its whole window is drawn' },
	{ key: 'downloadBytes', bar: 3 * 1024 * 1024, text: 'what the page loads, compressed' },
	{ key: 'arm64StartInstructions', bar: 300e6, text: 'from reset until home rests, ARM64' },
	{ key: 'arm64SwipeInstructions', bar: 3e6, text: 'a frame of a swipe, all that happens meanwhile included, mean' },
	{ key: 'arm64IdlePerSecond', bar: 1e6, text: 'instructions in a second in which nobody does anything' },
	{ key: 'arm64RamBytes', bar: 16 * 1024 * 1024, text: 'all RAM that is not free, framebuffer included' },
];

/** Measures the machines of which the figures are wanted. */
export async function benchPhone(browser: boolean, arm64: boolean): Promise<Partial<PhoneFigures>> {
	return { ...(browser ? await inBrowser() : {}), ...(arm64 ? await onArm64() : {}) };
}

async function inBrowser(): Promise<BrowserFigures> {
	const figures = await measurePhone(await buildSystem(BROWSER_SYSTEM), BUSY);
	const { frameP99Ms, frameMaxMs, touchP50Ms, busyShare } = figures;
	const { startMs, appFirstFrameMs, appWholeFrameMs, downloadBytes } = figures;
	return {
		frameP99Ms,
		frameMaxMs,
		touchP50Ms,
		busyShare,
		startMs,
		appFirstFrameMs,
		appWholeFrameMs,
		downloadBytes,
	};
}

async function onArm64(): Promise<Arm64Figures> {
	return measureArm64(await buildSystem(ARM64_SYSTEM));
}

/** The table for people. */
export function renderPhone(figures: Partial<PhoneFigures>): string {
	const rows = PHONE_FIGURES.map(({ key, bar, text }) => {
		const value = figures[key];
		if (value === undefined) return undefined;
		const judgement = bar === undefined ? ''.padEnd(31) : judge(value, bar);
		return `${key.padEnd(24)} ${format(value).padStart(14)}  ${judgement}  ${text}`;
	});
	return rows.filter((row) => row !== undefined).join('\n');
}

function judge(value: number, bar: number): string {
	return `at most ${format(bar)}`.padEnd(24) + (value <= bar ? 'met    ' : 'NOT MET');
}

function format(value: number): string {
	return value.toLocaleString('en-US', { maximumFractionDigits: value < 1 ? 4 : 1 });
}
