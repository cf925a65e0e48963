/** The usher has the lowest priority: when it executes, everybody else has finished, and it tells the director so. */
import { notify } from '../../../sdk/kernel.ts';

/** A signal to the director. */
const SLOT_DIRECTOR: i32 = 1;

export function notified(_bits: u32): void {
	notify(SLOT_DIRECTOR);
}
