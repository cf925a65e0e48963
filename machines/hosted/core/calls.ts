/**
 * Protected calls: client -> kernel.call -> server -> kernel.reply -> client, all on one stack. The hot path of the hosted machine:
 * no allocation, no BigInt, word views only. A trap of the server ends at the `catch` of the call that entered it.
 */

import { CAUSE_STACK } from '../../../abi/calls.ts';
import { RESULT_WORDS } from '../../../abi/component.ts';
import type { Core } from './core.ts';
import { attend, containFault, waitForKernel } from './dispatch.ts';
import { ComponentFault } from './faults.ts';
import type { ComponentImports, Status } from './imports.ts';
import type { ComponentInstance } from './instance.ts';
import type { CallWords, HostedProcess } from './process.ts';
import { PROGRAM_ENTRY } from './program.ts';
import * as stack from './stack.ts';
import * as words from './words.ts';

// V8 loads an imported constant from memory each time, but folds a constant of this module into the code (measured: 8 ns a call).
const { CURRENT, DEADLINE, DEPTH, FUEL, OUT_ARGUMENT, OUT_LIMIT, OUT_PREEMPT } = words;
const { CROSSING_STACK, DEPTH_MOST } = stack;
const RESULT_WORD = RESULT_WORDS >> 2;
const COUNT_MASK = 7;
const COUNT_MOST = 6;
const NO_STACK = 'no stack left for a call';

type CallImports = Pick<ComponentImports, 'call0' | 'call4' | 'call6' | 'callWith'>;

/** Copies the result words that a status announces. */
export function copyResult(from: Int32Array, to: Int32Array, status: number): void {
	const count = Math.min(status & COUNT_MASK, COUNT_MOST);
	for (let index = RESULT_WORD; index < RESULT_WORD + count; index++) to[index] = from[index] as number;
}

/**
 * The call functions, the same for every component of the machine: the caller is the process that the kernel executes. Made once a
 * machine, so that V8 can treat everything they capture as constant; and written out four times, because V8 stops inlining helper
 * functions here (measured: 33 ns a round trip as it is, 42 ns with the first part in helpers).
 */
