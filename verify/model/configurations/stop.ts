/** Processes that are stopped while they execute, call, serve or wait to go on: by a manager, and by themselves. */

import * as call from '../../../abi/calls.ts';
import { asks, calls, interrupts } from '../actions.ts';
import type { Configuration } from '../configuration.ts';

const CLIENT = { row: 2, name: 'client', priority: 100 };
const MIDDLE = { row: 3, name: 'middle', priority: 150, worstCase: 2 };
const SERVER = { row: 4, name: 'server', priority: 200, worstCase: 1 };
const MANAGER = { row: 5, name: 'manager', priority: 220 };
const GATE = 4;
const LINE_FIRST = 40;

type Part = typeof CLIENT | typeof MIDDLE;

/** `chain`: whoever calls first, to whoever is called last. */
function stopped(name: string, says: string, chain: readonly Part[]): Configuration {
	const everybody = [...chain, MANAGER];
	const callers = chain.slice(0, -1).map((by, index) => ({ by, to: chain[index + 1] as Part }));
	return {
		name,
		says,
		canSuspend: true,
		timed: false,
		faults: false,
		grants: [],
		regions: [],
		build: (builder) => {
			for (const part of everybody) builder.process(part);
			for (const { by, to } of callers) builder.gate(to.row, 1, { holder: by.row, slot: GATE });
			for (const { row } of chain) builder.self(row, { holder: MANAGER.row, slot: row });
			for (const { row } of everybody) builder.line(LINE_FIRST + row, row, 1);
		},
		actions: [
			...everybody.flatMap(({ row, name: whom }) => interrupts(LINE_FIRST + row, whom)),
			...callers.map(({ by, to }) => calls(by, GATE, to.name)),
			...chain.flatMap(({ row, name: whom }) => [
				asks(MANAGER, `stops ${whom}`, call.PROCESS_STOP, [row], [row]),
				asks(MANAGER, `starts ${whom}`, call.PROCESS_START, [row], [row]),
			]),
			...[chain[0] as Part, SERVER].map((by) => asks(by, 'stops itself', call.PROCESS_STOP, [0], [])),
		],
	};
}

export const stop = stopped('stop', 'client and server are stopped by a manager, also in a call, and started again', [
	CLIENT,
	SERVER,
]);
/** Larger: not to be explored to its end in a minute. */
export const stopChain = stopped('stop-chain', 'as `stop`, with a middle that is called and calls', [
	CLIENT,
	MIDDLE,
	SERVER,
]);
