/** What a client lends, as the memory of a surface that is only read (sdk/graphics): the type parameter of `Surface`. */
import { readLoan } from './loan.ts';
import { RegionMemory } from './region/memory.ts';

/** What the last reading since `beginLent` that failed returned: an error of the kernel; 0: all has been read. */
export let lentStatus: i32 = 0;

export function beginLent(): void {
	lentStatus = 0;
}

/** Offsets count from the start of the loan. */
@unmanaged
export class LentMemory extends RegionMemory {
	read(pointer: u32, offset: u32, length: u32): void {
		const status = readLoan(offset, pointer, length);
		if (status < 0) lentStatus = status;
	}
}
