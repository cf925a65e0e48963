/** What a page tells of the machine in it: for those who drive the page from outside, too. */
import type { FaultRecord } from '../core/core.ts';
import type { Holding } from '../core/holdings.ts';
import type { ProcessView } from '../core/inspect.ts';
import type { RunEnd } from '../core/run.ts';
import type { DeviceDescription } from '../core/system.ts';

/** How the run went, in the figures that the other machines give. */
export interface Figures {
	/** Nanoseconds since boot. */
	readonly nanoseconds: number;
	/** Digest of the kernel's memory (core/digest.ts). */
	readonly kernelMemory: string;
	readonly processes: readonly ProcessView[];
	readonly faults: readonly FaultRecord[];
}

/** A process, and what it holds. */
export type HolderView = ProcessView & { readonly holdings: readonly Holding[] };

/** A frame on the screen; milliseconds since 1970. */
export interface ShownFrame {
	/** The vertical sync that it was for. */
	readonly sync: number;
	/** When the system gave the last of what is in it. */
	readonly drawn: number;
	/** When it was put on the page's canvas. */
	readonly shown: number;
}

/** Frames that were shown. */
export interface ShownFrames {
	readonly frames: readonly ShownFrame[];
	/** Milliseconds from the oldest touch that no frame had answered to the next frame. */
	readonly latencies: readonly number[];
	/** Calls that somebody waits for. */
	readonly calls: readonly AnsweredCall[];
}

/** A call with a loan that a measurement waits for. */
export interface OverheardCall {
	/** Name of the component that makes it, from its next start on. */
	readonly component: string;
	/** Slot of the gate. */
	readonly gate: number;
	readonly method: number;
}

/** It was answered with 0. */
export interface AnsweredCall {
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly words: readonly number[];
}

/** Where the disk is: in the browser's own file system, in its database, or nowhere, and then why. */
export interface DiskPlace {
	readonly place: 'files' | 'database' | 'memory';
	readonly reason: string | undefined;
}

/** What is about to run. */
export interface Booted {
	readonly system: string;
	/** SHA-256 of the kernel. */
	readonly kernel: string;
	/** Absent when the system has no disk, or nobody wants it kept. */
	readonly disk: DiskPlace | undefined;
	readonly devices: readonly DeviceDescription[];
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
