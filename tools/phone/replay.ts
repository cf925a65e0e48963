/**
 * Replays a trace on a machine of its own whose time is only what its components execute: the same pictures on every computer, however busy, and much sooner than a
 * finger would take. `picture` shows what the screen showed at that time, also in the middle of a gesture.
 */

import type { ProcessView } from '../../machines/hosted/core/inspect.ts';
import type { Picture as ModelPicture } from '../../machines/hosted/devices/outputs.ts';
import { AXIS_MOST } from '../../machines/hosted/devices/outside.ts';
import { createMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import type { SystemImage } from '../image/types.ts';
import { type Picture, partsOf } from './phone.ts';
import type { Step, Trace } from './trace.ts';

const MILLISECOND = 1e6;
/** Of the machine's time, after the last step. */
const AFTERWARDS_MILLISECONDS = 50;

export interface Replay {
	/** By name, as the trace asked for them. */
	readonly pictures: ReadonlyMap<string, Picture>;
	/** Milliseconds since boot at which each frame was shown. */
	readonly frames: readonly number[];
	readonly log: string;
	/** Every process at the end. */
	readonly processes: readonly ProcessView[];
}

/** Ends a machine that would go on for ever. */
class Over extends Error {}

/** Boots the system, lets the trace happen, and ends. */
export async function replayExactly(system: SystemImage, trace: Trace): Promise<Replay> {
	const end = (trace.steps.at(-1)?.at ?? 0) + AFTERWARDS_MILLISECONDS;
	const camera = new Camera(trace);
	const host = nodeHost();
	const milliseconds = () => machine.now() / MILLISECOND;
	const machine = createMachine(system, {
		host: {
			...host,
			breathe: async () => {
				if (milliseconds() > end) throw new Over();
				await host.breathe();
			},
		},
		deterministic: true,
		devices: true,
		outputs: { screen: { paced: false, show: (_rectangle, picture) => camera.frame(milliseconds(), picture) } },
	});
	for (const step of trace.steps) {
		if ('kill' in step) machine.kill(step.kill, step.at * MILLISECOND);
		else schedule(machine.outside(step.at * MILLISECOND), step);
	}
	await machine.run().catch((error) => {
		if (!(error instanceof Over)) throw error;
	});
	return { pictures: camera.finish(), frames: camera.frames, log: machine.log, processes: machine.inspect() };
}

function schedule(outside: ReturnType<ReturnType<typeof createMachine>['outside']>, step: Step): void {
	if ('key' in step) outside.key(step.key, step.down);
	if (!('touch' in step)) return;
	const [x, y] = partsOf(step.x, step.y).map((part) => Math.round(part * AXIS_MOST));
	outside.touch(step.touch, step.finger ?? 0, x, y);
}

/** Keeps the last frame that was shown before each moment for which a picture is wanted. */
class Camera {
	readonly frames: number[] = [];
	private readonly wanted: { readonly at: number; readonly picture: string }[];
	private readonly pictures = new Map<string, Picture>();
	private last: Picture | undefined;

	constructor({ steps }: Trace) {
		this.wanted = steps.flatMap((step) => ('picture' in step ? [step] : []));
	}

	frame(now: number, { width, height, pixels }: ModelPicture): void {
		this.takeUntil(now);
		this.frames.push(now);
		if (this.wanted.length > 0) this.last = { width, height, pixels: Uint8Array.from(pixels) };
	}

	finish(): ReadonlyMap<string, Picture> {
		this.takeUntil(Number.POSITIVE_INFINITY);
		return this.pictures;
	}

	private takeUntil(now: number): void {
		while (this.wanted[0] !== undefined && this.wanted[0].at < now) {
			const { picture } = this.wanted.shift() as { picture: string };
			if (this.last !== undefined) this.pictures.set(picture, this.last);
		}
	}
}
