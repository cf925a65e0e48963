/** Arguments for random kernel calls: mostly such that the call can succeed in the present state, sometimes anything at all. */

import { MEMORIES } from '../../abi/component.ts';
import * as rights from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import type { ModelKernel } from './kernel.ts';
import { ACCOUNT } from './world.ts';

/** Values at the edges of every table and type. */
const EDGES = [0, 1, 2, 63, 64, 127, 128, 255, 256, 1023, 1024, 8192, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];
const WILD_ONE_IN = 12;

/** A small generator of numbers, the same on every machine (splitmix32). */
export class Dice {
	#state: number;
	constructor(seed: number) {
		this.#state = seed >>> 0;
	}
	next(): number {
		this.#state = (this.#state + 0x9e3779b9) >>> 0;
		let value = this.#state;
		value = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
		value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
		return (value ^ (value >>> 15)) >>> 0;
	}
	below(bound: number): number {
		return this.next() % bound;
	}
	pick<T>(values: readonly T[]): T {
		return values[this.below(values.length)] as T;
	}
	/** True once in `n` throws. */
	oneIn(n: number): boolean {
		return this.below(n) === 0;
	}
}

/** Makes the arguments of one call, from left to right: later ones may depend on earlier ones. */
export class Arguments {
	readonly #kernel: ModelKernel;
	readonly #dice: Dice;
	readonly #caller: number;
	/** Account that the last account slot stands for, and row that was named last. */
	#account = 0;
	#row = 0;
	#resource = 0;

	constructor(kernel: ModelKernel, dice: Dice) {
		this.#kernel = kernel;
		this.#dice = dice;
		this.#caller = kernel.current;
	}

	/** One argument of the kind `name`. */
	make(name: keyof typeof MAKERS): number {
		if (this.#dice.oneIn(WILD_ONE_IN)) return this.#dice.oneIn(2) ? this.#dice.pick(EDGES) : this.#dice.below(100);
		return MAKERS[name](this);
	}

	#pick(candidates: readonly number[]): number {
		return candidates.length === 0 ? this.#dice.below(32) : this.#dice.pick(candidates);
	}

	number(bound: number): number {
		return this.#dice.below(bound);
	}
	oneOf(values: readonly number[]): number {
		return this.#dice.pick(values);
	}

	/** A slot that holds this kind (any kind if undefined) of an object that fits. */
	slot(kind?: number, fits: (object: number) => boolean = () => true): number {
		const found: number[] = [];
		for (let slot = 1; slot < this.#kernel.process(this.#caller, layout.PROCESS_SLOTS); slot++) {
			const here = this.#kernel.capability(this.#caller, slot, layout.CAPABILITY_KIND);
			const object = this.#kernel.capability(this.#caller, slot, layout.CAPABILITY_OBJECT);
			if (here !== 0 && (kind === undefined || here === kind) && fits(object)) found.push(slot);
		}
		const slot = this.#pick(found);
		this.#account = this.#kernel.capability(this.#caller, slot % layout.SLOTS_MOST, layout.CAPABILITY_OBJECT);
		return slot;
	}

