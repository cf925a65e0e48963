/**
 * Permissions: holds what can be given to apps, asks the user through the compositor, gives and takes back at once, and writes down what
 * happened. For an app, denied and absent are the same: an empty slot.
 */
import { EVENT_GRANTED, EVENT_TAKEN } from '../../interfaces/display/events.ts';
import { dispatchNotices } from '../../interfaces/notices/server.ts';
import { CAPABILITIES, CAPABILITY_NOTIFY } from '../../interfaces/permissions/capabilities.ts';
import * as service from '../../interfaces/permissions/server.ts';
import { isTimeKnown, learnTime } from '../../interfaces/sensors/daytime.ts';
import { inUse, tell as tellApp } from '../../interfaces/trusted/again.ts';
import { makeSignal, receive, remove } from '../../sdk/capability.ts';
import { INTERFACE_SHIFT, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { notify } from '../../sdk/kernel.ts';
import { answer } from '../../sdk/message.ts';
import { exists, retry, revokeAll } from './grants.ts';
import { keep, openKept, proceedKept, writeKept } from './keep.ts';
import { INTERFACE_NOTICES, Notices, tellNotices, withdrawNotice } from './notices.ts';
import { askNext } from './questions.ts';
import { Permissions } from './service.ts';
import {
	BIT_AGAIN,
	BIT_ANSWERED,
	BIT_SELF,
	BIT_STORED,
	SLOT_ARRIVED,
	SLOT_CLOCK,
	SLOT_SELF,
	SLOT_TRUSTED,
} from './slots.ts';
import { APPS, forget, hasNews, heldUntil, setNews } from './table.ts';
import { readSwitches, takeAnswers } from './user.ts';

/** First activation, also after a restart: whatever was given before is taken back, and everybody is told. */
export function init(): void {
	revokeAll();
	remove(SLOT_SELF);
	makeSignal(0, SLOT_SELF, BIT_SELF);
	for (let app: u32 = 0; app < APPS; app++) {
		forget(app);
		if (exists(app)) startOver(app);
	}
	learnTime(SLOT_CLOCK);
	openKept();
	readSwitches();
	receive(SLOT_ARRIVED);
	notify(SLOT_SELF);
}

function startOver(app: u32): void {
	inUse(SLOT_TRUSTED, app, 0, 0);
	tellApp(SLOT_TRUSTED, app, EVENT_TAKEN, 0);
}

export function notified(bits: u32): void {
	if (!isTimeKnown()) learnTime(SLOT_CLOCK);
	if ((bits & BIT_ANSWERED) !== 0) takeAnswers();
	if ((bits & BIT_AGAIN) !== 0) retry();
	if ((bits & BIT_STORED) !== 0) proceedKept();
	askNext();
	tellNews();
	tellNotices();
	writeKept();
}

/** Tells apps and the strip how what has changed stands now. */
function tellNews(): void {
	for (let app: u32 = 0; app < APPS; app++) {
		for (let capability: u32 = 1; capability < CAPABILITIES; capability++) {
			if (!hasNews(app, capability)) continue;
			setNews(app, capability, false);
			keep();
			const held = heldUntil(app, capability) !== 0;
			if (!held && capability === CAPABILITY_NOTIFY) withdrawNotice(app);
			inUse(SLOT_TRUSTED, app, capability, held ? 1 : 0);
			tellApp(SLOT_TRUSTED, app, held ? EVENT_GRANTED : EVENT_TAKEN, capability);
		}
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	const result = dispatch(badge, method, w0, w1, w2, w3, w4, w5);
	// A capability comes in only with `give`; what others send along is thrown away, and the slot is free for the next.
	remove(SLOT_ARRIVED);
	receive(SLOT_ARRIVED);
	return result;
}

/** The badge tells which interface, and who calls. */
function dispatch(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	const which = <u32>badge >> INTERFACE_SHIFT;
	const client = badge & ((1 << INTERFACE_SHIFT) - 1);
	if (which === INTERFACE_NOTICES) return dispatchNotices<Notices>(client, method, w0, w1, w2, w3, w4, w5);
	if (which !== 0) return answer(UNKNOWN_METHOD, 0);
	return service.dispatchPermissions<Permissions>(client, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
