/** What the panel shows, computed from two looks at the machine: the kernel's own tables, and what has been counted between them. */
import { STATE_FAULTED, STATE_STOPPED } from '../../../abi/calls.ts';
import { KIND_GATE } from '../../../abi/rights.ts';
import type { HolderView } from '../../../machines/hosted/browser/summary.ts';

/** Parts of the system, by priority (docs/reference/06-phone.md). */
export const BANDS = ['Apps', 'Servers', 'Drivers'] as const;
const SERVERS_FROM = 101;
const DRIVERS_FROM = 222;
/** PROCESS_TIME counts in these. */
const TIME_UNIT_NANOSECONDS = 1024;
const SECOND = 1e9;
/** Part of a rate that is left at the next look, and the rate that is nothing. */
const FADING = 0.6;
const RATE_LEAST = 0.5;

/** A component, as a person wants to see it. */
export interface ComponentView {
	readonly row: number;
	readonly name: string;
	readonly band: (typeof BANDS)[number];
	readonly priority: number;
	readonly failed: boolean;
	readonly faults: number;
	/** Part of the processor, 0..1. */
	readonly share: number;
	readonly memoryBytes: number;
	/** Protected calls that it makes in a second. */
	readonly calls: number;
}

/** Who may call whom, and how often that happens. */
export interface CallEdge {
	readonly from: number;
	readonly to: number;
	/** Calls a second. */
	readonly rate: number;
}

/** A look at the machine. */
export interface Look {
	readonly nanoseconds: number;
	readonly holders: readonly HolderView[];
}

/** The components, highest priority first, with what they used since the look before. */
export function componentsOf(look: Look, before: Look | undefined): ComponentView[] {
	const seconds = secondsBetween(look, before);
	const earlier = new Map(before?.holders.map((holder) => [holder.row, holder]));
	const views = look.holders.filter(isPart).map((holder): ComponentView => {
		const last = earlier.get(holder.row);
		const used = ((holder.time - (last?.time ?? 0)) >>> 0) * TIME_UNIT_NANOSECONDS;
		return {
			row: holder.row,
			name: holder.name,
			band: bandOf(holder.priority),
			priority: holder.priority,
			failed: holder.state === STATE_FAULTED,
			faults: holder.faults,
			share: used / SECOND / seconds,
			memoryBytes: holder.memoryBytes,
			calls: Math.max(0, holder.calls - (last?.calls ?? 0)) / seconds,
		};
	});
	return views.sort((one, other) => other.priority - one.priority);
}

/** Init has given everything away and stopped: it is no part of the system any more. */
function isPart({ state, holdings }: HolderView): boolean {
	return state !== STATE_STOPPED || holdings.length > 0;
}

/** Gates that lead somewhere, one for each caller and callee. What was called a moment ago fades: most calls come in bursts that nobody would see. */
export class CallRates {
	private readonly rates = new Map<string, number>();

	edges(look: Look, before: Look | undefined): CallEdge[] {
		const seconds = secondsBetween(look, before);
		const earlier = totalsOf(before);
		return [...totalsOf(look)].map(([key, count]) => {
			const [from, to] = key.split(' ').map(Number) as [number, number];
			const now = Math.max(0, count - (earlier.get(key) ?? 0)) / seconds;
			const faded = (this.rates.get(key) ?? 0) * FADING;
			const rate = now > faded ? now : faded < RATE_LEAST ? 0 : faded;
			this.rates.set(key, rate);
			return { from, to, rate };
		});
	}
}

/** Calls so far, by caller and callee. */
function totalsOf(look: Look | undefined): Map<string, number> {
	const totals = new Map<string, number>();
	for (const { row, holdings } of look?.holders ?? []) {
		for (const { kind, object, calls } of holdings) {
			if (kind !== KIND_GATE) continue;
			const key = `${row} ${object}`;
			totals.set(key, (totals.get(key) ?? 0) + calls);
		}
	}
	return totals;
}

function secondsBetween(look: Look, before: Look | undefined): number {
	return Math.max(1e-3, (look.nanoseconds - (before?.nanoseconds ?? 0)) / SECOND);
}

function bandOf(priority: number): ComponentView['band'] {
	if (priority >= DRIVERS_FROM) return 'Drivers';
	return priority >= SERVERS_FROM ? 'Servers' : 'Apps';
}
