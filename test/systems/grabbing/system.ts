/** A hostile client of the block driver. */

import block from '../../../drivers/block/driver/manifest.ts';
import { consoleRoster, consoleServer } from '../../../systems/console.ts';
import { defineSystem, kibibytes, milliseconds } from '../../../systems/define.ts';
import { queueOf, registersOf, virtioLine } from '../../../systems/devices.ts';
import grabber from './manifest.ts';

const DISK_SLOT = 16;

export default defineSystem({
	name: 'grabbing',
	components: {
		console: consoleServer,
		block: {
			folder: 'drivers/block/driver',
			manifest: block,
			priority: 180,
			budget: milliseconds(4),
			period: milliseconds(20),
			worstCase: milliseconds(10),
		},
		grabber: {
			folder: 'test/systems/grabbing',
			manifest: grabber,
			priority: 100,
			budget: milliseconds(50),
			period: milliseconds(200),
		},
	},
	regions: {
		consoleRoster,
		diskRegisters: registersOf('block', DISK_SLOT),
		diskQueue: queueOf('block'),
	},
	channels: [
		{ kind: 'gate', from: { component: 'grabber', as: 'console' }, to: 'console', badge: 2 },
		{ kind: 'gate', from: { component: 'grabber', as: 'block' }, to: 'block', badge: 1 },
		{
			kind: 'queue',
			name: 'disk',
			size: kibibytes(128),
			producer: { component: 'grabber', region: 'disk', signal: 'wake', bit: 1 },
			consumer: { component: 'block', region: 'client', signal: 'answer', bit: 1 },
		},
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'block', as: 'interrupt' }, interrupt: virtioLine(DISK_SLOT), rights: ['bind', 'acknowledge'] },
		{ to: { component: 'block', as: 'region' }, region: 'diskQueue', rights: ['address'] },
		{ to: { component: 'grabber', as: 'power' }, control: ['halt'] },
	],
	devices: [{ kind: 'block', slot: DISK_SLOT, sectors: 64 }],
	expect: {
		exitCode: 0,
		log: [
			'grabber: an unknown operation: 1',
			'grabber: no sectors: 1',
			'grabber: too many sectors: 1',
			'grabber: very many sectors: 1',
			'grabber: into the queues: 1',
			'grabber: over the end of the region: 1',
			'grabber: far behind the region: 1',
			'grabber: over the end of the disk: 2',
			'grabber: a sector that wraps: 2',
			'grabber: an impossible index: -1',
			'grabber: an honest session: 0',
			'grabber: an honest read: 0',
		],
	},
});
