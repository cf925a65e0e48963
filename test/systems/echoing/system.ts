/** A port whose client sends back what it hears; without anybody outside, it ends by itself. */

import port from '../../../drivers/port/driver/manifest.ts';
import { consoleRoster, consoleServer, rosterOf } from '../../../systems/console.ts';
import { defineSystem, kibibytes, milliseconds } from '../../../systems/define.ts';
import { queueOf, registersOf, virtioLine } from '../../../systems/devices.ts';
import { supervisorServer } from '../../../systems/supervisor.ts';
import echoer from '../../components/echoer/manifest.ts';

const PORT_SLOT = 26;

export default defineSystem({
	name: 'echoing',
	components: {
		console: consoleServer,
		supervisor: supervisorServer,
		port: {
			folder: 'drivers/port/driver',
			manifest: port,
			priority: 180,
			budget: milliseconds(2),
			period: milliseconds(20),
			worstCase: milliseconds(1),
			faultHandler: { component: 'supervisor', badge: 0 },
			restart: { limit: 3, backOff: milliseconds(5) },
		},
		echoer: {
			folder: 'test/components/echoer',
			manifest: echoer,
			priority: 100,
			budget: milliseconds(50),
			period: milliseconds(100),
		},
	},
	regions: {
		consoleRoster,
		supervisorRoster: rosterOf('supervisor'),
		portRegisters: registersOf('port', PORT_SLOT),
		portQueue: queueOf('port'),
	},
	channels: [
		{ kind: 'gate', from: { component: 'supervisor', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'echoer', as: 'console' }, to: 'console', badge: 2 },
		{ kind: 'gate', from: { component: 'echoer', as: 'port' }, to: 'port', badge: 1 },
		{
			kind: 'queue',
			name: 'bytes',
			size: kibibytes(64),
			producer: { component: 'echoer', region: 'port', signal: 'wake', bit: 1 },
			consumer: { component: 'port', region: 'client', signal: 'answer', bit: 1 },
		},
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'supervisor', as: 'child0' }, process: 'port', rights: ['start', 'stop'] },
		{ to: { component: 'port', as: 'interrupt' }, interrupt: virtioLine(PORT_SLOT), rights: ['bind', 'acknowledge'] },
		{ to: { component: 'port', as: 'region' }, region: 'portQueue', rights: ['address'] },
		{ to: { component: 'echoer', as: 'power' }, control: ['halt'] },
	],
	devices: [{ kind: 'port', slot: PORT_SLOT }],
	expect: { exitCode: 2, log: ['echoer: the port is open', 'echoer: nobody says anything'] },
});
