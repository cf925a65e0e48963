/** The server of calls that lend memory or send a capability: takes both. */
import { DELETE, LOAN_READ, RECEIVE } from '../../../abi/calls.ts';
import { system } from '../../../sdk/kernel.ts';

/** Copies a loan of `w0` bytes into its own memory. */
const METHOD_READ_LOAN: i32 = 1;
/** Names the slot in which the next capability may arrive, and throws away what is there. */
const METHOD_NAME_SLOT: i32 = 2;
const BUFFER: i32 = 65536;
const SLOT_ARRIVAL: i32 = 8;

function nameSlot(): i32 {
	system(DELETE, SLOT_ARRIVAL, 0, 0, 0, 0, 0);
	return system(RECEIVE, SLOT_ARRIVAL, 0, 0, 0, 0, 0);
}

function serve(_badge: i32, method: i32, w0: i32, _w1: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	if (method === METHOD_READ_LOAN) return system(LOAN_READ, 0, BUFFER, w0, 0, 0, 0);
	if (method === METHOD_NAME_SLOT) return nameSlot();
	return 0;
}

export { serve as protected };
