/** A machine in a worker, as the page holds it: start it, hear of it, and end it when it no longer answers. */
import type { ProcessView } from '../core/inspect.ts';
import type { Report, Request, RunSummary, StartOptions } from './messages.ts';

/** Milliseconds without an answer after which the machine is hung. */
export const WATCHDOG_MILLISECONDS = 10_000;
/** Pings in that time. They are counted, because a computer that slept must not look like a machine that hangs. */
const PINGS_UNANSWERED_MOST = 10;
/** Exit code of a machine that cannot go on, as a panic on ARM64. */
export const EXIT_MACHINE = 70;

/** What a page may want to hear. */
export interface Listener {
	booting(system: string, kernel: string): void;
	log(text: string): void;
	alive(nanoseconds: number, processes: readonly ProcessView[]): void;
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
	private unanswered = 0;
	private system = '';
	private kernel = '';

	/** Boots the image file in a worker that runs `script`; the file's memory moves there. */
	constructor(script: URL, file: Uint8Array<ArrayBuffer>, listener: Listener, options: RemoteOptions) {
		const { watchdog = WATCHDOG_MILLISECONDS, deterministic, seed } = options;
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
		this.send({ kind: 'start', file, deterministic, seed }, [file.buffer]);
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
		if (report.kind === 'booting') {
			this.system = report.system;
			this.kernel = report.kernel;
			this.listener.booting(report.system, report.kernel);
		} else if (report.kind === 'log') this.listener.log(this.decoder.decode(report.bytes, { stream: true }));
		else if (report.kind === 'alive') {
			this.unanswered = 0;
			this.listener.alive(report.nanoseconds, report.processes);
		} else if (report.kind === 'failed') this.fail(report.message);
		else this.conclude(report);
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
		this.listener.log(this.decoder.decode());
		this.settle({ system: this.system, kernel: this.kernel, ...summary });
	}
}
