/** A machine in a worker, as the page holds it: start it, hear of it, and end it when it no longer answers. */
import type { ProcessView } from '../core/inspect.ts';
import type { Report, Request, StartOptions, StartParts } from './messages.ts';
import type { OutsideRequest } from './requests.ts';
import type { Booted, HolderView, OverheardCall, RunSummary, ShownFrames } from './summary.ts';

/** Milliseconds without an answer after which the machine is hung. */
export const WATCHDOG_MILLISECONDS = 10_000;
/** Pings in that time. They are counted, because a computer that slept must not look like a machine that hangs. */
const PINGS_UNANSWERED_MOST = 10;
/** Exit code of a machine that cannot go on, as a panic on ARM64. */
export const EXIT_MACHINE = 70;

/** What a page may want to hear. */
export interface Listener {
	booting(booted: Booted): void;
	log(text: string): void;
	alive(nanoseconds: number, processes: readonly ProcessView[]): void;
	/** Answers `askView`. */
	view?(nanoseconds: number, holders: readonly HolderView[]): void;
	/** The system's screen shows something for the first time. */
	shown?(): void;
	/** Bytes from the system's port. */
	port?(bytes: Uint8Array): void;
	/** A driver waits for a value of this sensor (SENSOR_* of interfaces/sensors/values.ts). */
	wanted?(sensor: number): void;
}

export interface RemoteOptions extends StartOptions {
	/** Milliseconds without an answer after which the machine is ended; default WATCHDOG_MILLISECONDS. */
	readonly watchdog?: number;
}

export class RemoteMachine {
	/** Settles once, however the run ends; never rejects. */
	readonly finished: Promise<RunSummary>;
	private readonly worker: Worker;
	private readonly listener: Listener;
	private readonly watchdog: number;
	private readonly timer: ReturnType<typeof setInterval>;
	private readonly decoder = new TextDecoder();
	private readonly settle: (summary: RunSummary) => void;
	private readonly awaitingFrames: ((frames: ShownFrames) => void)[] = [];
	private unanswered = 0;
	private system = '';
	private kernel = '';

	/** Boots the image file, once it is there, in a worker that runs `script` and is made at once; the parts move there. Nothing is heard before `parts` settles. */
	constructor(script: URL, parts: Promise<StartParts>, listener: Listener, options: RemoteOptions) {
		const { watchdog = WATCHDOG_MILLISECONDS, ...start } = options;
		const { promise, resolve } = Promise.withResolvers<RunSummary>();
		this.finished = promise;
		this.settle = resolve;
		this.listener = listener;
		this.watchdog = watchdog;
		this.worker = new Worker(script, { type: 'module', name: 'tessera' });
		this.worker.onmessage = ({ data }: MessageEvent<Report>) => this.hear(data);
		this.worker.onerror = (event) =>
			this.fail(`the machine's worker failed: ${event.message || 'its script cannot be loaded'}`);
		this.timer = setInterval(() => this.ping(), watchdog / PINGS_UNANSWERED_MOST);
		parts.then(
			(there) => this.boot(there, start),
			(error: Error) => this.fail(error.message),
		);
	}

	private boot(parts: StartParts, options: StartOptions): void {
		const moved = parts.canvas === undefined ? [] : [parts.canvas];
		this.send({ kind: 'start', ...parts, ...options }, [parts.file.buffer, ...moved]);
	}

	/** Brings something from outside to the system's devices. */
	bring(request: OutsideRequest): void {
		this.send({ kind: 'outside', ...request });
	}

	/** Makes a component fail. */
	kill(component: string): void {
		this.send({ kind: 'kill', component });
	}

	/** Asks who holds what; the listener's `view` gets the answer. */
	askView(): void {
		this.send({ kind: 'view' });
	}

	/** The frames that were shown since the last time that this was asked. */
	frames(): Promise<ShownFrames> {
		this.send({ kind: 'frames' });
		return new Promise((resolve) => this.awaitingFrames.push(resolve));
	}

	/** From now on `frames` tells when that call was answered, too. */
	listen(call: OverheardCall): void {
		this.send({ kind: 'listen', ...call });
	}

	/** Ends the machine now, whatever it does. */
	stop(): void {
		this.end({ exitCode: EXIT_MACHINE, end: 'stopped', message: 'the machine was stopped', figures: undefined });
	}

	private send(request: Request, moved: Transferable[] = []): void {
		this.worker.postMessage(request, moved);
	}

	private ping(): void {
		if (this.unanswered === PINGS_UNANSWERED_MOST) {
			this.fail(`the machine did not come back within ${this.watchdog} ms: stopped by its watchdog`);
			return;
		}
		this.unanswered += 1;
		this.send({ kind: 'ping' });
	}

	private hear(report: Report): void {
		switch (report.kind) {
			case 'booting':
				this.system = report.system;
				this.kernel = report.kernel;
				this.listener.booting(report);
				break;
			case 'log':
				this.listener.log(this.decoder.decode(report.bytes, { stream: true }));
				break;
			case 'alive':
				this.unanswered = 0;
				this.listener.alive(report.nanoseconds, report.processes);
				break;
			case 'view':
				this.listener.view?.(report.nanoseconds, report.holders);
				break;
			case 'frames':
				this.awaitingFrames.shift()?.(report);
				break;
			case 'shown':
				this.listener.shown?.();
				break;
			case 'port':
				this.listener.port?.(report.bytes);
				break;
			case 'wanted':
				this.listener.wanted?.(report.sensor);
				break;
			case 'failed':
				this.fail(report.message);
				break;
			case 'ended':
				this.conclude(report);
				break;
		}
	}

	private conclude({ exitCode, end, figures }: Report & { kind: 'ended' }): void {
		this.listener.alive(figures.nanoseconds, figures.processes);
		this.end({ exitCode, end, message: undefined, figures });
	}

	private fail(message: string): void {
		this.end({ exitCode: EXIT_MACHINE, end: 'failed', message, figures: undefined });
	}

	private end(summary: Omit<RunSummary, 'system' | 'kernel'>): void {
		clearInterval(this.timer);
		this.worker.terminate();
		const rest = this.decoder.decode();
		if (rest !== '') this.listener.log(rest);
		this.settle({ system: this.system, kernel: this.kernel, ...summary });
	}
}
