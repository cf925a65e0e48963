/** What the address of the page says of the run. */
import type { RemoteOptions } from '../remote.ts';

/** `?deterministic&seed=1&watchdog=2000`; what is absent or no number has its default. */
export function runParameters(search: string): RemoteOptions {
	const parameters = new URLSearchParams(search);
	const watchdog = positive(parameters.get('watchdog'));
	return {
		deterministic: parameters.has('deterministic'),
		seed: positive(parameters.get('seed')) ?? 0,
		...(watchdog === undefined ? {} : { watchdog }),
	};
}

function positive(text: string | null): number | undefined {
	const value = Number(text);
	return Number.isInteger(value) && value > 0 ? value : undefined;
}
