/** Two clients that do their best to mix up the console's lines. */

import { consoleRoster, consoleServer } from '../../../systems/console.ts';
import { defineSystem, milliseconds } from '../../../systems/define.ts';
import talker from '../talker/manifest.ts';

const timing = {
	folder: 'test/systems/talker',
	manifest: talker,
	budget: milliseconds(60),
	period: milliseconds(300),
} as const;

export default defineSystem({
	name: 'console',
	description: 'clients that try to confuse the console',
	components: {
		console: consoleServer,
		second: { ...timing, priority: 150, worstCase: milliseconds(15) },
		first: { ...timing, priority: 100 },
	},
	regions: { consoleRoster },
	channels: [
		{ kind: 'gate', from: { component: 'first', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'second', as: 'console' }, to: 'console', badge: 2 },
		{ kind: 'gate', from: { component: 'first', as: 'other' }, to: 'second', badge: 0 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'first', as: 'power' }, control: ['halt'] },
	],
	expect: {
		exitCode: 0,
		log: [
			'second: a whole line',
			'second: and half ofa whole line',
			'first: begun, ended',
			`first: ${'x'.repeat(128)}`,
			`first: ${'x'.repeat(22)}`,
			'first: bell ?',
			'first: no such method: 1',
			'first: nothing lent: 3',
			'first: more than one call takes: 3',
		],
	},
});
