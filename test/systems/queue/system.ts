/** A queue as a channel: the region in both, and a signal each way. */

import { consoleRoster, consoleServer } from '../../../systems/console.ts';
import { defineSystem, kibibytes, milliseconds } from '../../../systems/define.ts';
import eater from '../eater/manifest.ts';
import feeder from '../feeder/manifest.ts';

const timing = { budget: milliseconds(60), period: milliseconds(200) };

export default defineSystem({
	name: 'queue',
	description: 'numbers go through a queue that is much smaller than their count',
	components: {
		console: consoleServer,
		eater: { folder: 'test/systems/eater', manifest: eater, priority: 150, ...timing },
		feeder: { folder: 'test/systems/feeder', manifest: feeder, priority: 100, ...timing },
	},
	regions: { consoleRoster },
	channels: [
		{ kind: 'gate', from: { component: 'eater', as: 'console' }, to: 'console', badge: 1 },
		{
			kind: 'queue',
			name: 'numbers',
			size: kibibytes(64),
			producer: { component: 'feeder', region: 'out', signal: 'wake', bit: 0 },
			consumer: { component: 'eater', region: 'in', signal: 'wake', bit: 0 },
		},
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'eater', as: 'power' }, control: ['halt'] },
	],
	expect: { exitCode: 0, log: ['eater: 1000 numbers, their sum is 500500, in many rounds'] },
});
