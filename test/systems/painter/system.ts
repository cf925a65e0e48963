/** The graphics library draws the golden picture, to the pixel, whatever the machine. */

import { assetsAt } from '../../../systems/assets.ts';
import { consoleRoster, consoleServer } from '../../../systems/console.ts';
import { defineSystem, milliseconds } from '../../../systems/define.ts';
import { hashOf, readGolden } from '../../graphics/golden.ts';
import painter from './manifest.ts';

export default defineSystem({
	name: 'painter',
	description: 'draws every shape of the graphics library',
	components: {
		console: consoleServer,
		painter: {
			folder: 'test/systems/painter',
			manifest: painter,
			priority: 100,
			budget: milliseconds(400),
			period: milliseconds(500),
		},
	},
	regions: {
		consoleRoster,
		assets: { contents: assetsAt(1), maps: [{ component: 'painter', as: 'assets', rights: ['read'] }] },
	},
	channels: [{ kind: 'gate', from: { component: 'painter', as: 'console' }, to: 'console', badge: 1 }],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'painter', as: 'power' }, control: ['halt'] },
	],
	expect: { exitCode: 0, log: [`painter: shapes: ${hashOf(readGolden('shapes-1x'))}`] },
});
