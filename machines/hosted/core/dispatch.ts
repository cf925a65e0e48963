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
import { MachineError } from './kernel.ts';
import { type CallWords, type HostedProcess, STALE } from './process.ts';
import { parkProgram } from './program.ts';
import { CROSSING_STACK, DEPTH_MOST } from './stack.ts';
import { withdrawMemories } from './withdraw.ts';
import { DEPTH, OUT_ARGUMENT, OUT_LIMIT, OUT_PREEMPT } from './words.ts';

/**
 * The executing process goes on with `status`, unless its mappings changed (it loses the memories) or somebody of higher priority
 * is ready (it waits, with what is left of its limit).
 */
export function attend(core: Core, process: HostedProcess, status: number): Status {
	if (process.attention === STALE) withdrawMemories(core, process);
	if (core.globals[OUT_PREEMPT] === 0) return status;
	if (!process.isProgram && (core.meter[DEPTH] as number) > DEPTH_MOST) return status;
	core.entries.preempt(core.fuelLeft());
	return waitForKernel(core, process, status);
}

/**
 * The process does not execute: others do, until the kernel resumes it. `status` is what its kernel call returns, unless the
 * kernel has a result for it. Throws ENDED when the kernel has ended the activation instead: as newer frames lie above older ones,
 * the process can have no other activation in progress by then.
 */
export function waitForKernel(core: Core, process: HostedProcess, status: number): Status {
	if (process.isProgram) return parkProgram(core, process, status);
	const depth = core.meter[DEPTH] as number;
	core.clock.settle();
	for (;;) {
		const row = core.choose();
		if (row === process.row && continues(core.kind)) return resumed(core, process, depth, status);
		if (row === process.row || !core.isActive(process.row)) {
			core.putBack(row);
			throw ENDED;
		}
		if (row === 0) throw new MachineError(`process ${process.row} waits, but the kernel finds nobody to run`);
		activate(core, core.process(row));
	}
}

/** The kernel has chosen the waiting process itself. */
function resumed(core: Core, process: HostedProcess, depth: number, status: number): number {
	core.meter[DEPTH] = depth;
	const result = core.kind === ENTER_RESULT ? (core.globals[OUT_ARGUMENT] as number) : status;
	core.clock.start(core.globals[OUT_LIMIT] as number);
	if (process.attention === STALE) withdrawMemories(core, process);
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
	const status = core.passage.enter(server.row, core.globals[OUT_ARGUMENT] as number, ...words);
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
