/** The base of the dispatch loop: event-driven activations in slices under the watchdog, blocking programs, and idling. */

import { BLOCKING_PRIORITIES, PROCESS_PRIORITY } from '../../../kernel/layout.ts';
import type { Core } from './core.ts';
import { activate } from './dispatch.ts';
import { HALTED } from './faults.ts';
import type { Host, Inputs } from './inputs.ts';
import { processField } from './mapping.ts';
import type { HostedProcess } from './process.ts';
import { runProgram } from './program.ts';

/** Activations in one slice, before the platform gets its turn. */
const SLICE_ACTIVATIONS = 4096;

/** Why a slice ended: with a program to enter, with nothing to do, or because it was long enough. */
type SliceEnd = HostedProcess | 'idle' | 'pause';

/** How a run ended. */
export type RunEnd = 'halted' | 'idle';

/** Runs until the system halts, or is idle for ever (unless `devices` can still raise interrupts). Throws a `MachineError`. */
export async function runCore(core: Core, inputs: Inputs, host: Host, devices: boolean): Promise<RunEnd> {
	try {
		for (;;) {
			const end = host.guard(() => runSlice(core, inputs));
			if (end === 'pause') await host.breathe();
			else if (end !== 'idle') await runProgram(core, end);
			else if (!(await inputs.idle(core.alarm(), devices))) return 'idle';
		}
	} catch (error) {
		if (error === HALTED) return 'halted';
		throw error;
	}
}

function runSlice(core: Core, inputs: Inputs): SliceEnd {
	const { stackTraceLimit } = Error;
	// A trap that nobody looks at must not cost a stack trace; one frame tells the place.
	Error.stackTraceLimit = 1;
	try {
		for (let left = SLICE_ACTIVATIONS; left > 0; left--) {
			inputs.take();
			const row = core.choose();
			if (row === 0) return 'idle';
			const process = core.process(row);
			if (isProgram(core, process)) return process;
			activate(core, process);
		}
		return 'pause';
	} finally {
		Error.stackTraceLimit = stackTraceLimit;
	}
}

/** A blocking program, or about to become one. */
function isProgram(core: Core, process: HostedProcess): boolean {
	return processField(core.words, process.row, PROCESS_PRIORITY) < BLOCKING_PRIORITIES;
}
