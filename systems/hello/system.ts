/** The smallest system that says something: a component that prints through the console server. */

import hello from '../../apps/hello/manifest.ts';
import console from '../../servers/console/manifest.ts';
import { defineSystem, milliseconds } from '../define.ts';

export default defineSystem({
	name: 'hello',
	description: 'a component prints through the console',
	components: {
		console: {
			folder: 'servers/console',
			manifest: console,
			priority: 200,
			budget: milliseconds(10),
			period: milliseconds(100),
			worstCase: milliseconds(10),
		},
		hello: {
			folder: 'apps/hello',
			manifest: hello,
			priority: 100,
			budget: milliseconds(50),
			period: milliseconds(500),
		},
	},
	regions: {
		roster: { roster: 'console', maps: [{ component: 'console', as: 'roster', rights: ['read'] }] },
	},
	channels: [{ kind: 'gate', from: { component: 'hello', as: 'console' }, to: 'console', badge: 1 }],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'hello', as: 'power' }, control: ['halt'] },
	],
	expect: { exitCode: 0, log: ['hello: Hello, world!'] },
});
