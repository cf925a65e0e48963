import type { WriteBuffer } from '../types.ts';

/**
 * The system's own log, for the log viewer: lines as they went to the machine's log, oldest first. Nobody can change what is in it.
 *
 * @memory 0
 * @error NOT_KEPT There is no line of that number, or no longer.
 */
export interface Journal {
	/**
	 * First and last number of the lines that are kept, counted from 1; last 0: there is none yet.
	 * @worstCase 20000
	 */
	lines(): { first: u32; last: u32 };

	/**
	 * A line without its end: its bytes (ASCII), as many as the buffer holds; how many, the milliseconds since boot when it came, and how grave its client
	 * calls it (LEVEL_* of interfaces/console/levels.ts).
	 * @worstCase 40000
	 * @length text 1..256
	 * @throws NOT_KEPT
	 */
	line(text: WriteBuffer, number: u32): { length: u32; milliseconds: u32; level: u32 };
}
