/**
 * How sectors are asked for: one region, which client and driver map, with a queue each way (sdk/queue/) and room for data. A client has at
 * most BLOCK_ENTRIES requests of which it has not taken the answer; more answers than that are lost.
 *
 * Request: operation | sectors << 8; first sector; offset in the region, in the data part; tag. Answer: tag; BLOCK_*.
 */

/** Bytes of the region. */
export const BLOCK_REGION_BYTES: u32 = 0x20000;
/** Where the queues and the data are. */
export const BLOCK_REQUESTS: u32 = 0;
export const BLOCK_ANSWERS: u32 = 0x1000;
export const BLOCK_DATA: u32 = 0x10000;
/** Capacity of each queue. */
export const BLOCK_ENTRIES: u32 = 16;
/** Sectors of a request, at most. */
export const BLOCK_SECTORS_MOST: u32 = 8;

// Operations.
export const OPERATION_READ: u32 = 0;
export const OPERATION_WRITE: u32 = 1;
/** What was written before is on the medium when this is answered. No sectors. */
export const OPERATION_FLUSH: u32 = 4;

// Answers; closed.
export const BLOCK_DONE: u32 = 0;
/** Not an operation, or sectors or offset out of the ranges above. */
export const BLOCK_BAD_REQUEST: u32 = 1;
/** The disk has no such sectors. */
export const BLOCK_BEHIND_END: u32 = 2;
/** The device could not do it. */
export const BLOCK_FAILED: u32 = 3;
