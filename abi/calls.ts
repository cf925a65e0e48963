/**
 * Kernel call numbers for the `system` import. Arguments are a0..a5 (i32), named in each comment; `account`, `process`,
 * `region`, `signal`, `interrupt`, `control`, `gate`, `slot`, `source`, `destination` are slots of the caller's own
 * table; `...Row` are row numbers that the paying account must own. Slot 0 is never used: as `process` it means "myself",
 * as `destination` or `receive` it means "none". Full semantics: docs/reference/01-kernel.md.
 */

// ---- capabilities -------------------------------------------------------------------------------------------------
/** (source, destination, rights, grantRow): duplicate with at most `rights`; grantRow 0 = same grant as the source. */
export const COPY: i32 = 1;
/** (source, destination): move within the own table. */
export const MOVE: i32 = 2;
/** (slot): empty the slot; deleting an empty slot succeeds. */
export const DELETE: i32 = 3;
/** (account, grantRow): take back every capability made under that grant, and all derived from them. */
export const REVOKE: i32 = 4;
/** (process, source, destination, rights, grantRow): copy into another process's table. */
export const INSTALL: i32 = 5;
/** (slot): result = kind | rights << 8, or 0 when the slot holds nothing usable; word 0 = badge. */
export const IDENTIFY: i32 = 6;
/** (slot): where a capability that arrives with a call to me is put; 0 = refuse. */
export const RECEIVE: i32 = 7;
/** (slot, move): attach a capability to the reply of the call being served; `move` != 0 gives it away. */
export const REPLY_CAPABILITY: i32 = 8;
/** (process, destination, badge): a Gate to the process's protected procedures. */
export const GATE: i32 = 10;
/** (process, destination, bits): a Signal that raises `bits`. */
export const SIGNAL: i32 = 11;

// ---- processes ------------------------------------------------------------------------------------------------------
/** (account, processRow, extentRow, slots, destination): the extent (exactly PROCESS_BLOCK_PAGES pages) backs its tables. */
export const PROCESS_CREATE: i32 = 20;
/** (process, field, value, value2): fields CONFIGURE_*. */
export const PROCESS_CONFIGURE: i32 = 21;
/** (process): first activation is `init`. */
export const PROCESS_START: i32 = 22;
/** (process): end whatever it does, at once; whoever it was serving is told SERVER_GONE. */
export const PROCESS_STOP: i32 = 23;
/** (process): stopped or faulted -> started again from `init`, its own memory as the loader made it. */
export const PROCESS_RESTART: i32 = 24;
/** (account, processRow): a stopped process; its rows and its extent return to the account. */
export const PROCESS_DESTROY: i32 = 25;
/** (process, what): READ_PROCESS_*. */
export const PROCESS_READ: i32 = 26;
/** (control, process, label): a label in 0..63. */
export const PROCESS_LABEL: i32 = 27;
/** (account, processRow, destination): every capability to it, gates and signals included, ends now; a fresh Process goes to destination. */
export const PROCESS_REVOKE: i32 = 28;

// ---- regions --------------------------------------------------------------------------------------------------------
/** (account, extentRow, newRow, pages): cut `pages` off the end of a free extent, as a free extent of its own. */
export const EXTENT_SPLIT: i32 = 30;
/** (account, lowRow, highRow): join two adjacent free extents; highRow becomes unused. */
export const EXTENT_MERGE: i32 = 31;
/** (account, extentRow, newRow, pages, destination): a region of `pages` 4 KiB pages (plus its page tables) off the end of the extent. */
export const REGION_CREATE: i32 = 32;
/** (account, regionRow, step): zero and map in pages 16*step..16*step+15; steps in order from 0; usable after the last. */
export const REGION_PREPARE: i32 = 33;
/** (process, region, memory, rights): map as memory 0..15; visible at the latest from the next activation of the process. */
export const REGION_MAP: i32 = 34;
/** (process, memory): unmap. */
export const REGION_UNMAP: i32 = 35;
/** (region, step): zero pages 16*step..16*step+15. */
export const REGION_CLEAR: i32 = 36;
/** (account, regionRow, destination): every capability and mapping of it ends now; a fresh one goes to destination. */
export const REGION_REVOKE: i32 = 37;
/** (account, regionRow): back to a free extent. */
export const REGION_DESTROY: i32 = 38;
/** (account, regionRow, toAccount): the other account pays from now on. */
export const REGION_HAND_ON: i32 = 39;
/** (control, account, extentRow, newRow, physicalPage, destination | pages << 16): device memory. */
export const REGION_DEVICE: i32 = 40;
/** (region, what): READ_REGION_*. */
export const REGION_READ: i32 = 41;
/** (control, account, regionRow, label). */
export const REGION_LABEL: i32 = 42;

// ---- accounts -------------------------------------------------------------------------------------------------------
/** (account, accountRow, destination, priorityCeiling): an empty child. */
export const ACCOUNT_CREATE: i32 = 50;
/** (fromAccount, toAccount, resource, amountOrRow): split and take back alike; needs SPLIT on both. */
export const ACCOUNT_GIVE: i32 = 51;
/** (account, accountRow): a child that owns no row and no child; its amounts return to the parent. */
export const ACCOUNT_DESTROY: i32 = 52;
/** (account, what): READ_ACCOUNT_*. */
export const ACCOUNT_READ: i32 = 53;
/** (account, accountRow, destination): every capability to a child ends now; a fresh one goes to destination. */
export const ACCOUNT_REVOKE: i32 = 54;

