/** Where the driver holds what (manifest.ts), and the rows of its account (bench/systems/suite.ts). */

export { SLOT_CONTROL } from '../record.ts';

export const SLOT_LOOP: i32 = 2;
export const SLOT_TAKER: i32 = 3;
/** Signal that `listener` hears without a word; may be copied and handed on. */
export const SLOT_QUIET: i32 = 4;
export const SLOT_LISTENER: i32 = 5;
export const SLOT_IDLE: i32 = 6;
export const SLOT_CONSUMER: i32 = 7;
export const SLOT_FAULTY: i32 = 8;
export const SLOT_ACCOUNT: i32 = 9;
/** Process that is not started; its priority is higher. */
export const SLOT_TARGET: i32 = 10;
export const SLOT_SHARED: i32 = 11;
/** Signal to the component that owns a real-time clock; empty on machines without one. */
export const SLOT_CLOCK: i32 = 12;
export const SLOT_INTERRUPT: i32 = 13;
export const SLOT_INTERRUPT_SIGNAL: i32 = 14;
/** Gates that nobody calls: their badges are the parameters of the run. */
export const SLOT_ITERATIONS: i32 = 15;
export const SLOT_ROUNDS: i32 = 16;
/** Free for regions, copies, accounts. */
export const SLOT_FREE: i32 = 32;
/** Free for the process capabilities of PROCESSES processes. */
export const SLOT_PROCESSES: i32 = 64;

export const ROW_PROCESSES: i32 = 200;
export const PROCESSES: i32 = 16;
export const ROW_EXTENT: i32 = 600;
/** Unused region rows after it. */
export const ROW_BLOCKS: i32 = 601;
export const ROW_REGION: i32 = 620;
export const ROW_GRANTS: i32 = 500;
export const ROW_ACCOUNT: i32 = 100;
