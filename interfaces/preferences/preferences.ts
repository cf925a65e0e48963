/**
 * The user's choices about the phone as a whole, kept by the compositor; for settings only.
 *
 * @memory 0
 * @error NOT_YOURS Only settings may.
 * @error OUT_OF_RANGE No such choice, or no such value.
 */
export interface Preferences {
	/**
	 * A choice (choices.ts).
	 * @worstCase 20000
	 * @throws NOT_YOURS
	 * @throws OUT_OF_RANGE
	 */
	read(choice: u32): u32;

	/**
	 * Changes it, for everybody at once.
	 * @worstCase 60000
	 * @throws NOT_YOURS
	 * @throws OUT_OF_RANGE
	 */
	write(choice: u32, value: u32): void;
}