	/** A gate to a process of higher priority than the caller. */
	gateUp(): number {
		const own = this.#kernel.process(this.#caller, layout.PROCESS_PRIORITY);
		const higher = (row: number) => this.#kernel.process(row % layout.PROCESS_COUNT, layout.PROCESS_PRIORITY) > own;
		return this.slot(rights.KIND_GATE, higher);
	}
	/** A process that is stopped or faulted, or not even configured. */
	idleProcess(): number {
		const idle = (row: number) => this.#kernel.process(row % layout.PROCESS_COUNT, layout.PROCESS_STATE) !== 2;
		return this.slot(rights.KIND_PROCESS, idle);
	}
	/** Has the caller any capability of this kind? */
	holds(kind: number): boolean {
		for (let slot = 1; slot < this.#kernel.process(this.#caller, layout.PROCESS_SLOTS); slot++) {
			if (this.#kernel.capability(this.#caller, slot, layout.CAPABILITY_KIND) === kind) return true;
		}
		return false;
	}
	/** Mostly the account that the processes live on. */
	payer(): number {
		const rich = this.#dice.oneIn(4) ? () => true : (row: number) => row === ACCOUNT;
		return this.slot(rights.KIND_ACCOUNT, rich);
	}
	/** An account other than the one that was named last. */
	otherAccount(): number {
		const last = this.#account;
		const slot = this.slot(rights.KIND_ACCOUNT, (row) => row !== last);
		this.#account = last;
		return slot;
	}

	empty(): number {
		const size = this.#kernel.process(this.#caller, layout.PROCESS_SLOTS);
		const first = 1 + this.#dice.below(size);
		for (let step = 0; step < size; step++) {
			const slot = 1 + ((first + step) % (size - 1));
			if (this.#kernel.capability(this.#caller, slot, layout.CAPABILITY_KIND) === 0) return slot;
		}
		return first;
	}

	#rows(count: number, fits: (row: number) => boolean): number {
		const found: number[] = [];
		for (let row = 1; row < count; row++) if (fits(row)) found.push(row);
		this.#row = this.#pick(found);
		return this.#row;
	}

	/** A region row of the account, in one of the states. */
	regionRow(states: readonly number[], pages = 0): number {
		return this.#rows(layout.REGION_COUNT, (row) => {
			const state = this.#kernel.region(row, layout.REGION_STATE);
			const owned = this.#kernel.region(row, layout.REGION_OWNER) === this.#account;
			const fits = pages === 0 || this.#kernel.region(row, layout.REGION_PAGES) === pages;
			return owned && states.includes(state) && fits;
		});
	}
	/** A region of the account that is not prepared to its end. */
	unprepared(): number {
		return this.#rows(layout.REGION_COUNT, (row) => {
			const region = this.#kernel.region(row, layout.REGION_STATE) === layout.EXTENT_REGION;
			const steps = Math.ceil(this.#kernel.region(row, layout.REGION_PAGES) / layout.REGION_STEP);
			const owned = this.#kernel.region(row, layout.REGION_OWNER) === this.#account;
			return owned && region && this.#kernel.region(row, layout.REGION_PREPARED) < steps;
		});
	}
	/** A free extent that begins where the one named last ends. */
	neighbour(): number {
		const { page, pages } = this.#extent(this.#row);
		return this.#rows(layout.REGION_COUNT, (row) => {
			const free = this.#kernel.region(row, layout.REGION_STATE) === layout.EXTENT_FREE;
			return free && this.#extent(row).page === page + pages;
		});
	}
	/** A free extent that another one follows. */
	followed(): number {
		const starts = new Set<number>();
		for (let row = 1; row < layout.REGION_COUNT; row++) {
			if (this.#kernel.region(row, layout.REGION_STATE) === layout.EXTENT_FREE) starts.add(this.#extent(row).page);
		}
		return this.#rows(layout.REGION_COUNT, (row) => {
			const free = this.#kernel.region(row, layout.REGION_STATE) === layout.EXTENT_FREE;
			return free && starts.has(this.#extent(row).page + this.#extent(row).pages);
		});
	}
	#extent(row: number): { page: number; pages: number } {
		const inside = row % layout.REGION_COUNT;
		const page = this.#kernel.region(inside, layout.REGION_PAGE);
		return { page, pages: this.#kernel.region(inside, layout.REGION_PAGES) };
	}
	processRow(live: boolean): number {
		return this.#rows(layout.PROCESS_COUNT, (row) => {
			const owned = this.#kernel.process(row, layout.PROCESS_ACCOUNT) === this.#account;
			return owned && (this.#kernel.process(row, layout.PROCESS_STATE) !== 0) === live;
		});
	}
	accountRow(live: boolean): number {
		return this.#rows(layout.ACCOUNT_COUNT, (row) => {
			const owned = this.#kernel.account(row, layout.ACCOUNT_PARENT) === this.#account;
			return owned && (this.#kernel.account(row, layout.ACCOUNT_STATE) !== 0) === live;
		});
	}
	/** A grant row of the caller's account, or none. */
	grantRow(): number {
		const account = this.#kernel.process(this.#caller, layout.PROCESS_ACCOUNT);
		if (this.#dice.oneIn(3)) return 0;
		return this.#rows(16, (row) => this.#kernel.grant(row, layout.GRANT_OWNER) === account);
	}
	/** What ACCOUNT_GIVE moves. */
	resource(): number {
		this.#resource = 1 + this.#dice.below(6);
		return this.#resource;
	}
	/** How much of it, or which row of it: one that the account owns, whatever its state. */
	given(): number {
		const { RESOURCE_PROCESS_ROW, RESOURCE_REGION_ROW, RESOURCE_GRANT_ROW, RESOURCE_ACCOUNT_ROW } = rights;
		const owned = (owner: number) => owner === this.#account;
		switch (this.#resource) {
			case RESOURCE_PROCESS_ROW:
				return this.#rows(layout.PROCESS_COUNT, (row) => owned(this.#kernel.process(row, layout.PROCESS_ACCOUNT)));
			case RESOURCE_REGION_ROW:
				return this.#rows(layout.REGION_COUNT, (row) => owned(this.#kernel.region(row, layout.REGION_OWNER)));
			case RESOURCE_GRANT_ROW:
				return this.#rows(layout.GRANT_COUNT, (row) => owned(this.#kernel.grant(row, layout.GRANT_OWNER)));
			case RESOURCE_ACCOUNT_ROW:
				return this.#rows(layout.ACCOUNT_COUNT, (row) => owned(this.#kernel.account(row, layout.ACCOUNT_PARENT)));
			default:
				return this.#dice.below(256);
		}
	}
	/** The step that the region named last needs. */
	step(): number {
		return this.#kernel.region(this.#row % layout.REGION_COUNT, layout.REGION_PREPARED);
	}
}

