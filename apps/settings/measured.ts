/** What everything holds and takes, as settings last saw it. Asked for once a second while a page shows it, so that a page is the same however often it is declared. */

import { inspect as inspectApp, inspectState, inspectTime } from '../../interfaces/lifecycle/client.ts';
import { CAPABILITIES } from '../../interfaces/permissions/capabilities.ts';
import {
	inspectState as grantState,
	inspectAgo,
	inspect as inspectGrant,
	inspectHeld,
	inspectLast,
	inspectUses,
} from '../../interfaces/permissions/client.ts';
import {
	inspect as inspectPart,
	inspectRestarts,
	inspectTime as partTime,
} from '../../interfaces/supervisor/client.ts';
import { now } from '../../sdk/time.ts';
import { APPS, isApp, isPart, PARTS } from './parts.ts';
import { SLOT_GRANTS, SLOT_LIFECYCLE, SLOT_SUPERVISOR } from './slots.ts';

/** Of a grant: state and whether it is held, bytes; uses; seconds since the last use when it was asked, NEVER: nobody knows. */
const GRANT_BYTES: u32 = 16;
const GRANT_STATE: u32 = 0;
const GRANT_HELD: u32 = 1;
const GRANT_USES: u32 = 4;
const GRANT_AGO: u32 = 8;
export const NEVER: u32 = u32.MAX_VALUE;
/** 24 apps, 9 capabilities each. */
const GRANTS: u32 = memory.data(3456, 8) as u32;
/** Of apps and then parts: microseconds of processor time when it was last asked, and thousandths of the processor since the time before. */
const TIMES: u32 = memory.data(384, 8) as u32;
const SHARES: u32 = memory.data(192, 8) as u32;
/** APP_* of each app, restarts of each part. */
const STATES: u32 = memory.data(192, 8) as u32;
const NANOSECONDS_IN_MICROSECOND: i64 = 1000;
const THOUSAND: u64 = 1000;
let measuredAt: i64 = 0;

function grant(app: u32, capability: u32): u32 {
	return GRANTS + GRANT_BYTES * (CAPABILITIES * app + capability);
}

/** Asks the permission server about every app and capability. */
export function readGrants(): void {
	for (let app: u32 = 0; app < APPS; app++) {
		if (!isApp(app)) continue;
		for (let capability: u32 = 1; capability < CAPABILITIES; capability++) readGrant(app, capability);
	}
}

/** Asks about one of them. */
export function readGrant(app: u32, capability: u32): void {
	if (inspectGrant(SLOT_GRANTS, app, capability) !== 0) return;
	const place = grant(app, capability);
	store<u8>(place + GRANT_STATE, <u8>grantState());
	store<u8>(place + GRANT_HELD, <u8>inspectHeld());
	store<u32>(place + GRANT_USES, inspectUses());
	store<u32>(place + GRANT_AGO, inspectLast() === 0 ? NEVER : inspectAgo());
}

/** GRANT_* of interfaces/permissions/capabilities.ts. */
export function stateOf(app: u32, capability: u32): u32 {
	return load<u8>(grant(app, capability) + GRANT_STATE);
}

export function isHeld(app: u32, capability: u32): bool {
	return load<u8>(grant(app, capability) + GRANT_HELD) !== 0;
}

export function usesOf(app: u32, capability: u32): u32 {
	return load<u32>(grant(app, capability) + GRANT_USES);
}

/** Seconds since the last use; NEVER: nobody knows. */
export function agoOf(app: u32, capability: u32): u32 {
	return load<u32>(grant(app, capability) + GRANT_AGO);
}

/** Whether the app has ever asked for it, or the user has decided about it. */
export function concerns(app: u32, capability: u32): bool {
	return stateOf(app, capability) !== 0 || isHeld(app, capability) || usesOf(app, capability) !== 0;
}

/** Asks lifecycle and the supervisor what everything has taken since the last time. */
export function measure(): void {
	const time = now();
	const passed = <u64>max<i64>(1, (time - measuredAt) / NANOSECONDS_IN_MICROSECOND);
	measuredAt = time;
	for (let app: u32 = 0; app < APPS; app++) {
		if (!isApp(app) || inspectApp(SLOT_LIFECYCLE, app) !== 0) continue;
		store<u32>(STATES + 4 * app, inspectState());
		count(app, inspectTime(), passed);
	}
	for (let part: u32 = 0; part < PARTS; part++) {
		if (!isPart(part) || inspectPart(SLOT_SUPERVISOR, part) !== 0) continue;
		store<u32>(STATES + 4 * (APPS + part), inspectRestarts());
		count(APPS + part, partTime(), passed);
	}
}

function count(which: u32, microseconds: u64, passed: u64): void {
	const before = load<u64>(TIMES + 8 * which);
	store<u64>(TIMES + 8 * which, microseconds);
	const used = microseconds > before ? microseconds - before : 0;
	store<u32>(SHARES + 4 * which, <u32>min<u64>(THOUSAND, (THOUSAND * used) / passed));
}

/** Thousandths of the processor, lately. */
export function appShare(app: u32): u32 {
	return load<u32>(SHARES + 4 * app);
}

export function partShare(part: u32): u32 {
	return load<u32>(SHARES + 4 * (APPS + part));
}

/** APP_* of interfaces/lifecycle/states.ts. */
export function appState(app: u32): u32 {
	return load<u32>(STATES + 4 * app);
}

/** Restarts since boot. */
export function restartsOf(part: u32): u32 {
	return load<u32>(STATES + 4 * (APPS + part));
}
