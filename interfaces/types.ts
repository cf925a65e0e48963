/** What the parameters of an interface can be beside numbers (i32, u32, i64, u64) and bool. docs/guide/interfaces.md explains each. */

/** Memory that the client lends for reading until the call returns. Its length is the kernel's word, not the client's. */
export type ReadBuffer = u32;
/** Memory that the client lends for writing until the call returns. */
export type WriteBuffer = u32;
/** Memory that the client lends for reading and writing until the call returns. */
export type ExchangeBuffer = u32;
/**
 * A capability of which the server gets a copy, in the slot that it has named with `receive`. As a result: one that comes back (`replyCapability`);
 * the client's function takes the empty slot in which it is to arrive.
 */
export type Capability = i32;
