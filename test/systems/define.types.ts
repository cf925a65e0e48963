/** Typing mistakes in a system file are errors in the editor already; `tsc` fails if one of these is not. Never executed. */

import { defineSystem, kibibytes, milliseconds } from '../../systems/define.ts';

const server = { name: 'server', regions: { table: { memory: 1, rights: 'read' } }, capabilities: { log: 1 } } as const;
const client = { name: 'client', capabilities: { server: 1, power: 2 } } as const;
const timing = { priority: 100, budget: milliseconds(1), period: milliseconds(10) };
const components = {
	server: { folder: 'servers/server', manifest: server, ...timing },
	client: { folder: 'apps/client', manifest: client, ...timing },
} as const;
const expect = { exitCode: 0, log: [] };

/** Nothing wrong: the names below must all be accepted. */
export const good = defineSystem({
	name: 'good',
	labels: ['high', 'low'],
	flows: [{ from: 'low', to: 'high', allow: ['call'] }],
	accounts: { apps: { memory: 0, slots: 0, cpu: 0, ceiling: 100 } },
	components: {
		server: { ...components.server, label: 'high' },
		client: { ...components.client, account: 'apps', faultHandler: { component: 'server', badge: 0 } },
	},
	regions: { table: { roster: 'server', maps: [{ component: 'server', as: 'table', rights: ['read'] }] } },
	channels: [{ kind: 'gate', from: { component: 'client', as: 'server' }, to: 'server', badge: 1 }],
	grants: [
		{ to: { component: 'server', as: 'log' }, control: ['log'] },
		{ to: { component: 'client', as: 'power' }, region: 'table', rights: ['read'] },
	],
	expect,
});

export const wrongNames = defineSystem({
	name: 'wrongNames',
	labels: ['high', 'low'],
	accounts: { apps: { memory: 0, slots: 0, cpu: 0, ceiling: 100 } },
	components: {
		// @ts-expect-error there is no such label
		server: { ...components.server, label: 'hihg' },
		// @ts-expect-error there is no such account
		client: { ...components.client, account: 'app' },
		// @ts-expect-error there is no such component
		other: { ...components.client, faultHandler: { component: 'sever', badge: 0 } },
	},
	// @ts-expect-error there is no such label
	flows: [{ from: 'low', to: 'hihg', allow: ['call'] }],
	expect,
});

export const wrongPlaces = defineSystem({
	name: 'wrongPlaces',
	components,
	regions: {
		// @ts-expect-error the server declares no such region
		one: { size: kibibytes(64), maps: [{ component: 'server', as: 'tabel', rights: ['read'] }] },
		// @ts-expect-error the client declares no regions
		two: { size: kibibytes(64), maps: [{ component: 'client', as: 'table', rights: ['read'] }] },
		// @ts-expect-error there is no such right
		three: { size: kibibytes(64), maps: [{ component: 'server', as: 'table', rights: ['reed'] }] },
		// @ts-expect-error there is no such component
		four: { roster: 'sever' },
	},
	channels: [
		// @ts-expect-error that capability is the client's
		{ kind: 'gate', from: { component: 'server', as: 'server' }, to: 'server', badge: 1 },
		// @ts-expect-error there is no such component
		{ kind: 'signal', from: { component: 'client', as: 'server' }, to: 'sever', bit: 1 },
		// @ts-expect-error a gate has a badge
		{ kind: 'gate', from: { component: 'client', as: 'server' }, to: 'server' },
	],
	grants: [
		// @ts-expect-error there is no such region
		{ to: { component: 'client', as: 'power' }, region: 'five', rights: ['read'] },
		// @ts-expect-error an account has no such right
		{ to: { component: 'client', as: 'power' }, account: 'apps', rights: ['halt'] },
	],
	expect,
});
