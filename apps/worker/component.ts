/** A server with every fault that a server can have, each at the client's wish. */
import { answer, setWord } from '../../sdk/message.ts';
import { OVERRUN, TRAP, WORK } from './protocol.ts';

/** Code of an answer to something that it does not know. */
const UNKNOWN: i32 = 1;
let calls: i32 = 0;

function loopForEver(): void {
	while (true) {}
}

/** Whoever signals it makes it hang. */
export function notified(_bits: u32): void {
	loopForEver();
}

function serve(_badge: i32, method: i32, number: i32, _w1: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	calls++;
	if (method === TRAP) unreachable();
	if (method === OVERRUN) loopForEver();
	if (method !== WORK) return answer(UNKNOWN, 0);
	setWord(0, number + 1);
	setWord(1, calls);
	return answer(0, 2);
}

export { serve as protected };
