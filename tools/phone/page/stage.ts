/** What every page with a phone has, wherever the phone runs: its place, fingers and keys, the mirror for those who cannot see, and words about its state. */
import type { OutsideRequest } from '../../../machines/hosted/browser/requests.ts';
import type { RunSummary } from '../../../machines/hosted/browser/summary.ts';
import { PortReader } from '../tree.ts';
import { element } from './element.ts';
import { followFingers } from './fingers.ts';
import { followKeys } from './keys.ts';
import { Mirror } from './mirror.ts';
import { followSize } from './size.ts';

declare global {
	interface Window {
		/** Gets what the accessibility port says, if the one who drives the page put it there. */
		tesseraPort?: (bytes: string) => void;
	}
}

export class Stage {
	/** Settles with the milliseconds since the page was opened when the screen shows something for the first time. */
	readonly shown: Promise<number>;
	/** The same, when what it shows rests, and can be used. */
	readonly usable: Promise<number>;
	private readonly unveiled: (milliseconds: number) => void;
	private readonly reader: PortReader;

	/** `bring` gives the phone what comes from outside. */
	constructor(bring: (request: OutsideRequest) => void) {
		const shown = Promise.withResolvers<number>();
		this.shown = shown.promise;
		this.unveiled = shown.resolve;
		const usable = Promise.withResolvers<number>();
		this.usable = usable.promise;
		const mirror = new Mirror(element('mirror'), (bytes) => bring({ device: 'port', bytes }));
		this.reader = new PortReader(
			(tree) => mirror.show(tree),
			({ frames, still }) => still && frames > 0 && usable.resolve(performance.now()),
		);
		followSize();
		followFingers(element('glass'), bring);
		followKeys(element('power'), bring);
		element('again').onclick = () => location.reload();
	}

	/** Bytes from the accessibility port. */
	port(bytes: Uint8Array): void {
		this.reader.take(bytes);
		window.tesseraPort?.(btoa(String.fromCharCode(...bytes)));
	}

	/** What the person waits for. */
	state(text: string, bad = false): void {
		element('state').textContent = text;
		element('state').classList.toggle('bad', bad);
	}

	/** A sentence below the phone. */
	notice(text: string): void {
		element('notice').textContent = text;
	}

	kernel(hash: string): void {
		element('kernel').textContent = hash;
	}

	/** The screen shows something. */
	unveil(): void {
		element('veil').classList.add('gone');
		this.unveiled(performance.now());
	}

	/** The phone has ended. */
	end({ message, exitCode }: Pick<RunSummary, 'message' | 'exitCode'>): void {
		this.state(message ?? `The phone has switched itself off (exit code ${exitCode})`, true);
		element('veil').classList.remove('gone');
		element('again').hidden = false;
	}
}
