/** A phone in Chromium: the page as a person has it, with real touches of the browser, and what its screen really shows. */
import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { CHROMIUM, CHROMIUM_FLAGS } from '../browser/chromium.ts';
import { type SiteServer, serveSites } from '../browser/server.ts';
import type { Site } from '../browser/site.ts';
import { CommandError } from '../command.ts';
import { PATIENCE_MILLISECONDS } from '../patience.ts';
import { BROWSER_PROGRAMS, requirePrograms } from '../setup/packages.ts';
import { type Connect, POINTS_HEIGHT, POINTS_WIDTH, type TouchKind, type Wires } from './phone.ts';
import { decodePicture } from './picture.ts';

/** Without it the colours of the display would be mixed into the pictures. */
const COLOURS = '--force-color-profile=srgb';
const TOUCH_EVENTS = { down: 'touchStart', move: 'touchMove', up: 'touchEnd' } as const;

/** A browser with a phone's site, for as many phones as one wants. */
export class PhoneBrowser {
	readonly browser: Browser;
	readonly server: SiteServer;

	private constructor(browser: Browser, server: SiteServer) {
		this.browser = browser;
		this.server = server;
	}

	/** Starts Chromium, which is installed first if need be, with more `flags` than it needs anyway, and serves the site of the phone. */
	static async launch(site: Site, flags: readonly string[] = []): Promise<PhoneBrowser> {
		requirePrograms(BROWSER_PROGRAMS);
		const server = await serveSites(new Map([['phone', site]]), 0);
		try {
			const args = [...CHROMIUM_FLAGS, COLOURS, ...flags];
			const options = { executablePath: CHROMIUM, headless: true, args, timeout: PATIENCE_MILLISECONDS };
			return new PhoneBrowser(await chromium.launch(options), server);
		} catch (error) {
			server.close();
			throw error;
		}
	}

	/** Address of the page. */
	get url(): string {
		return `${this.server.url}phone/`;
	}

	/** Visitors who share a context share what the browser keeps. `options` say what is different from a phone that fills its page. */
	async newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
		const viewport = { width: POINTS_WIDTH, height: POINTS_HEIGHT };
		const context = await this.browser.newContext({ viewport, hasTouch: true, serviceWorkers: 'allow', ...options });
		context.setDefaultTimeout(PATIENCE_MILLISECONDS);
		return context;
	}

	/** A phone that fills its page. It has a context of its own unless one is given. */
	connect(context?: BrowserContext): Connect {
		return async (listener) => {
			const own = context ?? (await this.newContext());
			const page = await own.newPage();
			await page.exposeFunction('tesseraPort', (bytes: string) => listener(Buffer.from(bytes, 'base64')));
			const wires = new BrowserWires(page, await own.newCDPSession(page));
			await page.exposeFunction('tesseraLog', (text: string) => wires.pieces.push(text));
			await page.goto(this.url);
			return wires;
		};
	}

	async close(): Promise<void> {
		this.server.close();
		await this.browser.close();
	}
}

/** CSS pixels. */
interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export class BrowserWires implements Wires {
	readonly machine = 'browser';
	readonly page: Page;
	readonly pieces: string[] = [];
	private readonly session: CDPSession;
	/** Where the screen is on the page; it stays there. */
	private glass: Promise<Box> | undefined;
	/** Settles when the browser has dealt with the movements so far. */
	private moved: Promise<unknown> = Promise.resolve();
	/** Fingers that are down, by number, in CSS pixels. */
	private readonly fingers = new Map<number, { readonly x: number; readonly y: number }>();

	constructor(page: Page, session: CDPSession) {
		this.page = page;
		this.session = session;
	}

	/**
	 * A movement is not waited for, like one of a real finger: it goes through the browser, to the page and back, before it counts as dealt with, and a finger that
	 * waits for that moves no faster than a busy computer answers. The browser joins movements that come too fast for the page.
	 */
	async touch(kind: TouchKind, x: number, y: number, finger: number): Promise<void> {
		this.glass ??= this.findGlass();
		const box = await this.glass;
		if (kind === 'up') this.fingers.delete(finger);
		else this.fingers.set(finger, { x: box.x + x * box.width, y: box.y + y * box.height });
		const touchPoints = [...this.fingers].map(([id, place]) => ({ id, ...place }));
		const sent = this.session.send('Input.dispatchTouchEvent', { type: TOUCH_EVENTS[kind], touchPoints });
		this.moved = Promise.all([this.moved, sent]);
		if (kind !== 'move') await this.moved;
	}

	/** The browser takes all touches away. */
	async cancel(): Promise<void> {
		this.fingers.clear();
		await this.session.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
	}

	async key(code: number, down: boolean): Promise<void> {
		await this.page.evaluate(`window.phone.bring({ device: 'key', code: ${code}, down: ${down} })`);
	}

	async send(bytes: Uint8Array): Promise<void> {
		await this.page.evaluate(`window.phone.bring({ device: 'port', bytes: Uint8Array.of(${bytes.join()}) })`);
	}

	async screenshot() {
		return decodePicture(await this.page.locator('#screen').screenshot());
	}

	async kill(component: string): Promise<void> {
		await this.page.evaluate(`window.phone.kill(${JSON.stringify(component)})`);
	}

	log(): string {
		return this.pieces.join('');
	}

	async stop(): Promise<void> {
		await this.page.close();
	}

	/** The phone's screen in the page. */
	private async findGlass(): Promise<Box> {
		const box = await this.page.locator('#glass').boundingBox();
		if (box === null) throw new CommandError('the page shows no phone');
		return box;
	}
}
