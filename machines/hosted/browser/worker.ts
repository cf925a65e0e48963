/** Entry of the machine's worker: kernel and components run here, beside the page. */
import { SECTOR_BYTES } from '../../../abi/virtio.ts';
import { kernelDigest } from '../core/digest.ts';
import type { HostedSystem } from '../core/system.ts';
import type { Outputs } from '../devices/outputs.ts';
import { createMachine, type HostedMachine, type RunResult } from '../machine.ts';
import { type Disk, openDisk } from './disk.ts';
import { workerHost } from './host.ts';
import { decodeImageFile } from './image-file.ts';
import { LogBuffer } from './log-buffer.ts';
import type { Report, Request } from './messages.ts';
import type { OutsideRequest } from './requests.ts';
import { CanvasScreen } from './screen.ts';
import type { AnsweredCall, DiskPlace, Figures, OverheardCall } from './summary.ts';

/** Digests of the image files whose components the builder of this script has validated and made ready itself; put in when the site is built. */
declare const KNOWN_IMAGES: readonly string[];

type Start = Request & { kind: 'start' };

let machine: HostedMachine | undefined;
let screen: CanvasScreen | undefined;
/** The screen has shown something. */
let shown = false;
/** Those that somebody waits for. */
const calls: AnsweredCall[] = [];
/** Calls that are kept until somebody asks. */
const CALLS_KEPT = 1000;
/** When a touch came, or a frame was shown, last: milliseconds. */
let busyAt = 0;
/** Milliseconds of rest after which there is time to load what may be needed later; and between two such loads, which take about a frame each. */
const REST_MILLISECONDS = 400;
const PREPARE_MILLISECONDS = 100;
const NO_FRAMES = { frames: [], latencies: [] };

self.onmessage = ({ data }: MessageEvent<Request>) => {
	switch (data.kind) {
		case 'start':
			void start(data);
			break;
		case 'ping':
			answer();
			break;
		case 'view':
			view();
			break;
		case 'frames':
			report({ kind: 'frames', ...(screen?.takeFrames() ?? NO_FRAMES), calls: calls.splice(0) });
			break;
		case 'listen':
			listen(data);
			break;
		case 'outside':
			bring(data);
			break;
		case 'kill':
			machine?.kill(data.component);
			break;
	}
};

function report(message: Report): void {
	self.postMessage(message);
}

function answer(): void {
	report({ kind: 'alive', nanoseconds: machine?.now() ?? 0, processes: machine?.inspect() ?? [] });
}

function view(): void {
	const seen = machine;
	if (seen === undefined) return;
	const holders = seen.inspect().map((process) => ({ ...process, holdings: seen.holdings(process.row) }));
	report({ kind: 'view', nanoseconds: seen.now(), holders });
}

function listen({ component, gate, method }: OverheardCall): void {
	machine?.listen(component, (slot, [called, ...words], status) => {
		if (slot !== gate || called !== method || status !== 0 || calls.length === CALLS_KEPT) return;
		calls.push({ at: performance.timeOrigin + performance.now(), words });
	});
}

function bring(request: OutsideRequest): void {
	const outside = machine?.outside();
	busyAt = performance.now();
	switch (request.device) {
		case 'touch':
			screen?.touched(request.at);
			outside?.touch(request.event, request.finger, request.x, request.y);
			break;
		case 'key':
			outside?.key(request.code, request.down);
			break;
		case 'port':
			outside?.port(request.bytes);
			break;
		case 'sensor':
			outside?.sense(request.sensor, request.values);
			break;
		case 'camera':
			outside?.picture(request.pixels);
			break;
	}
}

async function start(request: Start): Promise<void> {
	const log = new LogBuffer((bytes) => report({ kind: 'log', bytes }));
	try {
		const system = await decodeImageFile(request.file, KNOWN_IMAGES);
		const disk = await diskOf(system, request.disk);
		const { name, kernel, devices = [] } = system;
		report({ kind: 'booting', system: name, kernel: kernel.sha256, disk: placeOf(disk), devices });
		machine = boot(system, request, log, disk);
		answer();
		const result = await machine.run();
		log.flush();
		await finish(machine, result);
	} catch (error) {
		log.flush();
		fail(error);
	}
}

function fail(error: unknown): void {
	report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}

function boot(system: HostedSystem, request: Start, log: LogBuffer, disk: Disk | undefined): HostedMachine {
	const { deterministic, seed, canvas, watched = false } = request;
	screen = canvas === undefined ? undefined : new CanvasScreen(canvas, afterFrame);
	const slot = system.devices?.find(({ kind }) => kind === 'block')?.slot;
	const outputs: Outputs = {
		...(screen === undefined ? {} : { screen }),
		...(disk === undefined || slot === undefined ? {} : { disks: new Map([[slot, disk.storage]]) }),
		port: (bytes) => report({ kind: 'port', bytes: bytes.slice() }),
		wanted: (sensor) => report({ kind: 'wanted', sensor }),
	};
	return createMachine(system, {
		host: workerHost(() => log.flush()),
		deterministic,
		seed,
		watched,
		outputs,
		devices: screen !== undefined,
		onLog: (bytes) => log.append(bytes),
	});
}

function afterFrame(): void {
	busyAt = performance.now();
	machine?.outside().shown();
	if (shown) return;
	shown = true;
	report({ kind: 'shown' });
	setTimeout(prepare, PREPARE_MILLISECONDS);
}

/** Components that nobody has started yet are loaded while nothing moves, so that the first tap on an app need not wait for that. */
function prepare(): void {
	try {
		const rests = performance.now() - busyAt > REST_MILLISECONDS;
		if (!rests || machine?.prepare() === true) setTimeout(prepare, PREPARE_MILLISECONDS);
	} catch (error) {
		fail(error);
	}
}

/** The disk that the page wants kept, if the system has one. */
async function diskOf(system: HostedSystem, name: string | undefined): Promise<Disk | undefined> {
	const sectors = system.devices?.find(({ kind }) => kind === 'block')?.sectors;
	return name === undefined || sectors === undefined ? undefined : openDisk(name, sectors * SECTOR_BYTES);
}

function placeOf(disk: Disk | undefined): DiskPlace | undefined {
	return disk === undefined ? undefined : { place: disk.place, reason: disk.reason };
}

async function finish(ended: HostedMachine, { exitCode, end }: RunResult): Promise<void> {
	const figures: Figures = {
		nanoseconds: ended.now(),
		kernelMemory: await kernelDigest(ended.snapshot()),
		processes: ended.inspect(),
		faults: ended.faults(),
	};
	report({ kind: 'ended', exitCode, end, figures });
}
