/** Files on an encrypted disk: saved and read back while the cipher and the store are killed. */

import archivist from '../../apps/archivist/manifest.ts';
import block from '../../drivers/block/driver/manifest.ts';
import rng from '../../drivers/rng/driver/manifest.ts';
import cipher from '../../servers/cipher/manifest.ts';
import store from '../../servers/store/manifest.ts';
import { consoleRoster, consoleServer, rosterOf } from '../console.ts';
import { defineSystem, kibibytes, mebibytes, milliseconds } from '../define.ts';
import { queueOf, registersOf, virtioLine } from '../devices.ts';
import { supervisorServer } from '../supervisor.ts';

const RNG_SLOT = 0;
const DISK_SLOT = 8;
const ARCHIVIST = 0;

export default defineSystem({
	name: 'store',
	description: 'files on an encrypted disk, while the cipher and the store are killed',
	components: {
		console: { ...consoleServer, priority: 240 },
		supervisor: { ...supervisorServer, priority: 235 },
		rng: {
			folder: 'drivers/rng/driver',
			manifest: rng,
			priority: 230,
			budget: milliseconds(2),
			period: milliseconds(20),
			worstCase: milliseconds(2),
		},
		block: {
			folder: 'drivers/block/driver',
			manifest: block,
			priority: 229,
			budget: milliseconds(4),
			period: milliseconds(20),
			worstCase: milliseconds(2),
			faultHandler: { component: 'supervisor', badge: 2 },
			restart: { limit: 3, backOff: milliseconds(5) },
		},
		cipher: {
			folder: 'servers/cipher',
			manifest: cipher,
			priority: 222,
			budget: milliseconds(1),
			period: milliseconds(20),
			worstCase: milliseconds(10),
			faultHandler: { component: 'supervisor', badge: 0 },
			restart: { limit: 3, backOff: milliseconds(50) },
		},
		store: {
			folder: 'servers/store',
			manifest: store,
			priority: 215,
			budget: milliseconds(40),
			period: milliseconds(200),
			worstCase: milliseconds(10),
			slots: 64,
			faultHandler: { component: 'supervisor', badge: 1 },
			restart: { limit: 3, backOff: milliseconds(50) },
		},
		archivist: {
			folder: 'apps/archivist',
			manifest: archivist,
			priority: 100,
			budget: milliseconds(30),
			period: milliseconds(200),
		},
	},
	regions: {
		consoleRoster,
		supervisorRoster: rosterOf('supervisor'),
		storeRoster: rosterOf('store'),
		rngRegisters: registersOf('rng', RNG_SLOT),
		rngQueue: queueOf('rng'),
		diskRegisters: registersOf('block', DISK_SLOT),
		diskQueue: queueOf('block'),
	},
	channels: [
		{ kind: 'gate', from: { component: 'supervisor', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'archivist', as: 'console' }, to: 'console', badge: 2 },
		{ kind: 'gate', from: { component: 'store', as: 'console' }, to: 'console', badge: 3, apart: true },
		{ kind: 'gate', from: { component: 'store', as: 'block' }, to: 'block', badge: 1, apart: true },
		{ kind: 'gate', from: { component: 'store', as: 'cipher' }, to: 'cipher', badge: 0, apart: true },
		{ kind: 'gate', from: { component: 'store', as: 'entropy' }, to: 'rng', badge: 1, apart: true },
		{
			kind: 'queue',
			name: 'disk',
			size: kibibytes(128),
			producer: { component: 'store', region: 'disk', signal: 'wake', bit: 0 },
			consumer: { component: 'block', region: 'client', signal: 'answer', bit: 1 },
		},
		{
			kind: 'gate',
			from: { component: 'archivist', as: 'files' },
			to: 'store',
			badge: ARCHIVIST,
			quota: mebibytes(1),
		},
		{ kind: 'gate', from: { component: 'archivist', as: 'keys' }, to: 'cipher', badge: 1 },
		{ kind: 'signal', from: { component: 'store', as: 'client0' }, to: 'archivist', bit: 1 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'supervisor', as: 'child0' }, process: 'cipher', rights: ['start', 'stop'] },
		{ to: { component: 'supervisor', as: 'child1' }, process: 'store', rights: ['start', 'stop'] },
		{ to: { component: 'supervisor', as: 'child2' }, process: 'block', rights: ['start', 'stop'] },
		{ to: { component: 'rng', as: 'interrupt' }, interrupt: virtioLine(RNG_SLOT), rights: ['bind', 'acknowledge'] },
		{ to: { component: 'rng', as: 'region' }, region: 'rngQueue', rights: ['address'] },
		{ to: { component: 'block', as: 'interrupt' }, interrupt: virtioLine(DISK_SLOT), rights: ['bind', 'acknowledge'] },
		{ to: { component: 'block', as: 'region' }, region: 'diskQueue', rights: ['address'] },
		{ to: { component: 'archivist', as: 'cipher' }, process: 'cipher', rights: ['configure'] },
		{ to: { component: 'archivist', as: 'store' }, process: 'store', rights: ['configure'] },
		{ to: { component: 'archivist', as: 'power' }, control: ['halt'] },
	],
	devices: [
		{ kind: 'rng', slot: RNG_SLOT },
		{ kind: 'block', slot: DISK_SLOT, sectors: 4096 },
	],
	expect: {
		exitCode: 0,
		log: [
			'store: formatted a disk of 512 blocks',
			'archivist: nothing is there yet',
			'archivist: saved',
			'supervisor: cipher used more time than it declared; restart in 50000 us',
			'archivist: the cipher faulted',
			'supervisor: cipher runs again',
			'archivist: saved again, with a new cipher',
			'supervisor: store used more time than it declared; restart in 50000 us',
			'archivist: the store faulted',
			'supervisor: store runs again',
			'archivist: read back what was saved, from a new store',
			'archivist: discarded; 8192 bytes are left',
		],
	},
});
