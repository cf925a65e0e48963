/** One kernel for all tests of a file: the booted test system is made once and copied back for each test. */

import * as layout from '../../kernel/layout.ts';
import { ModelKernel, type SavedState } from './kernel.ts';
import { Session } from './session.ts';
import { bootWorld } from './world.ts';

const saved = new Map<boolean, SavedState>();
let kernel: ModelKernel | undefined;

/** The test system, everybody idle, on a machine that can suspend an activation (ARM64) or cannot (hosted). */
export async function startWorld(canSuspend = true): Promise<Session> {
	kernel ??= await ModelKernel.load();
	let state = saved.get(canSuspend);
	if (state === undefined) {
		kernel.restore({ dense: new Uint8Array(layout.DENSE_END), backed: new Map() });
		bootWorld(kernel, canSuspend);
		state = kernel.save();
		saved.set(canSuspend, state);
	}
	kernel.restore(state);
	return new Session(kernel);
}
