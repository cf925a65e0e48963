/** Runs a system on the ARM64 machine, under QEMU. */
import { createHash } from 'node:crypto';
import { buildImage } from '../arm64/image.ts';
import { runQemu } from '../arm64/run.ts';
import { CommandError } from '../command.ts';
import type { SystemImage } from '../image/types.ts';
import { ARM64_PROGRAMS, requirePrograms } from '../setup/packages.ts';
import type { RunOptions, RunReport } from './runner.ts';

/** Exit code when QEMU had to be killed, as `timeout` uses it. */
const EXIT_TIMEOUT = 124;

export async function runOnArm64(image: SystemImage, options: RunOptions): Promise<RunReport> {
	if (options.record !== undefined || options.replay !== undefined) {
		throw new CommandError('--record and --replay are for --machine node only');
	}
	if (options.check) throw new CommandError('--check is for --machine node only');
	requirePrograms(ARM64_PROGRAMS);
	const path = await buildImage(image);
	const started = performance.now();
	const { exitCode, output } = await runQemu(path, {
		// Always: an emulator on a busy host would otherwise charge the host's business to the components' budgets.
		instructionCount: true,
		devices: image.devices,
		onOutput: options.onOutput,
	});
	return {
		machine: 'arm64',
		system: image.name,
		kernel: createHash('sha256').update(image.kernel.wasm).digest('hex'),
		exitCode: exitCode ?? EXIT_TIMEOUT,
		reason: exitCode === undefined ? 'the system did not halt in time' : undefined,
		output,
		milliseconds: Math.round(performance.now() - started),
	};
}
