/** Five drivers with a client that means no good, and with another client beside it. Each driver is killed at last, on every machine. */

import block from '../../../drivers/block/driver/manifest.ts';
import input from '../../../drivers/input/driver/manifest.ts';
import port from '../../../drivers/port/driver/manifest.ts';
import rng from '../../../drivers/rng/driver/manifest.ts';
import screen from '../../../drivers/screen/driver/manifest.ts';
import supervisor from '../../../servers/supervisor/manifest.ts';
import { consoleRoster, consoleServer } from '../../../systems/console.ts';
import { defineSystem, kibibytes, milliseconds } from '../../../systems/define.ts';
import { VIRTIO_PAGE_BYTES, virtioLine, virtioPage } from '../../../systems/devices.ts';
import neighbour from '../../components/neighbour/manifest.ts';
import pest from '../../components/pest/manifest.ts';

const [RNG_SLOT, DISK_SLOT, SCREEN_SLOT, TOUCH_SLOT, KEYBOARD_SLOT, PORT_SLOT] = [0, 8, 16, 24, 25, 26];
const both = ['read', 'write'] as const;
const use = ['bind', 'acknowledge'] as const;
const driver = { budget: milliseconds(1), period: milliseconds(20), worstCase: milliseconds(2) } as const;
const restart = { limit: 3, backOff: milliseconds(5) } as const;
const client = { budget: milliseconds(20), period: milliseconds(100) } as const;
const registers = (slot: number) => ({ device: virtioPage(slot), size: VIRTIO_PAGE_BYTES });

