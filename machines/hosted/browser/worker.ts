/** Entry of the machine's worker: kernel and components run here, beside the page. */
import { kernelDigest } from '../core/digest.ts';
import { createMachine, type HostedMachine, type RunResult } from '../machine.ts';
import { workerHost } from './host.ts';
import { decodeImageFile } from './image-file.ts';
import { LogBuffer } from './log-buffer.ts';
import type { Figures, Report, Request } from './messages.ts';

let machine: HostedMachine | undefined;

self.onmessage = ({ data }: MessageEvent<Request>) => {
	if (data.kind === 'ping') answer();
	else void start(data);
};

function report(message: Report): void {
	self.postMessage(message);
}

function answer(): void {
	report({ kind: 'alive', nanoseconds: machine?.now() ?? 0, processes: machine?.inspect() ?? [] });
}

async function start({ file, deterministic, seed }: Request & { kind: 'start' }): Promise<void> {
	const log = new LogBuffer((bytes) => report({ kind: 'log', bytes }));
	try {
		const system = await decodeImageFile(file);
		report({ kind: 'booting', system: system.name, kernel: system.kernel.sha256 });
		const host = workerHost(() => log.flush());
		machine = createMachine(system, { host, deterministic, seed, onLog: (bytes) => log.append(bytes) });
		answer();
		const result = await machine.run();
		log.flush();
		await finish(machine, result);
	} catch (error) {
		log.flush();
		report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
	}
}

async function finish(ended: HostedMachine, { exitCode, end }: RunResult): Promise<void> {
	const figures: Figures = {
		nanoseconds: ended.now(),
		kernelMemory: await kernelDigest(ended.snapshot()),
		processes: ended.inspect(),
		faults: ended.faults(),
	};
	report({ kind: 'ended', exitCode, end, figures });
}
