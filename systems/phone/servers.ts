/** The phone's servers, from the console downwards. */

import { FIRST_WATCHER } from '../../interfaces/lifecycle/states.ts';
import {
	BADGE_CLIPBOARD,
	BADGE_KEYBOARD,
	BADGE_PERMISSIONS,
	BADGE_POWERBOX,
	BADGE_SHELL,
} from '../../interfaces/trusted/answers.ts';
import cipher from '../../servers/cipher/manifest.ts';
import clipboard from '../../servers/clipboard/manifest.ts';
import compositor from '../../servers/compositor/manifest.ts';
import fineCompositor from '../../servers/compositor-2x/manifest.ts';
import consoleManifest from '../../servers/console/manifest.ts';
import keyboard from '../../servers/keyboard/manifest.ts';
import lifecycle from '../../servers/lifecycle/manifest.ts';
import permissions from '../../servers/permissions/manifest.ts';
import { FIRST_GRANT_ROW, GRANT_ROWS } from '../../servers/permissions/rows.ts';
import powerbox from '../../servers/powerbox/manifest.ts';
import shell from '../../servers/shell/manifest.ts';
import store from '../../servers/store/manifest.ts';
import { kibibytes, mebibytes, microseconds, milliseconds, percent } from '../define.ts';
import { AT_COMPOSITOR } from './badges.ts';
import { LABEL_CORE, LABEL_SERVER } from './labels.ts';
import { supervised } from './supervision.ts';
import type { Wiring } from './wiring.ts';

/** Everybody prints, so the console comes first. */
export function addConsole(wiring: Wiring): void {
	wiring.component('console', {
		folder: 'servers/console',
		manifest: consoleManifest,
		priority: 240,
		budget: microseconds(500),
		period: milliseconds(500),
		worstCase: microseconds(150),
		label: LABEL_SERVER,
		...supervised('console'),
	});
	wiring.control('console', 'log', ['log']);
	wiring.roster('console');
}

/** Cryptography: whoever calls it lends what it is to work on. */
export function addCipher(wiring: Wiring): void {
	wiring.component('cipher', {
		folder: 'servers/cipher',
		manifest: cipher,
		priority: 222,
		budget: microseconds(500),
		period: milliseconds(500),
		worstCase: microseconds(1700),
		label: LABEL_CORE,
		...supervised('cipher'),
	});
}

/** Files. Its calls only copy; it encrypts and decrypts in activations of its own. */
export function addStore(wiring: Wiring): void {
	wiring.component('store', {
		folder: 'servers/store',
		manifest: store,
		priority: 215,
		budget: milliseconds(10),
		period: milliseconds(250),
		worstCase: milliseconds(1),
		slots: 72,
		label: LABEL_SERVER,
		...supervised('store'),
	});
	wiring.roster('store');
	wiring.gate('store', 'cipher', 'cipher', 0, { apart: true });
	wiring.gate('store', 'entropy', 'rng', 1, { apart: true });
}

/** A volume of its own for a client, which the store wakes with a bit. */
export function connectVolume(wiring: Wiring, { client, badge, bit, quota }: Volume): void {
	wiring.gate(client, 'files', 'store', badge, { quota, apart: true });
	wiring.signal('store', `client${badge}`, client, bit);
}

/** Who has a volume, and under which badge at the store. */
export interface Volume {
	readonly client: string;
	readonly badge: number;
	readonly bit: number;
	/** Bytes that it may fill. */
	readonly quota: number;
}

/** Opens and closes apps for the compositor. */
export function addLifecycle(wiring: Wiring): void {
	wiring.component('lifecycle', {
		folder: 'servers/lifecycle',
		manifest: lifecycle,
		priority: 210,
		budget: milliseconds(2),
		period: milliseconds(200),
		worstCase: milliseconds(1),
		label: LABEL_SERVER,
		...supervised('lifecycle'),
	});
	wiring.roster('lifecycle');
	wiring.signal('lifecycle', 'screen', 'compositor', 3);
}

/** The screen's owner. A frame of a swipe takes 3 million instructions at most; the long period lets it draw everything anew without a pause. */
export function addCompositor(wiring: Wiring, scale: 1 | 2): void {
	wiring.component('compositor', {
		folder: scale === 1 ? 'servers/compositor' : 'servers/compositor-2x',
		manifest: scale === 1 ? compositor : fineCompositor,
		priority: 205,
		budget: milliseconds(30),
		period: milliseconds(100),
		worstCase: microseconds(800),
		slots: 72,
		label: LABEL_SERVER,
		...supervised('compositor'),
	});
	wiring.roster('compositor');
	wiring.region('session', {
		size: kibibytes(64),
		label: LABEL_SERVER,
		maps: [{ component: 'compositor', as: 'session', rights: ['read', 'write'] }],
	});
	wiring.gate('compositor', 'lifecycle', 'lifecycle', 1, { apart: true });
	connectVolume(wiring, { client: 'compositor', badge: 29, bit: 4, quota: kibibytes(256) });
}

