/** Two components that call and signal each other: the smallest exercise of both ways to communicate. */

import ping from '../../apps/ping/manifest.ts';
import pong from '../../apps/pong/manifest.ts';
import { consoleRoster, consoleServer } from '../console.ts';
import { defineSystem, milliseconds } from '../define.ts';

export default defineSystem({
	name: 'pingpong',
	description: 'calls and signals between two components',
	components: {
		console: consoleServer,
		pong: {
			folder: 'apps/pong',
			manifest: pong,
			priority: 150,
			budget: milliseconds(50),
			period: milliseconds(500),
			worstCase: milliseconds(15),
		},
		ping: {
			folder: 'apps/ping',
			manifest: ping,
			priority: 100,
			budget: milliseconds(100),
			period: milliseconds(500),
		},
	},
	regions: {
		consoleRoster,
	},
	channels: [
		{ kind: 'gate', from: { component: 'ping', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'pong', as: 'console' }, to: 'console', badge: 2 },
		{ kind: 'gate', from: { component: 'ping', as: 'pong' }, to: 'pong', badge: 1 },
		{ kind: 'signal', from: { component: 'ping', as: 'wake' }, to: 'pong', bit: 0 },
		{ kind: 'signal', from: { component: 'pong', as: 'wake' }, to: 'ping', bit: 0 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'ping', as: 'power' }, control: ['halt'] },
	],
	expect: {
		exitCode: 0,
		log: ['ping: calls answered: 1000', 'pong: signals: 10', 'pong: signals: 20', 'ping: signals returned: 20'],
	},
});
