/**
 * The component ABI: what a component binary imports and exports. Fixed for every machine.
 *
 * Imports, all from module "kernel" (all i32 unless said):
 *   call0(gate, method) / call4(gate, method, w0..w3) / call6(gate, method, w0..w5) -> status
 *   callWith(gate, method, w0..w5, capabilities, loan, offset, length) -> status
 *       capabilities = sent slot | CALL_MOVE? | receive slot << 16; loan = memory | rights << 8 (READ 4, WRITE 8; 0 = no loan)
 *   notify(signal) -> status          system(number, a0..a5) -> status        clock() -> i64 nanoseconds since boot
 *   wait() -> pending bits (blocking programs only)      batch(offset, count) -> entries done, or an error
 * Status: negative = error of abi/errors.ts. Otherwise the value that the server's `protected` returned (0..2^31-1).
 * Exports: memory, init(), notified(bits), protected(badge, method, w0..w5) -> status, faulted(child); all but `memory` optional.
 *
 * Result words: a server leaves up to six words at RESULT_WORDS of its memory 0 and returns `code << 3 | count`
 * (count 0..6 in the low three bits); the machine puts them at RESULT_WORDS of the client's memory 0 before the call returns,
 * and no other byte of either memory changes. `system` calls that give words use the same place.
 */
export const RESULT_WORDS: u32 = 64;
/** Words at most, each way. */
export const MESSAGE_WORDS: u32 = 6;
/** In `capabilities` of callWith: give the sent capability away instead of copying it. */
export const CALL_MOVE: u32 = 0x8000;
/** Bytes below this address in memory 0 belong to the ABI; static data starts here. */
export const STATIC_BASE: u32 = 1024;
/** Memories: 0 is the component's own, 1..12 regions; the rest is the machine's and cannot be touched by WebAssembly. */
export const MEMORY_OWN: u32 = 0;
export const MEMORY_LAST_REGION: u32 = 12;
/** Native data and stack (ARM64). */
export const MEMORY_NATIVE: u32 = 13;
/** Code image. */
export const MEMORY_CODE: u32 = 15;
export const MEMORIES: u32 = 16;
/** Bytes of one entry of a batch: number, a0..a5, result. */
export const BATCH_ENTRY_BYTES: u32 = 32;
/** Entries at most in one batch. */
export const BATCH_ENTRIES: u32 = 64;
