/** Who holds what, as the kernel's own tables say at this moment: every capability that is still worth something. Reads kernel memory, writes nothing. */
import {
	KIND_ACCOUNT,
	KIND_GATE,
	KIND_INTERRUPT,
	KIND_NONE,
	KIND_PROCESS,
	KIND_REGION,
	KIND_SIGNAL,
} from '../../../abi/rights.ts';
import {
	ACCOUNT_BASE,
	ACCOUNT_GENERATION,
	ACCOUNT_STRIDE,
	BLOCK_BASE,
	BLOCK_SLOTS,
	BLOCK_STRIDE,
	CAPABILITY_BADGE,
	CAPABILITY_GENERATION,
	CAPABILITY_GRANT,
	CAPABILITY_GRANT_GENERATION,
	CAPABILITY_KIND,
	CAPABILITY_OBJECT,
	CAPABILITY_RIGHTS,
	CAPABILITY_STRIDE,
	GRANT_BASE,
	GRANT_DEPTH,
	GRANT_GENERATION,
	GRANT_PARENT,
	GRANT_PARENT_GENERATION,
	GRANT_STRIDE,
	INTERRUPT_BASE,
	INTERRUPT_GENERATION,
	INTERRUPT_STRIDE,
	PROCESS_BASE,
	PROCESS_COUNT,
	PROCESS_GENERATION,
	PROCESS_SLOTS,
	PROCESS_STRIDE,
	REGION_BASE,
	REGION_GENERATION,
	REGION_STRIDE,
	SLOTS_MOST,
} from '../../../kernel/layout.ts';
import { processField } from './mapping.ts';

/** A capability in a process's table. */
export interface Holding {
	readonly slot: number;
	/** KIND_* of abi/rights.ts. */
	readonly kind: number;
	/** Row of the object; of a gate, a signal and a process that process's. */
	readonly object: number;
	readonly rights: number;
	readonly badge: number;
	/** Protected calls through it since the machine began to count; 0 for other kinds. */
	readonly calls: number;
}

/** Tables of objects, and where in a row the generation is. */
const OBJECTS: ReadonlyMap<number, readonly [base: number, stride: number, generation: number]> = new Map([
	[KIND_GATE, [PROCESS_BASE, PROCESS_STRIDE, PROCESS_GENERATION]],
	[KIND_SIGNAL, [PROCESS_BASE, PROCESS_STRIDE, PROCESS_GENERATION]],
	[KIND_PROCESS, [PROCESS_BASE, PROCESS_STRIDE, PROCESS_GENERATION]],
	[KIND_REGION, [REGION_BASE, REGION_STRIDE, REGION_GENERATION]],
	[KIND_ACCOUNT, [ACCOUNT_BASE, ACCOUNT_STRIDE, ACCOUNT_GENERATION]],
	[KIND_INTERRUPT, [INTERRUPT_BASE, INTERRUPT_STRIDE, INTERRUPT_GENERATION]],
]);

const TALLY_SLOTS = SLOTS_MOST;

/** Calls by caller and slot: which gate each went through. */
export class CallTally {
	private readonly counts = new Uint32Array(PROCESS_COUNT * TALLY_SLOTS);

	count(row: number, gate: number): void {
		const index = row * TALLY_SLOTS + (gate & (TALLY_SLOTS - 1));
		this.counts[index] = (this.counts[index] as number) + 1;
	}

	of(row: number, gate: number): number {
		return this.counts[row * TALLY_SLOTS + gate] as number;
	}
}

/** What a process can use now, by slot. */
export function viewHoldings(words: Int32Array, process: number, tally: CallTally | undefined): Holding[] {
	const slots = Array.from({ length: processField(words, process, PROCESS_SLOTS) }, (_, slot) => slot);
	return slots.flatMap((slot) => {
		const row = BLOCK_BASE + process * BLOCK_STRIDE + BLOCK_SLOTS + slot * CAPABILITY_STRIDE;
		const field = (offset: number) => words[(row + offset) >> 2] as number;
		const kind = field(CAPABILITY_KIND);
		if (kind === KIND_NONE || !isAlive(words, kind, field)) return [];
		const calls = kind === KIND_GATE ? (tally?.of(process, slot) ?? 0) : 0;
		const [object, rights, badge] = [field(CAPABILITY_OBJECT), field(CAPABILITY_RIGHTS), field(CAPABILITY_BADGE)];
		return [{ slot, kind, object, rights, badge, calls }];
	});
}

/** The object is still the one that the capability was made for, and no grant on the way to it has been revoked. */
function isAlive(words: Int32Array, kind: number, field: (offset: number) => number): boolean {
	const table = OBJECTS.get(kind);
	if (table !== undefined) {
		const [base, stride, generation] = table;
		const row = base + field(CAPABILITY_OBJECT) * stride;
		if (words[(row + generation) >> 2] !== field(CAPABILITY_GENERATION)) return false;
	}
	return grantHolds(words, field(CAPABILITY_GRANT), field(CAPABILITY_GRANT_GENERATION));
}

function grantHolds(words: Int32Array, first: number, firstGeneration: number): boolean {
	let [grant, generation] = [first, firstGeneration];
	for (let level = 0; grant !== 0 && level < GRANT_DEPTH; level++) {
		const field = (offset: number) => words[(GRANT_BASE + grant * GRANT_STRIDE + offset) >> 2] as number;
		if (field(GRANT_GENERATION) !== generation) return false;
		[grant, generation] = [field(GRANT_PARENT), field(GRANT_PARENT_GENERATION)];
	}
	return true;
}
