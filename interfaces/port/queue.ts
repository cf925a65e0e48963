/**
 * The region of a port driver and its client. Outgoing: an entry names bytes in the data part: offset in the region; length 1..PORT_LENGTH_MOST; tag; 0. Answer: tag; PORT_*.
 * Incoming: see PORT_INCOMING. A driver that has been restarted clears PORT_SESSION, and raises the client's signal; `attach` then gives another session.
 */
export const PORT_REQUESTS: u32 = 0;
export const PORT_ANSWERS: u32 = 0x1000;
/**
 * Incoming: up to PORT_INCOMING_BYTES bytes in words 1..3, their count in word 0. Where the stream is cut says nothing. When the queue is full, the rest waits with
 * the device: signal the driver when there is room (`Consumer.producerSleeps`).
 */
export const PORT_INCOMING: u32 = 0x2000;
/** The driver's word: number of the session that it serves, 0 = none since it was started. */
export const PORT_SESSION: u32 = 0x3000;
export const PORT_ENTRIES: u32 = 16;
export const PORT_INCOMING_ENTRIES: u32 = 64;
export const PORT_INCOMING_BYTES: u32 = 12;
/** Data part for outgoing bytes. */
export const PORT_DATA: u32 = 0x4000;
export const PORT_REGION_BYTES: u32 = 0x10000;
/** Bytes of a request, at most. */
export const PORT_LENGTH_MOST: u32 = 4096;

export const PORT_SENT: u32 = 0;
export const PORT_BAD_REQUEST: u32 = 1;
export const PORT_FAILED: u32 = 2;
