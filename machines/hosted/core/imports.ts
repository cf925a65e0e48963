/** The nine functions that a component imports from module "kernel" (abi/component.ts). */

import { bindCalls } from './calls.ts';
import type { Core } from './core.ts';
import { bindMeter } from './meter.ts';
import { suspending } from './program.ts';
import { bindServices } from './services.ts';

/** A blocking program's functions may answer later. */
export type Status = number | Promise<number>;

export interface ComponentImports {
	call0(gate: number, method: number): Status;
	call4(gate: number, method: number, w0: number, w1: number, w2: number, w3: number): Status;
	call6(gate: number, method: number, w0: number, w1: number, w2: number, w3: number, w4: number, w5: number): Status;
	callWith(
		gate: number,
		method: number,
		w0: number,
		w1: number,
		w2: number,
		w3: number,
		w4: number,
		w5: number,
		capabilities: number,
		loan: number,
		offset: number,
		length: number,
	): Status;
	notify(signal: number): Status;
	system(number: number, a0: number, a1: number, a2: number, a3: number, a4: number, a5: number): Status;
	batch(offset: number, count: number): Status;
	wait(): Status;
	clock(): bigint;
}

/** The modules that a component imports from, except "memory". */
export type ComponentModules = { kernel: WebAssembly.ModuleImports; meter: WebAssembly.ModuleImports };

/** What event-driven components of the machine import; and what blocking programs do. */
export function makeImports(core: Core): { component: ComponentModules; program: ComponentModules } {
	const kernel: ComponentImports = { ...bindCalls(core), ...bindServices(core) };
	const meter = bindMeter(core);
	return {
		component: { kernel: { ...kernel }, meter: { ...meter } },
		program: {
			kernel: { ...suspending(kernel) },
			meter: { ...meter, exhausted: new WebAssembly.Suspending(meter.exhausted) },
		},
	};
}