export function bindCalls(core: Core): CallImports {
	const { meter, globals, processes } = core;
	const { enter } = core.entry;
	const { call, callWith, reply } = core.entries;

	/** The server has returned. `self` is the instance that the client called from. */
	function end(
		client: HostedProcess,
		self: ComponentInstance | undefined,
		server: HostedProcess,
		status: number,
		depth: number,
	): Status {
		const left = meter[FUEL] as number;
		const row = reply(left, status);
		meter[DEPTH] = depth;
		client.calls += 1;
		if (row !== client.row) return waitForKernel(core, client, self, 0);
		const limit = globals[OUT_LIMIT] as number;
		meter[DEADLINE] = (meter[DEADLINE] as number) + limit - left;
		meter[FUEL] = limit;
		const result = globals[OUT_ARGUMENT] as number;
		if ((result & COUNT_MASK) !== 0) copyResult(server.words, client.words, result);
		if (((globals[OUT_PREEMPT] as number) | client.attention) !== 0) return attend(core, client, result);
		return result;
	}

	/** The server did not return: a fault is told to the kernel, which answers the client. */
	function failed(
		client: HostedProcess,
		self: ComponentInstance | undefined,
		server: HostedProcess,
		error: unknown,
		depth: number,
	): Status {
		meter[DEPTH] = depth;
		if (error !== PROGRAM_ENTRY) containFault(core, server, error);
		return waitForKernel(core, client, self, 0);
	}

	/** The kernel refused the call, or first lets the server finish something else: then the words are kept for it. */
	function notEntered(client: HostedProcess, row: number, ...words: CallWords): Status {
		if (row < 0) return row;
		client.deferred.set(words);
		return waitForKernel(core, client, client.instance, 0);
	}

	return {
		call0(gate, method) {
			const depth = meter[DEPTH] as number;
			if (depth > DEPTH_MOST) throw new ComponentFault(CAUSE_STACK, NO_STACK);
			const client = processes[globals[CURRENT] as number] as HostedProcess;
			const self = client.instance;
			const left = meter[FUEL] as number;
			const row = call(left, gate);
			if (row <= 0) return notEntered(client, row, method, 0, 0, 0, 0, 0, 0);
			const server = processes[row] as HostedProcess;
			const limit = globals[OUT_LIMIT] as number;
			meter[DEADLINE] = (meter[DEADLINE] as number) + limit - left;
			meter[FUEL] = limit;
			meter[DEPTH] = depth + CROSSING_STACK;
			let status: number;
			try {
				status = enter(row, globals[OUT_ARGUMENT] as number, method, 0, 0, 0, 0, 0, 0);
			} catch (error) {
				return failed(client, self, server, error, depth);
			}
			return end(client, self, server, status, depth);
		},
		call4(gate, method, w0, w1, w2, w3) {
			const depth = meter[DEPTH] as number;
			if (depth > DEPTH_MOST) throw new ComponentFault(CAUSE_STACK, NO_STACK);
			const client = processes[globals[CURRENT] as number] as HostedProcess;
			const self = client.instance;
			const left = meter[FUEL] as number;
			const row = call(left, gate);
			if (row <= 0) return notEntered(client, row, method, w0, w1, w2, w3, 0, 0);
			const server = processes[row] as HostedProcess;
			const limit = globals[OUT_LIMIT] as number;
			meter[DEADLINE] = (meter[DEADLINE] as number) + limit - left;
			meter[FUEL] = limit;
			meter[DEPTH] = depth + CROSSING_STACK;
			let status: number;
			try {
				status = enter(row, globals[OUT_ARGUMENT] as number, method, w0, w1, w2, w3, 0, 0);
			} catch (error) {
				return failed(client, self, server, error, depth);
			}
			return end(client, self, server, status, depth);
		},
		call6(gate, method, w0, w1, w2, w3, w4, w5) {
			const depth = meter[DEPTH] as number;
			if (depth > DEPTH_MOST) throw new ComponentFault(CAUSE_STACK, NO_STACK);
			const client = processes[globals[CURRENT] as number] as HostedProcess;
			const self = client.instance;
			const left = meter[FUEL] as number;
			const row = call(left, gate);
			if (row <= 0) return notEntered(client, row, method, w0, w1, w2, w3, w4, w5);
			const server = processes[row] as HostedProcess;
			const limit = globals[OUT_LIMIT] as number;
			meter[DEADLINE] = (meter[DEADLINE] as number) + limit - left;
			meter[FUEL] = limit;
			meter[DEPTH] = depth + CROSSING_STACK;
			let status: number;
			try {
				status = enter(row, globals[OUT_ARGUMENT] as number, method, w0, w1, w2, w3, w4, w5);
			} catch (error) {
				return failed(client, self, server, error, depth);
			}
			return end(client, self, server, status, depth);
		},
		callWith(gate, method, w0, w1, w2, w3, w4, w5, capabilities, loan, offset, length) {
			const depth = meter[DEPTH] as number;
			if (depth > DEPTH_MOST) throw new ComponentFault(CAUSE_STACK, NO_STACK);
			const client = processes[globals[CURRENT] as number] as HostedProcess;
			const self = client.instance;
			const left = meter[FUEL] as number;
			const row = callWith(left, gate, capabilities, loan, offset, length);
			if (row <= 0) return notEntered(client, row, method, w0, w1, w2, w3, w4, w5);
			const server = processes[row] as HostedProcess;
			const limit = globals[OUT_LIMIT] as number;
			meter[DEADLINE] = (meter[DEADLINE] as number) + limit - left;
			meter[FUEL] = limit;
			meter[DEPTH] = depth + CROSSING_STACK;
			let status: number;
			try {
				status = enter(row, globals[OUT_ARGUMENT] as number, method, w0, w1, w2, w3, w4, w5);
			} catch (error) {
				return failed(client, self, server, error, depth);
			}
			return end(client, self, server, status, depth);
		},
	};
}