export default defineSystem({
	name: 'pestering',
	components: {
		console: consoleServer,
		supervisor: {
			folder: 'servers/supervisor',
			manifest: supervisor,
			priority: 190,
			budget: milliseconds(30),
			period: milliseconds(300),
		},
		rng: {
			folder: 'drivers/rng/driver',
			manifest: rng,
			priority: 180,
			...driver,
			faultHandler: { component: 'supervisor', badge: 4 },
			restart,
		},
		block: {
			folder: 'drivers/block/driver',
			manifest: block,
			priority: 179,
			...driver,
			faultHandler: { component: 'supervisor', badge: 0 },
			restart,
		},
		screen: {
			folder: 'drivers/screen/driver',
			manifest: screen,
			priority: 178,
			...driver,
			faultHandler: { component: 'supervisor', badge: 1 },
			restart,
		},
		input: {
			folder: 'drivers/input/driver',
			manifest: input,
			priority: 177,
			...driver,
			faultHandler: { component: 'supervisor', badge: 2 },
			restart,
		},
		port: {
			folder: 'drivers/port/driver',
			manifest: port,
			priority: 176,
			...driver,
			faultHandler: { component: 'supervisor', badge: 3 },
			restart,
		},
		neighbour: { folder: 'test/components/neighbour', manifest: neighbour, priority: 110, ...client },
		pest: { folder: 'test/components/pest', manifest: pest, priority: 100, ...client },
	},
	regions: {
		consoleRoster,
		supervisorRoster: { roster: 'supervisor', maps: [{ component: 'supervisor', as: 'roster', rights: ['read'] }] },
		rngRegisters: { ...registers(RNG_SLOT), maps: [{ component: 'rng', as: 'registers', rights: both }] },
		rngQueue: { size: kibibytes(64), maps: [{ component: 'rng', as: 'queue', rights: both }] },
		blockRegisters: { ...registers(DISK_SLOT), maps: [{ component: 'block', as: 'registers', rights: both }] },
		blockQueue: { size: kibibytes(64), maps: [{ component: 'block', as: 'queue', rights: both }] },
		blockClient: {
			size: kibibytes(128),
			maps: [
				{ component: 'block', as: 'client', rights: both },
				{ component: 'pest', as: 'block', rights: both },
			],
		},
		screenRegisters: { ...registers(SCREEN_SLOT), maps: [{ component: 'screen', as: 'registers', rights: both }] },
		screenQueue: { size: kibibytes(64), maps: [{ component: 'screen', as: 'queue', rights: both }] },
		screenClient: {
			size: kibibytes(128),
			maps: [
				{ component: 'screen', as: 'client', rights: both },
				{ component: 'pest', as: 'screen', rights: both },
			],
		},
		inputRegisters: {
			...registers(TOUCH_SLOT),
			shared: 'as in the phone',
			maps: [
				{ component: 'input', as: 'registers', rights: both },
				{ component: 'port', as: 'registers', rights: both },
			],
		},
		inputQueue: { size: kibibytes(64), maps: [{ component: 'input', as: 'queue', rights: both }] },
		inputClient: {
			size: kibibytes(64),
			maps: [
				{ component: 'input', as: 'client', rights: both },
				{ component: 'pest', as: 'input', rights: both },
			],
		},
		portQueue: { size: kibibytes(64), maps: [{ component: 'port', as: 'queue', rights: both }] },
		portClient: {
			size: kibibytes(64),
			maps: [
				{ component: 'port', as: 'client', rights: both },
				{ component: 'pest', as: 'port', rights: both },
			],
		},
	},
	channels: [
		{ kind: 'gate', from: { component: 'supervisor', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'neighbour', as: 'console' }, to: 'console', badge: 2 },
		{ kind: 'gate', from: { component: 'pest', as: 'console' }, to: 'console', badge: 3 },
		{ kind: 'gate', from: { component: 'neighbour', as: 'entropy' }, to: 'rng', badge: 1 },
		{ kind: 'gate', from: { component: 'pest', as: 'rngGate' }, to: 'rng', badge: 2 },
		{ kind: 'gate', from: { component: 'pest', as: 'blockGate' }, to: 'block', badge: 1 },
		{ kind: 'gate', from: { component: 'pest', as: 'screenGate' }, to: 'screen', badge: 1 },
		{ kind: 'gate', from: { component: 'pest', as: 'inputGate' }, to: 'input', badge: 1 },
		{ kind: 'gate', from: { component: 'pest', as: 'portGate' }, to: 'port', badge: 1 },
		{ kind: 'signal', from: { component: 'pest', as: 'blockSignal' }, to: 'block', bit: 1 },
		{ kind: 'signal', from: { component: 'pest', as: 'screenSignal' }, to: 'screen', bit: 1 },
		{ kind: 'signal', from: { component: 'pest', as: 'inputSignal' }, to: 'input', bit: 1 },
		{ kind: 'signal', from: { component: 'pest', as: 'portSignal' }, to: 'port', bit: 1 },
		{ kind: 'signal', from: { component: 'block', as: 'answer' }, to: 'pest', bit: 4 },
		{ kind: 'signal', from: { component: 'screen', as: 'answer' }, to: 'pest', bit: 5 },
		{ kind: 'signal', from: { component: 'input', as: 'answer' }, to: 'pest', bit: 6 },
		{ kind: 'signal', from: { component: 'port', as: 'answer' }, to: 'pest', bit: 7 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'pest', as: 'power' }, control: ['halt'] },
		{ to: { component: 'supervisor', as: 'child0' }, process: 'block', rights: ['start', 'stop'] },
		{ to: { component: 'supervisor', as: 'child1' }, process: 'screen', rights: ['start', 'stop'] },
		{ to: { component: 'supervisor', as: 'child2' }, process: 'input', rights: ['start', 'stop'] },
		{ to: { component: 'supervisor', as: 'child3' }, process: 'port', rights: ['start', 'stop'] },
		{ to: { component: 'supervisor', as: 'child4' }, process: 'rng', rights: ['start', 'stop'] },
		{ to: { component: 'pest', as: 'blockDriver' }, process: 'block', rights: ['configure'] },
		{ to: { component: 'pest', as: 'screenDriver' }, process: 'screen', rights: ['configure'] },
		{ to: { component: 'pest', as: 'inputDriver' }, process: 'input', rights: ['configure'] },
		{ to: { component: 'pest', as: 'portDriver' }, process: 'port', rights: ['configure'] },
		{ to: { component: 'pest', as: 'rngDriver' }, process: 'rng', rights: ['configure'] },
		{ to: { component: 'rng', as: 'interrupt' }, interrupt: virtioLine(RNG_SLOT), rights: use },
		{ to: { component: 'block', as: 'interrupt' }, interrupt: virtioLine(DISK_SLOT), rights: use },
		{ to: { component: 'screen', as: 'interrupt' }, interrupt: virtioLine(SCREEN_SLOT), rights: use },
		{ to: { component: 'input', as: 'touch' }, interrupt: virtioLine(TOUCH_SLOT), rights: use },
		{ to: { component: 'input', as: 'keyboard' }, interrupt: virtioLine(KEYBOARD_SLOT), rights: use },
		{ to: { component: 'port', as: 'interrupt' }, interrupt: virtioLine(PORT_SLOT), rights: use },
		{ to: { component: 'rng', as: 'region' }, region: 'rngQueue', rights: ['address'] },
		{ to: { component: 'block', as: 'region' }, region: 'blockQueue', rights: ['address'] },
		{ to: { component: 'screen', as: 'region' }, region: 'screenQueue', rights: ['address'] },
		{ to: { component: 'screen', as: 'pixels' }, region: 'screenClient', rights: ['address'] },
		{ to: { component: 'input', as: 'region' }, region: 'inputQueue', rights: ['address'] },
		{ to: { component: 'port', as: 'region' }, region: 'portQueue', rights: ['address'] },
	],
	devices: [
		{ kind: 'rng', slot: RNG_SLOT },
		{ kind: 'block', slot: DISK_SLOT, sectors: 64 },
		{ kind: 'gpu', slot: SCREEN_SLOT, width: 64, height: 64 },
		{ kind: 'touch', slot: TOUCH_SLOT },
		{ kind: 'keyboard', slot: KEYBOARD_SLOT },
		{ kind: 'port', slot: PORT_SLOT },
	],
	expect: {
		exitCode: 0,
		log: [
			'neighbour: was served',
			'pest: all of them pestered',
			'pest: all of them serve',
			'supervisor: block used more time than it declared; restart in 5000 us',
			'supervisor: screen used more time than it declared; restart in 5000 us',
			'supervisor: input used more time than it declared; restart in 5000 us',
			'supervisor: port used more time than it declared; restart in 5000 us',
			'supervisor: rng used more time than it declared; restart in 5000 us',
			'supervisor: block runs again',
			'supervisor: screen runs again',
			'supervisor: input runs again',
			'supervisor: port runs again',
			'supervisor: rng runs again',
			'pest: all of them serve',
		],
	},
});
