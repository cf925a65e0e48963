/** What metered code calls when it has run out of fuel or stack (module "meter"). */
import { CAUSE_STACK } from '../../../abi/calls.ts';
import { high, low } from './clock.ts';
import type { Core } from './core.ts';
import { attend } from './dispatch.ts';
import { ComponentFault, ENDED } from './faults.ts';
import type { Status } from './imports.ts';
import { OUT_LIMIT } from './words.ts';

export interface MeterImports {
	memory: WebAssembly.Memory;
	exhausted(): Status;
	overflow(): void;
}

export function bindMeter(core: Core): MeterImports {
	return {
		memory: core.meterMemory,
		/** The limit is used up: the kernel extends it or ends the activation. Here a process without kernel calls is preempted, too. */
		exhausted() {
			if (core.lines.waiting) core.deliver();
			if (core.alarmDue()) core.tick();
			const now = core.clock.now();
			if (core.entries.expire(low(now), high(now)) === 0) throw ENDED;
			core.clock.extend(core.globals[OUT_LIMIT] as number);
			return attend(core, core.executing(), 0);
		},
		overflow() {
			throw new ComponentFault(CAUSE_STACK, 'stack exhausted');
		},
	};
}
