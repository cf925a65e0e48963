/** Console: text from many clients into the machine's log, whole lines only, each with its client's name. */
import * as service from '../../interfaces/console/server.ts';
import { BAD_ARGUMENT, SUCCESS } from '../../sdk/interface.ts';
import { readLoan } from '../../sdk/loan.ts';
import { finish, hasBegun, take } from './lines.ts';

/** Clients that it keeps a line for: badges 0..31. */
const CLIENTS: u32 = 32;
const INPUT: u32 = memory.data(128, 8) as u32;

@unmanaged
class Console extends service.ConsoleService {
	print(badge: u32, length: u32): i32 {
		if (badge >= CLIENTS) return BAD_ARGUMENT;
		const status = readLoan(0, INPUT, length);
		if (status < 0) return status;
		for (let index: u32 = 0; index < length; index++) take(badge, load<u8>(INPUT + index));
		return SUCCESS;
	}

	flush(badge: u32): i32 {
		if (badge >= CLIENTS) return BAD_ARGUMENT;
		if (hasBegun(badge)) finish(badge);
		return SUCCESS;
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchConsole<Console>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