// ---- interrupts -----------------------------------------------------------------------------------------------------
/** (control, line, destination). */
export const INTERRUPT_CREATE: i32 = 60;
/** (interrupt, signal): 0 as signal unbinds. Enables the line. */
export const INTERRUPT_BIND: i32 = 61;
/** (interrupt): unmask after handling. */
export const INTERRUPT_ACKNOWLEDGE: i32 = 62;
/** (interrupt): pend the line by software. */
export const INTERRUPT_RAISE: i32 = 63;

// ---- control --------------------------------------------------------------------------------------------------------
/** (control, subjectLabel, objectLabel, operations): takes effect before it returns. */
export const FLOW_SET: i32 = 70;
/** (control, count, word0, word1, word2, word3): append `count` (1..16) bytes, little-endian, to the machine's log. */
export const LOG: i32 = 71;
/** (control, exitCode): stop the machine. */
export const HALT: i32 = 72;

// ---- time, loans ----------------------------------------------------------------------------------------------------
/** (delayLow, delayHigh, bits): raise own `bits` after so many nanoseconds; bits 0 cancels. One alarm a process. */
export const ALARM: i32 = 80;
/** (offset, pointer, length): copy from the caller's loan into own memory 0. */
export const LOAN_READ: i32 = 90;
/** (offset, pointer, length): copy from own memory 0 into the caller's writable loan. */
export const LOAN_WRITE: i32 = 91;
/** (): result = length of the loan of the call being served; word 0 = its rights. */
export const LOAN_SIZE: i32 = 92;

// ---- PROCESS_CONFIGURE fields -----------------------------------------------------------------------------------------
/** value = priority 1..255, at most the account's ceiling. Blocking programs 1..31, others 32..255. */
export const CONFIGURE_PRIORITY: i32 = 1;
/** value = budget in ns (1000..2^31-1), value2 = period in ns (budget..2^32-1, unsigned); its share is charged to the account. */
export const CONFIGURE_BUDGET: i32 = 2;
/** value = declared worst case of one protected call in ns, nested calls included (1..2^31-1). */
export const CONFIGURE_WORST_CASE: i32 = 3;
/** value = slot of a Gate whose badge (0..31) names this process to its fault handler; 0 = none. */
export const CONFIGURE_HANDLER: i32 = 4;
/** value = how often one activation may exhaust the budget before that is an overrun fault; 255 = for ever. */
export const CONFIGURE_PATIENCE: i32 = 5;

// ---- PROCESS_READ -------------------------------------------------------------------------------------------------------
/** STATE_*. */
export const READ_PROCESS_STATE: i32 = 1;
/** CAUSE_* of the last fault, 0 = none; word 0 = place (machine's program counter or address), word 1 = count of faults. */
export const READ_PROCESS_FAULT: i32 = 2;
/** CPU time that its activations used, the calls that they made included, in 1024 ns, each activation rounded up; wraps at 2^31. */
export const READ_PROCESS_TIME: i32 = 3;
export const READ_PROCESS_LABEL: i32 = 4;
export const READ_PROCESS_PRIORITY: i32 = 5;

// ---- process states -------------------------------------------------------------------------------------------------------
export const STATE_FREE: u32 = 0;
export const STATE_STOPPED: u32 = 1;
export const STATE_STARTED: u32 = 2;
export const STATE_FAULTED: u32 = 3;

// ---- fault causes ---------------------------------------------------------------------------------------------------------
/** WebAssembly trap: unreachable, division by zero, ... (ARM64: undefined instruction, brk). */
export const CAUSE_TRAP: u32 = 1;
/** Access outside the memories, or against their rights. */
export const CAUSE_MEMORY: u32 = 2;
/** Kernel entered in a way that no validated component can (wait in an event-driven component, bad vector). */
export const CAUSE_BAD_CALL: u32 = 3;
/** Ran past its budget with no patience left, or past its declared worst case while serving a call. */
export const CAUSE_OVERRUN: u32 = 4;
/** Stack exhausted. */
export const CAUSE_STACK: u32 = 5;

// ---- REGION_READ, ACCOUNT_READ ----------------------------------------------------------------------------------------------
/** Size in 4 KiB pages. */
export const READ_REGION_PAGES: i32 = 1;
/** REGION_* kind: see kernel/layout.ts. */
export const READ_REGION_KIND: i32 = 2;
export const READ_REGION_LABEL: i32 = 3;
/** First physical 4 KiB page, 0..2^31-1; needs RIGHT_ADDRESS. The region's pages are contiguous. */
export const READ_REGION_PAGE: i32 = 4;
/** Free capability slots to give out. */
export const READ_ACCOUNT_SLOTS: i32 = 1;
/** Free CPU share, 1/65536. */
export const READ_ACCOUNT_CPU: i32 = 2;
/** 4 KiB pages owned, in extents, regions and process blocks. */
export const READ_ACCOUNT_PAGES: i32 = 3;
/** Processes that live on it. */
export const READ_ACCOUNT_PROCESSES: i32 = 4;
/** Priority ceiling. */
export const READ_ACCOUNT_CEILING: i32 = 5;
