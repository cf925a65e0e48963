/** The console server as every system here has it. */

import console from '../servers/console/manifest.ts';
import { milliseconds } from './units.ts';

export const consoleServer = {
	folder: 'servers/console',
	manifest: console,
	priority: 200,
	budget: milliseconds(10),
	period: milliseconds(100),
	worstCase: milliseconds(10),
} as const;

/** The table in which a component finds the names of its clients and of those that it looks after. */
export const rosterOf = <const Name extends string>(component: Name) =>
	({ roster: component, maps: [{ component, as: 'roster', rights: ['read'] }] }) as const;

export const consoleRoster = rosterOf('console');
