/** `bench kernel --machine arm64`: all figures are counts of instructions, taken from the trace. */
import { PHASE_CLOCK, PHASE_EMPTY, PHASE_MARK } from '../../bench/phases.ts';
import { CommandError, progress } from '../command.ts';
import { buildSystem } from '../image/build.ts';
import { type TracedRun, traceOnArm64 } from './arm64.ts';
import { concerns, type FigureSource, type Figures, SOURCES } from './figures.ts';
import { parseRecords, type Sample, samplesOf } from './records.ts';
import type { Interval } from './watch.ts';

export const ARM64_SYSTEM = 'bench/systems/kernel-arm64';
const NANOSECONDS_OF_SECOND = 1e9;
const KIBIBYTE = 1024;

/** What a machine's bench gives. */
export interface Measured {
	readonly figures: Figures;
	/** How far the unit can be trusted, in words. */
	readonly calibration: string;
	readonly kernelSha256: string;
}

/** The samples of a run and what the trace says about each. */
export class TracedSamples {
	readonly samples: readonly Sample[];
	readonly #run: TracedRun;
	/** Instructions between begin and end that are the records' own. */
	readonly #overhead: number;

	constructor(run: TracedRun) {
		this.#run = run;
		this.samples = samplesOf(parseRecords(run.output));
		this.#overhead = median(this.of(PHASE_MARK).map((sample) => this.interval(sample).instructions));
	}

	of(phase: number): Sample[] {
		return this.samples.filter((sample) => sample.phase === phase);
	}

	/** Between the records that begin and end the sample. */
	interval({ begin }: Sample): Interval {
		const interval = this.#run.watch.intervals[begin + 1];
		if (interval === undefined) throw new CommandError('the instruction trace ended before the log did');
		return interval;
	}

	/** Instructions of one operation. */
	instructions(sample: Sample): number {
		return (this.interval(sample).instructions - this.#overhead) / sample.iterations;
	}

	/** Instructions from the one that caused it, that one included if it is executed at all, to the handler. */
	latency(sample: Sample): number {
		return this.interval(sample).entries[0]?.instructions ?? Number.NaN;
	}
}

export function median(values: readonly number[]): number {
	const sorted = values.toSorted((left, right) => left - right);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function figure(samples: TracedSamples, { phase, oneWay }: FigureSource): number {
	const values = samples.of(phase).map((sample) => (oneWay ? samples.latency(sample) : samples.instructions(sample)));
	return Math.round(median(values) * 10) / 10;
}

export async function benchArm64(): Promise<Measured> {
	progress('building the bench for arm64');
	const image = await buildSystem(ARM64_SYSTEM);
	progress('counting every instruction of the bench under QEMU');
	const run = await traceOnArm64(image);
	const samples = new TracedSamples(run);
	const sources = SOURCES.filter(concerns('arm64'));
	const figures = Object.fromEntries(sources.map((source) => [source.key, figure(samples, source)]));
	progress('counting the instructions of hello');
	const hello = await traceOnArm64(await buildSystem('hello'));
	return {
		figures: {
			...figures,
			queueItemsPerSecond: Math.round(NANOSECONDS_OF_SECOND / (figures.queue ?? Number.NaN)),
			irqWorst: (figures.irq ?? Number.NaN) + longest(run),
			boot: hello.watch.boot,
			memory: memoryOf(hello.output),
		},
		calibration: calibrate(samples),
		kernelSha256: image.kernel.sha256,
	};
}

/** Most instructions during which an interrupt had to wait, anywhere in the run. */
function longest({ watch }: TracedRun): number {
	return watch.intervals.reduce((most, interval) => Math.max(most, interval.longest), 0);
}

/** What the machine says when it stops. */
function memoryOf(output: string): number {
	const kibibytes = /^tessera: memory (\d+) KiB$/m.exec(output)?.[1];
	return kibibytes === undefined ? Number.NaN : Number(kibibytes) * KIBIBYTE;
}

/** The loop's instructions by the trace, and its time by the machine's own clock. */
function calibrate(samples: TracedSamples): string {
	const [loop] = samples.of(PHASE_EMPTY);
	const [mark] = samples.of(PHASE_MARK);
	const [clock] = samples.of(PHASE_CLOCK);
	if (loop === undefined || mark === undefined || clock === undefined) return 'none';
	const counted = samples.instructions(loop) * loop.iterations;
	const nanoseconds = loop.clock - mark.clock;
	return `${loop.iterations} turns of an empty loop: ${counted} instructions by the trace, ${nanoseconds} ns by the machine's clock (16 ns a tick)`;
}
