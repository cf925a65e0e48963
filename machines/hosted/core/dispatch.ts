/**
 * Who executes next. Activations nest on the JavaScript stack: a preempted process, or one whose call waits, runs others from within
 * its own kernel call until the kernel resumes it. Priorities make the activations in progress a stack, so the innermost that is
 * alive is always the first to go on; what the kernel has ended meanwhile is unwound with ENDED.
 */
import {
	ENTER_FAULTED,
	ENTER_INIT,
	ENTER_NOTIFIED,
	ENTER_PROTECTED,
	ENTER_RESULT,
	ENTER_RESUME,
} from '../../../kernel/layout.ts';
import { copyResult } from './calls.ts';
import type { Core } from './core.ts';
import { ENDED, endsMachine } from './faults.ts';
import type { Status } from './imports.ts';
import type { ComponentInstance } from './instance.ts';
import { MachineError } from './kernel.ts';
import { type CallWords, type HostedProcess, STALE } from './process.ts';
import { parkProgram } from './program.ts';
import { CROSSING_STACK, DEPTH_MOST } from './stack.ts';
import { withdrawMemories } from './withdraw.ts';
import { DEPTH, OUT_ARGUMENT, OUT_LIMIT, OUT_PREEMPT } from './words.ts';

/** True when the kernel has ended the activation that `self` is in the middle of. */
function isDead(core: Core, process: HostedProcess, self: ComponentInstance): boolean {
	return process.instance !== self || !core.isActive(process.row);
}

/**
 * The executing process goes on with `status`, unless its mappings changed (it loses the memories) or somebody of higher priority
 * is ready (it waits, with what is left of its limit).
 */
export function attend(core: Core, process: HostedProcess, status: number): Status {
	const self = process.instance;
	if (self === undefined) throw ENDED;
	if (process.attention === STALE) withdrawMemories(core, process, self);
	if (core.globals[OUT_PREEMPT] === 0) return status;
	if (!self.program && (core.meter[DEPTH] as number) > DEPTH_MOST) return status;
	core.entries.preempt(core.fuelLeft());
	return waitForKernel(core, process, self, status);
}

/**
 * The process does not execute: others do, until the kernel resumes it. `status` is what its kernel call returns, unless the
 * kernel has a result for it. `self` is the instance that it waits in. Throws ENDED when the kernel ends the activation instead.
 */
export function waitForKernel(
	core: Core,
	process: HostedProcess,
	self: ComponentInstance | undefined,
	status: number,
): Status {
	if (self === undefined) throw ENDED;
	if (self.program) return parkProgram(core, process, status);
	const depth = core.meter[DEPTH] as number;
	core.clock.settle();
	for (;;) {
		const row = core.choose();
		if (isDead(core, process, self)) {
			core.putBack(row);
			throw ENDED;
		}
		if (row === process.row) return resumed(core, process, self, depth, status);
		if (row === 0) throw new MachineError(`process ${process.row} waits, but the kernel finds nobody to run`);
		activate(core, core.process(row));
	}
}

/** The kernel has chosen the waiting process itself. */
function resumed(core: Core, process: HostedProcess, self: ComponentInstance, depth: number, status: number): number {
	core.meter[DEPTH] = depth;
	const result = core.kind === ENTER_RESULT ? (core.globals[OUT_ARGUMENT] as number) : status;
	core.clock.start(core.globals[OUT_LIMIT] as number);
	if (process.attention === STALE) withdrawMemories(core, process, self);
	return result;
}

/** Runs the activation that the kernel has chosen, to its end. */
export function activate(core: Core, process: HostedProcess): void {
	const depth = core.meter[DEPTH] as number;
	const { kind } = core;
	core.meter[DEPTH] = depth + CROSSING_STACK;
	core.clock.start(core.globals[OUT_LIMIT] as number);
	try {
		if (kind === ENTER_PROTECTED) serveDeferred(core, process);
		else {
			runEntry(core, process, kind, core.globals[OUT_ARGUMENT] as number);
			finishActivation(core);
		}
	} catch (error) {
		containFault(core, process, error);
	}
	core.meter[DEPTH] = depth;
	core.clock.settle();
}

/** `init`, `notified` or `faulted`. */
function runEntry(core: Core, process: HostedProcess, kind: number, argument: number): void {
	const instance = core.refresh(process);
	if (kind === ENTER_INIT) instance.entry('init')(argument);
	else if (kind === ENTER_NOTIFIED) instance.entry('notified')(argument);
	else if (kind === ENTER_FAULTED) instance.entry('faulted')(argument);
	else throw new MachineError(`the kernel resumes process ${process.row}, which is not the innermost (kind ${kind})`);
}

/** `init`, `notified` or `faulted` has returned. */
export function finishActivation(core: Core): void {
	core.entries.finish(core.fuelLeft());
}

/** A call that waited until the server had finished something else. */
function serveDeferred(core: Core, server: HostedProcess): void {
	const client = core.callerOf(server.row);
	const words = client.deferred as unknown as CallWords;
	const status = core.entry.enter(server.row, core.globals[OUT_ARGUMENT] as number, ...words);
	replyDeferred(core, server, status);
}

/** Ends a call whose client is not in the JavaScript frame above: the client is chosen next. */
export function replyDeferred(core: Core, server: HostedProcess, status: number): void {
	const row = core.entries.reply(core.fuelLeft(), status);
	if (row === 0) return;
	const client = core.process(row);
	const result = core.globals[OUT_ARGUMENT] as number;
	copyResult(server.words, client.words, result);
	core.putBack(row, ENTER_RESULT);
}

/** An activation ended by an exception: the kernel is told, unless it was the one who ended it. */
export function containFault(core: Core, process: HostedProcess, error: unknown): void {
	if (endsMachine(error)) throw error;
	if (error === ENDED) return;
	const fault = core.recordFault(process, error);
	core.entries.fault(fault.cause, fault.place, core.fuelLeft());
}

/** True when `kind` continues an activation rather than begins one. */
export function continues(kind: number): boolean {
	return kind === ENTER_RESUME || kind === ENTER_RESULT;
}
