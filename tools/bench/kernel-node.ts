/** `bench kernel --machine node`: nanoseconds by the host's clock, medians over rounds in one warm process. */
import { PHASE_CALL0, PHASE_MARK, RECORD_BYTES } from '../../bench/phases.ts';
import {
	EXTENT_PROCESS,
	EXTENT_REGION,
	REGION_BASE,
	REGION_COUNT,
	REGION_PAGES,
	REGION_STATE,
	REGION_STRIDE,
} from '../../kernel/layout.ts';
import { createMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { CommandError, progress } from '../command.ts';
import { buildSystem } from '../image/build.ts';
import type { SystemImage } from '../image/types.ts';
import { prepareBareCall } from './bare.ts';
import { concerns, type FigureSource, type Figures, SOURCES } from './figures.ts';
import { type Measured, median } from './kernel-arm64.ts';
import { buildPipe, measurePipe } from './pipe.ts';
import { parseRecords, type Sample, samplesOf } from './records.ts';

const NODE_SYSTEM = 'bench/systems/kernel-node';
const PAGE_BYTES = 4096;
const NANOSECONDS_OF_MILLISECOND = 1e6;
const NANOSECONDS_OF_SECOND = 1e9;
/** Of all rounds, so many at the beginning are for V8 to warm up. */
const WARM_SHARE = 0.34;
const BARE_ITERATIONS = 1_000_000;
const REPEATS = 9;

/** When a record began to be written, and when it was complete: milliseconds. */
interface Written {
	readonly from: number;
	readonly to: number;
}

/** Watches the log of a machine. */
class Stopwatch {
	readonly written: Written[] = [];
	#bytes = 0;
	#from = 0;

	/** A piece of the log has come. Records are written without anything in between. */
	take(bytes: Uint8Array): void {
		const now = performance.now();
		if (this.#bytes === 0) this.#from = now;
		this.#bytes += bytes.length;
		if (this.#bytes < RECORD_BYTES) return;
		this.#bytes = 0;
		this.written.push({ from: this.#from, to: performance.now() });
	}

	/** Nanoseconds from the end of one record to the beginning of another. */
	between(begin: number, end: number): number {
		const from = this.written[begin]?.to ?? Number.NaN;
		const to = this.written[end]?.from ?? Number.NaN;
		return (to - from) * NANOSECONDS_OF_MILLISECOND;
	}
}

/**
 * Of one operation: the median over the warm samples of a phase. A sample of a single operation is no longer than what it costs to take
 * it, so there the least sample is held against the least cost: the host's noise is in both medians, and larger than the operation.
 */
function figure(
	samples: readonly Sample[],
	watch: Stopwatch,
	source: FigureSource,
	overheads: readonly number[],
): number {
	const all = samples.filter(({ phase }) => phase === source.phase);
	const warm = all.slice(Math.ceil(all.length * WARM_SHARE));
	if (warm.every(({ iterations }) => iterations === 1)) {
		return Math.max(0, rounded(least(warm.map(({ begin, end }) => watch.between(begin, end))) - least(overheads)));
	}
	const overhead = median(overheads);
	const nanoseconds = warm.map(({ begin, end, iterations }) => (watch.between(begin, end) - overhead) / iterations);
	return Math.max(0, rounded(median(nanoseconds)));
}

/** The least of some figures: what it takes when the host does nothing else. */
function least(values: readonly number[]): number {
	return rounded(Math.min(...values));
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}

async function measurePhases(image: SystemImage): Promise<Figures> {
	const watch = new Stopwatch();
	const machine = createMachine(image, {
		host: nodeHost({ watchdog: 0 }),
		deterministic: true,
		onLog: (bytes) => watch.take(bytes),
	});
	const { exitCode, log } = await machine.run();
	if (exitCode !== 0) throw new CommandError(`${image.name} ended with exit code ${exitCode}:\n${log.slice(-1000)}`);
	const samples = samplesOf(parseRecords(log));
	const marks = samples.filter(({ phase }) => phase === PHASE_MARK);
	const overheads = marks.map(({ begin, end }) => watch.between(begin, end));
	const sources = SOURCES.filter(concerns('node'));
	const calls = samples.filter(({ phase }) => phase === PHASE_CALL0);
	const call0Least = least(calls.map(({ begin, end, iterations }) => watch.between(begin, end) / iterations));
	return {
		...Object.fromEntries(sources.map((source) => [source.key, figure(samples, watch, source, overheads)])),
		call0Least,
	};
}

/** Milliseconds to the first output, and bytes of the memory that it owns then. */
async function measureHello(): Promise<{ boot: number; memory: number }> {
	const image = await buildSystem('hello');
	const start = performance.now();
	let boot = 0;
	const machine = createMachine(image, {
		host: nodeHost({ watchdog: 0 }),
		onLog: () => {
			boot ||= (performance.now() - start) * NANOSECONDS_OF_MILLISECOND;
		},
	});
	await machine.run();
	return { boot: Math.round(boot), memory: memoryOf(machine.snapshot()) };
}

/** Regions and process blocks, in bytes. */
function memoryOf(kernel: Uint8Array): number {
	const view = new DataView(kernel.buffer, kernel.byteOffset);
	let pages = 0;
	for (let row = 0; row < REGION_COUNT; row++) {
		const at = REGION_BASE + row * REGION_STRIDE;
		const state = view.getUint32(at + REGION_STATE, true);
		if (state === EXTENT_REGION || state === EXTENT_PROCESS) pages += view.getUint32(at + REGION_PAGES, true);
	}
	return pages * PAGE_BYTES;
}

/** The bare call and the pipe, so often that their medians mean something. */
async function measureHost(image: SystemImage) {
	const loop = image.images.find(({ name }) => name === 'bench-loop');
	if (loop === undefined) throw new CommandError(`${NODE_SYSTEM} has no component 'bench-loop'`);
	const bare = prepareBareCall(loop);
	const pipe = await buildPipe();
	bare(BARE_ITERATIONS);
	const bareCalls = Array.from({ length: REPEATS }, () => bare(BARE_ITERATIONS));
	const pipes = Array.from({ length: REPEATS }, () => measurePipe(pipe));
	return {
		bareCall: rounded(median(bareCalls)),
		bareCallLeast: least(bareCalls),
		pipe: rounded(median(pipes)),
		pipeLeast: least(pipes),
	};
}

export async function benchNode(): Promise<Measured> {
	progress('building the bench for node');
	const image = await buildSystem(NODE_SYSTEM);
	progress('measuring on node');
	const figures = await measurePhases(image);
	progress('measuring a bare call and a pipe');
	const host = await measureHost(image);
	const { call0Least = Number.NaN, queue = Number.NaN, emptyLoop } = figures;
	return {
		figures: {
			...figures,
			...host,
			...(await measureHello()),
			queueItemsPerSecond: Math.round(NANOSECONDS_OF_SECOND / queue),
			call0OverBareCall: rounded(call0Least / host.bareCallLeast),
			pipeOverCall0: rounded(host.pipeLeast / call0Least),
		},
		calibration: `one turn of an empty loop: ${emptyLoop} ns, included in every figure of a loop`,
		kernelSha256: image.kernel.sha256,
	};
}
