/**
 * One state of many that behave alike. After each entry, in the kernel's memory itself:
 * - Time is relative: every time is shifted so that "now" is START again. Due is due: an earlier time becomes START. The kernel only compares
 *   times with now and adds periods to them.
 * - A generation matters only as "the object's" or "an earlier one", which never becomes the object's again: they become 1 and 0. The same for
 *   the epoch. So generations and epochs do not grow; what the kernel does at GENERATION_LAST is not explored.
 * - What is written again before it is read becomes zero: results for the machine, counts of faults and of time, what is left over of the last activation.
 */

import { KIND_ACCOUNT, KIND_GATE, KIND_NONE, KIND_PROCESS, KIND_REGION, KIND_SIGNAL } from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import { START } from './configuration.ts';

const ROW = layout.PROCESS_STRIDE >>> 2;
const REFILLS = 4;
/** Fields that nothing but a READ call reads. */
const STATISTICS = [layout.PROCESS_CAUSE, layout.PROCESS_PLACE, layout.PROCESS_FAULT_COUNT, layout.PROCESS_TIME];
const OUTPUTS = [
	layout.GLOBAL_OUT_KIND,
	layout.GLOBAL_OUT_ARGUMENT,
	layout.GLOBAL_OUT_LIMIT,
	layout.GLOBAL_OUT_WORDS,
	layout.GLOBAL_OUT_WORD0,
	layout.GLOBAL_OUT_WORD1,
];

/** What is in use. */
export interface Shape {
	readonly processes: readonly number[];
	readonly grants: readonly number[];
	readonly regions: readonly number[];
	readonly lines: readonly number[];
	/** Slots of each process that may hold something. */
	readonly slots: number;
}

export class Normaliser {
	readonly #words: Uint32Array;
	readonly #shape: Shape;
	readonly #isProcess = new Uint8Array(layout.PROCESS_COUNT);
	readonly #isGrant = new Uint8Array(layout.GRANT_COUNT);
	readonly #isRegion = new Uint8Array(layout.REGION_COUNT);
	/** Nodes of the timer tree that stand above somebody in use. */
	readonly #nodes: readonly number[];
	#passed = 0;

	constructor(words: Uint32Array, shape: Shape) {
		this.#words = words;
		this.#shape = shape;
		for (const row of shape.processes) this.#isProcess[row] = 1;
		for (const row of shape.grants) this.#isGrant[row] = 1;
		for (const row of shape.regions) this.#isRegion[row] = 1;
		this.#nodes = nodesAbove(shape.processes);
	}

