/**
 * The nine functions that the kernel gives every component (abi/component.ts). This file's name is the module they are imported
 * from. Components normally use the typed wrappers beside this file.
 *
 * Every i32 result: negative is an error of abi/errors.ts.
 */

/** Protected call without words. Result: what the server's `protected` returned. */
export declare function call0(gate: i32, method: i32): i32;
export declare function call4(gate: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32): i32;
export declare function call6(gate: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32;
/** Protected call that also sends or receives a capability, or lends memory; see sdk/loan.ts. */
export declare function callWith(
	gate: i32,
	method: i32,
	w0: i32,
	w1: i32,
	w2: i32,
	w3: i32,
	w4: i32,
	w5: i32,
	capabilities: i32,
	loan: i32,
	offset: i32,
	length: i32,
): i32;
/** Raises a signal. */
export declare function notify(signal: i32): i32;
/** Kernel call `number` of abi/calls.ts. */
export declare function system(number: i32, a0: i32, a1: i32, a2: i32, a3: i32, a4: i32, a5: i32): i32;
/** Nanoseconds since boot. */
export declare function clock(): i64;
/** Blocking programs only: sleeps until a signal is pending; the pending bits. */
export declare function wait(): i32;
/** Performs `count` (1..64) kernel calls described at `offset` of memory 0; how many were done, or an error. */
export declare function batch(offset: i32, count: i32): i32;
