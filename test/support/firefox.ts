/** Debian's Firefox without a window, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/): as much of it as a phone's page needs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import WebSocket from 'ws';
import { PATIENCE_MILLISECONDS } from '../../tools/patience.ts';
import { requirePrograms } from '../../tools/setup/packages.ts';

/** Milliseconds between two looks at the page. */
const LOOK = 100;

interface Reply {
	readonly id?: number;
	readonly result?: unknown;
	readonly message?: string;
}

interface Waiting {
	resolve(result: unknown): void;
	reject(error: Error): void;
}

export class Firefox {
	private readonly child: ChildProcess;
	private readonly profile: string;
	private readonly socket: WebSocket;
	private readonly waiting = new Map<number, Waiting>();
	private context = '';
	private last = 0;

	private constructor(child: ChildProcess, profile: string, socket: WebSocket) {
		this.child = child;
		this.profile = profile;
		this.socket = socket;
		socket.on('message', (data) => this.take(JSON.parse(String(data)) as Reply));
	}

	/** Starts the browser with a profile of its own; installs it first if need be. */
	static async launch(): Promise<Firefox> {
		requirePrograms(['firefox-esr']);
		const profile = mkdtempSync(path.join(tmpdir(), 'tessera-firefox-'));
		const options = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
		const child = spawn('firefox-esr', options, { stdio: ['ignore', 'ignore', 'pipe'] });
		const socket = new WebSocket(`${await addressOf(child)}/session`);
		await once(socket, 'open');
		const firefox = new Firefox(child, profile, socket);
		await firefox.send('session.new', { capabilities: {} });
		const { contexts } = (await firefox.send('browsingContext.getTree', {})) as { contexts: { context: string }[] };
		firefox.context = contexts[0]?.context ?? '';
		const viewport = { width: 390, height: 844 };
		await firefox.send('browsingContext.setViewport', { context: firefox.context, viewport });
		return firefox;
	}

	/** Loads an address, or the page that is there once more. */
	async open(url: string): Promise<void> {
		await this.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
	}

	/** The value of an expression in the page; strings, numbers and booleans only. */
	async evaluate(expression: string): Promise<unknown> {
		const target = { context: this.context };
		const reply = await this.send('script.evaluate', { expression, target, awaitPromise: true });
		return (reply as { result?: { value?: unknown } }).result?.value;
	}

	/** Waits until an expression is true in the page. */
	async until(expression: string): Promise<void> {
		const end = Date.now() + PATIENCE_MILLISECONDS;
		while ((await this.evaluate(expression)) !== true) {
			if (Date.now() > end)
				throw new Error(`never true in Firefox: ${expression}\n${await this.evaluate('document.body.innerText')}`);
			await new Promise((resolve) => setTimeout(resolve, LOOK));
		}
	}

	/** A finger along places of the page, `milliseconds` from one to the next. */
	async swipe(places: readonly (readonly [x: number, y: number])[], milliseconds: number): Promise<void> {
		const [first = [0, 0], ...others] = places;
		const moves = others.map(([x, y]) => ({ type: 'pointerMove', x, y, duration: milliseconds }));
		const actions = [
			{ type: 'pointerMove', x: first[0], y: first[1] },
			{ type: 'pointerDown', button: 0 },
			...moves,
			{ type: 'pause', duration: LOOK / 2 },
			{ type: 'pointerUp', button: 0 },
		];
		const finger = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions };
		await this.send('input.performActions', { context: this.context, actions: [finger] });
	}

	async close(): Promise<void> {
		this.socket.close();
		const ended = once(this.child, 'exit');
		this.child.kill();
		await ended;
		rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
	}

	private send(method: string, params: object): Promise<unknown> {
		const id = ++this.last;
		const reply = new Promise<unknown>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
		this.socket.send(JSON.stringify({ id, method, params }));
		return reply;
	}

	private take({ id = 0, result, message }: Reply): void {
		const waiting = this.waiting.get(id);
		this.waiting.delete(id);
		if (message === undefined) waiting?.resolve(result);
		else waiting?.reject(new Error(`Firefox: ${message}`));
	}
}

/** Where the browser listens; it says so, among much else that has to be read all the same. */
function addressOf(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', () => reject(new Error('Firefox ended before it listened')));
		createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (line) => {
			const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
			if (address !== undefined) resolve(address);
		});
	});
}
