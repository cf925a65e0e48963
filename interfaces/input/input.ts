/**
 * Touches and keys, through a queue from the driver to its one client (queue.ts).
 *
 * @memory 0
 * @error BROKEN No device answers.
 */
export interface Input {
	/**
	 * Begins a session: the queue is empty, no finger is down, no key pressed.
	 * @worstCase 40000
	 * @throws BROKEN
	 */
	attach(): u32;
}
