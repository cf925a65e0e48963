/** The page of the phone: boots the system that lies beside it in a worker, shows its screen, and gives it fingers, keys and sensors. */
import { missingFeatures } from '../../../machines/hosted/browser/features.ts';
import type { StartParts } from '../../../machines/hosted/browser/messages.ts';
import { runParameters } from '../../../machines/hosted/browser/page/parameters.ts';
import { EXIT_MACHINE, type Listener, RemoteMachine } from '../../../machines/hosted/browser/remote.ts';
import type { OutsideRequest } from '../../../machines/hosted/browser/requests.ts';
import type { OverheardCall, RunSummary, ShownFrames } from '../../../machines/hosted/browser/summary.ts';
import type { ProcessView } from '../../../machines/hosted/core/inspect.ts';
import { treeRequest } from '../tree.ts';
import { element, parsed } from './element.ts';
import { Panel } from './panel.ts';
import { followSensors } from './sensors.ts';
import { pixelScale } from './size.ts';
import { Stage } from './stage.ts';
import { becomeIndependent, loadImage } from './storage.ts';

declare global {
	/** For whoever drives the page: tests, the benchmark, and a person at the console. */
	interface Window {
		phone: PhonePage;
		/** Gets every piece of the log, if the one who drives the page put it there. */
		tesseraLog?: (text: string) => void;
	}
}

interface PhonePage {
	readonly finished: Promise<RunSummary>;
	/** Settles with the milliseconds since the page was opened when the screen shows something for the first time. */
	readonly shown: Promise<number>;
	/** The same, when what it shows rests, and can be used. */
	readonly usable: Promise<number>;
	/** Settles when the page needs no server any more. */
	readonly independent: Promise<void>;
	/** Frames since the last time that this was asked. */
	frames(): Promise<ShownFrames>;
	/** From now on `frames` tells when that call was answered, too. */
	listen(call: OverheardCall): void;
	/** All processes, as they were within the last second. */
	processes(): readonly ProcessView[];
	kill(component: string): void;
	/** Something from outside, as the page's own fingers and keys bring it. */
	bring(request: OutsideRequest): void;
}

const PARAMETERS = new URLSearchParams(location.search);
/** The image of a system with so many pixels to the point. */
const imageAt = (scale: number | string) => `system-${scale}.image`;

let newest: readonly ProcessView[] = [];
const bring = (request: OutsideRequest) => machine?.bring(request);
const kill = (component: string) => machine?.kill(component);

const listener: Listener = {
	booting({ kernel, disk, devices }) {
		stage.kernel(kernel);
		stage.state('Starting');
		if (disk?.reason !== undefined) stage.notice(`Note: ${disk.reason}.`);
		sensors.know(devices);
		bring({ device: 'port', bytes: treeRequest() });
	},
	log(text) {
		panel.log(text);
		window.tesseraLog?.(text);
	},
	alive(_nanoseconds, processes) {
		newest = processes;
	},
	view: (nanoseconds, holders) => panel.look({ nanoseconds, holders }),
	shown: () => stage.unveil(),
	port: (bytes) => stage.port(bytes),
	wanted: (sensor) => sensors.want(sensor),
};

/** What the machine runs, as soon as it is there; and the screen, as soon as the page has one. */
async function partsOfMachine(): Promise<StartParts> {
	const image = loadImage([imageAt(PARAMETERS.get('scale') ?? pixelScale()), imageAt(1)]);
	await parsed();
	const canvas = element<HTMLCanvasElement>('screen').transferControlToOffscreen();
	return { file: await image, canvas };
}

function begin(): RemoteMachine {
	const options = { ...runParameters(location.search), watched: true, disk: PARAMETERS.get('disk') ?? 'phone' };
	return new RemoteMachine(new URL('worker.js', document.baseURI), partsOfMachine(), listener, options);
}

/** A run that did not even start. */
function lacking(): RunSummary {
	const list = missing.join('\n');
	const message = `This browser cannot run the phone, because it lacks:\n\n${list}\n\nChrome and Chromium have them.`;
	return { system: '', kernel: '', exitCode: EXIT_MACHINE, end: 'failed', message, figures: undefined };
}

// The machine begins to load before the page has anything to show, so that neither waits for the other.
const missing = missingFeatures();
const machine = missing.length === 0 ? begin() : undefined;
await parsed();
const stage = new Stage(bring);
const panel = new Panel({ askView: () => machine?.askView(), kill });
const sensors = followSensors(bring, (text) => stage.notice(text));

async function run(): Promise<RunSummary> {
	const summary = (await machine?.finished) ?? lacking();
	stage.end(summary);
	return summary;
}

window.phone = {
	finished: run(),
	shown: stage.shown,
	usable: stage.usable,
	independent: stage.shown.then(becomeIndependent),
	frames: () => machine?.frames() ?? Promise.resolve({ frames: [], latencies: [], calls: [] }),
	processes: () => newest,
	listen: (call) => machine?.listen(call),
	kill,
	bring,
};
