/** Runs a system on the browser machine, in Chromium without a window. */
import { createHash } from 'node:crypto';
import { Chromium } from '../browser/chromium.ts';
import { buildSite } from '../browser/site.ts';
import { CommandError } from '../command.ts';
import type { SystemImage } from '../image/types.ts';
import { IDLE, type RunOptions, type RunReport } from './runner.ts';

export async function runInBrowser(image: SystemImage, options: RunOptions): Promise<RunReport> {
	if (options.record !== undefined || options.replay !== undefined) {
		throw new CommandError('--record and --replay are for --machine node only');
	}
	if (options.check) throw new CommandError('--check is for --machine node only');
	const site = await buildSite(image);
	const chromium = await Chromium.launch();
	try {
		return await runIn(chromium, site, image, options);
	} finally {
		await chromium.close();
	}
}

async function runIn(
	chromium: Chromium,
	site: Awaited<ReturnType<typeof buildSite>>,
	image: SystemImage,
	{ deterministic, seed, onOutput }: RunOptions,
): Promise<RunReport> {
	const started = performance.now();
	let output = '';
	const print = (text: string) => {
		output += text;
		onOutput(text);
	};
	print(`tessera: kernel ${createHash('sha256').update(image.kernel.wasm).digest('hex')}\n`);
	const { kernel, exitCode, end, message, figures } = await chromium.run(site, { deterministic, seed, onLog: print });
	if (message !== undefined) throw new CommandError(message, exitCode);
	return {
		machine: 'browser',
		system: image.name,
		kernel,
		exitCode,
		reason: end === 'idle' ? IDLE : undefined,
		output,
		milliseconds: Math.round(performance.now() - started),
		figures,
	};
}
