/** Runs a bench system under QEMU and counts its instructions. */
import { execFileSync, spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildImage } from '../arm64/image.ts';
import { qemuParameters } from '../arm64/run.ts';
import { CommandError } from '../command.ts';
import type { SystemImage } from '../image/types.ts';
import { ARM64_PROGRAMS, requirePrograms } from '../setup/packages.ts';
import { type ImageSymbols, readSymbols } from './symbols.ts';
import { TraceReader } from './trace.ts';
import { Watch } from './watch.ts';

/** One instruction is one nanosecond of the machine's time, and each is written to the trace. */
const PIECE_BYTES = 1 << 20;
const TRACE_PARAMETERS = ['-singlestep', '-d', 'exec,nochain'];

/** What a run has left. */
export interface TracedRun {
	readonly output: string;
	readonly symbols: ImageSymbols;
	readonly watch: Watch;
}

/** Builds the image and runs it to its end. Throws CommandError when it does not halt by itself with exit code 0. */
export async function traceOnArm64(image: SystemImage): Promise<TracedRun> {
	requirePrograms(ARM64_PROGRAMS);
	const path = await buildImage(image);
	const symbols = await readSymbols(path.replace(/\.img$/, '.elf'));
	const watch = new Watch(symbols);
	const reader = new TraceReader((high, low) => watch.step(high, low));
	const { exitCode, output } = await runTraced(path, reader);
	if (exitCode !== 0) {
		throw new CommandError(`${image.name} ended with exit code ${exitCode}:\n${output.slice(-1000)}${reader.other}`);
	}
	return { output, symbols, watch };
}

/** Runs an image to its end. QEMU writes the trace to a named pipe: to stderr it would be written line by line, five times as slowly. */
export async function runTraced(
	path: string,
	reader: TraceReader,
): Promise<{ exitCode: number | null; output: string }> {
	const folder = mkdtempSync(join(tmpdir(), 'tessera-'));
	const pipe = join(folder, 'trace');
	try {
		execFileSync('mkfifo', [pipe]);
		return await runInto(path, pipe, reader);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function runInto(
	path: string,
	pipe: string,
	reader: TraceReader,
): Promise<{ exitCode: number | null; output: string }> {
	const parameters = qemuParameters(path, { instructionCount: true, parameters: [...TRACE_PARAMETERS, '-D', pipe] });
	const qemu = spawn('qemu-system-aarch64', parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
	const trace = createReadStream(pipe, { highWaterMark: PIECE_BYTES });
	let output = '';
	trace.on('data', (piece) => reader.feed(piece as Buffer));
	qemu.stdout.on('data', (piece: Buffer) => {
		output += piece.toString('latin1');
	});
	qemu.stderr.on('data', (piece: Buffer) => {
		reader.other += piece.toString('latin1');
	});
	const traced = new Promise<void>((resolve) => trace.on('end', resolve));
	return new Promise((resolve, reject) => {
		qemu.on('error', (error) => {
			trace.destroy();
			reject(new CommandError(`qemu-system-aarch64 could not be started: ${error.message}`));
		});
		qemu.on('close', (exitCode) => traced.then(() => resolve({ exitCode, output })));
	});
}