	/** `passed` nanoseconds have passed since START. */
	normalise(passed: number): void {
		this.#passed = passed;
		for (const row of this.#shape.processes) this.#process(row);
		for (const node of this.#nodes) this.#shift((layout.TIMER_BASE + node * layout.TIMER_STRIDE) >>> 2, START);
		this.#globals();
		this.#references();
		this.#objects();
	}

	#shift(index: number, least: number): void {
		const words = this.#words;
		if (words[index + 1] !== 0) return;
		words[index] = Math.max((words[index] as number) - this.#passed, least);
	}

	#globals(): void {
		const words = this.#words;
		for (const field of OUTPUTS) words[(layout.GLOBAL_BASE + field) >>> 2] = 0;
		// Whether to preempt is remembered by the machine as long as somebody executes.
		const current = words[(layout.GLOBAL_BASE + layout.GLOBAL_CURRENT) >>> 2];
		if (current === 0) words[(layout.GLOBAL_BASE + layout.GLOBAL_OUT_PREEMPT) >>> 2] = 0;
		const alarm = (layout.GLOBAL_BASE + layout.GLOBAL_OUT_ALARM_64) >>> 2;
		const root = (layout.TIMER_BASE + layout.TIMER_STRIDE) >>> 2;
		words[alarm] = words[root] as number;
		words[alarm + 1] = words[root + 1] as number;
		const epoch = (layout.GLOBAL_BASE + layout.GLOBAL_EPOCH_64) >>> 2;
		for (const row of this.#shape.processes) {
			const own = (layout.PROCESS_BASE + layout.PROCESS_EPOCH_64) / 4 + row * ROW;
			words[own] = words[own] === words[epoch] ? 1 : 0;
		}
		words[epoch] = 1;
	}

	#process(row: number): void {
		const words = this.#words;
		const base = (layout.PROCESS_BASE >>> 2) + row * ROW;
		for (const field of STATISTICS) words[base + (field >>> 2)] = 0;
		for (
			let refill = 0;
			refill < (words[base + (layout.PROCESS_REFILLS >>> 2)] as number) && refill < REFILLS;
			refill++
		) {
			this.#shift(base + (layout.PROCESS_REFILL0_64 >>> 2) + 2 * refill, START);
		}
		const alarm = base + (layout.PROCESS_ALARM_64 >>> 2);
		this.#shift(alarm, START);
		if (words[alarm + 1] !== 0) words[base + (layout.PROCESS_ALARM_BITS >>> 2)] = 0;
		if (words[base + (layout.PROCESS_LOAN >>> 2)] === 0) {
			words[base + (layout.PROCESS_LOAN_OFFSET >>> 2)] = 0;
			words[base + (layout.PROCESS_LOAN_LENGTH >>> 2)] = 0;
		}
		this.#activation(row, base);
	}

