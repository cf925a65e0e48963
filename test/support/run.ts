/** Runs a test system on either machine, deterministically: one instruction is one nanosecond, and idle time is skipped. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { buildImage } from '../../tools/arm64/image.ts';
import { qemuParameters, runQemu } from '../../tools/arm64/run.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { PATIENCE_MILLISECONDS } from '../../tools/patience.ts';
import { dumpKernel } from './dump.ts';

export type Machine = 'node' | 'arm64';
export const MACHINES: readonly Machine[] = ['node', 'arm64'];

/** What a run left behind. */
export interface Outcome {
	readonly exitCode: number | undefined;
	/** What components wrote, line by line, without what the machine says itself. */
	readonly lines: readonly string[];
	/** The kernel's memory, where the machine has left it (node). */
	readonly memory?: Uint8Array;
}

/** The same, of a system that does not halt but ends idle, with the kernel's memory. */
export interface IdleOutcome {
	readonly lines: readonly string[];
	readonly memory: Uint8Array;
}

/** Lines that a machine writes itself begin so. */
const OWN = 'tessera:';
/** The last line of a test system. */
const LAST_LINE = /^total .*\n/m;
const MEBIBYTES = 64;
const MEBIBYTE = 1 << 20;

function linesOf(log: string): string[] {
	return log.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith(OWN));
}

/** Runs the system until it halts. */
export async function runOn(machine: Machine, image: SystemImage): Promise<Outcome> {
	if (machine === 'node') {
		const hosted = createMachine(image, { host: nodeHost(), deterministic: true });
		const { exitCode, log } = await hosted.run();
		return { exitCode, lines: linesOf(log), memory: hosted.snapshot() };
	}
	const { exitCode, output } = await runQemu(await buildImage(image), {
		instructionCount: true,
		devices: image.devices,
	});
	return { exitCode, lines: linesOf(output) };
}

/** Runs the system until it has printed its total and is idle, and takes the kernel's memory. */
export async function runUntilIdle(machine: Machine, image: SystemImage): Promise<IdleOutcome> {
	if (machine === 'arm64') return runQemuOnceMore(await buildImage(image));
	const hosted = createMachine(image, { host: nodeHost(), deterministic: true });
	const { log } = await hosted.run();
	return { lines: linesOf(log), memory: hosted.snapshot() };
}

/**
 * An emulator that counts instructions executes the same ones each time, so a system that stands still does so again. One that does not was held up by the emulator: seen once in some hundred
 * runs on a busy computer. It is told, and the system runs a second time.
 */
async function runQemuOnceMore(file: string): Promise<IdleOutcome> {
	try {
		return await runQemuUntilIdle(file, PATIENCE_MILLISECONDS / 4);
	} catch (error) {
		console.error(`tessera: once more, because of: ${error instanceof Error ? error.message : error}`);
		return runQemuUntilIdle(file, PATIENCE_MILLISECONDS);
	}
}

async function runQemuUntilIdle(file: string, patience: number): Promise<IdleOutcome> {
	const folder = mkdtempSync(path.join(tmpdir(), 'tessera-qemu-'));
	const socket = path.join(folder, 'monitor');
	const parameters = ['-monitor', `unix:${socket},server,nowait`];
	const qemu = spawn(
		'qemu-system-aarch64',
		qemuParameters(file, { instructionCount: true, memory: MEBIBYTES, parameters }),
		{
			stdio: ['ignore', 'pipe', 'inherit'],
		},
	);
	try {
		const output = await outputUntilTotal(qemu, patience);
		return { lines: linesOf(output), memory: await dumpKernel(socket, folder, MEBIBYTES * MEBIBYTE) };
	} finally {
		qemu.kill('SIGKILL');
		rmSync(folder, { recursive: true });
	}
}

function outputUntilTotal(qemu: ReturnType<typeof spawn>, patience: number): Promise<string> {
	return new Promise((resolve, reject) => {
		let output = '';
		const give = (error: string) => reject(new Error(`${error}; it printed:\n${output}`));
		const timer = setTimeout(() => give('the machine did not come to an end'), patience);
		qemu.stdout?.on('data', (data: Buffer) => {
			output += data.toString('latin1');
			if (!LAST_LINE.test(output)) return;
			clearTimeout(timer);
			resolve(output);
		});
		qemu.on('error', reject);
		qemu.on('close', () => {
			clearTimeout(timer);
			give('the machine ended');
		});
	});
}
