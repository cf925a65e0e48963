/** `tessera phone`, which `npm start` calls: builds the phone, and shows it in the browser. */
import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import { buildImage } from '../arm64/image.ts';
import { type SiteServer, serveSites } from '../browser/server.ts';
import { CommandError, progress } from '../command.ts';
import { buildSystem } from '../image/build.ts';
import type { SystemImage } from '../image/types.ts';
import { ARM64_PROGRAMS, requirePrograms } from '../setup/packages.ts';
import { Emulator } from './emulator.ts';
import { buildEmulatorSite, buildPhoneSite } from './site.ts';

const HELP = `
The phone runs in the page itself: once it is loaded it needs no server any more, and it keeps what you store in the browser.
--machine arm64 boots the same phone on an emulated ARM64 machine (QEMU) and shows its screen in the page.
Ctrl-C ends everything.

Examples:
  npm start
  npm start -- --machine arm64
  npx tessera phone --port 9000 --no-open`;

const MACHINES = ['browser', 'arm64'];
const PORT = 8080;
/** Ports that are tried one after the other when nobody has asked for a certain one. */
const PORTS_TRIED = 10;
const PORT_LAST = 65_535;
/** Systems, by pixels to the point. */
const SYSTEMS = { 1: 'phone', 2: 'phone-2x' } as const;
/** For a machine without sensors: they play recordings, but for the clock. */
const EMULATED = 'phone-arm64';

interface Options {
	readonly machine: string;
	readonly port?: string;
	readonly open: boolean;
}

export function registerPhone(program: Command): void {
	program
		.command('phone')
		.option('--machine <machine>', MACHINES.join(', '), 'browser')
		.option(
			'--port <number>',
			`TCP port on this computer, 0 = any that is free (default: ${PORT}, or the next free one)`,
		)
		.option('--no-open', 'only print the address')
		.description('build the phone and show it in the browser')
		.addHelpText('after', HELP)
		.action(phone);
}

async function phone({ machine, port, open }: Options): Promise<void> {
	if (!MACHINES.includes(machine)) {
		throw new CommandError(`--machine is one of ${MACHINES.join(', ')}, not '${machine}'`);
	}
	const ports = portsOf(port);
	const { url } = machine === 'arm64' ? await serveEmulator(ports) : await serveBrowser(ports);
	console.log(`\nThe phone is at ${url}\nCtrl-C ends it.`);
	if (open) openBrowser(url);
}

async function serveBrowser(ports: readonly number[]): Promise<SiteServer> {
	const systems = new Map<1 | 2, SystemImage>();
	for (const scale of [1, 2] as const) systems.set(scale, await buildShown(SYSTEMS[scale]));
	progress('packing the page');
	const server = await serveFirst(new Map([['phone', await buildPhoneSite(systems)]]), ports);
	return { ...server, url: `${server.url}phone/` };
}

/** The phone on an emulated machine, until that ends, or somebody presses Ctrl-C. */
async function serveEmulator(ports: readonly number[]): Promise<SiteServer> {
	requirePrograms(ARM64_PROGRAMS);
	const system = await buildShown(EMULATED);
	progress('compiling for ARM64');
	const path = await buildImage(system);
	const server = await serveFirst(new Map([['phone', await buildEmulatorSite()]]), ports);
	const emulator = new Emulator(system);
	await emulator.start(path);
	server.onUpgrade((request, stream, head) => emulator.upgrade(request, stream, head));
	const end = async () => {
		await emulator.stop();
		server.close();
		process.exit();
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
	void emulator.ended.then(() => {
		progress(`the machine has ended by itself; its console:\n${emulator.console}`);
		return end();
	});
	return { ...server, url: `${server.url}phone/` };
}

/** Builds a system and says how far it has come. */
async function buildShown(system: string): Promise<SystemImage> {
	const started = performance.now();
	const image = await buildSystem(system, (component, number, count) => {
		progress(`${system}: building ${component} (${number} of ${count})`);
	});
	progress(`${system}: built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
	return image;
}

/** Serves on the first of the ports that is free. */
async function serveFirst(sites: Parameters<typeof serveSites>[0], ports: readonly number[]): Promise<SiteServer> {
	for (const port of ports.slice(0, -1)) {
		try {
			return await serveSites(sites, port);
		} catch (error) {
			if (!(error instanceof CommandError)) throw error;
		}
	}
	return serveSites(sites, ports.at(-1) ?? 0);
}

function portsOf(text: string | undefined): number[] {
	if (text === undefined) return Array.from({ length: PORTS_TRIED }, (_, index) => PORT + index);
	const port = Number(text);
	if (text !== '' && Number.isInteger(port) && port >= 0 && port <= PORT_LAST) return [port];
	throw new CommandError(`--port takes a whole number from 0 to ${PORT_LAST}, not ${text}`);
}

/** Opens the page if this computer has a desktop; the address is printed anyway. */
function openBrowser(url: string): void {
	if (process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined) return;
	spawn('xdg-open', [url], { stdio: 'ignore', detached: true })
		.on('error', () => {})
		.unref();
}
