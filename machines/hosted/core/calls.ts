/**
 * Protected calls as a component sees them. The passage (passage.ts) does the work; here its traps are caught, and everything is done
 * that seldom happens. No allocation on the way of a call that succeeds.
 */
import { CAUSE_STACK } from '../../../abi/calls.ts';
import { RESULT_WORDS } from '../../../abi/component.ts';
import type { Core } from './core.ts';
import { attend, containFault, waitForKernel } from './dispatch.ts';
import { ComponentFault } from './faults.ts';
import type { ComponentImports, Status } from './imports.ts';
import type { CallWords, HostedProcess } from './process.ts';
import { PROGRAM_ENTRY } from './program.ts';
import * as words from './words.ts';

// V8 loads an imported constant from memory each time, but folds a constant of this module into the code (measured: 8 ns a call).
const { CURRENT, DEPTH, EVENT, EVENT_DEFERRED, EVENT_NO_CLIENT, EVENT_NO_STACK, SERVER } = words;
const RESULT_WORD = RESULT_WORDS >> 2;
const COUNT_MASK = 7;
const COUNT_MOST = 6;

type CallImports = Pick<ComponentImports, 'call0' | 'call4' | 'call6' | 'callWith'>;

/** Copies the result words that a status announces. */
export function copyResult(from: Int32Array, to: Int32Array, status: number): void {
	const count = Math.min(status & COUNT_MASK, COUNT_MOST);
	for (let index = RESULT_WORD; index < RESULT_WORD + count; index++) to[index] = from[index] as number;
}

/**
 * The call functions, the same for every component of the machine: the caller is the process that the kernel executes. Made once a
 * machine, so that V8 can treat everything they capture as constant.
 */
export function bindCalls(core: Core): CallImports {
	const { meter, globals, processes, tally } = core;
	const { pass, passWith } = core.passage;

	/** The passage has left something to do, and `status` if the server has answered. */
	function more(row: number, status: number, ...call: CallWords): Status {
		const client = processes[row] as HostedProcess;
		const event = meter[EVENT];
		meter[EVENT] = 0;
		if (event === EVENT_NO_STACK) throw new ComponentFault(CAUSE_STACK, 'no stack left for a call');
		if (event === EVENT_DEFERRED) client.deferred.set(call);
		if (event === EVENT_DEFERRED || event === EVENT_NO_CLIENT) return waitForKernel(core, client, 0);
		copyResult(core.process(meter[SERVER] as number).words, client.words, status);
		return attend(core, client, status);
	}

	/** The server did not return: a fault is told to the kernel, which answers the client. */
	function failed(row: number, depth: number, error: unknown): Status {
		meter[DEPTH] = depth;
		if (error !== PROGRAM_ENTRY) containFault(core, core.executing(), error);
		return waitForKernel(core, processes[row] as HostedProcess, 0);
	}

	return {
		call0(gate, method) {
			const row = globals[CURRENT] as number;
			if (tally !== undefined) tally.count(row, gate);
			const depth = meter[DEPTH] as number;
			let status: number;
			try {
				status = pass(gate, method, 0, 0, 0, 0, 0, 0);
			} catch (error) {
				return failed(row, depth, error);
			}
			return meter[EVENT] === 0 ? status : more(row, status, method, 0, 0, 0, 0, 0, 0);
		},
		call4(gate, method, w0, w1, w2, w3) {
			const row = globals[CURRENT] as number;
			if (tally !== undefined) tally.count(row, gate);
			const depth = meter[DEPTH] as number;
			let status: number;
			try {
				status = pass(gate, method, w0, w1, w2, w3, 0, 0);
			} catch (error) {
				return failed(row, depth, error);
			}
			return meter[EVENT] === 0 ? status : more(row, status, method, w0, w1, w2, w3, 0, 0);
		},
		call6(gate, method, w0, w1, w2, w3, w4, w5) {
			const row = globals[CURRENT] as number;
			if (tally !== undefined) tally.count(row, gate);
			const depth = meter[DEPTH] as number;
			let status: number;
			try {
				status = pass(gate, method, w0, w1, w2, w3, w4, w5);
			} catch (error) {
				return failed(row, depth, error);
			}
			return meter[EVENT] === 0 ? status : more(row, status, method, w0, w1, w2, w3, w4, w5);
		},
		callWith(gate, method, w0, w1, w2, w3, w4, w5, capabilities, loan, offset, length) {
			const row = globals[CURRENT] as number;
			if (tally !== undefined) tally.count(row, gate);
			const depth = meter[DEPTH] as number;
			let status: number;
			try {
				status = passWith(gate, method, w0, w1, w2, w3, w4, w5, capabilities, loan, offset, length);
			} catch (error) {
				return failed(row, depth, error);
			}
			return meter[EVENT] === 0 ? status : more(row, status, method, w0, w1, w2, w3, w4, w5);
		},
	};
}