/** What home and the other pages of the system look like. Nothing waits for it. */
export function addShell(wiring: Wiring): void {
	wiring.component('shell', {
		folder: 'servers/shell',
		manifest: shell,
		priority: 203,
		budget: milliseconds(2),
		period: milliseconds(100),
		label: LABEL_SERVER,
		...supervised('shell'),
	});
	wiring.map('compositorRoster', { component: 'shell', as: 'roster', rights: ['read'] });
	wiring.gate('shell', 'pages', 'compositor', AT_COMPOSITOR.pages + BADGE_SHELL);
	wiring.gate('shell', 'lifecycle', 'lifecycle', FIRST_WATCHER);
	wiring.signal('compositor', 'shell', 'shell', 0);
}

/** The only one that hears what is typed. */
export function addKeyboard(wiring: Wiring): void {
	wiring.component('keyboard', {
		folder: 'servers/keyboard',
		manifest: keyboard,
		priority: 200,
		budget: milliseconds(8),
		period: milliseconds(200),
		worstCase: microseconds(200),
		label: LABEL_SERVER,
		...supervised('keyboard'),
	});
	wiring.gate('keyboard', 'display', 'compositor', AT_COMPOSITOR.display + BADGE_KEYBOARD, { apart: true });
	wiring.gate('keyboard', 'trusted', 'compositor', AT_COMPOSITOR.trusted + BADGE_KEYBOARD, { apart: true });
	wiring.signal('compositor', 'keyboard', 'keyboard', 0);
}

/** What was copied, until it is pasted. */
export function addClipboard(wiring: Wiring): void {
	wiring.component('clipboard', {
		folder: 'servers/clipboard',
		manifest: clipboard,
		priority: 195,
		budget: milliseconds(1),
		period: milliseconds(500),
		worstCase: microseconds(1000),
		label: LABEL_SERVER,
		...supervised('clipboard'),
	});
	wiring.gate('clipboard', 'trusted', 'compositor', AT_COMPOSITOR.trusted + BADGE_CLIPBOARD);
}

/** The permission server lives on an account of its own, whose rows its grants are. */
export function addPermissions(wiring: Wiring): void {
	wiring.account('permissions', {
		memory: kibibytes(512),
		slots: 72,
		cpu: percent(1.1),
		ceiling: 190,
		rows: { grants: Array.from({ length: GRANT_ROWS }, (_, index) => FIRST_GRANT_ROW + index) },
	});
	wiring.component('permissions', {
		folder: 'servers/permissions',
		manifest: permissions,
		priority: 190,
		budget: milliseconds(2),
		period: milliseconds(200),
		worstCase: microseconds(1400),
		slots: 72,
		account: 'permissions',
		label: LABEL_SERVER,
		...supervised('permissions'),
	});
	wiring.gate('permissions', 'trusted', 'compositor', AT_COMPOSITOR.trusted + BADGE_PERMISSIONS);
	wiring.gate('permissions', 'clipboard', 'clipboard', BADGE_PERMISSIONS);
	wiring.signal('compositor', 'permissions', 'permissions', 0);
	connectVolume(wiring, { client: 'permissions', badge: 30, bit: 1, quota: kibibytes(256) });
	wiring.grant({ to: { component: 'permissions', as: 'account' }, account: 'permissions', rights: ['spend'] });
}

/** Picks files with the user, and gives each to one app. */
export function addPowerbox(wiring: Wiring): void {
	wiring.component('powerbox', {
		folder: 'servers/powerbox',
		manifest: powerbox,
		priority: 185,
		budget: milliseconds(12),
		period: milliseconds(300),
		slots: 72,
		label: LABEL_SERVER,
		...supervised('powerbox'),
	});
	wiring.gate('powerbox', 'display', 'compositor', AT_COMPOSITOR.display + BADGE_POWERBOX);
	wiring.gate('powerbox', 'trusted', 'compositor', AT_COMPOSITOR.trusted + BADGE_POWERBOX);
	wiring.gate('powerbox', 'permissions', 'permissions', BADGE_POWERBOX);
	wiring.signal('compositor', 'powerbox', 'powerbox', 0);
	connectVolume(wiring, { client: 'powerbox', badge: 31, bit: 1, quota: mebibytes(8) });
}
