/** The real-time clock of the board, and somebody who reads it. What it says there depends on when it is asked; on a machine without one it says what is expected below. */

import clock from '../../../drivers/clock/driver/manifest.ts';
import { consoleRoster, consoleServer } from '../../../systems/console.ts';
import { defineSystem, milliseconds } from '../../../systems/define.ts';
import { CLOCK_PAGE, CLOCK_PAGE_BYTES } from '../../../systems/devices.ts';
import teller from '../../components/teller/manifest.ts';

export default defineSystem({
	name: 'telling',
	components: {
		console: consoleServer,
		clock: {
			folder: 'drivers/clock/driver',
			manifest: clock,
			priority: 180,
			budget: milliseconds(2),
			period: milliseconds(50),
			worstCase: milliseconds(1),
		},
		teller: {
			folder: 'test/components/teller',
			manifest: teller,
			priority: 100,
			budget: milliseconds(50),
			period: milliseconds(100),
		},
	},
	regions: {
		consoleRoster,
		clockRegisters: {
			device: CLOCK_PAGE,
			size: CLOCK_PAGE_BYTES,
			maps: [{ component: 'clock', as: 'registers', rights: ['read', 'write'] }],
		},
	},
	channels: [
		{ kind: 'gate', from: { component: 'teller', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'teller', as: 'clock' }, to: 'clock', badge: 1 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'teller', as: 'power' }, control: ['halt'] },
	],
	expect: { exitCode: 17, log: ['teller: there is no clock'] },
});
