/** Capability kinds, rights, resources and flow operations: the vocabulary of authority. */

// ---- kinds (architecture decision D4): zero marks an empty slot -------------------------------------------------
export const KIND_NONE: u32 = 0;
/** The protected procedures of a process, with a badge that tells the server which client it is. */
export const KIND_GATE: u32 = 1;
/** Some bits of a process's pending word; the badge is the mask of bits it raises. */
export const KIND_SIGNAL: u32 = 2;
/** Physical memory. */
export const KIND_REGION: u32 = 3;
/** A node of the quota tree. */
export const KIND_ACCOUNT: u32 = 4;
/** A protection domain. */
export const KIND_PROCESS: u32 = 5;
/** One interrupt line. */
export const KIND_INTERRUPT: u32 = 6;
/** The few root powers; the rights say which. */
export const KIND_CONTROL: u32 = 7;

// ---- rights common to all kinds ---------------------------------------------------------------------------------
/** May be duplicated (within the holder's table, or given on while the holder keeps it). */
export const RIGHT_COPY: u32 = 1;
/** May leave the holder's table for another process. */
export const RIGHT_TRANSFER: u32 = 2;

// ---- rights of a kind -------------------------------------------------------------------------------------------
export const RIGHT_CALL: u32 = 4; // Gate
export const RIGHT_RAISE: u32 = 4; // Signal
export const RIGHT_READ: u32 = 4; // Region
export const RIGHT_WRITE: u32 = 8;
export const RIGHT_EXECUTE: u32 = 16;
export const RIGHT_ADDRESS: u32 = 32; // Region: learn where it lies, to tell a device that does DMA
export const RIGHT_SPEND: u32 = 4; // Account: create objects out of it, destroy them
export const RIGHT_SPLIT: u32 = 8; // Account: children, giving and taking resources
export const RIGHT_CONFIGURE: u32 = 4; // Process: memories, capabilities, priority, budget, gates, signals
export const RIGHT_START: u32 = 8;
export const RIGHT_STOP: u32 = 16;
export const RIGHT_BIND: u32 = 4; // Interrupt: bind to a signal, raise by software
export const RIGHT_ACKNOWLEDGE: u32 = 8;
export const RIGHT_FLOW: u32 = 4; // Control: set the flow matrix
export const RIGHT_LABEL: u32 = 8; // Control: label processes and regions
export const RIGHT_DEVICE: u32 = 16; // Control: device regions
export const RIGHT_LINES: u32 = 32; // Control: interrupt lines
export const RIGHT_LOG: u32 = 64; // Control: the machine's log
export const RIGHT_HALT: u32 = 128; // Control: stop the machine
export const RIGHTS_ALL: u32 = 255;

// ---- resources that ACCOUNT_GIVE moves --------------------------------------------------------------------------
/** Capability slots: how many a process of the account may have. Amount. */
export const RESOURCE_SLOTS: u32 = 1;
/** CPU share, in 1/65536 of the machine. Amount. */
export const RESOURCE_CPU: u32 = 2;
/** One free process row. Named by row. */
export const RESOURCE_PROCESS_ROW: u32 = 3;
/** One unused region row, or a free extent with its memory. Named by row. */
export const RESOURCE_REGION_ROW: u32 = 4;
/** One grant row. Named by row. */
export const RESOURCE_GRANT_ROW: u32 = 5;
/** One free account row. Named by row. */
export const RESOURCE_ACCOUNT_ROW: u32 = 6;
/** CPU share of the whole machine. */
export const CPU_WHOLE: u32 = 65536;

// ---- flow matrix operations: what a subject label may do to an object label --------------------------------------
export const FLOW_CALL: u32 = 1;
export const FLOW_RAISE: u32 = 2;
export const FLOW_READ: u32 = 4;
export const FLOW_WRITE: u32 = 8;
export const FLOW_TRANSFER: u32 = 16;
export const FLOW_ALL: u32 = 31;
