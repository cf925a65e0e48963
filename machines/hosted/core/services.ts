/** What a component may ask of the kernel besides calls: `notify`, `system`, `batch`, `wait`, `clock`. */
import { CONFIGURE_PRIORITY, PROCESS_CONFIGURE } from '../../../abi/calls.ts';
import { BATCH_ENTRIES, BATCH_ENTRY_BYTES, MEMORY_OWN, RESULT_WORDS } from '../../../abi/component.ts';
import { INVALID_ARGUMENT, OK, OUT_OF_BOUNDS } from '../../../abi/errors.ts';
import { high, low } from './clock.ts';
import type { Core } from './core.ts';
import { attend, waitForKernel } from './dispatch.ts';
import { HALTED } from './faults.ts';
import type { ComponentImports, Status } from './imports.ts';
import { mappingOf } from './mapping.ts';
import type { HostedProcess } from './process.ts';
import * as words from './words.ts';

// Constants of this module are folded into the code by V8, imported ones are not.
const { CURRENT, FUEL, OUT_PREEMPT, OUT_WORD0, OUT_WORDS } = words;
const RESULT_WORD = RESULT_WORDS >> 2;
const ENTRY_WORDS = BATCH_ENTRY_BYTES >> 2;
const ENTRY_RESULT = ENTRY_WORDS - 1;

type Services = Pick<ComponentImports, 'notify' | 'system' | 'batch' | 'wait' | 'clock'>;

/** The service functions, the same for every component of the machine: the caller is the process that the kernel executes. */
export function bindServices(core: Core): Services {
	const { meter, globals, processes, clock, entries } = core;

	function caller(): HostedProcess {
		return processes[globals[CURRENT] as number] as HostedProcess;
	}

	/** One kernel call; its result words, if any, are in the kernel's OUT fields. */
	function perform(number: number, a0: number, a1: number, a2: number, a3: number, a4: number, a5: number): number {
		const now = clock.now();
		const status = entries.system(number, a0, a1, a2, a3, a4, a5, low(now), high(now));
		if (number === PROCESS_CONFIGURE && a1 === CONFIGURE_PRIORITY && status === OK) core.retireMisplaced();
		return status;
	}

	/** Gives a component the words of its last kernel call. */
	function giveWords(own: Int32Array): void {
		const count = globals[OUT_WORDS] as number;
		if (count > 0) own[RESULT_WORD] = globals[OUT_WORD0] as number;
		if (count > 1) own[RESULT_WORD + 1] = globals[OUT_WORD0 + 1] as number;
	}

	/** A batch ends early when its process does, when the machine does, and when the memory that it lies in is given up. */
	function goesOn(process: HostedProcess): boolean {
		if (globals[CURRENT] !== process.row || core.exitCode !== undefined) return false;
		return mappingOf(core.words, process.row, MEMORY_OWN) !== undefined;
	}

	/** After kernel calls: the machine stopped, the process ended itself, somebody higher became ready, or nothing of that. */
	function afterwards(process: HostedProcess, status: number): Status {
		if (core.exitCode !== undefined) throw HALTED;
		if (globals[CURRENT] !== process.row) return waitForKernel(core, process, status);
		if (core.devices !== undefined) core.devices.look();
		if (core.lines.waiting) core.deliver();
		if (core.alarmDue()) core.tick();
		if (((globals[OUT_PREEMPT] as number) | process.attention) !== 0) return attend(core, process, status);
		return status;
	}

	return {
		notify(signal) {
			const process = caller();
			const status = entries.notify(signal);
			process.notifies += 1;
			return globals[OUT_PREEMPT] !== 0 ? attend(core, process, status) : status;
		},
		system(number, a0, a1, a2, a3, a4, a5) {
			const process = caller();
			const status = perform(number, a0, a1, a2, a3, a4, a5);
			giveWords(process.words);
			return afterwards(process, status);
		},
		batch(offset, count) {
			const process = caller();
			const own = process.words;
			if (count < 0 || count > BATCH_ENTRIES || (offset & 3) !== 0) return INVALID_ARGUMENT;
			const first = offset >>> 2;
			if (first + count * ENTRY_WORDS > own.length) return OUT_OF_BOUNDS;
			let done = 0;
			while (done < count && goesOn(process)) {
				const entry = first + done * ENTRY_WORDS;
				const [number, a0, a1, a2, a3, a4, a5] = own.subarray(entry, entry + ENTRY_RESULT) as unknown as BatchCall;
				own[entry + ENTRY_RESULT] = perform(number, a0, a1, a2, a3, a4, a5);
				done += 1;
			}
			return afterwards(process, done);
		},
		wait() {
			const process = caller();
			const now = clock.now();
			const bits = entries.wait(Math.max(0, meter[FUEL] as number), low(now), high(now));
			return globals[CURRENT] === process.row ? bits : waitForKernel(core, process, 0);
		},
		clock() {
			return BigInt(Math.floor(clock.now()));
		},
	};
}

type BatchCall = [number, number, number, number, number, number, number];
