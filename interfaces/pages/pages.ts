import type { ReadBuffer, WriteBuffer } from '../types.ts';

/**
 * What the compositor and the shell say to each other. The compositor tells what there is to show (state.ts), the shell describes the system's pages with it (elements.ts). The compositor keeps what was described, draws it
 * and does what is pressed on it without the shell, so a shell that hangs, lies or dies delays nothing; it sees no pixel, no touch, and not the seal.
 *
 * @memory 0
 * @error NOT_YOURS Only the shell may.
 * @error BAD_ELEMENT Something in the description is not of the form; the page stays as it was.
 */
export interface Pages {
	/**
	 * What there is to show. The compositor raises the shell's signal when it has changed.
	 * @worstCase 20000
	 * @length state 256..256
	 * @throws NOT_YOURS
	 */
	state(state: WriteBuffer): void;

	/**
	 * Describes a page (PAGE_* of elements.ts) from now on.
	 * @worstCase 200000
	 * @length elements 0..6144
	 * @range page 0..5
	 * @throws NOT_YOURS
	 * @throws BAD_ELEMENT
	 */
	describe(elements: ReadBuffer, page: u32): void;
}
