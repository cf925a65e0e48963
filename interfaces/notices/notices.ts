import type { ReadBuffer } from '../types.ts';

/**
 * What an app tells the user while it is not in front. The Gate is given as CAPABILITY_NOTIFY (interfaces/permissions), and its badge says who speaks: mark and name are drawn by the system, the text is quoted below
 * them with everything replaced that is not plain (sdk/plain.ts). Of each app there is one notice, the last. Nothing tells the app whether it was seen.
 *
 * @memory 96
 * @error LATER The app has said too much in too short a time (five at once, then one every three minutes): this is not shown.
 */
export interface Notices {
	/**
	 * Says something, in place of what the app said before. `kind`: NOTICE_PLAIN or NOTICE_ALARM (kinds.ts). While the app itself is seen, nothing is shown.
	 * @worstCase 40000
	 * @length text 1..80
	 * @range kind 1..2
	 * @throws LATER
	 */
	show(text: ReadBuffer, kind: u32): void;

	/**
	 * Takes back what the app said last; it counts all the same.
	 * @worstCase 40000
	 */
	withdraw(): void;
}
