/** What the compositor has told last (interfaces/pages/state.ts). */
import { state } from '../../interfaces/pages/client.ts';
import * as form from '../../interfaces/pages/state.ts';
import { SLOT_PAGES } from './slots.ts';

const STATE: u32 = memory.data(256, 4) as u32;
/** Nobody. */
export const NOBODY: i32 = -1;
export const APPS: u32 = 32;

/** Asks for it. False: the compositor does not answer now. */
export function readState(): bool {
	return state(SLOT_PAGES, STATE, form.STATE_BYTES) === 0;
}

function byteAt(offset: u32): u32 {
	return load<u8>(STATE + offset);
}

/** The app in front; NOBODY: home is. */
export function front(): i32 {
	const app = byteAt(form.STATE_FRONT);
	return app === form.STATE_NOBODY ? NOBODY : app;
}

export function openCount(): u32 {
	return byteAt(form.STATE_COUNT);
}

/** The open app at `place`, in the order of covers. */
export function openAt(place: u32): u32 {
	return byteAt(form.STATE_ORDER + place);
}

/** The page that lies over home and the window. */
export function pageShown(): u32 {
	return byteAt(form.STATE_PAGE);
}

export function choice(which: u32): u32 {
	return load<u32>(STATE + form.STATE_CHOICES + 4 * which);
}

export function isSwitchedOff(capability: u32): bool {
	return ((load<u32>(STATE, form.STATE_SWITCHES) >> capability) & 1) !== 0;
}

export function newsCount(): u32 {
	return byteAt(form.STATE_NEWS_COUNT);
}

export function newsKind(index: u32): u32 {
	return byteAt(form.STATE_NEWS + 4 * index);
}

export function newsApp(index: u32): u32 {
	return byteAt(form.STATE_NEWS + 4 * index + 1);
}

export function newsCapability(index: u32): u32 {
	return byteAt(form.STATE_NEWS + 4 * index + 2);
}

function appFlags(app: u32): u32 {
	return byteAt(form.STATE_APPS + form.STATE_APP_BYTES * app + form.STATE_APP_FLAGS);
}

export function isOpen(app: u32): bool {
	return (appFlags(app) & form.APP_IS_OPEN) !== 0;
}

export function hasFailed(app: u32): bool {
	return (appFlags(app) & form.APP_HAS_FAILED) !== 0;
}

/** Icon of its cover's first (0) or second (1) action; 0: it has none. */
export function coverAction(app: u32, index: u32): u32 {
	return byteAt(form.STATE_APPS + form.STATE_APP_BYTES * app + form.STATE_APP_ACTIONS + index);
}
