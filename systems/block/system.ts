/** A disk: written and read back through the driver of a virtio block device, which is killed when half of the writing is done. */

import scribe from '../../apps/scribe/manifest.ts';
import block from '../../drivers/block/driver/manifest.ts';
import { consoleRoster, consoleServer, rosterOf } from '../console.ts';
import { defineSystem, kibibytes, milliseconds } from '../define.ts';
import { queueOf, registersOf, virtioLine } from '../devices.ts';
import { supervisorServer } from '../supervisor.ts';

const DISK_SLOT = 8;

export default defineSystem({
	name: 'block',
	description: 'sectors written to a virtio disk and read back, whose driver is killed meanwhile',
	components: {
		console: consoleServer,
		supervisor: supervisorServer,
		block: {
			folder: 'drivers/block/driver',
			manifest: block,
			priority: 180,
			budget: milliseconds(4),
			period: milliseconds(20),
			worstCase: milliseconds(10),
			faultHandler: { component: 'supervisor', badge: 0 },
			restart: { limit: 3, backOff: milliseconds(5) },
		},
		scribe: {
			folder: 'apps/scribe',
			manifest: scribe,
			priority: 100,
			budget: milliseconds(50),
			period: milliseconds(200),
		},
	},
	regions: {
		consoleRoster,
		supervisorRoster: rosterOf('supervisor'),
		diskRegisters: registersOf('block', DISK_SLOT),
		diskQueue: queueOf('block'),
	},
	channels: [
		{ kind: 'gate', from: { component: 'supervisor', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'scribe', as: 'console' }, to: 'console', badge: 2 },
		{ kind: 'gate', from: { component: 'scribe', as: 'block' }, to: 'block', badge: 1 },
		{
			kind: 'queue',
			name: 'disk',
			size: kibibytes(128),
			producer: { component: 'scribe', region: 'disk', signal: 'wake', bit: 1 },
			consumer: { component: 'block', region: 'client', signal: 'answer', bit: 1 },
		},
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'supervisor', as: 'child0' }, process: 'block', rights: ['start', 'stop'] },
		{ to: { component: 'block', as: 'interrupt' }, interrupt: virtioLine(DISK_SLOT), rights: ['bind', 'acknowledge'] },
		{ to: { component: 'block', as: 'region' }, region: 'diskQueue', rights: ['address'] },
		{ to: { component: 'scribe', as: 'driver' }, process: 'block', rights: ['configure'] },
		{ to: { component: 'scribe', as: 'power' }, control: ['halt'] },
	],
	devices: [{ kind: 'block', slot: DISK_SLOT, sectors: 256 }],
	expect: {
		exitCode: 0,
		log: [
			'scribe: 256 sectors',
			'supervisor: block used more time than it declared; restart in 5000 us',
			'scribe: the driver faulted',
			'supervisor: block runs again',
			'scribe: 16 pieces written',
			'scribe: 16 pieces read back as they were written',
			'scribe: nothing lies behind the end',
			'scribe: 2 sessions with the driver',
		],
	},
});
