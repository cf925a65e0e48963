/** The page of the phone: boots the system that lies beside it in a worker, shows its screen, and gives it fingers, keys and sensors. */
import { missingFeatures } from '../../../machines/hosted/browser/features.ts';
import type { OutsideRequest } from '../../../machines/hosted/browser/messages.ts';
import { runParameters } from '../../../machines/hosted/browser/page/parameters.ts';
import { EXIT_MACHINE, type Listener, RemoteMachine } from '../../../machines/hosted/browser/remote.ts';
import type { RunSummary, ShownFrames } from '../../../machines/hosted/browser/summary.ts';
import { PortReader, treeRequest } from '../tree.ts';
import { element } from './element.ts';
import { followFingers } from './fingers.ts';
import { followKeys } from './keys.ts';
import { Mirror } from './mirror.ts';
import { Panel } from './panel.ts';
import { followSensors } from './sensors.ts';
import { followSize, pixelScale } from './size.ts';
import { becomeIndependent, loadImage } from './storage.ts';

declare global {
	/** For whoever drives the page: tests, the benchmark, and a person at the console. */
	interface Window {
		phone: PhonePage;
		/** Get every piece of the log, and of what the accessibility port says, if the one who drives the page put them there. */
		tesseraLog?: (text: string) => void;
		tesseraPort?: (bytes: string) => void;
	}
}

interface PhonePage {
	readonly finished: Promise<RunSummary>;
	/** Settles when the screen has shown something that can be used. */
	readonly usable: Promise<number>;
	/** Settles when the page needs no server any more. */
	readonly independent: Promise<void>;
	/** Frames since the last time that this was asked. */
	frames(): Promise<ShownFrames>;
	kill(component: string): void;
	/** Something from outside, as the page's own fingers and keys bring it. */
	bring(request: OutsideRequest): void;
}

const usable = Promise.withResolvers<number>();
let machine: RemoteMachine | undefined;
const bring = (request: OutsideRequest) => machine?.bring(request);
const send = (bytes: Uint8Array) => bring({ device: 'port', bytes });
const mirror = new Mirror(element('mirror'), send);
const reader = new PortReader(
	(tree) => mirror.show(tree),
	({ frames, still }) => still && frames > 0 && usable.resolve(performance.now()),
);
const panel = new Panel({ askView: () => machine?.askView(), kill: (component) => machine?.kill(component) });

function showState(text: string, bad = false): void {
	element('state').textContent = text;
	element('state').classList.toggle('bad', bad);
}

function listener(wanted: (sensor: number) => void): Listener {
	return {
		booting({ kernel, disk }) {
			element('kernel').textContent = kernel;
			showState('Starting');
			if (disk?.reason !== undefined) element('notice').textContent = `Note: ${disk.reason}.`;
			send(treeRequest());
		},
		log(text) {
			panel.log(text);
			window.tesseraLog?.(text);
		},
		alive() {},
		view: (nanoseconds, holders) => panel.look({ nanoseconds, holders }),
		shown: () => element('veil').classList.add('gone'),
		port(bytes) {
			reader.take(bytes);
			window.tesseraPort?.(btoa(String.fromCharCode(...bytes)));
		},
		wanted,
	};
}

/** A run that did not even start. */
function failure(message: string): RunSummary {
	return { system: '', kernel: '', exitCode: EXIT_MACHINE, end: 'failed', message, figures: undefined };
}

async function boot(): Promise<RunSummary> {
	const missing = missingFeatures();
	if (missing.length > 0) {
		return failure(
			`This browser cannot run the phone, because it lacks:\n\n${missing.join('\n')}\n\nChromium and Chrome have them.`,
		);
	}
	try {
		const parameters = new URLSearchParams(location.search);
		const scale = parameters.get('scale') ?? String(pixelScale());
		const file = await loadImage(`system-${scale}.image`);
		const canvas = element<HTMLCanvasElement>('screen').transferControlToOffscreen();
		const options = {
			...runParameters(location.search),
			canvas,
			watched: true,
			disk: parameters.get('disk') ?? 'phone',
		};
		machine = new RemoteMachine(new URL('worker.js', document.baseURI), file, listener(followSensors(bring)), options);
		return await machine.finished;
	} catch (error) {
		return failure((error as Error).message);
	}
}

async function run(): Promise<RunSummary> {
	const summary = await boot();
	const { message, exitCode } = summary;
	showState(message ?? `The phone has switched itself off (exit code ${exitCode})`, true);
	element('veil').classList.remove('gone');
	element('again').hidden = false;
	return summary;
}

followSize();
followFingers(element('glass'), bring);
followKeys(element('power'), bring);
element('again').onclick = () => location.reload();
window.phone = {
	finished: run(),
	usable: usable.promise,
	independent: usable.promise.then(becomeIndependent),
	frames: () => machine?.frames() ?? Promise.resolve({ shown: [], latencies: [] }),
	kill: (component) => machine?.kill(component),
	bring,
};
