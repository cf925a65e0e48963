/** Apps are opened, put in front, and one loops; the lifecycle server faults and comes back. */

import { BACK_BUDGET, BACK_PERIOD, FRONT_BUDGET, FRONT_PERIOD } from '../../../servers/lifecycle/apps.ts';
import lifecycle from '../../../servers/lifecycle/manifest.ts';
import supervisor from '../../../servers/supervisor/manifest.ts';
import { consoleRoster, consoleServer, rosterOf } from '../../../systems/console.ts';
import { defineSystem, kibibytes, milliseconds } from '../../../systems/define.ts';
import loops from '../../components/hostile/loops/manifest.ts';
import traps from '../../components/hostile/traps/manifest.ts';
import manager from '../manager/manifest.ts';

const CPU_WHOLE = 65_536;
const share = (budget: number, period: number): number => Math.ceil((budget * CPU_WHOLE) / period);
const APPS = 2;
const back = share(BACK_BUDGET, BACK_PERIOD);
const front = share(FRONT_BUDGET, FRONT_PERIOD);
const app = {
	priority: 100,
	budget: BACK_BUDGET,
	period: BACK_PERIOD,
	account: 'apps',
	start: false,
} as const;

export default defineSystem({
	name: 'lifecycle',
	description: 'apps that are opened, put in front, and fail',
	accounts: {
		apps: { memory: kibibytes(512), slots: APPS * 32, cpu: (APPS - 1) * back + front, ceiling: 100 },
	},
	components: {
		console: { ...consoleServer, budget: milliseconds(1), worstCase: milliseconds(1) },
		supervisor: {
			folder: 'servers/supervisor',
			manifest: supervisor,
			priority: 190,
			budget: milliseconds(5),
			period: milliseconds(200),
		},
		lifecycle: {
			folder: 'servers/lifecycle',
			manifest: lifecycle,
			priority: 180,
			budget: milliseconds(5),
			period: milliseconds(200),
			worstCase: milliseconds(1),
			faultHandler: { component: 'supervisor', badge: 0 },
			restart: { limit: 3, backOff: milliseconds(5) },
		},
		manager: {
			folder: 'test/systems/manager',
			manifest: manager,
			priority: 150,
			budget: milliseconds(20),
			period: milliseconds(100),
		},
		quiet: {
			folder: 'test/components/hostile/traps',
			manifest: traps,
			...app,
			faultHandler: { component: 'lifecycle', badge: 0 },
		},
		loops: {
			folder: 'test/components/hostile/loops',
			manifest: loops,
			...app,
			patience: 2,
			faultHandler: { component: 'lifecycle', badge: 3 },
		},
	},
	regions: {
		consoleRoster,
		supervisorRoster: rosterOf('supervisor'),
		lifecycleRoster: rosterOf('lifecycle'),
	},
	channels: [
		{ kind: 'gate', from: { component: 'supervisor', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'lifecycle', as: 'console' }, to: 'console', badge: 2, apart: true },
		{ kind: 'gate', from: { component: 'manager', as: 'console' }, to: 'console', badge: 3 },
		{ kind: 'gate', from: { component: 'manager', as: 'lifecycle' }, to: 'lifecycle', badge: 1 },
		{ kind: 'signal', from: { component: 'lifecycle', as: 'screen' }, to: 'manager', bit: 0 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'supervisor', as: 'child0' }, process: 'lifecycle', rights: ['start', 'stop'] },
		{ to: { component: 'lifecycle', as: 'app0' }, process: 'quiet', rights: ['configure', 'start', 'stop'] },
		{ to: { component: 'lifecycle', as: 'app3' }, process: 'loops', rights: ['configure', 'start', 'stop'] },
		{ to: { component: 'manager', as: 'apps' }, account: 'apps', rights: ['spend'] },
		{ to: { component: 'manager', as: 'child' }, process: 'lifecycle', rights: ['configure'] },
		{ to: { component: 'manager', as: 'power' }, control: ['halt'] },
	],
	expect: {
		exitCode: 0,
		log: [
			'manager: told in step 0',
			'manager: app 0, state 0, faults 0, cause 0, KiB 64',
			'manager: app 7 gives error 16',
			'manager: free share: 23218',
			'manager: opened: 0',
			'manager: in front: 0',
			'manager: app 0, state 1, faults 0, cause 0, KiB 64',
			'manager: free share: 0',
			'manager: opened: 0',
			'manager: in front: 0',
			'manager: app 3, state 1, faults 0, cause 0, KiB 64',
			'lifecycle: loops used more time than it declared',
			'manager: told in step 2',
			'manager: app 3, state 2, faults 1, cause 4, KiB 64',
			'manager: closed: 0',
			'manager: app 3, state 0, faults 1, cause 4, KiB 64',
			'manager: in front: 0',
			'supervisor: lifecycle used more time than it declared; restart in 5000 us',
			'manager: lifecycle answers: -10',
			'supervisor: lifecycle runs again',
			'manager: told in step 4',
			'manager: app 0, state 1, faults 0, cause 0, KiB 64',
			'manager: free share: 23218',
			'manager: in front: 0',
			'manager: free share: 0',
			'manager: in front: 0',
			'manager: free share: 23218',
			'manager: closed: 0',
			'manager: app 0, state 0, faults 0, cause 0, KiB 64',
		],
	},
});
