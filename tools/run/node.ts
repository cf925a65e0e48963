/** Runs a system on the hosted machine in this process. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { kernelDigest } from '../../machines/hosted/core/digest.ts';
import { MachineError } from '../../machines/hosted/core/kernel.ts';
import { type Recording, readRecording } from '../../machines/hosted/core/recording.ts';
import { createMachine, type HostedMachine, type RunResult } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { checkedBy } from '../../verify/lockstep/checked.ts';
import { buildSpecification } from '../build/specification.ts';
import { CommandError } from '../command.ts';
import type { SystemImage } from '../image/types.ts';
import { IDLE, type RunOptions, type RunReport } from './runner.ts';

/** What a machine that cannot go on exits with, as a panic on ARM64 does. */
const EXIT_MACHINE = 70;

export async function runOnNode(image: SystemImage, options: RunOptions): Promise<RunReport> {
	const started = performance.now();
	const kernel = createHash('sha256').update(image.kernel.wasm).digest('hex');
	const banner = `tessera: kernel ${kernel}\n`;
	options.onOutput(banner);
	try {
		const machine = createMachine(image, {
			...machineOptions(options),
			...(options.check ? { instantiate: checkedBy(await buildSpecification()) } : {}),
			onLog: (bytes) => options.onOutput(Buffer.from(bytes).toString('latin1')),
		});
		const result = await machine.run();
		if (options.record !== undefined) writeFileSync(options.record, machine.recording() ?? new Uint8Array());
		const milliseconds = since(started);
		return { ...(await report(image, machine, result)), kernel, output: banner + result.log, milliseconds };
	} catch (error) {
		if (error instanceof MachineError) throw new CommandError(error.message, EXIT_MACHINE);
		throw error;
	}
}

function machineOptions({ deterministic, seed, record, replay }: RunOptions) {
	return {
		host: nodeHost(),
		deterministic,
		seed,
		record: record !== undefined,
		...(replay === undefined ? {} : { replay: recordingIn(replay) }),
	};
}

function recordingIn(file: string): Recording {
	try {
		return readRecording(readFileSync(file));
	} catch (error) {
		throw new CommandError(`--replay ${file}: ${(error as Error).message}`);
	}
}

async function report(image: SystemImage, machine: HostedMachine, result: RunResult) {
	return {
		machine: 'node',
		system: image.name,
		exitCode: result.exitCode,
		reason: result.end === 'idle' ? IDLE : undefined,
		figures: {
			nanoseconds: machine.now(),
			kernelMemory: await kernelDigest(machine.snapshot()),
			processes: machine.inspect(),
			faults: machine.faults(),
		},
	};
}

function since(started: number): number {
	return Math.round(performance.now() - started);
}
