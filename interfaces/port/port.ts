/**
 * Bytes to and from the world outside, through a queue each way (queue.ts): the phone's accessibility port.
 *
 * @memory 0
 * @error BROKEN There is no such device, or it does not keep to its protocol.
 */
export interface Port {
	/**
	 * Begins a session: both directions are empty.
	 * @worstCase 40000
	 * @throws BROKEN
	 */
	attach(): u32;
}
