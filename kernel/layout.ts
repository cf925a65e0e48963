/**
 * Every table of the kernel: base, stride, fields. The single source for kernel, machines, checker, prover and debugger
 * (`npx tessera build` also emits it as build/layout.json).
 *
 * Conventions, relied upon by the tools that read this file:
 * - a table T has T_BASE, T_STRIDE, T_COUNT; its fields are T_<FIELD> = byte offset within the row;
 * - a field is 4 bytes wide unless its name ends in _64 (8 bytes) or _8 (1 byte), is always accessed at that width, aligned;
 * - all state is at T_BASE + row * T_STRIDE + field. Nothing else is ever addressed.
 */

// ---- OUT and globals: one row -----------------------------------------------------------------------------------
export const GLOBAL_BASE: u32 = 1024;
export const GLOBAL_STRIDE: u32 = 256;
export const GLOBAL_COUNT: u32 = 1;
/** Process that executes now; 0 = none. */
export const GLOBAL_CURRENT: u32 = 0;
/** 1 + highest ready priority, 0 = nobody ready. */
export const GLOBAL_TOP: u32 = 4;
/** Result for the machine: what to do with the chosen process, ENTER_*. */
export const GLOBAL_OUT_KIND: u32 = 8;
/** Result: pending bits, badge, faulted child's badge, or the value to resume with. */
export const GLOBAL_OUT_ARGUMENT: u32 = 12;
/** Result: nanoseconds until `expire` must be called, from the moment the process runs. */
export const GLOBAL_OUT_LIMIT: u32 = 16;
/** Result: 1 = somebody of higher priority than the current process is ready. */
export const GLOBAL_OUT_PREEMPT: u32 = 20;
/** Result: first time at which `tick` must be called; all ones = never. */
export const GLOBAL_OUT_ALARM_64: u32 = 24;
/** Result words of a `system` call, and how many. */
export const GLOBAL_OUT_WORDS: u32 = 32;
export const GLOBAL_OUT_WORD0: u32 = 36;
export const GLOBAL_OUT_WORD1: u32 = 40;
/** 1 = this machine can suspend an activation at any instruction (ARM64), 0 = it cannot (hosted). */
export const GLOBAL_CAN_SUSPEND: u32 = 44;
/** Raised by every revocation, destruction and tightening of flows; processes whose own copy differs re-check their mappings. */
export const GLOBAL_EPOCH_64: u32 = 48;
/** 0 while booting, 1 afterwards: boot entries are refused. */
export const GLOBAL_BOOTED: u32 = 56;
/** All RAM of the machine, the kernel's included, as [first, end) pages: never a device region. */
export const GLOBAL_RAM_FIRST: u32 = 60;
export const GLOBAL_RAM_END: u32 = 64;

export const ENTER_RESUME: u32 = 0;
export const ENTER_INIT: u32 = 1;
export const ENTER_NOTIFIED: u32 = 2;
export const ENTER_FAULTED: u32 = 3;
/** Enter `protected`: a call that first had to finish the server's own activation. Badge as argument; words from the client's saved registers. */
export const ENTER_PROTECTED: u32 = 4;
/** Resume from a kernel call with OUT_ARGUMENT as its result. */
export const ENTER_RESULT: u32 = 5;

// ---- ready set: O(1) choice among 256 priorities x 256 processes ---------------------------------------------------
/** Bit p of word w: some process of priority 64 * w + p is ready. */
export const PRIORITIES_BASE: u32 = 1280;
export const PRIORITIES_STRIDE: u32 = 8;
export const PRIORITIES_COUNT: u32 = 4;
export const PRIORITIES_WORD_64: u32 = 0;
/** Of each priority: the process to prefer (its activation is in progress), and where the round robin stands. */
export const LEVEL_BASE: u32 = 2048;
export const LEVEL_STRIDE: u32 = 64;
export const LEVEL_COUNT: u32 = 256;
export const LEVEL_IN_PROGRESS: u32 = 0;
export const LEVEL_LAST: u32 = 4;
/** Bit w: READY word w is not zero. */
export const LEVEL_GROUPS: u32 = 8;
/** Four words, one bit a process. */
export const LEVEL_READY0_64: u32 = 16;
export const LEVEL_READY1_64: u32 = 24;
export const LEVEL_READY2_64: u32 = 32;
export const LEVEL_READY3_64: u32 = 40;

// ---- timer: a tournament tree, node 1 the earliest, leaf 256 + p the time process p waits for -----------------------
export const TIMER_BASE: u32 = 18432;
export const TIMER_STRIDE: u32 = 8;
export const TIMER_COUNT: u32 = 512;
export const TIMER_TIME_64: u32 = 0;

