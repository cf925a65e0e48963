/**
 * The phone's mandatory policy. A label for each kind of component, and one for each app, so that the kernel itself refuses whatever a server's
 * mistake would let apps do to each other.
 */

import type { Flow } from '../define.ts';

/** Memory that drivers and servers share: queues, registers, memory for devices. Nobody runs under it, no app sees it. */
export const LABEL_SHARED = 'shared';
/** Pictures and faces, which everybody may read. */
export const LABEL_ASSETS = 'assets';
export const LABEL_DRIVER = 'driver';
/** Drivers of which an app can be given a Gate. */
export const LABEL_SENSOR = 'sensor';
/** Servers that apps have nothing to do with. */
export const LABEL_CORE = 'core';
export const LABEL_SERVER = 'server';

const PARTS = [LABEL_SHARED, LABEL_ASSETS, LABEL_DRIVER, LABEL_SENSOR, LABEL_CORE, LABEL_SERVER];

export function appLabel(app: string): string {
	return `app-${app}`;
}

export function labelsOf(apps: readonly string[]): string[] {
	return [...PARTS, ...apps.map(appLabel)];
}

/** What the parts of the system may do to each other. */
const SYSTEM_FLOWS: readonly Flow<string>[] = [
	{ from: LABEL_DRIVER, to: LABEL_SHARED, allow: ['read', 'write'] },
	{ from: LABEL_SENSOR, to: LABEL_SHARED, allow: ['read', 'write'] },
	{ from: LABEL_SERVER, to: LABEL_SHARED, allow: ['read', 'write'] },
	{ from: LABEL_SERVER, to: LABEL_ASSETS, allow: ['read'] },
	{ from: LABEL_DRIVER, to: LABEL_SERVER, allow: ['call', 'raise'] },
	{ from: LABEL_SENSOR, to: LABEL_SERVER, allow: ['call', 'raise', 'transfer'] },
	{ from: LABEL_CORE, to: LABEL_SERVER, allow: ['call', 'raise'] },
	{ from: LABEL_SERVER, to: LABEL_DRIVER, allow: ['call', 'raise'] },
	{ from: LABEL_SERVER, to: LABEL_SENSOR, allow: ['call'] },
	{ from: LABEL_SERVER, to: LABEL_CORE, allow: ['call'] },
];

/** Apps call servers, and sensors of which they were given a Gate. Servers wake them and hand them capabilities. Nothing leads from app to app. */
export function flowsOf(apps: readonly string[]): Flow<string>[] {
	const own = apps.map(appLabel).flatMap((app): Flow<string>[] => [
		{ from: app, to: LABEL_SERVER, allow: ['call'] },
		{ from: app, to: LABEL_SENSOR, allow: ['call'] },
		{ from: app, to: LABEL_ASSETS, allow: ['read'] },
		{ from: LABEL_SERVER, to: app, allow: ['raise', 'transfer'] },
	]);
	return [...SYSTEM_FLOWS, ...own];
}
