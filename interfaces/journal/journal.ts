import type { WriteBuffer } from '../types.ts';

/**
 * The system's own log, for the log viewer: lines as they went to the machine's log, oldest first. Nobody can change what is in it.
 *
 * @memory 0
 */
export interface Journal {
	/**
	 * First and last number of the lines that are kept.
	 * @worstCase 20000
	 */
	lines(): { first: u32; last: u32 };

	/**
	 * A line: its bytes (UTF-8); how many.
	 * @worstCase 40000
	 * @length text 1..256
	 */
	line(text: WriteBuffer, number: u32): u32;
}
