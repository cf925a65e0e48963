/** The base of the dispatch loop: event-driven activations in slices under the watchdog, blocking programs, and idling. */

import type { Core } from './core.ts';
import { activate } from './dispatch.ts';
import { HALTED } from './faults.ts';
import type { Host, Inputs } from './inputs.ts';
import type { HostedProcess } from './process.ts';
import { runProgram } from './program.ts';

/** Why a slice ended: with a program to enter, with nothing to do, or because it was long enough. */
type SliceEnd = HostedProcess | 'idle' | 'pause';

/** How a run ended. */
export type RunEnd = 'halted' | 'idle';

/** Runs until the system halts, or is idle for ever (unless `devices` can still raise interrupts). Throws a `MachineError`. */
export async function runCore(core: Core, inputs: Inputs, host: Host, devices: boolean): Promise<RunEnd> {
	let breathed = host.monotonic();
	try {
		for (;;) {
			const end = host.guard(() => runSlice(core, inputs, host));
			if (end !== 'pause' && end !== 'idle') await runProgram(core, end);
			else if (end === 'idle' && !(await inputs.idle(core.alarm(), devices))) return 'idle';
			// Programs, and idle time that is skipped, end slices without giving the platform its turn.
			if (host.monotonic() - breathed < host.slice) continue;
			await host.breathe();
			breathed = host.monotonic();
		}
	} catch (error) {
		if (error === HALTED) return 'halted';
		throw error;
	}
}

function runSlice(core: Core, inputs: Inputs, host: Host): SliceEnd {
	const { stackTraceLimit } = Error;
	// A trap that nobody looks at must not cost a stack trace; one frame tells the place.
	Error.stackTraceLimit = 1;
	try {
		const until = host.monotonic() + host.slice;
		while (host.monotonic() < until) {
			inputs.take();
			const row = core.choose();
			if (row === 0) return 'idle';
			const process = core.process(row);
			if (core.mayBlock(process.row)) return process;
			activate(core, process);
		}
		return 'pause';
	} finally {
		Error.stackTraceLimit = stackTraceLimit;
	}
}
