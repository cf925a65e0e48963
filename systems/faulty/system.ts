/** A server that traps, overruns and hangs; a supervisor that brings it back, until enough is enough; a client that carries on. */

import customer from '../../apps/customer/manifest.ts';
import worker from '../../apps/worker/manifest.ts';
import { consoleRoster, consoleServer, rosterOf } from '../console.ts';
import { defineSystem, milliseconds } from '../define.ts';
import { supervisorServer } from '../supervisor.ts';

export default defineSystem({
	name: 'faulty',
	description: 'a supervisor restarts a component that traps, hangs or overruns',
	components: {
		console: consoleServer,
		supervisor: { ...supervisorServer, worstCase: milliseconds(15) },
		worker: {
			folder: 'apps/worker',
			manifest: worker,
			priority: 150,
			budget: milliseconds(10),
			period: milliseconds(100),
			worstCase: milliseconds(10),
			patience: 0,
			faultHandler: { component: 'supervisor', badge: 0 },
			restart: { limit: 3, backOff: milliseconds(5) },
		},
		customer: {
			folder: 'apps/customer',
			manifest: customer,
			priority: 100,
			budget: milliseconds(60),
			period: milliseconds(100),
		},
	},
	regions: {
		consoleRoster,
		supervisorRoster: rosterOf('supervisor'),
	},
	channels: [
		{ kind: 'gate', from: { component: 'supervisor', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'customer', as: 'console' }, to: 'console', badge: 2 },
		{ kind: 'gate', from: { component: 'customer', as: 'supervisor' }, to: 'supervisor', badge: 1 },
		{ kind: 'gate', from: { component: 'customer', as: 'worker' }, to: 'worker', badge: 1 },
		{ kind: 'signal', from: { component: 'customer', as: 'nudge' }, to: 'worker', bit: 0 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'supervisor', as: 'child0' }, process: 'worker', rights: ['start', 'stop'] },
		{ to: { component: 'customer', as: 'power' }, control: ['halt'] },
	],
	expect: {
		exitCode: 0,
		log: [
			'customer: work: 42',
			'supervisor: worker trapped; restart in 5000 us',
			'customer: trap: the server faulted',
			'supervisor: worker runs again',
			'customer: work: 42',
			'supervisor: worker used more time than it declared; restart in 10000 us',
			'customer: overrun: the server faulted',
			'customer: work at once: the server is gone',
			'supervisor: worker runs again',
			'customer: work: 42',
			'supervisor: worker used more time than it declared; restart in 20000 us',
			'supervisor: worker runs again',
			'customer: work: 42',
			'supervisor: worker trapped; it stays down after 3 restarts',
			'customer: trap: the server faulted',
			'customer: work: the server is gone',
			'customer: restarts that the supervisor counted: 3',
		],
	},
});
