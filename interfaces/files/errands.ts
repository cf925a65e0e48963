/**
 * Work at the store for programs that are driven by events: one errand after the other, each made of steps, each step one call of the store or a little work of the program's own.
 * What is not at hand is waited for; when the store was restarted, the errand begins again.
 */

import { notify } from '../../sdk/kernel.ts';
import { closeAll, STALE } from './client.ts';
import { isLater } from './retry.ts';

/** No errand; those of a program are numbers of its own. */
export const ERRAND_NONE: u32 = 0;

// What a step answers, beside errors of client.ts and of the kernel, which are passed on as they are.
/** There is more to do. */
export const STEP_ON: i32 = 0;
export const STEP_DONE: i32 = 1000;
/** A file is not what it should be. */
export const STEP_BROKEN: i32 = 1001;

/** How often an errand begins again because the store was restarted. */
const ATTEMPTS: u32 = 8;
let errand: u32 = ERRAND_NONE;
let attempts: u32 = 0;

/** What there is to do: extend it with an @unmanaged class and hand that to `runErrands`. */
@unmanaged
export class Errands {
	/** The next errand, or ERRAND_NONE. */
	next(): u32 {
		return ERRAND_NONE;
	}

	/** Begins an errand, or begins it again from its start. */
	begin(_errand: u32): void {}

	step(_errand: u32): i32 {
		return STEP_DONE;
	}

	/** It has ended: STEP_DONE, or what went wrong. */
	end(_errand: u32, _result: i32): void {}
}

/** Goes on by at most `steps` steps. `directory` is the root of the volume, `wake` a Signal of the program to itself, which is raised when there is more to do. */
export function runErrands<E extends Errands>(steps: u32, directory: i32, wake: i32): void {
	const errands = changetype<E>(0);
	for (let count: u32 = 0; count < steps; count++) {
		if (errand === ERRAND_NONE && !beginNext<E>()) return;
		const result = errands.step(errand);
		if (result === STEP_ON) continue;
		if (isLater(result, wake)) return;
		if (result === STALE && attempts < ATTEMPTS) {
			attempts++;
			closeAll(directory);
			errands.begin(errand);
		} else endErrand<E>(result);
	}
	notify(wake);
}

function beginNext<E extends Errands>(): bool {
	const errands = changetype<E>(0);
	attempts = 0;
	errand = errands.next();
	if (errand === ERRAND_NONE) return false;
	errands.begin(errand);
	return true;
}

function endErrand<E extends Errands>(result: i32): void {
	const ended = errand;
	errand = ERRAND_NONE;
	changetype<E>(0).end(ended, result);
}
