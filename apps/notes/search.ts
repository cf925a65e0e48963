/** Finds notes: capitals and small letters are the same. */

const CAPITAL_A: u32 = 0x41;
const CAPITAL_Z: u32 = 0x5a;
const LATIN_1: u32 = 0xc3;
/** Second bytes of À to Þ behind LATIN_1; × is among them, and is no letter. */
const FIRST_CAPITAL: u32 = 0x80;
const LAST_CAPITAL: u32 = 0x9e;
const TIMES: u32 = 0x97;
const TO_SMALL: u32 = 0x20;

/** Whether the text contains the words, one after the other. */
export function contains(text: u32, length: u32, words: u32, size: u32): bool {
	if (size > length) return false;
	for (let start: u32 = 0; start <= length - size; start++) {
		let index: u32 = 0;
		while (index < size && small(text, start + index) === small(words, index)) index++;
		if (index === size) return true;
	}
	return false;
}

/** A byte of a text, as that of a small letter. */
function small(text: u32, index: u32): u32 {
	const byte: u32 = load<u8>(text + index);
	if (byte >= CAPITAL_A && byte <= CAPITAL_Z) return byte + TO_SMALL;
	const isLatin = index > 0 && load<u8>(text + index - 1) === LATIN_1;
	const isCapital = byte >= FIRST_CAPITAL && byte <= LAST_CAPITAL && byte !== TIMES;
	return isLatin && isCapital ? byte + TO_SMALL : byte;
}
