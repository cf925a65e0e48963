/** Console: text from many clients into the machine's log, whole lines only, each with its client's name. */
import { LOAN_READ } from '../../abi/calls.ts';
import { INVALID_ARGUMENT, OUT_OF_BOUNDS } from '../../abi/errors.ts';
import { system } from '../../sdk/kernel.ts';
import { finish, hasBegun, take } from './lines.ts';
import { FLUSH, PRINT, PRINT_BYTES } from './protocol.ts';

/** Clients that it keeps a line for: badges 0..31. */
const CLIENTS: u32 = 32;
/** Low three bits of a status: result words that come with it. */
const NO_WORDS: i32 = 3;
const INPUT: usize = memory.data(128, 8);

/** A status without result words; errors as positive codes. */
function status(error: i32): i32 {
	return -error << NO_WORDS;
}

function print(client: u32, length: u32): i32 {
	if (length > PRINT_BYTES) return status(OUT_OF_BOUNDS);
	const error = system(LOAN_READ, 0, <i32>INPUT, length, 0, 0, 0);
	if (error < 0) return status(error);
	for (let index: u32 = 0; index < length; index++) take(client, load<u8>(INPUT + index));
	return 0;
}

function serve(badge: i32, method: i32, length: i32, _w1: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	if (<u32>badge >= CLIENTS) return status(INVALID_ARGUMENT);
	if (method === PRINT) return print(badge, length);
	if (method !== FLUSH) return status(INVALID_ARGUMENT);
	if (hasBegun(badge)) finish(badge);
	return 0;
}

export { serve as protected };