	/** START OF the activation, patience and what is left: only as long as they will be read. */
	#activation(row: number, base: number): void {
		const words = this.#words;
		const active = words[base + (layout.PROCESS_ACTIVE >>> 2)] as number;
		const waiting = words[base + (layout.PROCESS_WAITING >>> 2)] !== 0;
		const throttled = words[base + (layout.PROCESS_THROTTLED >>> 2)] !== 0;
		const own = active === layout.ACTIVE_OWN && words[base + (layout.PROCESS_DEFERRED >>> 2)] === layout.DEFERRED_NONE;
		const started = base + (layout.PROCESS_STARTED_AT_64 >>> 2);
		const period = words[base + (layout.PROCESS_PERIOD >>> 2)] as number;
		if (own && !waiting && !throttled) this.#shift(started, START - period);
		else {
			words[started] = START;
			words[started + 1] = 0;
		}
		if (active !== layout.ACTIVE_OWN || waiting) words[base + (layout.PROCESS_PATIENCE_USED >>> 2)] = 0;
		const executes = words[(layout.GLOBAL_BASE + layout.GLOBAL_CURRENT) >>> 2] === row;
		if (active === layout.ACTIVE_NONE || executes || waiting || throttled)
			words[base + (layout.PROCESS_LEFT >>> 2)] = 0;
	}

	/** Replaces the generations that capabilities, mappings, handlers, lines and grants name. */
	#references(): void {
		for (const row of this.#shape.processes) {
			const base = (layout.PROCESS_BASE >>> 2) + row * ROW;
			this.#toProcess(base + (layout.PROCESS_HANDLER >>> 2), base + (layout.PROCESS_HANDLER_GENERATION >>> 2));
			const block = (layout.BLOCK_BASE + row * layout.BLOCK_STRIDE) >>> 2;
			const slots = block + (layout.BLOCK_SLOTS >>> 2);
			for (let slot = 1; slot < this.#shape.slots; slot++)
				this.#capability(slots + slot * (layout.CAPABILITY_STRIDE >>> 2));
			const mapped = this.#words[base + (layout.PROCESS_MAPPED >>> 2)] as number;
			for (let bits = mapped; bits !== 0; bits &= bits - 1) {
				this.#mapping(
					block + ((layout.BLOCK_MAPPINGS + (31 - Math.clz32(bits & -bits)) * layout.MAPPING_STRIDE) >>> 2),
				);
			}
		}
		for (const row of this.#shape.grants) {
			const base = (layout.GRANT_BASE + row * layout.GRANT_STRIDE) >>> 2;
			this.#toGrant(base + (layout.GRANT_PARENT >>> 2), base + (layout.GRANT_PARENT_GENERATION >>> 2));
		}
		for (const row of this.#shape.lines) {
			const base = (layout.INTERRUPT_BASE + row * layout.INTERRUPT_STRIDE) >>> 2;
			this.#toProcess(base + (layout.INTERRUPT_PROCESS >>> 2), base + (layout.INTERRUPT_PROCESS_GENERATION >>> 2));
			this.#toGrant(base + (layout.INTERRUPT_GRANT >>> 2), base + (layout.INTERRUPT_GRANT_GENERATION >>> 2));
		}
	}

	#capability(base: number): void {
		const kind = this.#words[base + (layout.CAPABILITY_KIND >>> 2)] as number;
		if (kind === KIND_NONE) return;
		const [object, generation] = [base + (layout.CAPABILITY_OBJECT >>> 2), base + (layout.CAPABILITY_GENERATION >>> 2)];
		if (kind === KIND_GATE || kind === KIND_SIGNAL || kind === KIND_PROCESS) this.#toProcess(object, generation);
		else if (kind === KIND_REGION) this.#toRegion(object, generation);
		else if (kind === KIND_ACCOUNT && this.#words[object] !== 0) throw new Error('only the root account is explored');
		this.#toGrant(base + (layout.CAPABILITY_GRANT >>> 2), base + (layout.CAPABILITY_GRANT_GENERATION >>> 2));
	}

	#mapping(base: number): void {
		this.#toRegion(base + (layout.MAPPING_REGION >>> 2), base + (layout.MAPPING_GENERATION >>> 2));
		this.#toGrant(base + (layout.MAPPING_GRANT >>> 2), base + (layout.MAPPING_GRANT_GENERATION >>> 2));
	}

	#toProcess(object: number, reference: number): void {
		const row = this.#words[object] as number;
		if (this.#isProcess[row] !== 1) return;
		this.#rename(reference, (layout.PROCESS_BASE + layout.PROCESS_GENERATION) / 4 + row * ROW);
	}
	#toRegion(object: number, reference: number): void {
		const row = this.#words[object] as number;
		if (this.#isRegion[row] !== 1) return;
		this.#rename(reference, (layout.REGION_BASE + row * layout.REGION_STRIDE + layout.REGION_GENERATION) >>> 2);
	}
	#toGrant(object: number, reference: number): void {
		const row = this.#words[object] as number;
		if (this.#isGrant[row] !== 1) return;
		this.#rename(reference, (layout.GRANT_BASE + row * layout.GRANT_STRIDE + layout.GRANT_GENERATION) >>> 2);
	}
	#rename(reference: number, generation: number): void {
		this.#words[reference] = this.#words[reference] === this.#words[generation] ? 1 : 0;
	}

	#objects(): void {
		const words = this.#words;
		const { processes, regions, grants } = this.#shape;
		for (const row of processes) words[(layout.PROCESS_BASE + layout.PROCESS_GENERATION) / 4 + row * ROW] = 1;
		for (const row of regions) {
			words[(layout.REGION_BASE + row * layout.REGION_STRIDE + layout.REGION_GENERATION) >>> 2] = 1;
		}
		for (const row of grants)
			words[(layout.GRANT_BASE + row * layout.GRANT_STRIDE + layout.GRANT_GENERATION) >>> 2] = 1;
	}
}

/** The leaves of these processes and all nodes above them. */
function nodesAbove(processes: readonly number[]): number[] {
	const nodes = new Set<number>();
	for (const row of processes) for (let node = layout.PROCESS_COUNT + row; node > 0; node >>= 1) nodes.add(node);
	return [...nodes];
}
