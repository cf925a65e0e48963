/** What the page and the machine's worker say to each other. */
import type { ProcessView } from '../core/inspect.ts';
import type { RunEnd } from '../core/run.ts';
import type { OutsideRequest } from './requests.ts';
import type { Booted, Figures, HolderView, OverheardCall, ShownFrames } from './summary.ts';

/** How a system is to run. */
export interface StartOptions {
	/** Time advances only by what components execute, and jumps to the next alarm when they are idle. */
	readonly deterministic: boolean;
	/** Of everything random, 32 bits. */
	readonly seed: number;
	/** Name under which the browser keeps what is on the system's disk; without one it is forgotten. */
	readonly disk?: string;
	/** Count calls by caller and gate, for `view`. */
	readonly watched?: boolean;
}

/** What it takes beside that, which is there a little later. */
export interface StartParts {
	/** The image file. */
	readonly file: Uint8Array<ArrayBuffer>;
	/** Where the system's screen is shown. */
	readonly canvas?: OffscreenCanvas;
}

/** From the page. */
export type Request =
	/** Boot this image file. Once, first. */
	| ({ readonly kind: 'start' } & StartParts & StartOptions)
	/** Are you still there? Answered by `alive`. */
	| { readonly kind: 'ping' }
	/** Who holds what and who calls whom, now? Answered by `view`. */
	| { readonly kind: 'view' }
	/** When were frames shown since the last time that this was asked? Answered by `frames`. */
	| { readonly kind: 'frames' }
	/** Note when this call is answered, for `frames`. */
	| ({ readonly kind: 'listen' } & OverheardCall)
	/** Something from outside. */
	| ({ readonly kind: 'outside' } & OutsideRequest)
	/** Make a component fail. */
	| { readonly kind: 'kill'; readonly component: string };

/** From the worker. */
export type Report =
	/** The image is valid, and this is in it. */
	| ({ readonly kind: 'booting' } & Booted)
	/** The next piece of the system's log. */
	| { readonly kind: 'log'; readonly bytes: Uint8Array }
	| { readonly kind: 'alive'; readonly nanoseconds: number; readonly processes: readonly ProcessView[] }
	| { readonly kind: 'view'; readonly nanoseconds: number; readonly holders: readonly HolderView[] }
	| ({ readonly kind: 'frames' } & ShownFrames)
	/** The screen shows something for the first time. */
	| { readonly kind: 'shown' }
	/** Bytes from the port. */
	| { readonly kind: 'port'; readonly bytes: Uint8Array }
	/** A driver waits for a value of this sensor (SENSOR_* of interfaces/sensors/values.ts). */
	| { readonly kind: 'wanted'; readonly sensor: number }
	/** The system halted or is idle for ever. The last message. */
	| { readonly kind: 'ended'; readonly exitCode: number; readonly end: RunEnd; readonly figures: Figures }
	/** The machine cannot start or go on. The last message. */
	| { readonly kind: 'failed'; readonly message: string };
