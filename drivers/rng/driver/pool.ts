/** The bytes that the device has given and nobody has had. A byte that is given out is zeroed at the next refill at the latest. */
import { read } from '../../../sdk/region/memory2.ts';

const POOL_BYTES: u32 = 1024;
const POOL: u32 = memory.data(1024, 8) as u32;
/** Bytes 0..count - 1 have not been given out; those behind `given` are zero. */
let count: u32 = 0;
let given: u32 = 0;

/** Bytes that can be given out. */
export function held(): u32 {
	return count;
}

/** Bytes that can be put in. */
export function room(): u32 {
	return POOL_BYTES - count;
}

/** Puts `length` bytes in, at most `room()`, from `offset` of the queue's region. */
export function put(offset: u32, length: u32): void {
	memory.fill(POOL + count, 0, given - count);
	read(POOL + count, offset, length);
	count += length;
	given = count;
}

/** Takes `length` bytes out, at most `held()`: where they are, until the next call. */
export function give(length: u32): u32 {
	given = max<u32>(given, count);
	count -= length;
	return POOL + count;
}
