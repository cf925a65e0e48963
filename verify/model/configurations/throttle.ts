/** Budgets that run out: throttling, patience, refills, calls that have to wait for the server's own activation, overruns. */

import { calls, interrupts } from '../actions.ts';
import type { Configuration } from '../configuration.ts';

const CLIENT = { row: 2, name: 'client' };
const SERVER = { row: 3, name: 'server' };
const GATE = 4;
const [LINE_CLIENT, LINE_SERVER] = [40, 41];

function throttled(name: string, canSuspend: boolean): Configuration {
	return {
		name,
		says: `budgets run out, on a machine that can${canSuspend ? '' : 'not'} suspend an activation; a call may have to wait for the server's own activation`,
		canSuspend,
		timed: true,
		faults: false,
		grants: [],
		regions: [],
		build: (builder) => {
			builder.process({ ...CLIENT, priority: 100, budget: 4, period: 8 });
			builder.process({ ...SERVER, priority: 200, worstCase: 1, budget: 2, period: 6, patience: 2 });
			builder.gate(SERVER.row, 1, { holder: CLIENT.row, slot: GATE });
			builder.line(LINE_CLIENT, CLIENT.row, 1);
			builder.line(LINE_SERVER, SERVER.row, 1);
		},
		actions: [
			...interrupts(LINE_CLIENT, CLIENT.name),
			...interrupts(LINE_SERVER, SERVER.name),
			calls(CLIENT, GATE, SERVER.name),
		],
	};
}

export const throttle = throttled('throttle', true);
export const throttleHosted = throttled('throttle-hosted', false);
