/** What metered code calls when it has run out of fuel or stack (module "meter"). */
import { CAUSE_STACK } from '../../../abi/calls.ts';
import { high, low } from './clock.ts';
import type { Core } from './core.ts';
import { attend } from './dispatch.ts';
import { ComponentFault, ENDED } from './faults.ts';
import type { Status } from './imports.ts';
import type { ComponentInstance } from './instance.ts';
import type { HostedProcess } from './process.ts';
import { OUT_LIMIT } from './words.ts';

/** The imports of module "meter" for one instance of `process`. */
export function bindMeter(core: Core, process: HostedProcess, self: ComponentInstance): WebAssembly.ModuleImports {
	/** The limit is used up: the kernel extends it or ends the activation. Also where a process without kernel calls is preempted. */
	function exhausted(): Status {
		if (core.lines.waiting) core.deliver();
		if (core.alarmDue()) core.tick();
		const now = core.clock.now();
		if (core.entries.expire(low(now), high(now)) === 0) throw ENDED;
		core.clock.extend(core.words[OUT_LIMIT] as number);
		return attend(core, process, self, 0);
	}

	function overflow(): void {
		throw new ComponentFault(CAUSE_STACK, 'stack exhausted');
	}

	return {
		memory: core.meterMemory,
		exhausted: self.program ? new WebAssembly.Suspending(exhausted) : exhausted,
		overflow,
	};
}
