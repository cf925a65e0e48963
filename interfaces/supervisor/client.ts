// Generated from supervisor.ts by `tessera build`; changes here are lost. Definition 6f5718d572eda669.

/**
 * Client of Supervisor: What a supervisor tells about the components that it restarts.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { call4 } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** It looks after no such component. */
export const UNKNOWN_CHILD: i32 = 16;

/**
 * How a child is doing: state (STATE_* of abi/calls.ts), restarts since boot, cause of the last fault (CAUSE_*), own memory in KiB, microseconds of processor time.
 * Takes at most 10000 ns.
 * Own errors: UNKNOWN_CHILD.
 */
export function inspect(gate: i32, child: u32): i32 {
	return codeOf(call4(gate, 1, <i32>child, 0, 0, 0));
}

/** State that the last `inspect` gave. */
export function inspectState(): u32 {
	return <u32>word(0);
}

/** Restarts that the last `inspect` gave. */
export function inspectRestarts(): u32 {
	return <u32>word(1);
}

/** Cause that the last `inspect` gave. */
export function inspectCause(): u32 {
	return <u32>word(2);
}

/** Memory that the last `inspect` gave. */
export function inspectMemory(): u32 {
	return <u32>word(3);
}

/** Time that the last `inspect` gave. */
export function inspectTime(): u64 {
	return (<u64>(<u32>word(4)) | (<u64>(<u32>word(5)) << 32));
}
