/** What is known of each capability of each app: the user's choice, what is held now, how often and when it was given last. */
import {
	CAPABILITIES,
	CAPABILITY_BATTERY,
	GRANT_ALWAYS,
	GRANT_ASK,
	GRANT_NEVER,
} from '../../interfaces/permissions/capabilities.ts';
import { PLAUSIBLE } from '../../interfaces/sensors/daytime.ts';

/** Badges of apps: 0..31. */
export const APPS: u32 = 32;
/** Bytes of an entry: u8 choice, u8 held (GRANT_*, 0: not), u8 news, u8 unused, u32 uses, u64 last. */
const ENTRY_BYTES: u32 = 16;
/** The bytes of all entries. */
export const TABLE_BYTES: u32 = 4608;
/** Where they are: kept in the volume as they stand (keep.ts). */
export const TABLE: u32 = memory.data(4608, 8) as u32;
const HELD: u32 = 1;
const NEWS: u32 = 2;
const USES: u32 = 4;
const LAST: u32 = 8;

function entry(app: u32, capability: u32): u32 {
	return TABLE + (app * CAPABILITIES + capability) * ENTRY_BYTES;
}

/** The choice when the user has not chosen: GRANT_ASK, but for what is harmless. */
function initialChoice(capability: u32): u32 {
	return capability === CAPABILITY_BATTERY ? GRANT_ALWAYS : GRANT_ASK;
}

/** Nothing is known of an app. */
export function forget(app: u32): void {
	memory.fill(entry(app, 0), 0, CAPABILITIES * ENTRY_BYTES);
	for (let capability: u32 = 0; capability < CAPABILITIES; capability++) {
		setChoice(app, capability, initialChoice(capability));
	}
}

/** GRANT_ASK, GRANT_NEVER or GRANT_ALWAYS. */
export function choiceOf(app: u32, capability: u32): u32 {
	return load<u8>(entry(app, capability));
}

export function setChoice(app: u32, capability: u32, choice: u32): void {
	store<u8>(entry(app, capability), <u8>choice);
}

/** Until when it is held: GRANT_ONCE, GRANT_OPEN, GRANT_ALWAYS; 0: it is not held. */
export function heldUntil(app: u32, capability: u32): u32 {
	return load<u8>(entry(app, capability) + HELD);
}

export function setHeld(app: u32, capability: u32, until: u32): void {
	store<u8>(entry(app, capability) + HELD, <u8>until);
}

/** Whether the app and the strip have yet to be told of a change. */
export function hasNews(app: u32, capability: u32): bool {
	return load<u8>(entry(app, capability) + NEWS) !== 0;
}

export function setNews(app: u32, capability: u32, news: bool): void {
	store<u8>(entry(app, capability) + NEWS, <u8>news);
}

/** How often it was given. */
export function usesOf(app: u32, capability: u32): u32 {
	return load<u32>(entry(app, capability) + USES);
}

/** When it was given last, milliseconds since 1970 (since boot where there is no clock); 0: never. */
export function lastOf(app: u32, capability: u32): u64 {
	return load<u64>(entry(app, capability) + LAST);
}

/** Counts a use at `time`, milliseconds. */
export function countUse(app: u32, capability: u32, time: u64): void {
	const place = entry(app, capability);
	store<u32>(place + USES, load<u32>(place + USES) + 1);
	store<u64>(place + LAST, time);
}

/** Takes choices and uses from `table`, as it was kept: what was chosen since counts more, what is held is not kept, and what is no choice is passed over. */
export function addKept(table: u32): void {
	for (let app: u32 = 0; app < APPS; app++) {
		for (let capability: u32 = 0; capability < CAPABILITIES; capability++) {
			const kept = table + (app * CAPABILITIES + capability) * ENTRY_BYTES;
			const choice: u32 = load<u8>(kept);
			const unchosen = choiceOf(app, capability) === initialChoice(capability);
			if (unchosen && (choice === GRANT_NEVER || choice === GRANT_ALWAYS || choice === GRANT_ASK)) {
				setChoice(app, capability, choice);
			}
			store<u32>(entry(app, capability) + USES, usesOf(app, capability) + load<u32>(kept + USES));
			// A time that counts from an earlier boot says nothing.
			const last = load<u64>(kept + LAST);
			if (last >= PLAUSIBLE && lastOf(app, capability) === 0) store<u64>(entry(app, capability) + LAST, last);
		}
	}
}
