/** The phone: its parts in docs/reference/06-phone.md, put together. */

import { assetsAt } from '../assets.ts';
import type { System } from '../define.ts';
import { APPS, addApps } from './apps.ts';
import { addDrivers, connectDisk, connectScreen } from './drivers.ts';
import { connectExtras, EXTRA_FLOWS } from './extras.ts';
import { flowsOf, LABEL_ASSETS, labelsOf } from './labels.ts';
import { addSensors, connectSensors } from './sensors.ts';
import {
	addCipher,
	addClipboard,
	addCompositor,
	addConsole,
	addKeyboard,
	addLifecycle,
	addPermissions,
	addPowerbox,
	addShell,
	addStore,
} from './servers.ts';
import { addSupervision } from './supervision.ts';
import { Wiring } from './wiring.ts';

/** First badge at the console of those that are no apps. */
const CONSOLE_PARTS = 32;

/** Everybody who has something to say gets the console: apps by their number, the others after them. */
function connectConsole(wiring: Wiring): void {
	const badges = new Map(APPS.map(({ name, badge }) => [name, badge]));
	let next = CONSOLE_PARTS;
	for (const name of wiring.holders('console')) wiring.gate(name, 'console', 'console', badges.get(name) ?? next++);
}

/** Everything that draws reads faces and icons from the same memory. */
function connectAssets(wiring: Wiring, scale: 1 | 2): void {
	const readers = wiring.mappers('assets');
	const maps = readers.map((component) => ({ component, as: 'assets', rights: ['read'] as const }));
	wiring.region('assets', { contents: assetsAt(scale), label: LABEL_ASSETS, maps });
}

/** What one phone has that another has not. */
export interface PhoneOptions {
	/** Pixels of the screen to the point. */
	readonly scale: 1 | 2;
	/** Sensors are recordings, not the host's: for machines without any, and for tests. */
	readonly recorded: boolean;
	/** The time is that of the board's clock, whatever the other sensors are. */
	readonly boardClock?: boolean;
}

/** A phone, as a system of that name. */
export function phone(
	name: string,
	description: string,
	{ scale, recorded, boardClock = false }: PhoneOptions,
): System {
	const wiring = new Wiring();
	addConsole(wiring);
	addDrivers(wiring, scale);
	addSensors(wiring, recorded, boardClock);
	addCipher(wiring);
	addStore(wiring);
	connectDisk(wiring);
	addLifecycle(wiring);
	addCompositor(wiring, scale);
	connectScreen(wiring, scale);
	addShell(wiring);
	addKeyboard(wiring);
	addClipboard(wiring);
	addPermissions(wiring);
	addPowerbox(wiring);
	connectSensors(wiring);
	addApps(wiring);
	addSupervision(wiring);
	for (const { name, badge } of APPS) connectExtras(wiring, name, badge);
	connectConsole(wiring);
	connectAssets(wiring, scale);
	const apps = APPS.map((app) => app.name);
	return wiring.system(name, description, labelsOf(apps), [...flowsOf(apps), ...EXTRA_FLOWS]);
}
