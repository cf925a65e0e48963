/** The smallest system that says something: a component that prints through the console server. */

import hello from '../../apps/hello/manifest.ts';
import { consoleRoster, consoleServer } from '../console.ts';
import { defineSystem, milliseconds } from '../define.ts';

export default defineSystem({
	name: 'hello',
	description: 'a component prints through the console',
	components: {
		console: consoleServer,
		hello: {
			folder: 'apps/hello',
			manifest: hello,
			priority: 100,
			budget: milliseconds(50),
			period: milliseconds(500),
		},
	},
	regions: {
		consoleRoster,
	},
	channels: [{ kind: 'gate', from: { component: 'hello', as: 'console' }, to: 'console', badge: 1 }],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'hello', as: 'power' }, control: ['halt'] },
	],
	expect: { exitCode: 0, log: ['hello: Hello, world!'] },
});
