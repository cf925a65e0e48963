/** A real keyboard: codes of keys (Linux input) are places, and what stands there is the layout's. */
import {
	EVENT_KEY,
	KEY_DOWN,
	KEY_ESCAPE,
	KEY_LEFT,
	KEY_RIGHT,
	KEY_TAB,
	KEY_UP,
} from '../../interfaces/display/events.ts';
import { type } from '../../interfaces/trusted/again.ts';
import { BACKSPACE, CANCEL, capital, ENTER, SPACE } from './keys.ts';
import { LAYOUT_DATA, LAYOUT_STRINGS } from './layout-data.ts';
import { SLOT_TRUSTED } from './slots.ts';
import { act, chosenLayout, isSecret } from './typing.ts';

const CODE_ESCAPE: u32 = 1;
const CODE_DIGITS: u32 = 2;
const CODE_BACKSPACE: u32 = 14;
const CODE_TAB: u32 = 15;
const CODE_ENTER: u32 = 28;
const CODE_SHIFT_LEFT: u32 = 42;
const CODE_SHIFT_RIGHT: u32 = 54;
const CODE_SPACE: u32 = 57;
/** Codes of the first key of each row of letters. */
const ROW_CODES: StaticArray<u32> = [16, 30, 44];
const DIGITS: string = '1234567890-=';
const DIGITS_SHIFTED: string = '!@#$%^&*()_+';
/** Signs behind the letters: codes 51 to 53. */
const SIGNS: string = ',./';
const SIGNS_SHIFTED: string = '<>?';
const FIRST_SIGN: u32 = 51;

let shifts: u32 = 0;

/** A key goes down or up. */
export function hardwareKey(code: u32, down: bool): void {
	if (code === CODE_SHIFT_LEFT || code === CODE_SHIFT_RIGHT) {
		const bit: u32 = code === CODE_SHIFT_LEFT ? 1 : 2;
		shifts = down ? shifts | bit : shifts & ~bit;
		return;
	}
	if (!down) return;
	const meaning = meaningOf(code);
	if (meaning !== 0) act(meaning);
	else if (!isSecret()) typeKey(code);
}

/** A character or meaning of keys.ts; 0: neither. */
function meaningOf(code: u32): u32 {
	if (code === CODE_ENTER) return ENTER;
	if (code === CODE_BACKSPACE) return BACKSPACE;
	if (code === CODE_SPACE) return SPACE;
	if (code === CODE_ESCAPE && isSecret()) return CANCEL;
	const digits = shifts !== 0 ? DIGITS_SHIFTED : DIGITS;
	if (code >= CODE_DIGITS && code < CODE_DIGITS + <u32>digits.length) return at(digits, code - CODE_DIGITS);
	const signs = shifts !== 0 ? SIGNS_SHIFTED : SIGNS;
	if (code >= FIRST_SIGN && code < FIRST_SIGN + <u32>signs.length) return at(signs, code - FIRST_SIGN);
	return letterOf(code);
}

function at(text: string, index: u32): u32 {
	return <u32>text.charCodeAt(<i32>index);
}

function letterOf(code: u32): u32 {
	for (let row: i32 = 0; row < 3; row++) {
		const text = LAYOUT_DATA[<i32>(chosenLayout() * LAYOUT_STRINGS) + 1 + row];
		const first = ROW_CODES[row];
		if (code < first || code >= first + <u32>text.length) continue;
		return shifts !== 0 ? capital(at(text, code - first)) : at(text, code - first);
	}
	return 0;
}

/** Keys that are neither characters nor the keyboard's own go to the app as they are. */
function typeKey(code: u32): void {
	let key: u32 = 0;
	if (code === CODE_TAB) key = KEY_TAB;
	else if (code === CODE_ESCAPE) key = KEY_ESCAPE;
	else if (code === 103) key = KEY_UP;
	else if (code === 105) key = KEY_LEFT;
	else if (code === 106) key = KEY_RIGHT;
	else if (code === 108) key = KEY_DOWN;
	if (key !== 0) type(SLOT_TRUSTED, EVENT_KEY, key);
}
