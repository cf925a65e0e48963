import type { ReadBuffer } from '../types.ts';

/**
 * Text for the machine's log. A client is known by its badge (0..31), and its name stands before each of its lines.
 *
 * @memory 132
 */
export interface Console {
	/**
	 * Prints text. Only complete lines appear; lines of different clients never mix.
	 * @worstCase 100000
	 * @length text 0..128
	 */
	print(text: ReadBuffer): void;

	/**
	 * Ends a line that the client has begun.
	 * @worstCase 100000
	 */
	flush(): void;
}
