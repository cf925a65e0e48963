/** A driver of a virtio device, the same binary on every machine; when it faults, the supervisor brings it back. */

import dice from '../../apps/dice/manifest.ts';
import rng from '../../drivers/rng/driver/manifest.ts';
import { consoleRoster, consoleServer, rosterOf } from '../console.ts';
import { defineSystem, milliseconds } from '../define.ts';
import { queueOf, registersOf, virtioLine } from '../devices.ts';
import { supervisorServer } from '../supervisor.ts';

const RNG_SLOT = 0;

export default defineSystem({
	name: 'entropy',
	description: 'random bytes from a virtio device, whose driver is killed meanwhile',
	components: {
		console: consoleServer,
		supervisor: supervisorServer,
		rng: {
			folder: 'drivers/rng/driver',
			manifest: rng,
			priority: 180,
			budget: milliseconds(2),
			period: milliseconds(20),
			worstCase: milliseconds(10),
			faultHandler: { component: 'supervisor', badge: 0 },
			restart: { limit: 3, backOff: milliseconds(5) },
		},
		dice: {
			folder: 'apps/dice',
			manifest: dice,
			priority: 100,
			budget: milliseconds(50),
			period: milliseconds(200),
		},
	},
	regions: {
		consoleRoster,
		supervisorRoster: rosterOf('supervisor'),
		rngRegisters: registersOf('rng', RNG_SLOT),
		rngQueue: queueOf('rng'),
	},
	channels: [
		{ kind: 'gate', from: { component: 'supervisor', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'dice', as: 'console' }, to: 'console', badge: 2 },
		{ kind: 'gate', from: { component: 'dice', as: 'entropy' }, to: 'rng', badge: 1 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'supervisor', as: 'child0' }, process: 'rng', rights: ['start', 'stop'] },
		{ to: { component: 'rng', as: 'interrupt' }, interrupt: virtioLine(RNG_SLOT), rights: ['bind', 'acknowledge'] },
		{ to: { component: 'rng', as: 'region' }, region: 'rngQueue', rights: ['address'] },
		{ to: { component: 'dice', as: 'driver' }, process: 'rng', rights: ['configure'] },
		{ to: { component: 'dice', as: 'power' }, control: ['halt'] },
	],
	devices: [{ kind: 'rng', slot: RNG_SLOT }],
	expect: {
		exitCode: 0,
		log: [
			'dice: drew 32 bytes',
			'dice: drew 32 others',
			'supervisor: rng used more time than it declared; restart in 5000 us',
			'dice: the driver faulted',
			'supervisor: rng runs again',
			'dice: drew 32 bytes after a pause',
		],
	},
});
