/**
 * Everything that reaches the machine from outside: the host's clock and interrupts of devices. They take effect only at scheduling
 * points of the base of the dispatch loop, which are counted, so that a recording can repeat them exactly.
 */
import type { Core } from './core.ts';
import { MachineError } from './kernel.ts';
import type { RecordedInput, Recorder, Recording } from './recording.ts';

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
	private readonly options: InputOptions;
	private readonly replayed: readonly RecordedInput[];
	private nextReplayed = 0;
	private readonly startedAt: number;
	private raised: number[] = [];
	private killed: number[] = [];
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

	/** A device raises an interrupt line. */
	raise(line: number): void {
		this.raised.push(line);
		this.wake();
	}

	/** Somebody wants a process to fail. Throws on a machine that records or replays: a recording has no place for it. */
	kill(row: number): void {
		if (this.options.recorder !== undefined || this.options.replay !== undefined) {
			throw new MachineError('a machine that records or replays has no faults from outside');
		}
		this.killed.push(row);
		this.wake();
	}

	/** A scheduling point: the clock catches up, and lines that were raised since the last one become pending. */
	take(): void {
		this.points += 1;
		if (this.options.replay !== undefined) {
			this.replay();
			return;
		}
		if (!this.options.deterministic) this.catchUp(Math.floor(this.host.monotonic() - this.startedAt));
		for (const row of this.killed.splice(0)) this.core.kill(row);
		if (this.raised.length === 0) return;
		for (const line of this.raised) {
			this.options.recorder?.interrupt(this.points, line);
			this.core.lines.raise(line);
		}
		this.raised = [];
	}

	/** Nothing can run before `alarm`: waits. False when nothing will ever happen again. */
	async idle(alarm: number, devices: boolean): Promise<boolean> {
		if (this.raised.length > 0 || this.killed.length > 0) return true;
		if (this.options.deterministic && alarm !== Number.POSITIVE_INFINITY) {
			this.core.clock.advance(alarm);
			return true;
		}
		if (this.options.replay !== undefined) return this.nextReplayed < this.replayed.length;
		if (alarm === Number.POSITIVE_INFINITY && !devices) return false;
		await this.host.sleep(alarm - (this.host.monotonic() - this.startedAt), (wake) => {
			this.wake = wake;
		});
		return true;
	}

	private catchUp(time: number): void {
		const ahead = time - this.core.clock.base;
		if (ahead <= 0) return;
		this.options.recorder?.clock(this.points, ahead);
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