const PAGES = [1, 4, 4, 16, 16, 16, 32, 520];
const MAKERS = {
	gate: (from: Arguments) => (from.number(4) === 0 ? from.slot(rights.KIND_GATE) : from.gateUp()),
	idleProcess: (from: Arguments) => from.idleProcess(),
	otherAccount: (from: Arguments) => from.otherAccount(),
	unprepared: (from: Arguments) => from.unprepared(),
	followed: (from: Arguments) => from.followed(),
	neighbour: (from: Arguments) => from.neighbour(),
	signal: (from: Arguments) => from.slot(rights.KIND_SIGNAL),
	region: (from: Arguments) => from.slot(rights.KIND_REGION),
	account: (from: Arguments) => from.payer(),
	lent: (from: Arguments) => from.oneOf([0, 0, 0, 1]) | (from.oneOf([4, 8, 12, 12, 16]) << 8),
	process: (from: Arguments) => from.slot(rights.KIND_PROCESS),
	processOrSelf: (from: Arguments) => (from.number(2) === 0 ? 0 : from.slot(rights.KIND_PROCESS)),
	interrupt: (from: Arguments) => from.slot(rights.KIND_INTERRUPT),
	control: (from: Arguments) => from.slot(rights.KIND_CONTROL),
	any: (from: Arguments) => from.slot(),
	empty: (from: Arguments) => from.empty(),
	rights: (from: Arguments) => from.oneOf([255, 255, 7, 15, 5, 4, 1, 0]),
	memoryRights: (from: Arguments) => from.oneOf([4, 12, 12, 20]),
	grantRow: (from: Arguments) => from.grantRow(),
	freeProcess: (from: Arguments) => from.processRow(false),
	liveProcess: (from: Arguments) => from.processRow(true),
	freeExtent: (from: Arguments) => from.regionRow([layout.EXTENT_FREE]),
	block: (from: Arguments) => from.regionRow([layout.EXTENT_FREE], layout.PROCESS_BLOCK_PAGES),
	unusedRow: (from: Arguments) => from.regionRow([layout.EXTENT_UNUSED]),
	regionRow: (from: Arguments) => from.regionRow([layout.EXTENT_REGION]),
	freeAccount: (from: Arguments) => from.accountRow(false),
	liveAccount: (from: Arguments) => from.accountRow(true),
	given: (from: Arguments) => from.given(),
	step: (from: Arguments) => from.step(),
	slots: (from: Arguments) => from.oneOf([2, 16, 64]),
	pages: (from: Arguments) => from.oneOf(PAGES),
	bits: (from: Arguments) => 1 << from.number(32),
	badge: (from: Arguments) => from.number(64),
	memory: (from: Arguments) => from.number(MEMORIES),
	label: (from: Arguments) => from.number(3),
	operations: (from: Arguments) => from.oneOf([31, 31, from.number(32)]),
	priority: (from: Arguments) => 1 + from.number(254),
	resource: (from: Arguments) => from.resource(),
	field: (from: Arguments) => 1 + from.number(5),
	value: (from: Arguments) => from.oneOf([1, 20, 150, 100_000, 1_000_000]),
	period: (from: Arguments) => from.oneOf([20_000_000, 100_000_000, 1_000_000]),
	line: (from: Arguments) => 32 + from.number(10),
	small: (from: Arguments) => from.number(4),
	flag: (from: Arguments) => from.number(2),
	delay: (from: Arguments) => from.number(50_000_000),
	devicePage: () => 0x9000,
	deviceSlot: (from: Arguments) => from.empty() | (16 << 16),
	offset: (from: Arguments) => from.oneOf([0, 64, 4096, 65_535]),
	length: (from: Arguments) => from.oneOf([0, 1, 64, 4096]),
	word: (from: Arguments) => from.number(0x40000000),
} as const;
export type ArgumentKind = keyof typeof MAKERS;
