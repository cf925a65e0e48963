/**
 * Everything that reaches the machine from outside: the host's clock, what comes to devices, their interrupts, and faults that somebody injects. It
 * takes effect only at scheduling points of the base of the dispatch loop, which are counted, so that a recording can repeat it exactly.
 */
import type { Core } from './core.ts';
import type { ExternalInput, RecordedInput, Recorder, Recording } from './recording.ts';

/** Where time and interrupts come from. */
export interface InputOptions {
	/** Time advances only by what components execute, and jumps to the next alarm when they are idle. */
	readonly deterministic: boolean;
	/** Keeps what comes from outside. */
	readonly recorder: Recorder | undefined;
	/** Takes the place of everything outside. */
	readonly replay: Recording | undefined;
}

/** What the machine asks of the platform that it runs on. */
export interface Host {
	/** Wall-clock nanoseconds after which the machine gives the platform its turn. */
	readonly slice: number;
	/** Nanoseconds of a clock that never goes backwards. */
	monotonic(): number;
	/** Resolves after `nanoseconds` (Infinity: never), or as soon as the function that `cancel` is given has been called. */
	sleep(nanoseconds: number, cancel: (wake: () => void) => void): Promise<void>;
	/** Lets the platform's own events happen. */
	breathe(): Promise<void>;
	/** Runs a slice of the machine under a limit of wall-clock time. */
	guard<Result>(slice: () => Result): Result;
}

/** An input that is to come at a time of the machine's own clock. */
interface Scheduled {
	/** Nanoseconds since boot. */
	readonly time: number;
	readonly input: ExternalInput;
}

export class Inputs {
	private readonly core: Core;
	private readonly host: Host;
	private readonly options: InputOptions;
	private readonly replayed: readonly RecordedInput[];
	private nextReplayed = 0;
	private readonly startedAt: number;
	private arrived: ExternalInput[] = [];
	/** By time; those of the same time in the order in which they were given. */
	private scheduled: readonly Scheduled[] = [];
	private wake: () => void = () => {};
	/** Scheduling points so far. */
	points = 0;

	constructor(core: Core, host: Host, options: InputOptions) {
		this.core = core;
		this.host = host;
		this.options = options;
		this.replayed = options.replay?.inputs ?? [];
		this.startedAt = host.monotonic();
	}

	/** Something comes from outside: it takes effect at the next scheduling point. */
	arrive(input: ExternalInput): void {
		this.arrived.push(input);
		this.wake();
	}

	/** Something is to come at `time`, nanoseconds since boot. */
	schedule(time: number, input: ExternalInput): void {
		this.scheduled = [...this.scheduled, { time, input }].sort((one, other) => one.time - other.time);
		this.wake();
	}

	/** A scheduling point: the clock catches up, and what has come since the last one takes effect. */
	take(): void {
		this.points += 1;
		if (this.options.replay !== undefined) {
			this.replay();
			return;
		}
		if (!this.options.deterministic) this.catchUp(Math.floor(this.host.monotonic() - this.startedAt));
		this.takeScheduled();
		if (this.arrived.length === 0) return;
		const { arrived } = this;
		this.arrived = [];
		for (const input of arrived) this.takeEffect(input);
	}

	/** Nothing can run before `alarm`: waits. False when nothing will ever happen again. */
	async idle(alarm: number, devices: boolean): Promise<boolean> {
		if (this.arrived.length > 0) return true;
		const next = Math.min(alarm, this.scheduled[0]?.time ?? Number.POSITIVE_INFINITY);
		if (this.options.deterministic && next !== Number.POSITIVE_INFINITY) {
			this.core.clock.advance(next);
			return true;
		}
		if (this.options.replay !== undefined) return this.nextReplayed < this.replayed.length;
		if (next === Number.POSITIVE_INFINITY && !devices) return false;
		await this.host.sleep(next - (this.host.monotonic() - this.startedAt), (wake) => {
			this.wake = wake;
		});
		return true;
	}

	private catchUp(time: number): void {
		const ahead = time - this.core.clock.base;
		if (ahead > 0) this.takeEffect({ kind: 'clock', argument: ahead });
	}

	private takeScheduled(): void {
		const now = this.core.clock.base;
		const due = this.scheduled.findIndex(({ time }) => time > now);
		if (due === 0 || this.scheduled.length === 0) return;
		const count = due < 0 ? this.scheduled.length : due;
		for (const { input } of this.scheduled.slice(0, count)) this.takeEffect(input);
		this.scheduled = this.scheduled.slice(count);
	}

	private takeEffect(input: ExternalInput): void {
		this.options.recorder?.add(this.points, input);
		this.perform(input);
	}

	private perform(input: ExternalInput): void {
		switch (input.kind) {
			case 'clock':
				this.core.clock.advance(this.core.clock.base + input.argument);
				break;
			case 'line':
				this.core.lines.raise(input.argument);
				break;
			case 'device':
				this.core.devices?.receive(input.argument, input.bytes);
				break;
			case 'kill':
				this.core.kill(input.argument);
				break;
		}
	}

	private replay(): void {
		for (;;) {
			const input = this.replayed[this.nextReplayed];
			if (input === undefined || input.point > this.points) return;
			this.nextReplayed += 1;
			this.perform(input);
		}
	}
}