// ---- flow matrix: row = subject label, one byte an object label -------------------------------------------------------
export const LABELS: u32 = 64;
export const FLOW_BASE: u32 = 24576;
export const FLOW_STRIDE: u32 = 1;
export const FLOW_COUNT: u32 = 4096;
export const FLOW_OPERATIONS_8: u32 = 0;

// ---- interrupts ---------------------------------------------------------------------------------------------------------
export const INTERRUPT_BASE: u32 = 28672;
export const INTERRUPT_STRIDE: u32 = 32;
export const INTERRUPT_COUNT: u32 = 256;
/** 0 no capability, 1 capability exists. */
export const INTERRUPT_STATE: u32 = 0;
export const INTERRUPT_PROCESS: u32 = 4;
export const INTERRUPT_PROCESS_GENERATION: u32 = 8;
export const INTERRUPT_BITS: u32 = 12;
/** 1 = raised and not yet acknowledged. */
export const INTERRUPT_MASKED: u32 = 16;
/** Grant of the signal it is bound to: revoking that unbinds. */
export const INTERRUPT_GRANT: u32 = 20;
export const INTERRUPT_GRANT_GENERATION: u32 = 24;
/** Raised when the line is handed out again: the former holder loses it. */
export const INTERRUPT_GENERATION: u32 = 28;

// ---- accounts -------------------------------------------------------------------------------------------------------------
export const ACCOUNT_BASE: u32 = 36864;
export const ACCOUNT_STRIDE: u32 = 64;
export const ACCOUNT_COUNT: u32 = 128;
/** 0 free, 1 live. */
export const ACCOUNT_STATE: u32 = 0;
export const ACCOUNT_GENERATION: u32 = 4;
/** Of a live account its parent; of a free row the account that owns it. */
export const ACCOUNT_PARENT: u32 = 8;
/** Not given away, not used: capability slots, CPU share. */
export const ACCOUNT_SLOTS: u32 = 12;
export const ACCOUNT_CPU: u32 = 16;
/** Counts of what it owns: rows of each table (children included), and 4 KiB pages. */
export const ACCOUNT_PAGES: u32 = 20;
export const ACCOUNT_PROCESS_ROWS: u32 = 24;
export const ACCOUNT_REGION_ROWS: u32 = 28;
export const ACCOUNT_GRANT_ROWS: u32 = 32;
export const ACCOUNT_ACCOUNT_ROWS: u32 = 36;
/** Live processes. */
export const ACCOUNT_PROCESSES: u32 = 40;
export const ACCOUNT_CEILING: u32 = 44;

// ---- grants ------------------------------------------------------------------------------------------------------------------
export const GRANT_BASE: u32 = 45056;
export const GRANT_STRIDE: u32 = 32;
export const GRANT_COUNT: u32 = 1024;
export const GRANT_OWNER: u32 = 0;
export const GRANT_GENERATION: u32 = 4;
/** The grant that this one was derived under, 0 = none; valid only with PARENT_GENERATION. */
export const GRANT_PARENT: u32 = 8;
export const GRANT_PARENT_GENERATION: u32 = 12;
/** 1 = root, ... GRANT_DEPTH at most: bounds the walk. 0 = unused since its last revocation. */
export const GRANT_LEVEL: u32 = 16;
export const GRANT_DEPTH: u32 = 8;

// ---- regions -------------------------------------------------------------------------------------------------------------------
export const REGION_BASE: u32 = 77824;
export const REGION_STRIDE: u32 = 64;
export const REGION_COUNT: u32 = 1024;
/** REGION_UNUSED ... */
export const REGION_STATE: u32 = 0;
export const REGION_GENERATION: u32 = 4;
export const REGION_OWNER: u32 = 8;
/** First physical 4 KiB page, and how many; page tables not included. */
export const REGION_PAGE: u32 = 12;
export const REGION_PAGES: u32 = 16;
/** Steps of 16 pages that are zeroed and entered in the tables. */
export const REGION_PREPARED: u32 = 20;
/** First page of its page tables, and how many (one L2, one L3 for each 512 pages). */
export const REGION_TABLES: u32 = 24;
export const REGION_TABLE_PAGES: u32 = 28;
/** KIND_NORMAL ... of memory. */
export const REGION_KIND: u32 = 32;
export const REGION_LABEL_FIELD: u32 = 36;
/** Of a process block: the process. */
export const REGION_PROCESS: u32 = 40;

