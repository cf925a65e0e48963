/**
 * Questions to the user: who asks for what, and why. At most one of an app is on the screen, and at most PROMPTS an hour; those that come
 * too often, or while the app is not in front, wait among the events until the user opens them.
 */
import { CAPABILITIES } from '../../interfaces/permissions/capabilities.ts';
import { ask, postpone } from '../../interfaces/trusted/again.ts';
import { GONE } from '../../interfaces/trusted/client.ts';
import { SUCCESS } from '../../sdk/interface.ts';
import { dangerousWith } from './dangers.ts';
import { milliseconds } from './history.ts';
import { SLOT_TRUSTED } from './slots.ts';
import { APPS } from './table.ts';

/** Prompts of an app in HOUR milliseconds. */
const PROMPTS: u32 = 3;
const HOUR: u64 = 3_600_000;
/** Bytes of a reason. */
const REASON_BYTES: u32 = 96;

// State of a question.
const NONE: u32 = 0;
/** It will be asked as soon as the app's question before it is answered. */
const QUEUED: u32 = 1;
const SHOWN: u32 = 2;
const POSTPONED: u32 = 3;
/** It is to be postponed as soon as this server has time of its own. */
const PUT_OFF: u32 = 4;

/** u8 state, u8 bytes of the reason, u8 1 = the user opened it himself, u8 unused, u32 order, then the reason. */
const QUESTION_BYTES: u32 = 104;
const QUESTIONS: u32 = memory.data(29952, 8) as u32;
const LENGTH: u32 = 1;
const OPENED: u32 = 2;
const ORDER: u32 = 4;
const REASON: u32 = 8;
/** When each app's last PROMPTS prompts were shown, milliseconds since boot plus one; 0: never. */
const TIMES: u32 = memory.data(768, 8) as u32;
let order: u32 = 0;

function question(app: u32, capability: u32): u32 {
	return QUESTIONS + (app * CAPABILITIES + capability) * QUESTION_BYTES;
}

function stateOf(app: u32, capability: u32): u32 {
	return load<u8>(question(app, capability));
}

function setState(app: u32, capability: u32, state: u32): void {
	store<u8>(question(app, capability), <u8>state);
}

/** Whether it has been asked already and is not answered. */
export function isAsked(app: u32, capability: u32): bool {
	const state = stateOf(app, capability);
	return state === QUEUED || state === SHOWN;
}

/** Whether it is on the screen. */
export function isShown(app: u32, capability: u32): bool {
	return stateOf(app, capability) === SHOWN;
}

/** Where the reason of a question has to be put, REASON_BYTES at most; `queue` or `putOff` follow. */
export function reasonOf(app: u32, capability: u32): u32 {
	return question(app, capability) + REASON;
}

/** Asks as soon as it can be. */
export function queue(app: u32, capability: u32, length: u32): void {
	store<u8>(question(app, capability) + LENGTH, <u8>min(length, REASON_BYTES));
	store<u8>(question(app, capability) + OPENED, 0);
	putLast(app, capability);
}

function putLast(app: u32, capability: u32): void {
	order++;
	store<u32>(question(app, capability) + ORDER, order);
	setState(app, capability, QUEUED);
}

/** The user has opened a question that waited: it is asked whatever the budget says. */
export function openPostponed(app: u32, capability: u32): void {
	if (stateOf(app, capability) !== POSTPONED) return;
	postpone(SLOT_TRUSTED, app, capability, 0);
	store<u8>(question(app, capability) + OPENED, 1);
	putLast(app, capability);
}

/** Whether the app has had its prompts of this hour, those that wait for their turn counted. */
export function isSpent(app: u32): bool {
	const time = milliseconds() + 1;
	let recent: u32 = 0;
	for (let index: u32 = 0; index < PROMPTS; index++) {
		const shown = load<u64>(TIMES + (app * PROMPTS + index) * 8);
		if (shown !== 0 && shown + HOUR > time) recent++;
	}
	for (let capability: u32 = 1; capability < CAPABILITIES; capability++) {
		if (stateOf(app, capability) === QUEUED) recent++;
	}
	return recent >= PROMPTS;
}

/** Counts a prompt, in place of the oldest. */
function countPrompt(app: u32): void {
	let oldest = TIMES + app * PROMPTS * 8;
	for (let index: u32 = 1; index < PROMPTS; index++) {
		const place = TIMES + (app * PROMPTS + index) * 8;
		if (load<u64>(place) < load<u64>(oldest)) oldest = place;
	}
	store<u64>(oldest, milliseconds() + 1);
}

/** Keeps a question for later: `askNext` puts it among the events, not on the app's time. */
export function putOff(app: u32, capability: u32, length: u32): void {
	store<u8>(question(app, capability) + LENGTH, <u8>min(length, REASON_BYTES));
	setState(app, capability, PUT_OFF);
}

/** The question is answered, or nobody waits for the answer any more. */
export function settle(app: u32, capability: u32): void {
	if (stateOf(app, capability) === POSTPONED) postpone(SLOT_TRUSTED, app, capability, 0);
	setState(app, capability, NONE);
}

/** All of an app's questions are void: it was closed. */
export function settleAll(app: u32): void {
	for (let capability: u32 = 1; capability < CAPABILITIES; capability++) {
		if (stateOf(app, capability) !== NONE) settle(app, capability);
	}
}

/** The compositor has forgotten the app's questions: they are put again, and count for nothing more. */
export function askAgain(app: u32): void {
	for (let capability: u32 = 1; capability < CAPABILITIES; capability++) {
		const state = stateOf(app, capability);
		if (state === POSTPONED) setState(app, capability, PUT_OFF);
		if (state !== SHOWN) continue;
		store<u8>(question(app, capability) + OPENED, 1);
		setState(app, capability, QUEUED);
	}
}

/** Puts on the screen what can be: of each app the oldest question, unless one is there already. */
export function askNext(): void {
	for (let app: u32 = 0; app < APPS; app++) {
		postponeAll(app);
		const capability = oldestOf(app);
		if (capability !== 0) show(app, capability);
	}
}

/** The app's capability to be asked for next; 0: none, or one is on the screen. */
function oldestOf(app: u32): u32 {
	let oldest: u32 = 0;
	for (let capability: u32 = 1; capability < CAPABILITIES; capability++) {
		const state = stateOf(app, capability);
		if (state === SHOWN) return 0;
		if (state !== QUEUED) continue;
		if (oldest === 0 || orderOf(app, capability) < orderOf(app, oldest)) oldest = capability;
	}
	return oldest;
}

function orderOf(app: u32, capability: u32): u32 {
	return load<u32>(question(app, capability) + ORDER);
}

/** Puts among the events what was put off. */
function postponeAll(app: u32): void {
	for (let capability: u32 = 1; capability < CAPABILITIES; capability++) {
		if (stateOf(app, capability) === PUT_OFF) putAmongEvents(app, capability);
	}
}

function putAmongEvents(app: u32, capability: u32): void {
	setState(app, capability, POSTPONED);
	postpone(SLOT_TRUSTED, app, capability, 1);
}

function show(app: u32, capability: u32): void {
	const place = question(app, capability);
	const length: u32 = load<u8>(place + LENGTH);
	const status = ask(SLOT_TRUSTED, place + REASON, length, app, capability, dangerousWith(app, capability));
	if (status === SUCCESS) {
		if (load<u8>(place + OPENED) === 0) countPrompt(app);
		setState(app, capability, SHOWN);
	} else if (status === GONE) {
		putAmongEvents(app, capability);
	}
}
