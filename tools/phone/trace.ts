/**
 * Touch traces: what a person did, as a file that every machine can repeat (test/phone/traces/*.json). Positions are points, times milliseconds since the trace
 * began. `kill` makes a component fail. A `picture` waits until the screen rests and names the golden picture that it must then equal.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { CommandError } from '../command.ts';
import type { Phone, TouchKind } from './phone.ts';

/** One thing that happens. */
export type Step =
	| { readonly at: number; readonly touch: TouchKind; readonly x: number; readonly y: number; readonly finger?: number }
	| { readonly at: number; readonly key: number; readonly down: boolean }
	| { readonly at: number; readonly kill: string }
	| { readonly at: number; readonly picture: string };

export interface Trace {
	/** What the person wanted, in one line. */
	readonly description: string;
	/** In order of time. */
	readonly steps: readonly Step[];
}

const TOUCHES: readonly unknown[] = ['down', 'move', 'up'];

/** Reads a trace. Throws CommandError with what is wrong in it. */
export function readTrace(file: string): Trace {
	const trace = JSON.parse(readFileSync(file, 'utf8')) as Trace;
	if (typeof trace.description !== 'string' || !Array.isArray(trace.steps)) {
		throw new CommandError(`${file}: a trace has a description and steps`);
	}
	let last = 0;
	for (const [index, step] of trace.steps.entries()) {
		if (!isStep(step))
			throw new CommandError(`${file}: step ${index} is neither a touch, a key, a picture nor the end of a component`);
		if (step.at < last) throw new CommandError(`${file}: step ${index} is earlier than the one before`);
		last = step.at;
	}
	return trace;
}

function isStep(step: Record<string, unknown>): boolean {
	if (typeof step.at !== 'number') return false;
	if ('touch' in step) return TOUCHES.includes(step.touch) && typeof step.x === 'number' && typeof step.y === 'number';
	if ('key' in step) return typeof step.key === 'number' && typeof step.down === 'boolean';
	return typeof (step.kill ?? step.picture) === 'string';
}

/**
 * Repeats a trace at its own speed. A finger comes down when the screen rests, as a person's does, who looks first: a slow machine is waited for. `onPicture` hears when the screen rests that a picture
 * is of. The time that either takes is not the trace's.
 */
export async function replayTrace(
	phone: Phone,
	trace: Trace,
	onPicture: (name: string) => Promise<void>,
): Promise<void> {
	let start = performance.now();
	for (const step of trace.steps) {
		const early = start + step.at - performance.now();
		if (early > 0) await wait(early);
		if ('touch' in step && step.touch === 'down') {
			await phone.rest();
			start = performance.now() - step.at;
		}
		if ('touch' in step) {
			await phone.touch(step.touch, step.x, step.y, step.finger);
			// A device has no place for more than a few movements that nobody has taken, and loses what comes then.
			await phone.taken();
		} else if ('key' in step) await phone.key(step.key, step.down);
		else if ('kill' in step) await phone.kill(step.kill);
		else {
			await phone.rest();
			await onPicture(step.picture);
			start = performance.now() - step.at;
		}
	}
}
