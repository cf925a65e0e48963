/**
 * A bounded queue with one producer and one consumer, in a region that both may write (M2.2; layout after sDDF's). All words are u32.
 * Each word has one writer. Indices run freely and wrap; a slot is index modulo capacity. The region starts zeroed.
 *
 * Nothing that the other side writes is believed: capacity and own index are private, the other's index is checked at every use, and an
 * entry is copied out before it is looked at. A side that lies harms only itself: it gets QUEUE_BROKEN from then on, at the other's end.
 */

/** Entries taken so far; the consumer writes it. */
export const QUEUE_HEAD: u32 = 0;
/** How often the consumer has gone to sleep. */
export const QUEUE_CONSUMER_SLEEPS: u32 = 4;
/** Entries put in so far; the producer writes it. Sixty-four bytes on, so that the sides do not share a cache line. */
export const QUEUE_TAIL: u32 = 64;
/** How often the producer has gone to sleep. */
export const QUEUE_PRODUCER_SLEEPS: u32 = 68;
export const QUEUE_ENTRIES: u32 = 128;
/** An entry is four words: what they mean is between the two sides; usually offset and length of a buffer. */
export const QUEUE_ENTRY_BYTES: u32 = 16;
/** Entries at most. */
export const QUEUE_CAPACITY_MOST: u32 = 65536;

// Results of queue operations; closed.
export const QUEUE_OK: i32 = 0;
/** No room: come back when the consumer has signalled. */
export const QUEUE_FULL: i32 = 1;
/** Nothing there: come back when the producer has signalled. */
export const QUEUE_EMPTY: i32 = 2;
/** The other side has written an impossible index. The queue is unusable until both sides `open` it again. */
export const QUEUE_BROKEN: i32 = 3;
/** Capacity is not a power of two in 1..65536. */
export const QUEUE_INVALID: i32 = 4;

/** Bytes of region that a queue of `capacity` entries takes from its offset on. */
export function queueBytes(capacity: u32): u32 {
	return QUEUE_ENTRIES + capacity * QUEUE_ENTRY_BYTES;
}

export function validCapacity(capacity: u32): bool {
	return capacity > 0 && capacity <= QUEUE_CAPACITY_MOST && (capacity & (capacity - 1)) === 0;
}