export const EXTENT_UNUSED: u32 = 0;
export const EXTENT_FREE: u32 = 1;
export const EXTENT_REGION: u32 = 2;
export const EXTENT_PROCESS: u32 = 3;
export const MEMORY_NORMAL: u32 = 0;
export const MEMORY_DEVICE: u32 = 1;
/** Executable, never writable. */
export const MEMORY_IMAGE: u32 = 2;
/** 32 MiB: sixteen L3 tables. */
export const REGION_PAGES_MOST: u32 = 8192;
/** Pages that one REGION_PREPARE or REGION_CLEAR handles. */
export const REGION_STEP: u32 = 16;

// ---- processes: row 0 is never used ------------------------------------------------------------------------------------------------
export const PROCESS_BASE: u32 = 143360;
export const PROCESS_STRIDE: u32 = 256;
export const PROCESS_COUNT: u32 = 256;
/** STATE_* of abi/calls.ts. */
export const PROCESS_STATE: u32 = 0;
export const PROCESS_GENERATION: u32 = 4;
/** Of a free row the owner; else the account it lives on. */
export const PROCESS_ACCOUNT: u32 = 8;
export const PROCESS_PRIORITY: u32 = 12;
export const PROCESS_LABEL_FIELD: u32 = 16;
/** ACTIVE_*. */
export const PROCESS_ACTIVE: u32 = 20;
/** Whom it serves (ACTIVE_CALL), 0 = nobody. */
export const PROCESS_CALLER: u32 = 24;
/** Whom it has called and waits for, 0 = nobody. */
export const PROCESS_CALLEE: u32 = 28;
/** While it does not execute: nanoseconds left to it (to its budget, or to its worst case when serving). */
export const PROCESS_LEFT: u32 = 32;
/** Declared worst case of a protected call, nanoseconds; 0 = accepts no calls. */
export const PROCESS_WORST_CASE: u32 = 36;
/** Signal bits not yet delivered. */
export const PROCESS_PENDING: u32 = 40;
/** Badges of faulted children not yet delivered. */
export const PROCESS_FAULTS: u32 = 44;
/** 1 = `init` is due. */
export const PROCESS_INIT_DUE: u32 = 48;
/** 1 = in the ready set. */
export const PROCESS_READY: u32 = 52;
/** 1 = no budget until the next refill. */
export const PROCESS_THROTTLED: u32 = 56;
/** 1 = blocked in `wait`. */
export const PROCESS_WAITING: u32 = 60;
/** 1 = resume with RESULT instead of the saved registers alone. */
export const PROCESS_HAS_RESULT: u32 = 64;
export const PROCESS_RESULT: u32 = 68;
/** 1 = was stopped while its callee was running: ends when the callee returns. */
export const PROCESS_DOOMED: u32 = 72;
/** Badge of the deferred call. */
export const PROCESS_DEFERRED_BADGE: u32 = 76;
// loan of the call in progress (of the caller)
export const PROCESS_LOAN: u32 = 80; // memory | rights << 8
export const PROCESS_LOAN_OFFSET: u32 = 84;
export const PROCESS_LOAN_LENGTH: u32 = 88;
// named capability slots
export const PROCESS_RECEIVE: u32 = 92;
/** Slot | move << 16, 0 = none. */
export const PROCESS_REPLY: u32 = 96;
/** Where a capability that comes back with the reply goes (of the caller). */
export const PROCESS_RETURN: u32 = 100;
// scheduling
export const PROCESS_BUDGET: u32 = 104;
export const PROCESS_PERIOD: u32 = 108;
export const PROCESS_REMAINING: u32 = 112;
export const PROCESS_PATIENCE: u32 = 116;
export const PROCESS_PATIENCE_USED: u32 = 120;
export const PROCESS_REFILLS: u32 = 124;
export const PROCESS_REFILL0_64: u32 = 128;
export const PROCESS_REFILL1_64: u32 = 136;
export const PROCESS_REFILL2_64: u32 = 144;
export const PROCESS_REFILL3_64: u32 = 152;
export const PROCESS_AMOUNT0: u32 = 160;
export const PROCESS_AMOUNT1: u32 = 164;
export const PROCESS_AMOUNT2: u32 = 168;
export const PROCESS_AMOUNT3: u32 = 172;
/** When the activation (or its last part) was started. */
export const PROCESS_STARTED_AT_64: u32 = 176;
/** All ones = no alarm. */
export const PROCESS_ALARM_64: u32 = 184;
export const PROCESS_ALARM_BITS: u32 = 192;
// faults
export const PROCESS_HANDLER: u32 = 196;
export const PROCESS_HANDLER_GENERATION: u32 = 200;
export const PROCESS_HANDLER_BADGE: u32 = 204;
export const PROCESS_CAUSE: u32 = 208;
export const PROCESS_PLACE: u32 = 212;
export const PROCESS_FAULT_COUNT: u32 = 216;
/** DEFERRED_*: a caller waits until this process has finished its own activation, on that caller's budget. */
export const PROCESS_DEFERRED: u32 = 220;
// memory
/** TTBR0 value on ARM64: address space identifier << 48 | physical address of the L1 table. */
export const PROCESS_ROOT_64: u32 = 224;
/** GLOBAL_EPOCH at which the mappings were last checked. */
export const PROCESS_EPOCH_64: u32 = 232;
/** Bit k: memory k is mapped. */
export const PROCESS_MAPPED: u32 = 240;
/** CPU time charged to its budget, in 1024 ns, each part of an activation rounded up. */
export const PROCESS_TIME: u32 = 244;
/** Slots its table may use; and the extent row that backs its block. */
export const PROCESS_SLOTS: u32 = 248;
export const PROCESS_EXTENT: u32 = 252;

