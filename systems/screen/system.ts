/** A slate: fingers draw on a screen. Both drivers are killed once; their client notices only a pause. */

import slate from '../../apps/slate/manifest.ts';
import input from '../../drivers/input/driver/manifest.ts';
import screen from '../../drivers/screen/driver/manifest.ts';
import { consoleRoster, consoleServer, rosterOf } from '../console.ts';
import { defineSystem, kibibytes, milliseconds } from '../define.ts';
import { queueOf, registersOf, virtioLine } from '../devices.ts';
import { supervisorServer } from '../supervisor.ts';

const SCREEN_SLOT = 16;
const TOUCH_SLOT = 24;
const KEYBOARD_SLOT = 25;
/** A common size of phones, in points. */
const WIDTH = 390;
const HEIGHT = 844;

export default defineSystem({
	name: 'screen',
	description: 'a slate to draw on with fingers, whose drivers are killed once',
	components: {
		console: consoleServer,
		supervisor: supervisorServer,
		input: {
			folder: 'drivers/input/driver',
			manifest: input,
			priority: 180,
			budget: milliseconds(2),
			period: milliseconds(20),
			worstCase: milliseconds(2),
			faultHandler: { component: 'supervisor', badge: 0 },
			restart: { limit: 3, backOff: milliseconds(10) },
		},
		screen: {
			folder: 'drivers/screen/driver',
			manifest: screen,
			priority: 179,
			budget: milliseconds(2),
			period: milliseconds(20),
			worstCase: milliseconds(2),
			faultHandler: { component: 'supervisor', badge: 1 },
			restart: { limit: 3, backOff: milliseconds(5) },
		},
		slate: {
			folder: 'apps/slate',
			manifest: slate,
			priority: 100,
			budget: milliseconds(100),
			period: milliseconds(200),
		},
	},
	regions: {
		consoleRoster,
		supervisorRoster: rosterOf('supervisor'),
		screenRegisters: registersOf('screen', SCREEN_SLOT),
		screenQueue: queueOf('screen'),
		pixels: {
			size: kibibytes(64 * 22),
			maps: [
				{ component: 'screen', as: 'client', rights: ['read', 'write'] },
				{ component: 'slate', as: 'screen', rights: ['read', 'write'] },
			],
		},
		inputRegisters: registersOf('input', TOUCH_SLOT),
		inputQueue: queueOf('input'),
	},
	channels: [
		{ kind: 'gate', from: { component: 'supervisor', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'slate', as: 'console' }, to: 'console', badge: 2 },
		{ kind: 'gate', from: { component: 'slate', as: 'screen' }, to: 'screen', badge: 1 },
		{ kind: 'gate', from: { component: 'slate', as: 'input' }, to: 'input', badge: 1 },
		{ kind: 'signal', from: { component: 'slate', as: 'screenSignal' }, to: 'screen', bit: 1 },
		{ kind: 'signal', from: { component: 'screen', as: 'answer' }, to: 'slate', bit: 1 },
		{
			kind: 'queue',
			name: 'events',
			size: kibibytes(64),
			producer: { component: 'input', region: 'client', signal: 'answer', bit: 1 },
			consumer: { component: 'slate', region: 'input', signal: 'inputSignal', bit: 2 },
		},
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'supervisor', as: 'child0' }, process: 'input', rights: ['start', 'stop'] },
		{ to: { component: 'supervisor', as: 'child1' }, process: 'screen', rights: ['start', 'stop'] },
		{
			to: { component: 'screen', as: 'interrupt' },
			interrupt: virtioLine(SCREEN_SLOT),
			rights: ['bind', 'acknowledge'],
		},
		{ to: { component: 'screen', as: 'region' }, region: 'screenQueue', rights: ['address'] },
		{ to: { component: 'screen', as: 'pixels' }, region: 'pixels', rights: ['address'] },
		{ to: { component: 'input', as: 'touch' }, interrupt: virtioLine(TOUCH_SLOT), rights: ['bind', 'acknowledge'] },
		{
			to: { component: 'input', as: 'keyboard' },
			interrupt: virtioLine(KEYBOARD_SLOT),
			rights: ['bind', 'acknowledge'],
		},
		{ to: { component: 'input', as: 'region' }, region: 'inputQueue', rights: ['address'] },
		{ to: { component: 'slate', as: 'screenDriver' }, process: 'screen', rights: ['configure'] },
		{ to: { component: 'slate', as: 'inputDriver' }, process: 'input', rights: ['configure'] },
		{ to: { component: 'slate', as: 'power' }, control: ['halt'] },
	],
	devices: [
		{ kind: 'gpu', slot: SCREEN_SLOT, width: WIDTH, height: HEIGHT },
		{ kind: 'touch', slot: TOUCH_SLOT },
		{ kind: 'keyboard', slot: KEYBOARD_SLOT },
	],
	expect: {
		exitCode: 0,
		log: [
			'slate: 390 x 844',
			'slate: the picture is on the screen',
			'supervisor: screen used more time than it declared; restart in 5000 us',
			'supervisor: input used more time than it declared; restart in 10000 us',
			'slate: both drivers faulted',
			'supervisor: screen runs again',
			'supervisor: input runs again',
			'slate: 2 sessions, 0 fingers, 0 keys',
		],
	},
});
