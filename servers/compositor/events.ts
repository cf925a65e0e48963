/**
 * What waits for each client: a ring of events. Whoever does not take its events loses movements first and then everything, and is told to begin afresh when it comes back.
 */
import * as events from '../../interfaces/display/events.ts';
import { INPUT_TOUCH_DOWN, INPUT_TOUCH_UP } from '../../interfaces/input/queue.ts';
import { BADGE_KEYBOARD, BADGE_POWERBOX } from '../../interfaces/trusted/answers.ts';
import { notify } from '../../sdk/kernel.ts';
import { APPS } from './apps.ts';
import { append, entryAt, RINGS_TRUSTED, takeEntry, takeLoss, waiting, writeEntry } from './rings.ts';
import { SLOT_APPS, SLOT_KEYBOARD, SLOT_POWERBOX } from './slots.ts';
import { milliseconds } from './timers.ts';

/** Clients: the apps, then the keyboard and the powerbox. */
export const CLIENTS: u32 = RINGS_TRUSTED;
export const CLIENT_KEYBOARD: u32 = 32;
export const CLIENT_POWERBOX: u32 = 33;

/** What `takeEvent` has taken. */
export let eventKind: u32 = 0;
export let eventFirst: u32 = 0;
export let eventSecond: u32 = 0;
export let eventTime: u32 = 0;

/** Client of a badge at the display interface; CLIENTS: there is none. */
export function clientOf(badge: u32): u32 {
	if (badge < APPS) return badge;
	if (badge === BADGE_KEYBOARD) return CLIENT_KEYBOARD;
	return badge === BADGE_POWERBOX ? CLIENT_POWERBOX : CLIENTS;
}

function signalOf(client: u32): i32 {
	if (client === CLIENT_KEYBOARD) return SLOT_KEYBOARD;
	return client === CLIENT_POWERBOX ? SLOT_POWERBOX : SLOT_APPS + <i32>client;
}

/** Puts an event into a client's ring and tells it. */
export function post(client: u32, kind: u32, first: u32, second: u32): void {
	if (!join(client, kind, first, second)) append(client, kind, first, second, milliseconds());
	notify(signalOf(client));
}

/** Tells a client of a touch (INPUT_TOUCH_*) in pixels of its own. */
export function postTouch(client: u32, kind: u32, finger: u32, x: i32, y: i32): void {
	let event = events.EVENT_TOUCH_MOVE;
	if (kind === INPUT_TOUCH_DOWN) event = events.EVENT_TOUCH_DOWN;
	else if (kind === INPUT_TOUCH_UP) event = events.EVENT_TOUCH_UP;
	post(client, event, (x & 0xffff) | (y << 16), finger);
}

/** Whether an event that waits says it already, or can say it as well. */
function join(client: u32, kind: u32, first: u32, second: u32): bool {
	const count = waiting(client);
	if (count === 0) return false;
	if (kind === events.EVENT_TOUCH_MOVE) {
		const last = entryAt(client, count - 1);
		if (load<u32>(last) !== kind || load<u32>(last, 8) !== second) return false;
		writeEntry(last, kind, first, second, milliseconds());
		return true;
	}
	if (kind !== events.EVENT_LOOK && kind !== events.EVENT_EXPOSE) return false;
	for (let index: u32 = 0; index < count; index++) {
		const place = entryAt(client, index);
		if (load<u32>(place) !== kind) continue;
		store<u32>(place, load<u32>(place, 4) | first, 4);
		return true;
	}
	return false;
}

/** Takes the oldest event into `eventKind` and the others. */
export function takeEvent(client: u32): void {
	const entry = takeEntry(client);
	if (entry === 0) {
		takeNothing(client);
		return;
	}
	eventKind = load<u32>(entry);
	eventFirst = load<u32>(entry, 4);
	eventSecond = load<u32>(entry, 8);
	eventTime = load<u32>(entry, 12);
}

/** Nothing waits; when something was lost, the client begins afresh. */
function takeNothing(client: u32): void {
	eventKind = events.EVENT_NONE;
	eventFirst = 0;
	eventSecond = 0;
	eventTime = milliseconds();
	if (!takeLoss(client)) return;
	eventKind = events.EVENT_TOUCH_CANCEL;
	append(client, events.EVENT_LOOK, 0, 0, milliseconds());
	append(client, events.EVENT_EXPOSE, 3, 0, milliseconds());
}
