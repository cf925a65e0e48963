/**
 * Sectors of 512 bytes on a disk. They pass through a region and two queues in it (queue.ts); these calls are for what is not
 * data. `disk.ts` is a client for one request at a time.
 *
 * @memory 0
 * @error BROKEN There is no such device, or it does not keep to its protocol.
 * @error ABSENT No session has begun since the driver was started.
 */
export interface Block {
	/**
	 * Begins a session: both queues are empty, what was asked before is not answered any more.
	 * @worstCase 20000
	 * @throws BROKEN
	 */
	attach(): void;

	/**
	 * Whether the session that the client has begun still exists, and how many sectors the disk has.
	 * @worstCase 20000
	 * @throws BROKEN
	 * @throws ABSENT
	 */
	capacity(): u64;
}
