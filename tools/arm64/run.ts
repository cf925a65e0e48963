/** Runs an image under QEMU. */
import { spawn } from 'node:child_process';
import type { DeviceImage } from '../image/types.ts';
import { PATIENCE_MILLISECONDS } from '../patience.ts';
import { prepareDevices } from './devices.ts';

/** How to run; everything has a default. */
export interface RunOptions {
	/** Default cortex-a53. */
	readonly cpu?: 'cortex-a53' | 'cortex-a72';
	/** Version of the interrupt controller, default 2. */
	readonly gic?: 2 | 3;
	/** Boot at EL2, default false. */
	readonly virtualization?: boolean;
	/** One instruction is one virtual nanosecond, and idle time is skipped; default false. */
	readonly instructionCount?: boolean;
	/** MiB of RAM, default 64. */
	readonly memory?: number;
	/** Called with each piece of output as it comes. */
	readonly onOutput?: (text: string) => void;
	/** Virtio devices of the machine. */
	readonly devices?: readonly DeviceImage[];
	/** File behind a block device, by its transport; the others get a temporary one. */
	readonly disks?: ReadonlyMap<number, string>;
	/** More arguments for QEMU. */
	readonly parameters?: readonly string[];
}

export interface RunResult {
	/** What the system passed to HALT (0..255), 70 after a machine panic, or undefined when it did not halt in PATIENCE_MILLISECONDS and was killed. */
	readonly exitCode: number | undefined;
	/** Everything that was written to the console. */
	readonly output: string;
}

/** Arguments of `qemu-system-aarch64` for an image. */
export function qemuParameters(path: string, options: RunOptions = {}): string[] {
	const machine = ['virt', `gic-version=${options.gic ?? 2}`, ...(options.virtualization ? ['virtualization=on'] : [])];
	return [
		...['-M', machine.join(','), '-cpu', options.cpu ?? 'cortex-a53', '-m', String(options.memory ?? 64)],
		...['-nic', 'none', '-nographic', '-semihosting', '-kernel', path],
		...(options.instructionCount ? ['-icount', 'shift=0,sleep=off'] : []),
		...(options.parameters ?? []),
	];
}

/** Runs the image at `path` (from `buildImage`) until it halts. */
export function runQemu(path: string, options: RunOptions = {}): Promise<RunResult> {
	const devices = prepareDevices(options.devices ?? [], options.disks);
	const parameters = [...qemuParameters(path, options), ...devices.parameters];
	return new Promise<RunResult>((resolve, reject) => {
		const qemu = spawn('qemu-system-aarch64', parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		let timedOut = false;
		const timer = setTimeout(() => {
			timedOut = true;
			qemu.kill('SIGKILL');
		}, PATIENCE_MILLISECONDS);
		const take = (data: Buffer) => {
			output += data.toString('latin1');
			options.onOutput?.(data.toString('latin1'));
		};
		qemu.stdout.on('data', take);
		qemu.stderr.on('data', take);
		qemu.on('error', (error) => {
			clearTimeout(timer);
			reject(new Error(`qemu-system-aarch64 could not be started (apt-get install qemu-system-arm): ${error.message}`));
		});
		qemu.on('close', (code) => {
			clearTimeout(timer);
			resolve({ exitCode: timedOut ? undefined : (code ?? undefined), output });
		});
	}).finally(() => devices.discard());
}
