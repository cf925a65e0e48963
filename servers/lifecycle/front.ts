/**
 * Who is in front has the larger share of processor time. The share exists once: the account of the apps has no more, so it is taken from one before
 * another gets it, and that can wait, because the kernel changes no budget in the middle of an activation.
 */
import { CONFIGURE_BUDGET } from '../../abi/calls.ts';
import { INVALID_CAPABILITY } from '../../abi/errors.ts';
import { configure } from '../../sdk/process.ts';
import { APPS, BACK_BUDGET, BACK_PERIOD, FRONT_BUDGET, FRONT_PERIOD, NOBODY } from './apps.ts';
import { processOf } from './children.ts';

/** Apps that may have the larger share and are to lose it, a bit each. After a restart nothing is known, so that is all of them. */
let losing: u32 = 0;
/** Who is to have the larger share, and who has it. */
let wanted: u32 = NOBODY;
let holder: u32 = NOBODY;

/** Takes the larger share from every app. */
export function forget(): void {
	for (let app: u32 = 0; app < APPS; app++) if (processOf(app) !== 0) losing |= (<u32>1) << app;
}

/** Chooses who is to be in front. */
export function choose(app: u32): void {
	wanted = app;
	if (holder === app || holder === NOBODY) return;
	losing |= (<u32>1) << holder;
	holder = NOBODY;
}

/** Does what can be done now; false: some of it must be tried again a little later. */
export function settle(): bool {
	for (let app: u32 = 0; app < APPS; app++) {
		const bit = (<u32>1) << app;
		if ((losing & bit) !== 0 && give(app, BACK_BUDGET, BACK_PERIOD)) losing &= ~bit;
	}
	if (wanted === NOBODY || holder === wanted) return losing === 0;
	if (losing !== 0 || !give(wanted, FRONT_BUDGET, FRONT_PERIOD)) return false;
	holder = wanted;
	return true;
}

/** True when the app has that budget, or does not exist. */
function give(app: u32, budget: u32, period: u32): bool {
	const status = configure(processOf(app), CONFIGURE_BUDGET, <i32>budget, <i32>period);
	return status === 0 || status === INVALID_CAPABILITY;
}
