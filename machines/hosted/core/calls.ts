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
import type { HostedProcess } from './process.ts';
import { PROGRAM_ENTRY } from './program.ts';
import { CROSSING_STACK, DEPTH_MOST } from './stack.ts';
import { DEADLINE, DEPTH, FUEL, OUT_ARGUMENT, OUT_LIMIT, OUT_PREEMPT } from './words.ts';

const RESULT_WORD = RESULT_WORDS >> 2;
const COUNT_MASK = 7;
const COUNT_MOST = 6;

type CallImports = Pick<ComponentImports, 'call0' | 'call4' | 'call6' | 'callWith'>;

/** Copies the result words that a status announces. */
export function copyResult(from: Int32Array, to: Int32Array, status: number): void {
	const count = Math.min(status & COUNT_MASK, COUNT_MOST);
	for (let index = RESULT_WORD; index < RESULT_WORD + count; index++) to[index] = from[index] as number;
}

/** The call functions of one instance of `client`. */
export function bindCalls(core: Core, client: HostedProcess, self: ComponentInstance): CallImports {
	const { meter, words, processes } = core;
	const { call, callWith, reply } = core.entries;
	const ownWords = self.words;
	const ownRow = client.row;

	/** The metered depth, if it leaves enough for a server. */
	function depthForCall(): number {
		const depth = meter[DEPTH] as number;
		if (depth > DEPTH_MOST) throw new ComponentFault(CAUSE_STACK, 'no stack left for a call');
		return depth;
	}

	/** Gives the processor to the server that the kernel has admitted: its badge. */
	function begin(left: number, depth: number): number {
		const limit = words[OUT_LIMIT] as number;
		meter[DEADLINE] = (meter[DEADLINE] as number) + limit - left;
		meter[FUEL] = limit;
		meter[DEPTH] = depth + CROSSING_STACK;
		return words[OUT_ARGUMENT] as number;
	}

	/** The server has returned. */
	function end(server: HostedProcess, status: number, depth: number): Status {
		const left = meter[FUEL] as number;
		const row = reply(left, status);
		meter[DEPTH] = depth;
		client.calls += 1;
		if (row !== ownRow) return waitForKernel(core, client, self, 0);
		const limit = words[OUT_LIMIT] as number;
		meter[DEADLINE] = (meter[DEADLINE] as number) + limit - left;
		meter[FUEL] = limit;
		const result = words[OUT_ARGUMENT] as number;
		if ((result & COUNT_MASK) !== 0) copyResult(server.words, ownWords, result);
		if (((words[OUT_PREEMPT] as number) | self.attention) !== 0) return attend(core, client, self, result);
		return result;
	}

	/** The server did not return: a fault is told to the kernel, which answers the client. */
	function failed(server: HostedProcess, error: unknown, depth: number): Status {
		meter[DEPTH] = depth;
		if (error !== PROGRAM_ENTRY) containFault(core, server, error);
		return waitForKernel(core, client, self, 0);
	}

	/** The kernel first lets the server finish something else; it finds the words here. */
	function deferred(method: number, w0: number, w1: number, w2: number, w3: number, w4: number, w5: number): Status {
		client.deferred.set([method, w0, w1, w2, w3, w4, w5]);
		return waitForKernel(core, client, self, 0);
	}

	return {
		call0(gate, method) {
			const depth = depthForCall();
			const left = meter[FUEL] as number;
			const row = call(left, gate);
			if (row <= 0) return row < 0 ? row : deferred(method, 0, 0, 0, 0, 0, 0);
			const server = processes[row] as HostedProcess;
			const badge = begin(left, depth);
			let status: number;
			try {
				status = server.protected(badge, method, 0, 0, 0, 0, 0, 0);
			} catch (error) {
				return failed(server, error, depth);
			}
			return end(server, status, depth);
		},
		call4(gate, method, w0, w1, w2, w3) {
			const depth = depthForCall();
			const left = meter[FUEL] as number;
			const row = call(left, gate);
			if (row <= 0) return row < 0 ? row : deferred(method, w0, w1, w2, w3, 0, 0);
			const server = processes[row] as HostedProcess;
			const badge = begin(left, depth);
			let status: number;
			try {
				status = server.protected(badge, method, w0, w1, w2, w3, 0, 0);
			} catch (error) {
				return failed(server, error, depth);
			}
			return end(server, status, depth);
		},
		call6(gate, method, w0, w1, w2, w3, w4, w5) {
			const depth = depthForCall();
			const left = meter[FUEL] as number;
			const row = call(left, gate);
			if (row <= 0) return row < 0 ? row : deferred(method, w0, w1, w2, w3, w4, w5);
			const server = processes[row] as HostedProcess;
			const badge = begin(left, depth);
			let status: number;
			try {
				status = server.protected(badge, method, w0, w1, w2, w3, w4, w5);
			} catch (error) {
				return failed(server, error, depth);
			}
			return end(server, status, depth);
		},
		callWith(gate, method, w0, w1, w2, w3, w4, w5, capabilities, loan, offset, length) {
			const depth = depthForCall();
			const left = meter[FUEL] as number;
			const row = callWith(left, gate, capabilities, loan, offset, length);
			if (row <= 0) return row < 0 ? row : deferred(method, w0, w1, w2, w3, w4, w5);
			const server = processes[row] as HostedProcess;
			const badge = begin(left, depth);
			let status: number;
			try {
				status = server.protected(badge, method, w0, w1, w2, w3, w4, w5);
			} catch (error) {
				return failed(server, error, depth);
			}
			return end(server, status, depth);
		},
	};
}
