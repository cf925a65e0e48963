/**
 * Opens, closes and watches apps; holds their Process capabilities. Called by the compositor and by settings; the shell may only look. Apps are numbered by their badge at the compositor.
 *
 * @memory 0
 * @error UNKNOWN There is no such app.
 * @error NOT_YOURS This badge may only look.
 */
export interface Lifecycle {
	/**
	 * Starts an app that is closed; one that is open stays as it is.
	 * @worstCase 60000
	 * @throws UNKNOWN
	 * @throws NOT_YOURS
	 */
	open(app: u32): void;

	/**
	 * Stops an app; its next start finds nothing but what it has stored.
	 * @worstCase 60000
	 * @throws UNKNOWN
	 * @throws NOT_YOURS
	 */
	close(app: u32): void;

	/**
	 * Gives the app the share of processor time of whoever is in front, and takes it from whom it belonged to; 255: nobody is in front.
	 * @worstCase 60000
	 * @throws UNKNOWN
	 * @throws NOT_YOURS
	 */
	front(app: u32): void;

	/**
	 * State (states.ts), faults since boot and the cause of the last (CAUSE_* of abi/calls.ts), own memory in KiB, microseconds of processor time.
	 * @worstCase 60000
	 * @throws UNKNOWN
	 */
	inspect(app: u32): { state: u32; faults: u32; cause: u32; memory: u32; time: u64 };
}
