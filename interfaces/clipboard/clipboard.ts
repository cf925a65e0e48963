import type { Capability, ReadBuffer, WriteBuffer } from '../types.ts';

/**
 * What was copied. Apps may copy while they are in front; what is there comes out only through the paste gadget (a Gate with another badge, good for once).
 *
 * @memory 0
 * @error EMPTY There is nothing, or it has been taken.
 * @error NOT_YOURS This Gate is not for that.
 * @error BEHIND Only the app in front may copy.
 */
export interface Clipboard {
	/**
	 * Copies text.
	 * @worstCase 40000
	 * @length text 1..4096
	 * @throws NOT_YOURS
	 * @throws BEHIND
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

	/**
	 * Whether something was copied that has not been forgotten: 1, else 0. All that an app can know.
	 * @worstCase 20000
	 */
	offered(): u32;

	/**
	 * The permission server: a Gate with which `app` can paste what is there now, once, in the next minute. It comes in the slot named for receiving.
	 * @worstCase 40000
	 * @range app 0..31
	 * @throws EMPTY
	 * @throws NOT_YOURS
	 */
	lend(app: u32): Capability;
}
