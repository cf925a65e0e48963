/** A greedy child: takes what it can get out of the account that it was given. */
import { receive, remove } from '../../sdk/capability.ts';
import { answer, setWord } from '../../sdk/message.ts';
import { create } from '../../sdk/region.ts';
import { GRAB, TAKE } from './protocol.ts';

const SLOT_PURSE: i32 = 1;
const SLOT_LOOT: i32 = 2;
const UNKNOWN: i32 = 1;
const WORDS: u32 = 2;
const ROWS_MOST: i32 = 64;

export function init(): void {
	receive(SLOT_PURSE);
}

function grab(extent: i32, first: i32, rows: i32): i32 {
	let made: i32 = 0;
	let status: i32 = 0;
	while (made < rows && made < ROWS_MOST) {
		status = create(SLOT_PURSE, extent, first + made, 1, SLOT_LOOT);
		if (status < 0) break;
		remove(SLOT_LOOT);
		made++;
	}
	setWord(0, made);
	setWord(1, status);
	return answer(0, WORDS);
}

function serve(_badge: i32, method: i32, extent: i32, first: i32, rows: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	if (method === TAKE) return answer(0, 0);
	return method === GRAB ? grab(extent, first, rows) : answer(UNKNOWN, 0);
}

export { serve as protected };
