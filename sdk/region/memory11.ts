/** Accessors of the region mapped as memory 11. Offsets are bytes from its start; outside the region they fault. */

import { RegionMemory } from './memory.ts';

export declare function load8(offset: u32): u32;
export declare function load16(offset: u32): u32;
export declare function load32(offset: u32): u32;
export declare function load64(offset: u32): u64;
export declare function store8(offset: u32, value: u32): void;
export declare function store16(offset: u32, value: u32): void;
export declare function store32(offset: u32, value: u32): void;
export declare function store64(offset: u32, value: u64): void;
/** Sets `length` bytes to the low byte of `value`. */
export declare function fill(offset: u32, value: u32, length: u32): void;
/** Copies `length` bytes out of the region to address `pointer` of the component's own memory. */
export declare function read(pointer: u32, offset: u32, length: u32): void;
/** Copies `length` bytes from address `pointer` of the component's own memory into the region. */
export declare function write(offset: u32, pointer: u32, length: u32): void;
/** `copyFrom<k>` copies `length` bytes from offset `from` of the region mapped as memory k. */
export declare function copyFrom1(offset: u32, from: u32, length: u32): void;
export declare function copyFrom2(offset: u32, from: u32, length: u32): void;
export declare function copyFrom3(offset: u32, from: u32, length: u32): void;
export declare function copyFrom4(offset: u32, from: u32, length: u32): void;
export declare function copyFrom5(offset: u32, from: u32, length: u32): void;
export declare function copyFrom6(offset: u32, from: u32, length: u32): void;
export declare function copyFrom7(offset: u32, from: u32, length: u32): void;
export declare function copyFrom8(offset: u32, from: u32, length: u32): void;
export declare function copyFrom9(offset: u32, from: u32, length: u32): void;
export declare function copyFrom10(offset: u32, from: u32, length: u32): void;
export declare function copyFrom11(offset: u32, from: u32, length: u32): void;
export declare function copyFrom12(offset: u32, from: u32, length: u32): void;

/** This memory as a type parameter, for the queues of sdk/queue/. */
@unmanaged
export class Memory11 extends RegionMemory {
	load16(offset: u32): u32 {
		return load16(offset);
	}

	store16(offset: u32, value: u32): void {
		store16(offset, value);
	}

	load32(offset: u32): u32 {
		return load32(offset);
	}

	store32(offset: u32, value: u32): void {
		store32(offset, value);
	}

	load64(offset: u32): u64 {
		return load64(offset);
	}

	store64(offset: u32, value: u64): void {
		store64(offset, value);
	}

	read(pointer: u32, offset: u32, length: u32): void {
		read(pointer, offset, length);
	}

	write(offset: u32, pointer: u32, length: u32): void {
		write(offset, pointer, length);
	}
}
