/** Secrets as services write them: base 32 (RFC 4648, section 6), in capital or small letters, with spaces and hyphens for the eye and perhaps padding. */

const PADDING: u32 = 0x3d;
const SPACE: u32 = 0x20;
const HYPHEN: u32 = 0x2d;
const DIGIT_BITS: u32 = 5;
const BYTE_BITS: u32 = 8;

/** Value of a digit, 32 = none. */
function digitOf(character: u32): u32 {
	const letter = character | 0x20;
	if (letter >= 0x61 && letter <= 0x7a) return letter - 0x61;
	return character >= 0x32 && character <= 0x37 ? character - 0x32 + 26 : 32;
}

/** Decodes `length` characters at `text` into at most `room` bytes at `bytes`: how many, 0 when it is no secret. */
export function decodeBase32(text: u32, length: u32, bytes: u32, room: u32): u32 {
	let bits: u32 = 0;
	let held: u32 = 0;
	let count: u32 = 0;
	for (let index: u32 = 0; index < length; index++) {
		const character = <u32>load<u8>(text + index);
		if (character === SPACE || character === HYPHEN || character === PADDING) continue;
		const digit = digitOf(character);
		if (digit === 32) return 0;
		bits = (bits << DIGIT_BITS) | digit;
		held += DIGIT_BITS;
		if (held < BYTE_BITS) continue;
		if (count === room) return 0;
		held -= BYTE_BITS;
		store<u8>(bytes + count, <u8>(bits >> held));
		count++;
	}
	return count;
}
