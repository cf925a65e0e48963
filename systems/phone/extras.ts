/** What single apps have beside what all have. */

import { BADGE_SETTINGS } from '../../interfaces/trusted/answers.ts';
import type { Flow } from '../define.ts';
import { AT_COMPOSITOR, AT_CONSOLE } from './badges.ts';
import { appLabel, LABEL_CORE } from './labels.ts';
import type { Wiring } from './wiring.ts';

/** Badges of apps at the clock, behind those of servers. */
const FIRST_APP_AT_CLOCK = 8;
/** Badge of settings at the permission server (interfaces/permissions). */
const SETTINGS_AT_PERMISSIONS = 64;

/** Settings sees and decides what no other app can. */
function connectSettings(wiring: Wiring, badge: number): void {
	wiring.gate('settings', 'lifecycle', 'lifecycle', badge + 2);
	wiring.gate('settings', 'preferences', 'compositor', AT_COMPOSITOR.preferences + BADGE_SETTINGS);
	wiring.gate('settings', 'grants', 'permissions', SETTINGS_AT_PERMISSIONS);
	wiring.gate('settings', 'supervisor', 'supervisor', badge);
	wiring.map('lifecycleRoster', { component: 'settings', as: 'apps', rights: ['read'] });
	wiring.map('supervisorRoster', { component: 'settings', as: 'parts', rights: ['read'] });
}

/** The authenticator's codes are made by the cipher, and depend on the time. */
function connectAuthenticator(wiring: Wiring, badge: number): void {
	wiring.gate('authenticator', 'cipher', 'cipher', badge);
	wiring.gate('authenticator', 'clock', 'timeSensor', FIRST_APP_AT_CLOCK + badge);
}

/** The clock tells the time of day. */
function connectClock(wiring: Wiring, badge: number): void {
	wiring.gate('clock', 'time', 'timeSensor', FIRST_APP_AT_CLOCK + badge);
}

/** The log viewer reads what everybody has printed. */
function connectLog(wiring: Wiring, badge: number): void {
	wiring.gate('log', 'journal', 'console', AT_CONSOLE.journal + badge);
}

const EXTRAS: Readonly<Record<string, (wiring: Wiring, badge: number) => void>> = {
	settings: connectSettings,
	authenticator: connectAuthenticator,
	clock: connectClock,
	log: connectLog,
};

/** Gives the app that has that badge what it alone has; after all others have been added. */
export function connectExtras(wiring: Wiring, name: string, badge: number): void {
	EXTRAS[name]?.(wiring, badge);
}

/** What the policy must allow for that. */
export const EXTRA_FLOWS: readonly Flow<string>[] = ['settings', 'authenticator'].map((app) => ({
	from: appLabel(app),
	to: LABEL_CORE,
	allow: ['call'],
}));
