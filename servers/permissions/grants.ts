/**
 * Giving and taking back. A capability is installed in the app's table as a copy under a grant row of its own; revoking the row ends
 * the copy, and whatever was made of it, within one kernel call: the app's slot is then as empty as if nothing had ever been there.
 */
import { SLOT_OCCUPIED } from '../../abi/errors.ts';
import { RIGHT_CALL } from '../../abi/rights.ts';
import {
	CAPABILITIES,
	CAPABILITY_NOTIFY,
	FIRST_SLOT,
	GRANT_ALWAYS,
	GRANT_ONCE,
} from '../../interfaces/permissions/capabilities.ts';
import { HISTORY_GIVEN, HISTORY_TAKEN } from '../../interfaces/permissions/history.ts';
import { millisecondsNow } from '../../interfaces/sensors/daytime.ts';
import { identify, install, move, remove, revoke } from '../../sdk/capability.ts';
import { notify } from '../../sdk/kernel.ts';
import { setAlarm } from '../../sdk/time.ts';
import { note } from './history.ts';
import { makeNoticeGate } from './notices.ts';
import { FIRST_GRANT_ROW, GRANT_ROWS } from './rows.ts';
import { BIT_AGAIN, FIRST_APP, FIRST_SOURCE, SLOT_ACCOUNT, SLOT_ARRIVED, SLOT_SELF, SLOT_WAITING } from './slots.ts';
import { APPS, countUse, heldUntil, setHeld, setNews } from './table.ts';

/** How long an app has for emptying its slot, and how often it is tried: 5 times 20 ms. */
const AGAIN: u64 = 20_000_000;
const TRIES: u32 = 5;

/** What could not be installed because the app's slot still holds something dead; one at a time, `tries` 0: none. */
let waitingApp: u32 = 0;
let waitingCapability: u32 = 0;
let waitingUntil: u32 = 0;
let waitingSource: i32 = 0;
let tries: u32 = 0;

/** Whether there is such an app. */
export function exists(app: u32): bool {
	return app < APPS && identify(FIRST_APP + <i32>app) !== 0;
}

/** Whether this machine has such a thing to give. */
export function hasSource(capability: u32): bool {
	return capability === CAPABILITY_NOTIFY || identify(FIRST_SOURCE + <i32>capability) !== 0;
}

/** Takes back what a former life of this server has given: nothing is held that it does not know of. */
export function revokeAll(): void {
	for (let row: u32 = 0; row < GRANT_ROWS; row++) revoke(SLOT_ACCOUNT, FIRST_GRANT_ROW + row);
}

/** Gives the app a copy of what is in slot `source`, until GRANT_*, in place of what it had. */
export function give(app: u32, capability: u32, until: u32, source: i32): void {
	endWaiting();
	setHeld(app, capability, 0);
	waitingApp = app;
	waitingCapability = capability;
	waitingUntil = until;
	waitingSource = source;
	if (capability === CAPABILITY_NOTIFY) makeNoticeGate(app);
	if (source === SLOT_ARRIVED) {
		remove(SLOT_WAITING);
		move(SLOT_ARRIVED, SLOT_WAITING);
		waitingSource = SLOT_WAITING;
	}
	tries = TRIES;
	retry();
}

/** Tries to install what waits. The app learns that its slot has to be emptied from the event that everything taken back causes. */
export function retry(): void {
	if (tries === 0) return;
	tries--;
	const row = rowOf(waitingApp, waitingCapability);
	revoke(SLOT_ACCOUNT, row);
	const slot = FIRST_SLOT + <i32>waitingCapability;
	const status = install(FIRST_APP + <i32>waitingApp, waitingSource, slot, RIGHT_CALL, row);
	if (status === SLOT_OCCUPIED && tries > 0) {
		tell(waitingApp, waitingCapability);
		setAlarm(AGAIN, BIT_AGAIN);
		return;
	}
	tries = 0;
	if (status === 0) {
		setHeld(waitingApp, waitingCapability, waitingUntil);
		countUse(waitingApp, waitingCapability, millisecondsNow());
		note(waitingApp, waitingCapability, HISTORY_GIVEN);
	}
	remove(SLOT_WAITING);
	tell(waitingApp, waitingCapability);
}

/** Gives up what waits; the app is told that it got nothing. */
function endWaiting(): void {
	if (tries !== 0) tell(waitingApp, waitingCapability);
	tries = 0;
}

/** Takes a capability back, now. */
export function takeBack(app: u32, capability: u32): void {
	if (waitingApp === app && waitingCapability === capability) endWaiting();
	if (heldUntil(app, capability) === 0) return;
	revoke(SLOT_ACCOUNT, rowOf(app, capability));
	setHeld(app, capability, 0);
	note(app, capability, HISTORY_TAKEN);
	tell(app, capability);
}

/** The app has left the front, or was closed: what was given until then ends. */
export function takeBackEnded(app: u32, closed: bool): void {
	if (waitingApp === app && (closed || waitingUntil === GRANT_ONCE)) endWaiting();
	for (let capability: u32 = 1; capability < CAPABILITIES; capability++) {
		if (closed || heldUntil(app, capability) === GRANT_ONCE) takeBack(app, capability);
	}
}

/** Takes a capability back from everybody. */
export function takeBackFromAll(capability: u32): void {
	for (let app: u32 = 0; app < APPS; app++) takeBack(app, capability);
}

/** Gives what the user has allowed for good, or what is harmless; the app is told. */
export function giveAlways(app: u32, capability: u32): void {
	if (heldUntil(app, capability) !== 0) tell(app, capability);
	else give(app, capability, GRANT_ALWAYS, FIRST_SOURCE + <i32>capability);
}

/** The app, and the strip, are to be told how it stands; not on the app's time. */
export function tell(app: u32, capability: u32): void {
	setNews(app, capability, true);
	notify(SLOT_SELF);
}

/** The strip is to be told again what the app holds. */
export function tellAll(app: u32): void {
	for (let capability: u32 = 1; capability < CAPABILITIES; capability++) {
		if (heldUntil(app, capability) !== 0) tell(app, capability);
	}
}

function rowOf(app: u32, capability: u32): u32 {
	return FIRST_GRANT_ROW + app * CAPABILITIES + capability;
}
