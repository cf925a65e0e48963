/**
 * A display: a framebuffer in a region that the client draws into, and a queue each way (queue.ts). One client. `panel.ts` is a client that
 * survives restarts of the driver.
 *
 * @memory 0
 * @error BROKEN There is no such device, or it does not keep to its protocol.
 * @error NOT_READY The device is being set up: the driver raises the client's signal when it is ready.
 */
export interface Screen {
	/**
	 * Begins a session: both queues are empty, the framebuffer's pixels are as they were. Width and height in pixels.
	 * @worstCase 40000
	 * @throws BROKEN
	 * @throws NOT_READY
	 */
	attach(): { width: u32; height: u32; session: u32 };
}
