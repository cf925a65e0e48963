/** What the page and the machine's worker say to each other, and what comes out of it. */
import type { FaultRecord } from '../core/core.ts';
import type { ProcessView } from '../core/inspect.ts';
import type { RunEnd } from '../core/run.ts';

/** How a system is to run. */
export interface StartOptions {
	/** Time advances only by what components execute, and jumps to the next alarm when they are idle. */
	readonly deterministic: boolean;
	/** Of everything random, 32 bits. */
	readonly seed: number;
}

/** From the page. */
export type Request =
	/** Boot this image file. Once, first. */
	| ({ readonly kind: 'start'; readonly file: Uint8Array } & StartOptions)
	/** Are you still there? Answered by `alive`. */
	| { readonly kind: 'ping' };

/** How the run went, in the figures that the other machines give. */
export interface Figures {
	/** Nanoseconds since boot. */
	readonly nanoseconds: number;
	/** Digest of the kernel's memory (core/digest.ts). */
	readonly kernelMemory: string;
	readonly processes: readonly ProcessView[];
	readonly faults: readonly FaultRecord[];
}

/** How a run ended. */
export interface RunSummary {
	readonly system: string;
	/** SHA-256 of the kernel that ran; empty when the image could not be read. */
	readonly kernel: string;
	readonly exitCode: number;
	/** `failed`: the machine could not start or go on, and `message` says why. */
	readonly end: RunEnd | 'failed' | 'stopped';
	readonly message: string | undefined;
	readonly figures: Figures | undefined;
}

/** From the worker. */
export type Report =
	/** The image is valid, and this is in it. */
	| { readonly kind: 'booting'; readonly system: string; readonly kernel: string }
	/** The next piece of the system's log. */
	| { readonly kind: 'log'; readonly bytes: Uint8Array }
	| { readonly kind: 'alive'; readonly nanoseconds: number; readonly processes: readonly ProcessView[] }
	/** The system halted or is idle for ever. The last message. */
	| { readonly kind: 'ended'; readonly exitCode: number; readonly end: RunEnd; readonly figures: Figures }
	/** The machine cannot start or go on. The last message. */
	| { readonly kind: 'failed'; readonly message: string };
