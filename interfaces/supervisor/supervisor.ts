/**
 * What a supervisor tells about the components that it restarts.
 *
 * @memory 0
 * @error UNKNOWN_CHILD It looks after no such component.
 */
export interface Supervisor {
	/**
	 * How a child is doing: state (STATE_* of abi/calls.ts), restarts since boot, cause of the last fault (CAUSE_*), own memory in KiB, microseconds of processor time.
	 * @worstCase 10000
	 * @range child 0..31
	 * @throws UNKNOWN_CHILD
	 */
	inspect(child: u32): { state: u32; restarts: u32; cause: u32; memory: u32; time: u64 };
}
