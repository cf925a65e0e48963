/**
 * The region of a port driver and its client. Outgoing: an entry names bytes in the data part: offset in the region; length 1..4096; tag; 0. Answer: tag; PORT_*.
 * Incoming: see PORT_INCOMING. After a restart the driver raises the client's signal; `attach` then gives another session.
 */
export const PORT_REQUESTS: u32 = 0;
export const PORT_ANSWERS: u32 = 0x1000;
/** Incoming: up to 12 bytes in words 1..3, their count in word 0; when it is full, what comes is lost. */
export const PORT_INCOMING: u32 = 0x2000;
export const PORT_ENTRIES: u32 = 16;
export const PORT_INCOMING_ENTRIES: u32 = 64;
/** Data part for outgoing bytes. */
export const PORT_DATA: u32 = 0x4000;
export const PORT_REGION_BYTES: u32 = 0x10000;

export const PORT_SENT: u32 = 0;
export const PORT_BAD_REQUEST: u32 = 1;
export const PORT_FAILED: u32 = 2;
