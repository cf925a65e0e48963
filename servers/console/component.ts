/** Console: text from many clients into the machine's log, whole lines only, each with its client's name. */
import { INVALID_ARGUMENT, OUT_OF_BOUNDS } from '../../abi/errors.ts';
import { readLoan } from '../../sdk/loan.ts';
import { answer } from '../../sdk/message.ts';
import { finish, hasBegun, take } from './lines.ts';
import { FLUSH, PRINT, PRINT_BYTES } from './protocol.ts';

/** Clients that it keeps a line for: badges 0..31. */
const CLIENTS: u32 = 32;
const INPUT: u32 = memory.data(128, 8) as u32;

function print(client: u32, length: u32): i32 {
	if (length > PRINT_BYTES) return answer(-OUT_OF_BOUNDS, 0);
	const error = readLoan(0, INPUT, length);
	if (error < 0) return answer(-error, 0);
	for (let index: u32 = 0; index < length; index++) take(client, load<u8>(INPUT + index));
	return answer(0, 0);
}

function serve(badge: i32, method: i32, length: i32, _w1: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	if (<u32>badge >= CLIENTS) return answer(-INVALID_ARGUMENT, 0);
	if (method === PRINT) return print(badge, length);
	if (method !== FLUSH) return answer(-INVALID_ARGUMENT, 0);
	if (hasBegun(badge)) finish(badge);
	return answer(0, 0);
}

export { serve as protected };
