/** The phone's apps: each listed once, each connected in the same way (docs/reference/06-phone.md). */

import authenticator from '../../apps/authenticator/manifest.ts';
import calculator from '../../apps/calculator/manifest.ts';
import camera from '../../apps/camera/manifest.ts';
import clock from '../../apps/clock/manifest.ts';
import files from '../../apps/files/manifest.ts';
import impostor from '../../apps/impostor/manifest.ts';
import log from '../../apps/log/manifest.ts';
import notes from '../../apps/notes/manifest.ts';
import overlay from '../../apps/overlay/manifest.ts';
import settings from '../../apps/settings/manifest.ts';
import thief from '../../apps/thief/manifest.ts';
import type { Manifest } from '../../sdk/define.ts';
import { BACK_BUDGET, BACK_PERIOD, FRONT_BUDGET, FRONT_PERIOD } from '../../servers/lifecycle/apps.ts';
import { kibibytes, mebibytes } from '../define.ts';
import { AT_COMPOSITOR } from './badges.ts';
import { appLabel } from './labels.ts';
import { connectVolume } from './servers.ts';
import type { Wiring } from './wiring.ts';

/** One app. */
export interface App {
	/** Name in the roster; 'fakePrompt' is shown as "Fake prompt". */
	readonly name: string;
	/** Its number everywhere: badge, owner mark, slot of its process. Never given to another app. */
	readonly badge: number;
	readonly folder: string;
	readonly manifest: Manifest;
	/** Bytes of its volume, where QUOTA is not enough. */
	readonly quota?: number;
}

export const APPS: readonly App[] = [
	{ name: 'settings', badge: 0, folder: 'apps/settings', manifest: settings },
	{ name: 'notes', badge: 1, folder: 'apps/notes', manifest: notes },
	{ name: 'camera', badge: 2, folder: 'apps/camera', manifest: camera, quota: mebibytes(16) },
	{ name: 'files', badge: 3, folder: 'apps/files', manifest: files, quota: mebibytes(4) },
	{ name: 'clock', badge: 4, folder: 'apps/clock', manifest: clock },
	{ name: 'authenticator', badge: 5, folder: 'apps/authenticator', manifest: authenticator },
	{ name: 'log', badge: 6, folder: 'apps/log', manifest: log },
	{ name: 'calculator', badge: 7, folder: 'apps/calculator', manifest: calculator },
	{ name: 'thief', badge: 12, folder: 'apps/thief', manifest: thief },
	{ name: 'overlay', badge: 13, folder: 'apps/overlay', manifest: overlay },
	{ name: 'impostor', badge: 14, folder: 'apps/impostor', manifest: impostor },
];

/** Bit of an app that says that an event waits. */
const BIT_EVENT = 0;
/** Bit of an app that says that what was pending at the store is there. */
const BIT_STORE = 1;
/** Bytes of an app's volume. */
const QUOTA = mebibytes(2);
const PRIORITY = 100;
/** Slots of an app's table: 1..15 fixed, 16..24 given while it runs, 32.. files. */
const SLOTS = 48;
/** Exhausted budgets before an activation is at fault; one that is made of many small refills exhausts many. */
const PATIENCE = 10;
const CPU_WHOLE = 65_536;
/** An app's memory, its tables and, where the machine has it, native data and stack, beside `memoryPages`. */
const OVERHEAD = kibibytes(256);

const share = (budget: number, period: number): number => Math.ceil((budget * CPU_WHOLE) / period);

/** Memory of an app's account. */
function memoryOf({ manifest }: App): number {
	return kibibytes(64) * (manifest.memoryPages ?? 1) + OVERHEAD;
}

/** All apps share an account, so that the kernel itself sees to it that only one has the share of the front. */
function addAccount(wiring: Wiring): void {
	const others = (APPS.length - 1) * share(BACK_BUDGET, BACK_PERIOD);
	wiring.account('apps', {
		memory: APPS.reduce((sum, app) => sum + memoryOf(app), 0),
		slots: APPS.length * SLOTS,
		cpu: others + share(FRONT_BUDGET, FRONT_PERIOD),
		ceiling: PRIORITY,
	});
}

function addApp(wiring: Wiring, { name, badge, folder, manifest, quota = QUOTA }: App): void {
	wiring.component(name, {
		folder,
		manifest,
		priority: PRIORITY,
		budget: BACK_BUDGET,
		period: BACK_PERIOD,
		patience: PATIENCE,
		slots: SLOTS,
		account: 'apps',
		label: appLabel(name),
		faultHandler: { component: 'lifecycle', badge },
		start: false,
	});
	wiring.process('lifecycle', `app${badge}`, name, ['configure', 'start', 'stop']);
	wiring.process('permissions', `app${badge}`, name, ['configure']);
	wiring.gate(name, 'display', 'compositor', AT_COMPOSITOR.display + badge);
	wiring.signal('compositor', `app${badge}`, name, BIT_EVENT);
	wiring.gate(name, 'permissions', 'permissions', badge);
	wiring.gate(name, 'secrets', 'keyboard', badge);
	wiring.gate(name, 'clipboard', 'clipboard', badge);
	connectVolume(wiring, { client: name, badge, bit: BIT_STORE, quota });
}

export function addApps(wiring: Wiring): void {
	if (APPS.length === 0) return;
	addAccount(wiring);
	for (const app of APPS) addApp(wiring, app);
}
