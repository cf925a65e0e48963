import type { ReadBuffer, WriteBuffer } from '../types.ts';

/**
 * Gives back what it is given: for trying out, measuring and testing calls.
 *
 * @memory 0
 * @error REFUSED The server has been told to refuse.
 */
export interface Echo {
	/**
	 * Nothing at all.
	 * @worstCase 2000
	 */
	nothing(): void;

	/**
	 * The sum of two numbers.
	 * @worstCase 2000
	 * @range left -1000000..1000000
	 * @range right -1000000..1000000
	 */
	add(left: i32, right: i32): i32;

	/**
	 * Quotient and remainder.
	 * @worstCase 2000
	 * @range divisor 1..4294967295
	 * @throws REFUSED
	 */
	divide(dividend: u64, divisor: u32): { quotient: u64; remainder: u32 };

	/**
	 * The sum of the bytes of a buffer.
	 * @worstCase 50000
	 * @length bytes 1..4096
	 */
	sum(bytes: ReadBuffer, negate: bool): i32;

	/**
	 * Fills a buffer with a byte.
	 * @worstCase 50000
	 * @length buffer 0..4096
	 * @range value 0..255
	 */
	fill(buffer: WriteBuffer, value: u32): void;
}
