/** Builds the system of a configuration by kernel calls alone, as init of a real system would. All of it lives on the root account. */

import { ROW_FREE_RAM, SLOT_ACCOUNT, SLOT_CONTROL, SLOT_SELF } from '../../abi/boot.ts';
import * as call from '../../abi/calls.ts';
import { RIGHTS_ALL } from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import { bootInit, INIT } from '../../test/kernel/world.ts';
import { QUANTUM } from './configuration.ts';
import type { SearchKernel } from './kernel.ts';

/** Region row of the code that every process has mapped; `bootInit` made it, with a capability in the slot of the same number. */
const CODE_ROW = 8;
/** Free slots of init. */
const SCRATCH = 100;
const SCRATCH_SIGNAL = 101;
/** Slots of a table: small, so that a state is. */
export const SLOTS = 24;
const REGION_PAGES = 16;

/** A process; times in quanta. */
export interface Part {
	readonly row: number;
	readonly name: string;
	readonly priority: number;
	readonly budget?: number;
	readonly period?: number;
	readonly worstCase?: number;
	readonly patience?: number;
}

/** Whom a capability goes to, and under which grant. */
export interface Place {
	readonly holder: number;
	readonly slot: number;
	readonly grant?: number;
	readonly rights?: number;
}

export class Builder {
	readonly kernel: SearchKernel;
	readonly parts: Part[] = [{ row: INIT, name: 'init', priority: 255 }];
	/** Rows of regions that were made, and of lines that were bound. */
	readonly regions: number[] = [];
	readonly lines: number[] = [];

	constructor(kernel: SearchKernel, canSuspend: boolean) {
		this.kernel = kernel;
		bootInit(kernel, canSuspend, QUANTUM);
	}

	/** A call of init's; throws unless it succeeds. */
	must(number: number, ...values: number[]): void {
		const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
		const result = this.kernel.enter('system', number, a, b, c, d, e, f, 0, 0);
		if (result < 0) throw new Error(`kernel call ${number}(${values.join(', ')}) of the configuration: ${result}`);
	}

	process(part: Part): void {
		const self = processSlot(part.row);
		this.parts.push(part);
		this.must(call.EXTENT_SPLIT, SLOT_ACCOUNT, ROW_FREE_RAM, blockRow(part.row), layout.PROCESS_BLOCK_PAGES);
		this.must(call.PROCESS_CREATE, SLOT_ACCOUNT, part.row, blockRow(part.row), SLOTS, self);
		const configure = (field: number, value: number, value2 = 0) =>
			this.must(call.PROCESS_CONFIGURE, self, field, value, value2);
		const budget = (part.budget ?? 4) * QUANTUM;
		configure(call.CONFIGURE_PRIORITY, part.priority);
		configure(call.CONFIGURE_BUDGET, budget, part.period === undefined ? 20 * budget : part.period * QUANTUM);
		if (part.worstCase !== undefined) configure(call.CONFIGURE_WORST_CASE, part.worstCase * QUANTUM);
		configure(call.CONFIGURE_PATIENCE, part.patience ?? 0);
		this.#createRegion(memoryRow(part.row));
		this.must(call.REGION_MAP, self, SCRATCH, 0, 12);
		this.must(call.REGION_MAP, self, CODE_ROW, 15, 20);
		this.must(call.DELETE, SCRATCH);
	}

	#createRegion(row: number): void {
		this.must(call.REGION_CREATE, SLOT_ACCOUNT, ROW_FREE_RAM, row, REGION_PAGES, SCRATCH);
		this.must(call.REGION_PREPARE, SLOT_ACCOUNT, row, 0);
	}

	/** Gives a process a copy of what init has in `source`. */
	install(source: number, { holder, slot, grant = 0, rights = RIGHTS_ALL }: Place): void {
		this.must(call.INSTALL, processSlot(holder), source, slot, rights, grant);
	}

	gate(to: number, badge: number, place: Place): void {
		this.must(call.GATE, processSlot(to), SCRATCH, badge);
		this.#handOver(place);
	}

	signal(to: number, bits: number, place: Place): void {
		this.must(call.SIGNAL, processSlot(to), SCRATCH, bits);
		this.#handOver(place);
	}

	#handOver(place: Place): void {
		this.install(SCRATCH, place);
		this.must(call.DELETE, SCRATCH);
	}

	/** A region of 16 pages. */
	region(row: number, place: Place): void {
		this.regions.push(row);
		this.#createRegion(row);
		this.#handOver(place);
	}

	account(place: Place): void {
		this.install(SLOT_ACCOUNT, place);
	}

	control(place: Place): void {
		this.install(SLOT_CONTROL, place);
	}

	/** The capability to a process itself. */
	self(of: number, place: Place): void {
		this.install(processSlot(of), place);
	}

	/** Faults of `of` raise bit `badge` of the handler's. */
	handler(of: number, handler: number, badge: number): void {
		this.must(call.GATE, processSlot(handler), SCRATCH, badge);
		this.must(call.PROCESS_CONFIGURE, processSlot(of), call.CONFIGURE_HANDLER, SCRATCH);
		this.must(call.DELETE, SCRATCH);
	}

	/** Interrupts of the line raise `bits` of the process. */
	line(line: number, to: number, bits: number): void {
		this.lines.push(line);
		this.must(call.INTERRUPT_CREATE, SLOT_CONTROL, line, SCRATCH);
		this.must(call.SIGNAL, processSlot(to), SCRATCH_SIGNAL, bits);
		this.must(call.INTERRUPT_BIND, SCRATCH, SCRATCH_SIGNAL);
		this.must(call.DELETE, SCRATCH_SIGNAL);
		this.must(call.DELETE, SCRATCH);
	}

	/** Starts everybody, and lets them finish their `init`. */
	start(): void {
		const { kernel } = this;
		for (const { row } of this.parts) if (row !== INIT) this.must(call.PROCESS_START, processSlot(row));
		do {
			kernel.enter('finish', kernel.global(layout.GLOBAL_OUT_LIMIT));
		} while (kernel.enter('next', 0, 0) !== 0);
		kernel.effects = [];
	}
}

/** Init's capability to a process. */
export function processSlot(row: number): number {
	return row === INIT ? SLOT_SELF : 30 + row;
}
/** Region row of a process's block. */
export function blockRow(row: number): number {
	return 20 + row;
}
/** Region row of a process's memory 0. */
export function memoryRow(row: number): number {
	return 40 + row;
}
