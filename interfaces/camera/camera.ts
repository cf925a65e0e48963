import type { Capability, WriteBuffer } from '../types.ts';

/**
 * Pictures of the camera: R8G8B8A8, a row after the other. Badge: who; a Gate for one picture is another badge than a Gate for a stream.
 *
 * @memory 16
 * @error NOT_READY The next picture has not come yet: ask again a little later.
 * @error SPENT This capability was for one picture, and that has been taken.
 * @error ABSENT The machine has no camera, or it does not answer.
 * @error NOT_YOURS Only the permission server (badge 64) hands out Gates.
 */
export interface Camera {
	/**
	 * Width and height of pictures, and the number of the newest, which it begins to take if none is being taken.
	 * @worstCase 20000
	 * @throws ABSENT
	 * @throws SPENT
	 */
	newest(): { width: u32; height: u32; number: u32 };

	/**
	 * Rows of picture `number`, from `row` on, as many as the buffer holds.
	 * @worstCase 400000
	 * @length pixels 4..131072
	 * @throws NOT_READY
	 * @throws SPENT
	 * @throws ABSENT
	 */
	rows(pixels: WriteBuffer, number: u32, row: u32): u32;

	/**
	 * The permission server: a new Gate that is good for one picture. Those before are spent.
	 * @worstCase 20000
	 * @throws NOT_YOURS
	 */
	lend(): Capability;
}
