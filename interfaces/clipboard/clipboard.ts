import type { ReadBuffer, WriteBuffer } from '../types.ts';

/**
 * What was copied. Apps may copy while they are in front; what is there comes out only through the paste gadget (a Gate with another badge, good for once).
 *
 * @memory 0
 * @error EMPTY There is nothing, or it has been taken.
 * @error NOT_YOURS This Gate is for copying only.
 */
export interface Clipboard {
	/**
	 * Copies text.
	 * @worstCase 40000
	 * @length text 1..4096
	 */
	copy(text: ReadBuffer): void;

	/**
	 * Pastes: how many bytes.
	 * @worstCase 40000
	 * @length text 1..4096
	 * @throws EMPTY
	 * @throws NOT_YOURS
	 */
	paste(text: WriteBuffer): u32;
}
