/** What a component may ask of the kernel besides calls: `notify`, `system`, `batch`, `wait`, `clock`. */
import { BATCH_ENTRIES, BATCH_ENTRY_BYTES, RESULT_WORDS } from '../../../abi/component.ts';
import { INVALID_ARGUMENT, OUT_OF_BOUNDS } from '../../../abi/errors.ts';
import { high, low } from './clock.ts';
import type { Core } from './core.ts';
import { attend, waitForKernel } from './dispatch.ts';
import { HALTED } from './faults.ts';
import type { ComponentImports, Status } from './imports.ts';
import type { ComponentInstance } from './instance.ts';
import type { HostedProcess } from './process.ts';
import { CURRENT, FUEL, OUT_PREEMPT, OUT_WORD0, OUT_WORDS } from './words.ts';

const RESULT_WORD = RESULT_WORDS >> 2;
const ENTRY_WORDS = BATCH_ENTRY_BYTES >> 2;
const ENTRY_RESULT = ENTRY_WORDS - 1;

type Services = Pick<ComponentImports, 'notify' | 'system' | 'batch' | 'wait' | 'clock'>;

/** The service functions of one instance of `process`. */
export function bindServices(core: Core, process: HostedProcess, self: ComponentInstance): Services {
	const { meter, words, clock, entries } = core;
	const ownWords = self.words;
	const ownRow = process.row;

	/** One kernel call, its result words included. */
	function perform(number: number, a0: number, a1: number, a2: number, a3: number, a4: number, a5: number): number {
		const now = clock.now();
		const status = entries.system(number, a0, a1, a2, a3, a4, a5, low(now), high(now));
		const count = words[OUT_WORDS] as number;
		if (count > 0) ownWords[RESULT_WORD] = words[OUT_WORD0] as number;
		if (count > 1) ownWords[RESULT_WORD + 1] = words[OUT_WORD0 + 1] as number;
		return status;
	}

	/** True while the process may go on performing calls. */
	function executing(): boolean {
		return words[CURRENT] === ownRow && core.exitCode === undefined;
	}

	/** After kernel calls: the machine stopped, the process ended itself, somebody higher became ready, or nothing of that. */
	function afterwards(status: number): Status {
		if (core.exitCode !== undefined) throw HALTED;
		if (words[CURRENT] !== ownRow) return waitForKernel(core, process, self, status);
		if (core.lines.waiting) core.deliver();
		if (core.alarmDue()) core.tick();
		if (((words[OUT_PREEMPT] as number) | self.attention) !== 0) return attend(core, process, self, status);
		return status;
	}

	return {
		notify(signal) {
			const status = entries.notify(signal);
			process.notifies += 1;
			if (words[OUT_PREEMPT] !== 0) return attend(core, process, self, status);
			return status;
		},
		system(number, a0, a1, a2, a3, a4, a5) {
			return afterwards(perform(number, a0, a1, a2, a3, a4, a5));
		},
		batch(offset, count) {
			if (count < 0 || count > BATCH_ENTRIES || (offset & 3) !== 0) return INVALID_ARGUMENT;
			const first = offset >>> 2;
			if (first + count * ENTRY_WORDS > ownWords.length) return OUT_OF_BOUNDS;
			let done = 0;
			while (done < count && executing()) {
				const entry = first + done * ENTRY_WORDS;
				const [number, a0, a1, a2, a3, a4, a5] = ownWords.subarray(entry, entry + ENTRY_RESULT) as unknown as BatchCall;
				ownWords[entry + ENTRY_RESULT] = perform(number, a0, a1, a2, a3, a4, a5);
				done += 1;
			}
			return afterwards(done);
		},
		wait() {
			const now = clock.now();
			const bits = entries.wait(Math.max(0, meter[FUEL] as number), low(now), high(now));
			return words[CURRENT] === ownRow ? bits : waitForKernel(core, process, self, 0);
		},
		clock() {
			return BigInt(Math.floor(clock.now()));
		},
	};
}

type BatchCall = [number, number, number, number, number, number, number];
