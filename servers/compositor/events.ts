/**
 * What waits for each client: a ring of events. Whoever does not take its events loses movements first and then everything, and is told to begin afresh when it comes back.
 */
import * as events from '../../interfaces/display/events.ts';
import { BADGE_KEYBOARD, BADGE_POWERBOX } from '../../interfaces/trusted/answers.ts';
import { notify } from '../../sdk/kernel.ts';
import { APPS } from './apps.ts';
import { SLOT_APPS, SLOT_KEYBOARD, SLOT_POWERBOX } from './slots.ts';
import { milliseconds } from './timers.ts';

/** Clients: the apps, then the keyboard and the powerbox. */
export const CLIENTS: u32 = 34;
export const CLIENT_KEYBOARD: u32 = 32;
export const CLIENT_POWERBOX: u32 = 33;

const ENTRIES: u32 = 32;
const ENTRY_BYTES: u32 = 16;
const RINGS: u32 = memory.data(34 * 32 * 16, 8) as u32;
/** u8 each, a client: place of the oldest event, how many there are, and whether some were lost. */
const FIRST: u32 = memory.data(34) as u32;
const COUNT: u32 = memory.data(34) as u32;
const LOST: u32 = memory.data(34) as u32;

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

function entry(client: u32, index: u32): u32 {
	const place = (<u32>load<u8>(FIRST + client) + index) % ENTRIES;
	return RINGS + ENTRY_BYTES * (ENTRIES * client + place);
}

/** Forgets everything that waits: the client has been started anew, or closed. */
export function clearEvents(client: u32): void {
	store<u8>(COUNT + client, 0);
	store<u8>(LOST + client, 0);
}

/** Puts an event into a client's ring and tells it. */
export function post(client: u32, kind: u32, first: u32, second: u32): void {
	if (!join(client, kind, first, second)) append(client, kind, first, second);
	notify(signalOf(client));
}

/** Whether an event that waits says it already, or can say it as well. */
function join(client: u32, kind: u32, first: u32, second: u32): bool {
	const count: u32 = load<u8>(COUNT + client);
	if (count === 0) return false;
	if (kind === events.EVENT_TOUCH_MOVE) {
		const last = entry(client, count - 1);
		if (load<u32>(last) !== kind || load<u32>(last, 8) !== second) return false;
		write(last, kind, first, second);
		return true;
	}
	if (kind !== events.EVENT_LOOK && kind !== events.EVENT_EXPOSE) return false;
	for (let index: u32 = 0; index < count; index++) {
		const place = entry(client, index);
		if (load<u32>(place) !== kind) continue;
		store<u32>(place, load<u32>(place, 4) | first, 4);
		return true;
	}
	return false;
}

function append(client: u32, kind: u32, first: u32, second: u32): void {
	const count: u32 = load<u8>(COUNT + client);
	if (count === ENTRIES) {
		store<u8>(LOST + client, 1);
		return;
	}
	write(entry(client, count), kind, first, second);
	store<u8>(COUNT + client, <u8>(count + 1));
}

function write(place: u32, kind: u32, first: u32, second: u32): void {
	store<u32>(place, kind);
	store<u32>(place, first, 4);
	store<u32>(place, second, 8);
	store<u32>(place, milliseconds(), 12);
}

/** Takes the oldest event into `eventKind` and the others. */
export function takeEvent(client: u32): void {
	const count: u32 = load<u8>(COUNT + client);
	if (count === 0) {
		takeNothing(client);
		return;
	}
	const place = entry(client, 0);
	eventKind = load<u32>(place);
	eventFirst = load<u32>(place, 4);
	eventSecond = load<u32>(place, 8);
	eventTime = load<u32>(place, 12);
	store<u8>(FIRST + client, <u8>((<u32>load<u8>(FIRST + client) + 1) % ENTRIES));
	store<u8>(COUNT + client, <u8>(count - 1));
}

/** Nothing waits; when something was lost, the client begins afresh. */
function takeNothing(client: u32): void {
	eventKind = events.EVENT_NONE;
	eventFirst = 0;
	eventSecond = 0;
	eventTime = milliseconds();
	if (load<u8>(LOST + client) === 0) return;
	store<u8>(LOST + client, 0);
	eventKind = events.EVENT_TOUCH_CANCEL;
	append(client, events.EVENT_LOOK, 0, 0);
	append(client, events.EVENT_EXPOSE, 3, 0);
}
