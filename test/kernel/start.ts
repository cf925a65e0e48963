/** The booted test system, made once for a kernel and copied back for each test. */

import * as layout from '../../kernel/layout.ts';
import { ModelKernel, type SavedState } from './kernel.ts';
import { Session } from './session.ts';
import { bootWorld } from './world.ts';

export class Worlds {
	readonly #kernel: ModelKernel;
	readonly #saved = new Map<boolean, SavedState>();

	constructor(kernel: ModelKernel) {
		this.#kernel = kernel;
	}

	/** Everybody idle, on a machine that can suspend an activation (ARM64) or cannot (hosted). */
	start(canSuspend: boolean): Session {
		let state = this.#saved.get(canSuspend);
		if (state === undefined) {
			this.#kernel.restore({ dense: new Uint8Array(layout.DENSE_END), backed: new Map() });
			bootWorld(this.#kernel, canSuspend);
			state = this.#kernel.save();
			this.#saved.set(canSuspend, state);
		}
		this.#kernel.restore(state);
		return new Session(this.#kernel);
	}
}

let worlds: Worlds | undefined;

/** The test system on the project's kernel: one kernel for all tests of a file. */
export async function startWorld(canSuspend = true): Promise<Session> {
	worlds ??= new Worlds(await ModelKernel.load());
	return worlds.start(canSuspend);
}
