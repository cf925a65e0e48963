/** Debian's Chromium without a window, driven through its debugging pipe. */
import { type Browser, chromium, type Page } from 'playwright-core';
import type { RunSummary } from '../../machines/hosted/browser/summary.ts';
import { PATIENCE_MILLISECONDS } from '../patience.ts';
import { BROWSER_PROGRAMS, requirePrograms } from '../setup/packages.ts';
import { type SiteServer, serveSites } from './server.ts';
import type { Site } from './site.ts';

export const CHROMIUM = '/usr/bin/chromium';
/** No sandbox, as in containers; nothing that goes to the network by itself. */
export const CHROMIUM_FLAGS: readonly string[] = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export interface PageOptions {
	readonly deterministic: boolean;
	readonly seed: number;
	/** Milliseconds without an answer after which the page ends the machine. */
	readonly watchdog?: number;
	/** Called with each piece of the log as it comes. */
	readonly onLog?: (text: string) => void;
	/** Script that runs before the page's own, to make the browser another one. */
	readonly prepare?: string;
}

/** A browser with a server for its pages. */
export class Chromium {
	readonly browser: Browser;
	private readonly sites: Map<string, Site>;
	private readonly server: SiteServer;
	private opened = 0;

	private constructor(browser: Browser, sites: Map<string, Site>, server: SiteServer) {
		this.browser = browser;
		this.sites = sites;
		this.server = server;
	}

	/** Starts the browser; installs it first if need be. */
	static async launch(): Promise<Chromium> {
		requirePrograms(BROWSER_PROGRAMS);
		const sites = new Map<string, Site>();
		const server = await serveSites(sites, 0);
		try {
			const options = { executablePath: CHROMIUM, headless: true, args: [...CHROMIUM_FLAGS] };
			return new Chromium(await chromium.launch({ ...options, timeout: PATIENCE_MILLISECONDS }), sites, server);
		} catch (error) {
			server.close();
			throw error;
		}
	}

	/** A tab with the site's page, which starts at once. */
	async open(site: Site, { deterministic, seed, watchdog, onLog, prepare }: PageOptions): Promise<Page> {
		const name = `site-${this.opened++}`;
		this.sites.set(name, site);
		const page = await this.browser.newPage();
		page.setDefaultTimeout(PATIENCE_MILLISECONDS);
		if (onLog !== undefined) await page.exposeFunction('tesseraLog', onLog);
		if (prepare !== undefined) await page.addInitScript(prepare);
		const parameters = new URLSearchParams({ seed: String(seed) });
		if (deterministic) parameters.set('deterministic', '');
		if (watchdog !== undefined) parameters.set('watchdog', String(watchdog));
		await page.goto(`${this.server.url}${name}/?${parameters}`);
		return page;
	}

	/** Runs the site's system to its end. */
	async run(site: Site, options: PageOptions): Promise<RunSummary> {
		const page = await this.open(site, options);
		try {
			return await page.evaluate<RunSummary>('window.tessera.finished');
		} finally {
			await page.close();
		}
	}

	async close(): Promise<void> {
		this.server.close();
		await this.browser.close();
	}
}
