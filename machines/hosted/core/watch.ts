/** Somebody outside listens to the calls of one component, as a measurement does: the component cannot see it, and nobody else pays for it. */
import type { ComponentModules } from './imports.ts';
import type { CallWords } from './process.ts';

/** Hears of every answered call with a loan: its gate, then method and words, and the status. */
export type CallListener = (gate: number, call: Readonly<CallWords>, status: number) => void;

/** Functions for an event-driven component that `hear` listens to. Calls with a loan only: pixels, descriptions and texts go with them. */
export function overheard(imports: ComponentModules, hear: CallListener): ComponentModules {
	const callWith = imports.kernel.callWith as (...call: number[]) => number;
	const kernel = {
		...imports.kernel,
		callWith: (...call: number[]) => {
			const status = callWith(...call);
			const [gate = 0, ...words] = call;
			hear(gate, words.slice(0, 7) as CallWords, status);
			return status;
		},
	};
	return { ...imports, kernel };
}
