/** The stack of the library: it grows upwards from here, and holds keys and texts while a function runs. */

/** The library's stack pointer. */
const STACK_POINTER: u32 = 0;
const STACK_BYTES: u32 = 16384;
const STACK: u32 = memory.data(16384, 16) as u32;

/** Before each call of a library function. */
export function openStack(): void {
	store<u32>(STACK_POINTER, STACK);
}

/** After a call that has worked on secrets: nothing of them stays behind. */
export function wipeStack(): void {
	memory.fill(STACK, 0, STACK_BYTES);
}
