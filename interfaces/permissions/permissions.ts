import type { Capability, ReadBuffer, WriteBuffer } from '../types.ts';

/**
 * Grants: who holds what, since when, how often it was used; asked for by apps, given by the user, taken back at once. Badges below 32 are apps, 64 is settings, 66 the powerbox.
 * capabilities.ts says what can be had.
 *
 * @memory 1024
 * @error NEVER The user does not want to be asked again by this app: the capability does not exist for it.
 * @error LATER The app has asked too often (three prompts an hour): the question waits among the events.
 * @error UNKNOWN There is no such app or capability.
 * @error NOT_YOURS Only settings, or only the powerbox, may.
 * @error NO_PLACE The app's slot could not be filled.
 */
export interface Permissions {
	/**
	 * Asks for a capability, for a reason in the app's own words, which the prompt quotes. The answer comes as event GRANTED or TAKEN.
	 * @worstCase 100000
	 * @range capability 1..8
	 * @length reason 0..96
	 * @throws NEVER
	 * @throws LATER
	 * @throws UNKNOWN
	 */
	request(reason: ReadBuffer, capability: u32): void;

	/**
	 * Gives back what was given.
	 * @worstCase 100000
	 * @range capability 1..8
	 */
	release(capability: u32): void;

	/**
	 * Settings: the state (GRANT_*) of a capability of an app, uses, the last use in milliseconds since 1970 (since boot where there is no clock; 0: never, or in an earlier life of a phone without a clock), 1 while it is held, and how many seconds ago that was.
	 * @worstCase 20000
	 * @throws UNKNOWN
	 * @throws NOT_YOURS
	 */
	inspect(app: u32, capability: u32): { state: u32; uses: u32; last: u64; held: u32; ago: u32 };

	/**
	 * Settings: changes the state; anything but ALWAYS takes back at once what is held.
	 * @worstCase 100000
	 * @range state 0..4
	 * @throws UNKNOWN
	 * @throws NOT_YOURS
	 */
	change(app: u32, capability: u32, state: u32): void;

	/**
	 * Settings: what was used, newest first, from entry `first` on: entries of 16 bytes (history.ts); how many were written.
	 * @worstCase 60000
	 * @length entries 16..1024
	 * @throws NOT_YOURS
	 */
	history(entries: WriteBuffer, first: u32): u32;

	/**
	 * The powerbox: gives an app the file that the user has picked for it, in place of the one before.
	 * @worstCase 100000
	 * @throws UNKNOWN
	 * @throws NOT_YOURS
	 * @throws NO_PLACE
	 */
	give(app: u32, file: Capability): void;
}
