/** Reading the kernel's tables out of a copy (or a live view) of its memory, by the names of kernel/layout.ts. */

import * as layout from '../../kernel/layout.ts';

export class Snapshot {
	readonly bytes: Uint8Array;
	readonly words: Uint32Array;
	readonly longs: BigUint64Array;

	/** `memory` starts at address 0 of the kernel's memory, at a multiple of 8 of its buffer. */
	constructor(memory: Uint8Array) {
		this.bytes = memory;
		this.words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length >>> 2);
		this.longs = new BigUint64Array(memory.buffer, memory.byteOffset, memory.length >>> 3);
	}

	word(address: number): number {
		return this.words[address >>> 2] as number;
	}
	long(address: number): bigint {
		return this.longs[address >>> 3] as bigint;
	}
	global(field: number): number {
		return this.word(layout.GLOBAL_BASE + field);
	}
	global64(field: number): bigint {
		return this.long(layout.GLOBAL_BASE + field);
	}
	process(row: number, field: number): number {
		return this.word(layout.PROCESS_BASE + row * layout.PROCESS_STRIDE + field);
	}
	process64(row: number, field: number): bigint {
		return this.long(layout.PROCESS_BASE + row * layout.PROCESS_STRIDE + field);
	}
	region(row: number, field: number): number {
		return this.word(layout.REGION_BASE + row * layout.REGION_STRIDE + field);
	}
	account(row: number, field: number): number {
		return this.word(layout.ACCOUNT_BASE + row * layout.ACCOUNT_STRIDE + field);
	}
	grant(row: number, field: number): number {
		return this.word(layout.GRANT_BASE + row * layout.GRANT_STRIDE + field);
	}
	line(row: number, field: number): number {
		return this.word(layout.INTERRUPT_BASE + row * layout.INTERRUPT_STRIDE + field);
	}
	level(priority: number, field: number): number {
		return this.word(layout.LEVEL_BASE + priority * layout.LEVEL_STRIDE + field);
	}
	timer(node: number): bigint {
		return this.long(layout.TIMER_BASE + node * layout.TIMER_STRIDE);
	}
	flow(subject: number, object: number): number {
		return this.bytes[layout.FLOW_BASE + subject * layout.LABELS + object] as number;
	}
	/** Address of a process's block. */
	block(holder: number): number {
		return layout.BLOCK_BASE + holder * layout.BLOCK_STRIDE;
	}
	capability(holder: number, slot: number, field: number): number {
		return this.word(this.block(holder) + layout.BLOCK_SLOTS + slot * layout.CAPABILITY_STRIDE + field);
	}
	mapping(holder: number, memory: number, field: number): number {
		return this.word(this.block(holder) + layout.BLOCK_MAPPINGS + memory * layout.MAPPING_STRIDE + field);
	}
	/** First-level descriptor `entry` of a process. */
	descriptor(holder: number, entry: number): bigint {
		return this.long(this.block(holder) + layout.BLOCK_L1_64 + 8 * entry);
	}
	/** Entry of a region's page tables: table 0 is its L2 table. */
	tableEntry(row: number, table: number, entry: number): bigint {
		return this.long(layout.TABLES_BASE + row * layout.TABLES_STRIDE + table * 4096 + entry * 8);
	}

	/** Are all words from `address` on zero? */
	isZero(address: number, bytes: number): boolean {
		const { words } = this;
		const end = (address + bytes) >>> 2;
		for (let index = address >>> 2; index < end; index++) if (words[index] !== 0) return false;
		return true;
	}

	/** Process rows that are not free. */
	processes(): number[] {
		const rows: number[] = [];
		for (let row = 1; row < layout.PROCESS_COUNT; row++)
			if (this.process(row, layout.PROCESS_STATE) !== 0) rows.push(row);
		return rows;
	}

	/** Process that executes, 0 = none. */
	get current(): number {
		return this.global(layout.GLOBAL_CURRENT);
	}
}
