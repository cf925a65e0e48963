/** Writes the boot manifest: kernel calls one after the other, with rows and slots of init's table handed out on the way. */

import {
	MANIFEST_HEADER_BYTES,
	MANIFEST_MAGIC,
	MANIFEST_RECORD_BYTES,
	ROW_FREE_RAM,
	SLOT_ACCOUNT,
	SLOT_IMAGES,
} from '../../abi/boot.ts';
import { ACCOUNT_GIVE, DELETE, EXTENT_SPLIT, REGION_CREATE, REGION_HAND_ON, REGION_PREPARE } from '../../abi/calls.ts';
import { RESOURCE_REGION_ROW } from '../../abi/rights.ts';
import {
	ACCOUNT_COUNT,
	GRANT_COUNT,
	PROCESS_COUNT,
	REGION_COUNT,
	REGION_STEP,
	SLOTS_MOST,
} from '../../kernel/layout.ts';
import { regionFootprint } from './footprint.ts';
import type { Manifest } from './types.ts';

/** The kernel's tables have no room for the system. */
export class TooLargeError extends Error {
	constructor(what: string, count: number) {
		super(
			`the system needs more than the ${count} ${what} that the kernel has; split it, or share accounts and regions`,
		);
		this.name = 'TooLargeError';
	}
}

/** Hands out numbers, lowest first, never one that is reserved. */
class Numbers {
	readonly #what: string;
	readonly #end: number;
	readonly #taken: Set<number>;
	#next: number;

	constructor(what: string, first: number, end: number, reserved: Iterable<number> = []) {
		this.#what = what;
		this.#next = first;
		this.#end = end;
		this.#taken = new Set(reserved);
	}

	take(): number {
		while (this.#taken.has(this.#next)) this.#next++;
		if (this.#next >= this.#end) throw new TooLargeError(this.#what, this.#end);
		this.#taken.add(this.#next);
		return this.#next;
	}

	/** `number` may be handed out again. */
	release(number: number): void {
		this.#taken.delete(number);
		this.#next = Math.min(this.#next, number);
	}
}

/** Numbers that the system file uses itself. */
export interface Reserved {
	readonly processes: readonly number[];
	readonly accounts: readonly number[];
	readonly regions: readonly number[];
	readonly grants: readonly number[];
}

/** A region that the manifest has made: its row, and the slot in which init holds it. */
export interface MadeRegion {
	readonly row: number;
	readonly slot: number;
	readonly pages: number;
}

export class ManifestWriter {
	readonly #records: number[][] = [];
	readonly #slots: Numbers;
	readonly #regions: Numbers;
	readonly #processes: Numbers;
	readonly #accounts: Numbers;
	readonly #grants: Numbers;
	/** Line of the system file that the following records realise. */
	line = 0;
	#freePages = 0;

	/** `bootSlots` and `bootRows` are the first slot and region row that boot leaves free. */
	constructor(bootSlots: number, bootRows: number, reserved: Reserved) {
		this.#slots = new Numbers('capability slots of init', Math.max(bootSlots, SLOT_IMAGES), SLOTS_MOST);
		this.#regions = new Numbers('region rows', bootRows, REGION_COUNT, reserved.regions);
		this.#processes = new Numbers('process rows', 2, PROCESS_COUNT, reserved.processes);
		this.#accounts = new Numbers('account rows', 1, ACCOUNT_COUNT, reserved.accounts);
		this.#grants = new Numbers('grant rows', 1, GRANT_COUNT, reserved.grants);
	}

	/** Appends one kernel call. */
	call(number: number, ...words: readonly number[]): void {
		this.#records.push([number, ...words, ...Array<number>(6 - words.length).fill(0), this.line]);
	}

	slot(): number {
		return this.#slots.take();
	}

	processRow(): number {
		return this.#processes.take();
	}

	accountRow(): number {
		return this.#accounts.take();
	}

	grantRow(): number {
		return this.#grants.take();
	}

	/** Init gives up what it holds in `slot`. */
	drop(slot: number): void {
		this.call(DELETE, slot);
		this.#slots.release(slot);
	}

	/** Cuts a free extent off the free RAM. */
	extent(pages: number, row: number = this.#regions.take()): number {
		this.call(EXTENT_SPLIT, SLOT_ACCOUNT, ROW_FREE_RAM, row, pages);
		this.#freePages += pages;
		return row;
	}

	/** Makes a zeroed region out of the free RAM; init holds it. */
	region(pages: number): MadeRegion {
		const made = { row: this.#regions.take(), slot: this.slot(), pages };
		this.call(REGION_CREATE, SLOT_ACCOUNT, ROW_FREE_RAM, made.row, pages, made.slot);
		this.#freePages += regionFootprint(pages);
		this.prepare(made);
		return made;
	}

	/** A row that nothing uses yet, for a device region. */
	regionRow(): number {
		return this.#regions.take();
	}

	/** Zeroes all pages of a region and enters them in its tables. */
	prepare({ row, pages }: MadeRegion): void {
		for (let step = 0; step * REGION_STEP < pages; step++) this.call(REGION_PREPARE, SLOT_ACCOUNT, row, step);
	}

	/** `account` (a slot) pays for the region from now on. */
	handOn({ row }: MadeRegion, account: number): void {
		if (account !== SLOT_ACCOUNT) this.call(REGION_HAND_ON, SLOT_ACCOUNT, row, account);
	}

	/** Gives a free or unused region row, with its memory, to the account in slot `account`. */
	giveExtent(row: number, account: number): void {
		if (account !== SLOT_ACCOUNT) this.call(ACCOUNT_GIVE, SLOT_ACCOUNT, account, RESOURCE_REGION_ROW, row);
	}

	finish(): Manifest {
		const bytes = new Uint8Array(MANIFEST_HEADER_BYTES + this.#records.length * MANIFEST_RECORD_BYTES);
		const view = new DataView(bytes.buffer);
		view.setUint32(0, MANIFEST_MAGIC, true);
		view.setUint32(4, this.#records.length, true);
		for (const [index, record] of this.#records.entries()) {
			const base = MANIFEST_HEADER_BYTES + index * MANIFEST_RECORD_BYTES;
			for (const [word, value] of record.entries()) view.setInt32(base + 4 * word, value | 0, true);
		}
		// One page stays: splitting off the last page of an extent is not allowed.
		return { bytes, freePages: this.#freePages + 1 };
	}
}
