/** An image under QEMU that somebody uses: with sockets for its control, its screen (VNC) and its port, until it is stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../command.ts';
import type { DeviceImage } from '../image/types.ts';
import { ConsoleText } from './console.ts';
import { prepareDevices } from './devices.ts';
import { connectSocket, Qmp } from './qmp.ts';
import { qemuParameters } from './run.ts';

export interface InteractiveOptions {
	readonly devices: readonly DeviceImage[];
	/** File behind a block device, by its transport; the others get a temporary one. */
	readonly disks?: ReadonlyMap<number, string>;
	/** MiB of RAM, default 64. */
	readonly memory?: number;
	/**
	 * `instructions`: one is a virtual nanosecond, and idle time is real time: exact on every host. `real`: virtual time is real time, so the machine is as quick
	 * as the host lets it be, and budgets run while the host does something else. Default `instructions`.
	 */
	readonly time?: 'instructions' | 'real';
	/** Called with each piece of the console's output, which is cut anywhere: who waits for words, waits for them at `console`. */
	readonly onOutput?: (text: string) => void;
}

/** What a screen shows. */
export interface Screendump {
	readonly width: number;
	readonly height: number;
	/** Red, green, blue, 255. */
	readonly pixels: Uint8Array;
}

/** Linux input event codes that are not the numbers of an AT keyboard, as QEMU names them. */
const KEY_NAMES: ReadonlyMap<number, string> = new Map([
	[97, 'ctrl_r'],
	[102, 'home'],
	[103, 'up'],
	[104, 'pgup'],
	[105, 'left'],
	[106, 'right'],
	[107, 'end'],
	[108, 'down'],
	[109, 'pgdn'],
	[111, 'delete'],
	[116, 'power'],
]);
/** QEMU's absolute axes end here. */
const AXIS_MOST = 32_767;

export class InteractiveQemu {
	/** What the machine has written. */
	readonly console: ConsoleText;
	readonly qmp: Qmp;
	/** Bytes from and to the system's port; absent when it has none. */
	readonly port: Socket | undefined;
	/** Path of the socket at which QEMU speaks VNC. */
	readonly vnc: string;
	/** Settles when QEMU has ended, with its exit code. */
	readonly ended: Promise<number | undefined>;
	private readonly qemu: ChildProcess;
	private readonly folder: string;

	constructor(
		qemu: ChildProcess,
		folder: string,
		ended: Promise<number | undefined>,
		text: ConsoleText,
		{ qmp, port }: Sockets,
	) {
		this.qemu = qemu;
		this.folder = folder;
		this.ended = ended;
		this.console = text;
		this.qmp = qmp;
		this.port = port;
		this.vnc = join(folder, 'vnc');
	}

	/** The one finger that QEMU's tablet has: where it is (0..1 of the screen), and whether it touches. */
	async point(x: number, y: number, down: boolean | undefined): Promise<void> {
		const axis = (name: string, part: number) => ({
			type: 'abs',
			data: { axis: name, value: Math.round(Math.min(1, Math.max(0, part)) * AXIS_MOST) },
		});
		const button = { type: 'btn', data: { button: 'left', down } };
		const events = [axis('x', x), axis('y', y), ...(down === undefined ? [] : [button])];
		await this.qmp.execute('input-send-event', { events });
	}

	/** Linux input event code. */
	async key(code: number, down: boolean): Promise<void> {
		const name = KEY_NAMES.get(code);
		const key = name === undefined ? { type: 'number', data: code } : { type: 'qcode', data: name };
		await this.qmp.execute('input-send-event', { events: [{ type: 'key', data: { key, down } }] });
	}

	async screendump(): Promise<Screendump> {
		const filename = join(this.folder, 'screen.ppm');
		await this.qmp.execute('screendump', { filename });
		return readPixmap(readFileSync(filename));
	}

	/** Ends QEMU, and removes what it left. */
	async stop(): Promise<void> {
		this.port?.destroy();
		this.qmp.close();
		this.qemu.kill('SIGKILL');
		await this.ended;
	}
}

/** Starts the image at `path` (from `buildImage`). */
export async function startQemu(path: string, options: InteractiveOptions): Promise<InteractiveQemu> {
	const folder = mkdtempSync(join(tmpdir(), 'tessera-'));
	const devices = prepareDevices(options.devices, options.disks);
	const control = join(folder, 'control');
	const parameters = [
		...qemuParameters(path, { memory: options.memory ?? 64 }),
		...devices.parameters,
		...['-qmp', `unix:${control},server=on,wait=off`, '-vnc', `unix:${join(folder, 'vnc')}`],
		...(options.time === 'real' ? [] : ['-icount', 'shift=0,sleep=on']),
	];
	const qemu = spawn('qemu-system-aarch64', parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
	const text = listen(qemu, options);
	const ended = endOf(qemu).finally(() => {
		text.end();
		devices.discard();
		rmSync(folder, { recursive: true, force: true });
	});
	ended.catch(() => undefined);
	try {
		return new InteractiveQemu(qemu, folder, ended, text, await connect(qemu, control, devices.port));
	} catch (error) {
		qemu.kill('SIGKILL');
		const code = await ended;
		throw new CommandError(`QEMU has ended at once (exit code ${code}, ${(error as Error).message}):\n${text.text}`);
	}
}

/** What leads into a running QEMU. */
interface Sockets {
	readonly qmp: Qmp;
	readonly port: Socket | undefined;
}

async function connect(qemu: ChildProcess, control: string, port: string | undefined): Promise<Sockets> {
	const lives = () => qemu.pid !== undefined && qemu.exitCode === null && qemu.signalCode === null;
	const qmp = await Qmp.connect(control, lives);
	return { qmp, port: port === undefined ? undefined : await connectSocket(port, lives) };
}

function listen(qemu: ChildProcess, { onOutput }: InteractiveOptions): ConsoleText {
	const text = new ConsoleText();
	for (const stream of [qemu.stdout, qemu.stderr]) {
		stream?.on('data', (data: Buffer) => {
			text.take(data.toString('latin1'));
			onOutput?.(data.toString('latin1'));
		});
	}
	return text;
}

function endOf(qemu: ChildProcess): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		qemu.on('error', (error) => {
			reject(new Error(`qemu-system-aarch64 could not be started (apt-get install qemu-system-arm): ${error.message}`));
		});
		qemu.on('close', (code) => resolve(code ?? undefined));
	});
}

/** A binary portable pixmap: "P6", width, height, the largest value, a blank, then red, green and blue of each pixel. QEMU fills rows up to whole words. */
export function readPixmap(file: Uint8Array): Screendump {
	const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(new TextDecoder('latin1').decode(file.subarray(0, 64)));
	if (head === null) throw new Error('QEMU has written a picture of another kind');
	const [start, width, height] = [head[0].length, Number(head[1]), Number(head[2])];
	const rowBytes = (file.length - start) / height;
	const pixels = new Uint8Array(width * height * 4).fill(255);
	for (let index = 0; index < width * height; index++) {
		const from = start + Math.floor(index / width) * rowBytes + (index % width) * 3;
		pixels.set(file.subarray(from, from + 3), index * 4);
	}
	return { width, height, pixels };
}
