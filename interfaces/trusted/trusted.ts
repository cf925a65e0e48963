import type { ReadBuffer } from '../types.ts';

/**
 * The compositor's side of the trusted path, for the permission server, the powerbox and the keyboard only (badges from 64 on; the compositor knows which is which).
 * All words on the screen are the system's own, except a reason, which is quoted.
 *
 * @memory 512
 * @error BUSY Another question is on the screen; it will be asked afterwards.
 * @error NOT_YOURS This badge may not.
 * @error GONE The app is not open, or not in front.
 */
export interface Trusted {
	/**
	 * Puts a question on the screen: may `app` have `capability`? `held`: what it has already and what makes it more dangerous together (1 << CAPABILITY_*); the prompt warns.
	 * The signal ANSWERED tells that `takeAnswer` has something.
	 * @worstCase 100000
	 * @length reason 0..96
	 * @range capability 1..8
	 * @throws BUSY
	 * @throws NOT_YOURS
	 * @throws GONE
	 */
	ask(reason: ReadBuffer, app: u32, capability: u32, held: u32): void;

	/**
	 * Takes what the user has done: kind (answers.ts), app, capability or gadget kind, and the answer (GRANT_*) or the gadget's argument; kind 0: nothing.
	 * @worstCase 20000
	 * @throws NOT_YOURS
	 */
	takeAnswer(): { kind: u32; app: u32; what: u32; value: u32 };

	/**
	 * Puts an event into an app's queue.
	 * @worstCase 20000
	 * @throws NOT_YOURS
	 */
	tell(app: u32, kind: u32, first: u32): void;

	/**
	 * Says in the strip that an app uses a capability now, or no longer. Capability 0: nothing of the app is in use.
	 * @worstCase 20000
	 * @throws NOT_YOURS
	 */
	inUse(app: u32, capability: u32, on: u32): void;

	/**
	 * Raises (1) or lowers (0) the caller's sheet (keyboard, picker) over `app`; its size comes by `look` of interfaces/display, with the same badge.
	 * @worstCase 40000
	 * @throws NOT_YOURS
	 * @throws GONE
	 */
	sheet(app: u32, up: u32): void;

	/**
	 * The keyboard: types a character (kind EVENT_TEXT) or key (EVENT_KEY) into the app that is edited.
	 * @worstCase 20000
	 * @throws NOT_YOURS
	 * @throws GONE
	 */
	type(kind: u32, first: u32): void;

	/**
	 * The app in front, 255: none. For the clipboard and the powerbox.
	 * @worstCase 20000
	 * @throws NOT_YOURS
	 */
	front(): u32;

	/**
	 * The permission server: what the user has switched off for everybody in the top menu, as 1 << CAPABILITY_*.
	 * @worstCase 20000
	 * @throws NOT_YOURS
	 */
	switches(): u32;

	/**
	 * The permission server: a question waits among the events (1), or no longer (0). Touching it there gives ANSWER_POSTPONED.
	 * @worstCase 20000
	 * @range capability 1..8
	 * @throws NOT_YOURS
	 */
	postpone(app: u32, capability: u32, waits: u32): void;

	/**
	 * The keyboard: the secret for `app` is complete, `length` bytes (0: cancelled); the ceremony ends, and the app is told (EVENT_SECRET).
	 * @worstCase 20000
	 * @range length 0..128
	 * @throws NOT_YOURS
	 */
	finish(app: u32, length: u32): void;

	/**
	 * The permission server: what an app says while it is not in front, in its own words; `kind` of interfaces/notices/kinds.ts. It is shown when nothing is asked and the app is not seen.
	 * @worstCase 40000
	 * @length text 0..80
	 * @range kind 0..3
	 * @throws NOT_YOURS
	 */
	notice(text: ReadBuffer, app: u32, kind: u32): void;
}
