// Generated from block.ts by `tessera build`; changes here are lost. Definition a5a821a04c140456.

/** Server's side of Block: Sectors of 512 bytes on a disk. They pass through a region and two queues in it (queue.ts); these calls are for what is not data. `disk.ts` is a client for one request at a time. */

import { SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { answer, setWord } from '../../sdk/message.ts';

/** There is no such device, or it does not keep to its protocol. */
export const BROKEN: i32 = 16;

/** No session has begun since the driver was started. */
export const ABSENT: i32 = 17;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const BLOCK_WORST_CASE: u32 = 20000;
/** Bytes that the server keeps for each client. */
export const BLOCK_CLIENT_BYTES: u32 = 0;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class BlockService {
	/**
	 * Begins a session: both queues are empty, what was asked before is not answered any more.
	 * At most 20000 ns. SUCCESS, BROKEN.
	 */
	attach(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * Whether the session that the client has begun still exists, and how many sectors the disk has.
	 * At most 20000 ns. SUCCESS, BROKEN, ABSENT.
	 */
	capacity(_badge: u32): i32 {
		return unreachable();
	}
}

/** Sets the result of `capacity`. */
export function setCapacityResult(value: u64): void {
	setWord(0, <i32>value);
	setWord(1, <i32>(value >> 32));
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchBlock<S extends BlockService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkAttach<S>(badge);
		case 2:
			return checkCapacity<S>(badge);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkAttach<S extends BlockService>(badge: i32): i32 {
	const code = changetype<S>(0).attach(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkCapacity<S extends BlockService>(badge: i32): i32 {
	const code = changetype<S>(0).capacity(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 2 : 0);
}
