/** Starts an image under QEMU for somebody to use: with inputs, screen, port and disks, until it is stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDevices } from './devices.ts';
import { Qmp } from './qmp.ts';
import { qemuParameters, type RunOptions } from './run.ts';

/** How to start; everything has a default. */
export interface StartOptions
	extends Pick<RunOptions, 'cpu' | 'gic' | 'memory' | 'onOutput' | 'devices' | 'disks' | 'parameters'> {
	/**
	 * `follow` (default): one instruction is one virtual nanosecond, and an idle machine waits for real time: what components are given does not depend on the
	 * host, but a busy machine falls behind. `skip`: idle time is skipped, as for tests. `host`: the host's clock; a slow host exhausts budgets.
	 */
	readonly clock?: 'follow' | 'skip' | 'host';
}

/** A machine that runs. */
export interface Qemu {
	readonly qmp: Qmp;
	/** Path of the socket for the bytes of the port, a stream; undefined when the system has none. */
	readonly port: string | undefined;
	/** Path of the socket on which QEMU speaks VNC. */
	readonly vnc: string;
	/** Everything that was written to the console so far. */
	output(): string;
	/** Resolves when QEMU has ended: what the system passed to HALT, or undefined when it was killed. */
	readonly ended: Promise<number | undefined>;
	/** Kills it, and removes its files. */
	stop(): Promise<void>;
}

const CLOCKS: Readonly<Record<'follow' | 'skip' | 'host', readonly string[]>> = {
	follow: ['-icount', 'shift=0,sleep=on'],
	skip: ['-icount', 'shift=0,sleep=off'],
	host: [],
};

/** Starts the image at `path` (from `buildImage`). Throws when QEMU cannot be started. */
export async function startQemu(path: string, options: StartOptions = {}): Promise<Qemu> {
	const devices = prepareDevices(options.devices ?? [], options.disks);
	const folder = mkdtempSync(join(tmpdir(), 'tessera-qemu-'));
	const [monitor, vnc] = [join(folder, 'qmp'), join(folder, 'vnc')];
	const parameters = [
		...qemuParameters(path, { ...options, instructionCount: false }),
		...CLOCKS[options.clock ?? 'follow'],
		...['-qmp', `unix:${monitor},server=on,wait=off`, '-vnc', `unix:${vnc}`],
		...devices.parameters,
	];
	const child = spawn('qemu-system-aarch64', parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
	const output = collect(child, options.onOutput);
	const ended = new Promise<number | undefined>((resolve) => {
		child.on('error', () => resolve(undefined));
		child.on('close', (code) => resolve(code ?? undefined));
	}).finally(() => {
		devices.discard();
		rmSync(folder, { recursive: true });
	});
	const qmp = await Promise.race([
		Qmp.open(monitor),
		ended.then(() => {
			throw new Error(`qemu-system-aarch64 did not start (apt-get install qemu-system-arm):\n${output()}`);
		}),
	]);
	const stop = async () => {
		qmp.close();
		child.kill('SIGKILL');
		await ended;
	};
	return { qmp, port: devices.port, vnc, output, ended, stop };
}

function collect(child: ChildProcess, onOutput: ((text: string) => void) | undefined): () => string {
	let output = '';
	const take = (data: Buffer) => {
		output += data.toString('latin1');
		onOutput?.(data.toString('latin1'));
	};
	child.stdout?.on('data', take);
	child.stderr?.on('data', take);
	return () => output;
}