export const DEFERRED_NONE: u32 = 0;
/** Finishing its own activation on the donation. */
export const DEFERRED_FINISHING: u32 = 1;
/** About to enter `protected`. */
export const DEFERRED_ENTERING: u32 = 2;

export const ACTIVE_NONE: u32 = 0;
/** Runs init, notified or faulted, on its own budget. */
export const ACTIVE_OWN: u32 = 1;
/** Serves a call, on the caller's donation. */
export const ACTIVE_CALL: u32 = 2;
/** Priorities below this are for programs that block in `wait`. */
export const BLOCKING_PRIORITIES: u32 = 32;

/** End of the dense tables; the sparse blocks below are backed only while their owner exists. */
export const DENSE_END: u32 = 208896;

// ---- process blocks: sparse, 16 KiB a process ------------------------------------------------------------------------------------------
export const BLOCK_BASE: u32 = 0x01000000;
export const BLOCK_STRIDE: u32 = 0x4000;
export const BLOCK_COUNT: u32 = 256;
export const PROCESS_BLOCK_PAGES: u32 = 4;
/** L1 table: 512 entries of 8 bytes; window k (memory k) is entry 8 * (k + 1), at virtual address (k + 1) << 33. */
export const BLOCK_L1_64: u32 = 0;
/** Mappings: one row of 32 bytes a memory. */
export const BLOCK_MAPPINGS: u32 = 4096;
/** 2 KiB that belong to the machine (saved registers on ARM64); the kernel never touches them. */
export const BLOCK_MACHINE: u32 = 6144;
/** Capabilities: one row of 32 bytes a slot. */
export const BLOCK_SLOTS: u32 = 8192;

export const MAPPING_STRIDE: u32 = 32;
export const MAPPING_COUNT: u32 = 16;
export const MAPPING_REGION: u32 = 0;
export const MAPPING_GENERATION: u32 = 4;
/** RIGHT_READ | WRITE | EXECUTE; 0 = not mapped. */
export const MAPPING_RIGHTS: u32 = 8;
export const MAPPING_GRANT: u32 = 12;
export const MAPPING_GRANT_GENERATION: u32 = 16;

export const CAPABILITY_STRIDE: u32 = 32;
/** Slots at most in one table; slot 0 is never used. */
export const SLOTS_MOST: u32 = 256;
export const CAPABILITY_KIND: u32 = 0;
/** Row of the object: process (gate, signal, process), region, account, interrupt line. */
export const CAPABILITY_OBJECT: u32 = 4;
export const CAPABILITY_GENERATION: u32 = 8;
export const CAPABILITY_RIGHTS: u32 = 12;
export const CAPABILITY_BADGE: u32 = 16;
export const CAPABILITY_GRANT: u32 = 20;
export const CAPABILITY_GRANT_GENERATION: u32 = 24;

// ---- page tables of regions: sparse, 128 KiB a region; page 0 the L2 table, pages 1..16 the L3 tables ----------------------------------------
export const TABLES_BASE: u32 = 0x02000000;
export const TABLES_STRIDE: u32 = 0x20000;
export const TABLES_COUNT: u32 = 1024;
export const TABLES_ENTRY_64: u32 = 0;

/** Size of the kernel's linear memory in WebAssembly pages: 160 MiB of addresses, nearly all of it never backed. */
export const KERNEL_PAGES: u32 = 2560;
/** Highest generation; a row that reaches it is retired. */
export const GENERATION_LAST: u32 = 0x7fffffff;
