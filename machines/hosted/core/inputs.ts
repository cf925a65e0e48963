/**
 * Everything that reaches the machine from outside: the host's clock and interrupts of devices. They take effect only at scheduling
 * points of the base of the dispatch loop, which are counted, so that a recording can repeat them exactly.
 */
import type { Core } from './core.ts';
import type { RecordedInput, Recorder, Recording } from './recording.ts';

/** Where time comes from. */
export type TimeSource = 'real' | 'deterministic' | 'replay';

/** What the machine asks of the platform that it runs on. */
export interface Host {
	/** Nanoseconds of a clock that never goes backwards. */
	monotonic(): number;
	/** Resolves after `nanoseconds` (Infinity: never), or as soon as the function that `cancel` is given has been called. */
	sleep(nanoseconds: number, cancel: (wake: () => void) => void): Promise<void>;
	/** Lets the platform's own events happen. */
	breathe(): Promise<void>;
	/** Runs a slice of the machine under a limit of wall-clock time. */
	guard<Result>(slice: () => Result): Result;
}

export class Inputs {
	private readonly core: Core;
	private readonly host: Host;
	private readonly source: TimeSource;
	private readonly recorder: Recorder | undefined;
	private readonly replayed: readonly RecordedInput[];
	private nextReplayed = 0;
	private readonly startedAt: number;
	private raised: number[] = [];
	private wake: () => void = () => {};
	/** Scheduling points so far. */
	points = 0;

	constructor(core: Core, host: Host, source: TimeSource, recorder?: Recorder, recording?: Recording) {
		this.core = core;
		this.host = host;
		this.source = source;
		this.recorder = recorder;
		this.replayed = recording?.inputs ?? [];
		this.startedAt = host.monotonic();
	}

	/** A device raises an interrupt line. */
	raise(line: number): void {
		this.raised.push(line);
		this.wake();
	}

	/** A scheduling point: the clock catches up, and lines that were raised since the last one become pending. */
	take(): void {
		this.points += 1;
		if (this.source === 'replay') {
			this.replay();
			return;
		}
		if (this.source === 'real') this.catchUp(Math.floor(this.host.monotonic() - this.startedAt));
		if (this.raised.length === 0) return;
		for (const line of this.raised) {
			this.recorder?.interrupt(this.points, line);
			this.core.lines.raise(line);
		}
		this.raised = [];
	}

	/** Nothing can run before `alarm`: waits. False when nothing will ever happen again. */
	async idle(alarm: number, devices: boolean): Promise<boolean> {
		if (this.raised.length > 0) return true;
		if (this.source === 'replay') return this.nextReplayed < this.replayed.length;
		if (alarm === Number.POSITIVE_INFINITY && !devices) return false;
		if (this.source === 'deterministic' && alarm !== Number.POSITIVE_INFINITY) {
			this.core.clock.advance(alarm);
			return true;
		}
		await this.host.sleep(alarm - (this.host.monotonic() - this.startedAt), (wake) => {
			this.wake = wake;
		});
		return true;
	}

	private catchUp(time: number): void {
		const ahead = time - this.core.clock.base;
		if (ahead <= 0) return;
		this.recorder?.clock(this.points, ahead);
		this.core.clock.advance(time);
	}

	private replay(): void {
		for (;;) {
			const input = this.replayed[this.nextReplayed];
			if (input === undefined || input.point > this.points) return;
			this.nextReplayed += 1;
			if (input.line === undefined) this.core.clock.advance(this.core.clock.base + input.ahead);
			else this.core.lines.raise(input.line);
		}
	}
}
