/** The slots of what an app is given while it runs (interfaces/permissions/capabilities.ts). */

import { remove } from '../../sdk/capability.ts';
import { CAPABILITIES, FIRST_SLOT } from '../permissions/capabilities.ts';

/** Empties the slot of a capability: what was good for once has been used, or it is to be given up. */
export function giveUp(capability: u32): void {
	if (capability < CAPABILITIES) remove(FIRST_SLOT + <i32>capability);
}

/** Empties all of them. */
export function clearGiven(): void {
	for (let capability: u32 = 0; capability < CAPABILITIES; capability++) giveUp(capability);
}
