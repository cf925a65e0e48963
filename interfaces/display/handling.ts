/** Takes the events of the compositor and hands each to whom it concerns. */

import { notify } from '../../sdk/kernel.ts';
import { App } from '../../sdk/ui/app.ts';
import { fieldKey, fieldText, followCaret } from '../../sdk/ui/field.ts';
import { act, fingerCancel, fingerDown, fingerMove, fingerUp } from '../../sdk/ui/gestures.ts';
import { takeRemorse } from '../../sdk/ui/remorse.ts';
import { TOUCH_PRESS } from '../../sdk/ui/touch.ts';
import * as display from './client.ts';
import { applyLook, exposeCover, exposeWindow, visible } from './drawing.ts';
import * as events from './events.ts';
import { clearGiven, giveUp } from './given.ts';
import { isTooLate } from './late.ts';
import { VISIBLE_WINDOW } from './look.ts';
import { NODE_ACTION_SHOW } from './nodes.ts';
import { SLOT_DISPLAY, SLOT_DRAW } from './slots.ts';

/** Events that one activation takes. */
const EVENTS: i32 = 32;
/** The look has changed, and could not be asked for. */
let lookWaits: bool = false;

/** Asks how to draw for the first time. */
export function lookFirst(): void {
	lookWaits = isTooLate(applyLook());
}

/** Takes the events that wait; whether there were any. */
export function handleEvents<A extends App>(): bool {
	if (lookWaits) changeLook<A>();
	for (let taken: i32 = 0; taken < EVENTS; taken++) {
		const status = display.event(SLOT_DISPLAY);
		if (isTooLate(status)) notify(SLOT_DRAW);
		if (status !== 0) return taken > 0;
		const kind = display.eventKind();
		if (kind === events.EVENT_NONE) return taken > 0;
		const first = display.eventFirst();
		const second = display.eventSecond();
		if (kind <= events.EVENT_TOUCH_CANCEL) touch<A>(kind, first, second, display.eventMilliseconds());
		else if (kind <= events.EVENT_KEY) type<A>(kind, first);
		else handle<A>(kind, first, second);
	}
	// More may wait.
	notify(SLOT_DRAW);
	return true;
}

/** Fingers beside the first one mean nothing. */
function touch<A extends App>(kind: u32, place: u32, finger: u32, milliseconds: u32): void {
	if (kind === events.EVENT_TOUCH_CANCEL) {
		fingerCancel();
		return;
	}
	if (finger !== 0) return;
	const x = <i32>(<i16>place);
	const y = <i32>(<i16>(place >> 16));
	if (kind === events.EVENT_TOUCH_DOWN) fingerDown<A>(x, y, milliseconds);
	else if (kind === events.EVENT_TOUCH_MOVE) fingerMove<A>(x, y, milliseconds);
	else fingerUp<A>(x, y, milliseconds);
}

function type<A extends App>(kind: u32, value: u32): void {
	const app = changetype<A>(0);
	if (kind === events.EVENT_TEXT) fieldText(value);
	else if (fieldKey(value)) {
		app.entered();
		return;
	}
	app.typed();
}

function handle<A extends App>(kind: u32, first: u32, second: u32): void {
	const app = changetype<A>(0);
	if (kind === events.EVENT_LOOK || kind === events.EVENT_KEYBOARD) changeLook<A>();
	else if (kind === events.EVENT_EXPOSE) expose(first);
	else if (kind === events.EVENT_COVER_ACTION) app.coverAction(first);
	else if (kind === events.EVENT_ACTIVATE && second <= NODE_ACTION_SHOW) act<A>(TOUCH_PRESS + second, first);
	else if (kind === events.EVENT_GRANTED) app.granted(first);
	else if (kind === events.EVENT_TAKEN) taken<A>(first);
	else if (kind === events.EVENT_RELEASED) exposeWindow();
	else if (kind === events.EVENT_SECRET) app.secret(first);
}

/** The slot is made empty, because nothing new can be put where a dead capability lies. Capability 0 stands for all. */
function taken<A extends App>(capability: u32): void {
	if (capability === 0) clearGiven();
	else giveUp(capability);
	changetype<A>(0).taken(capability);
}

function expose(surfaces: u32): void {
	if ((surfaces & 1) !== 0) exposeWindow();
	if ((surfaces & 2) !== 0) exposeCover();
}

/** What waits to be carried out does not wait until the user comes back. */
function changeLook<A extends App>(): void {
	const before = visible;
	const status = applyLook();
	lookWaits = isTooLate(status);
	if (lookWaits) notify(SLOT_DRAW);
	followCaret();
	if (visible === before) return;
	const app = changetype<A>(0);
	if (visible !== VISIBLE_WINDOW) {
		fingerCancel();
		const action = takeRemorse();
		if (action !== 0) app.carryOut(action);
	}
	app.shown(visible === VISIBLE_WINDOW);
}
