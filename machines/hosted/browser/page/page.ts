/** The page: boots the system image that lies beside it in a worker, and shows what the machine says. */
import { missingFeatures } from '../features.ts';
import type { StartParts } from '../messages.ts';
import { EXIT_MACHINE, type Listener, RemoteMachine } from '../remote.ts';
import type { RunSummary } from '../summary.ts';
import { runParameters } from './parameters.ts';
import { showProcesses } from './processes.ts';

const IMAGE = new URL('system.image', document.baseURI);
const WORKER = new URL('worker.js', document.baseURI);
/** Older lines leave the page, so that a system that logs for days does not fill the browser. */
const LOG_PIECES_MOST = 5000;

declare global {
	/** For whoever drives the page: `tessera run --machine browser`, and a person at the console. */
	interface Window {
		tessera: { readonly finished: Promise<RunSummary> };
		/** Gets every piece of the log, if the one who drives the page put it there. */
		tesseraLog?: (text: string) => void;
	}
}

function element(id: string): HTMLElement {
	return document.getElementById(id) as HTMLElement;
}

function showState(text: string, bad = false): void {
	element('state').textContent = text;
	element('state').classList.toggle('bad', bad);
}

const listener: Listener = {
	booting({ system, kernel }) {
		document.title = `${system} · Tessera`;
		element('system').textContent = system;
		element('kernel').textContent = kernel;
		showState('Running');
		element('stop').hidden = false;
	},
	log(text) {
		const log = element('log');
		const follows = log.scrollTop + log.clientHeight >= log.scrollHeight - 1;
		log.append(text);
		if (log.childNodes.length > LOG_PIECES_MOST) log.firstChild?.remove();
		if (follows) log.scrollTop = log.scrollHeight;
		window.tesseraLog?.(text);
	},
	alive: (_nanoseconds, processes) => showProcesses(element('processes'), processes),
};

async function loadImage(): Promise<StartParts> {
	const response = await fetch(IMAGE);
	if (!response.ok) throw new Error(`the system image cannot be loaded (${response.status} ${response.statusText})`);
	return { file: new Uint8Array(await response.arrayBuffer()) };
}

/** A run that did not even start. */
function failure(message: string): RunSummary {
	return { system: '', kernel: '', exitCode: EXIT_MACHINE, end: 'failed', message, figures: undefined };
}

function endOf({ end, exitCode, message }: RunSummary): string {
	if (message !== undefined) return message;
	return end === 'idle'
		? 'Idle for ever: nothing is left that could wake a component'
		: `Halted with exit code ${exitCode}`;
}

async function runImage(): Promise<RunSummary> {
	const missing = missingFeatures();
	if (missing.length > 0) return failure(`This browser cannot run Tessera, because it lacks:\n${missing.join('\n')}`);
	const machine = new RemoteMachine(WORKER, loadImage(), listener, runParameters(location.search));
	element('stop').onclick = () => machine.stop();
	return machine.finished;
}

async function run(): Promise<RunSummary> {
	const summary = await runImage();
	const { end, exitCode } = summary;
	showState(endOf(summary), end !== 'idle' && exitCode !== 0);
	element('stop').hidden = true;
	element('again').hidden = false;
	return summary;
}

element('again').onclick = () => location.reload();
window.tessera = { finished: run() };
