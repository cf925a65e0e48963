/** Console: text from many clients into the machine's log, whole lines only, each with its client's name. */
import * as service from '../../interfaces/console/server.ts';
import * as journal from '../../interfaces/journal/server.ts';
import { BAD_ARGUMENT, INTERFACE_SHIFT, SUCCESS } from '../../sdk/interface.ts';
import { readLoan, writeLoan } from '../../sdk/loan.ts';
import { firstLine, lastLine, lengthOf, levelOf, textOf, timeOf } from './journal.ts';
import { finish, hasBegun, take } from './lines.ts';

/** Clients that it keeps a line for: badges 0..63. */
const CLIENTS: u32 = 64;
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

/** Badges of this interface: 1 << INTERFACE_SHIFT | client. */
const INTERFACE_JOURNAL: i32 = 1;

@unmanaged
class Journal extends journal.JournalService {
	lines(_badge: u32): i32 {
		journal.setLinesFirst(firstLine());
		journal.setLinesLast(lastLine());
		return SUCCESS;
	}

	line(_badge: u32, length: u32, number: u32): i32 {
		if (number < firstLine() || number > lastLine()) return journal.NOT_KEPT;
		const count = min<u32>(length, lengthOf(number));
		const status = count === 0 ? 0 : writeLoan(0, textOf(number), count);
		if (status < 0) return status;
		journal.setLineLength(count);
		journal.setLineMilliseconds(timeOf(number));
		journal.setLineLevel(levelOf(number));
		return SUCCESS;
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	if (badge >> INTERFACE_SHIFT === INTERFACE_JOURNAL) {
		return journal.dispatchJournal<Journal>(badge, method, w0, w1, w2, w3, w4, w5);
	}
	return service.dispatchConsole<Console>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
