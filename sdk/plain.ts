/** Words of an app that the system shows: only characters that have one width and one direction, none that could end the quotation, so that they cannot pass for the system's. */

const REPLACEMENT: u32 = 0x3f;
const QUOTE: u32 = 0x27;
const CONTINUATION: u32 = 0x80;

/** Whether a byte continues a character. */
function continues(byte: u32): bool {
	return (byte & 0xc0) === CONTINUATION;
}

/** Letters, digits and signs of the Latin alphabet; no controls, no marks that change direction, nothing without width. */
function isPlain(character: u32): bool {
	if (character >= 0x20 && character < 0x7f) return true;
	return character >= 0xa1 && character < 0x100 && character !== 0xad;
}

function cleaned(character: u32): u32 {
	if (character === 0x22 || character === 0xab || character === 0xbb) return QUOTE;
	return isPlain(character) ? character : REPLACEMENT;
}

/** Cleans `length` bytes of UTF-8 in place; how many bytes are left. What is broken, or not plain, becomes a question mark. */
export function makePlain(address: u32, length: u32): u32 {
	let to: u32 = 0;
	let from: u32 = 0;
	while (from < length) {
		const first: u32 = load<u8>(address + from);
		let character = first < 0x80 ? first : REPLACEMENT;
		// Two bytes are enough for everything that is plain; an overlong form gives something that is not.
		if ((first & 0xe0) === 0xc0 && from + 1 < length && continues(load<u8>(address + from + 1))) {
			character = ((first & 0x1f) << 6) | (<u32>load<u8>(address + from + 1) & 0x3f);
			if (character < 0x80) character = 0;
		}
		from++;
		while (from < length && continues(load<u8>(address + from))) from++;
		to = put(address, to, cleaned(character));
	}
	return to;
}

/** Writes a character below U+0100; where the next one goes. It never takes more bytes than it had. */
function put(address: u32, place: u32, character: u32): u32 {
	if (character < 0x80) {
		store<u8>(address + place, <u8>character);
		return place + 1;
	}
	store<u8>(address + place, <u8>(0xc0 | (character >> 6)));
	store<u8>(address + place + 1, <u8>(CONTINUATION | (character & 0x3f)));
	return place + 2;
}
