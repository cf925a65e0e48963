/** Who waits for what, and how far each client's changes have come. */

import { notify } from '../../sdk/kernel.ts';

/** Badges 0..31. */
export const CLIENTS: u32 = 32;
const SLOT_FIRST_CLIENT: i32 = 32;
/** Of each client: number of the commit that will have its last change. */
const CHANGES: u32 = memory.data(256, 8) as u32;
let waiting: u32 = 0;
/** Clients that know that the store was restarted. */
let informed: u32 = 0;

/** After a start: nobody knows of it. */
export function openClients(): void {
	waiting = 0;
	informed = 0;
}

/** A client has been told PENDING. */
export function addWaiting(client: u32): void {
	waiting |= 1 << client;
}

/** Something has happened: all who wait try again. */
export function wakeWaiting(): void {
	while (waiting !== 0) {
		const client = ctz(waiting);
		waiting &= waiting - 1;
		notify(SLOT_FIRST_CLIENT + <i32>client);
	}
}

/** After a start, clients may still wait for what was promised before. */
export function wakeAll(): void {
	waiting = 0xffffffff;
	wakeWaiting();
}

/** A client has changed something that commit `generation` will have. */
export function noteChange(client: u32, generation: u64): void {
	store<u64>(CHANGES + 8 * client, generation);
}

/** The commit that has all of a client's changes. */
export function lastChange(client: u32): u64 {
	return load<u64>(CHANGES + 8 * client);
}

/** The client has begun anew. */
export function inform(client: u32): void {
	informed |= 1 << client;
}

export function isInformed(client: u32): bool {
	return (informed & (1 << client)) !== 0;
}
