/** Names of entries: UTF-8, compared byte by byte. */

import { NAME_BYTES } from '../../interfaces/files/how.ts';

const SLASH: u32 = 0x2f;
const DOT: u32 = 0x2e;

/** Whether `length` bytes at `name` are a name: 1..48 bytes of UTF-8 without zero and '/', not '.' or '..'. */
export function isName(name: u32, length: u32): bool {
	if (length === 0 || length > NAME_BYTES) return false;
	if (<u32>load<u8>(name) === DOT && (length === 1 || (length === 2 && <u32>load<u8>(name + 1) === DOT))) return false;
	let place: u32 = 0;
	while (place < length) {
		const size = characterBytes(name + place, length - place);
		if (size === 0) return false;
		place += size;
	}
	return true;
}

/** Bytes of the character there, in its shortest form and not half of a pair (RFC 3629); 0: there is none that a name may have. */
function characterBytes(at: u32, left: u32): u32 {
	const first = <u32>load<u8>(at);
	if (first < 0x80) return first === 0 || first === SLASH ? 0 : 1;
	const size: u32 = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
	if (size === 0 || size > left) return 0;
	for (let index: u32 = 1; index < size; index++) if ((<u32>load<u8>(at + index) & 0xc0) !== 0x80) return 0;
	const second = <u32>load<u8>(at + 1);
	if (first === 0xe0 && second < 0xa0) return 0;
	if (first === 0xed && second > 0x9f) return 0;
	if (first === 0xf0 && second < 0x90) return 0;
	if (first === 0xf4 && second > 0x8f) return 0;
	return size;
}

/** Below 0: the first name comes first; 0: they are the same. */
export function compareNames(left: u32, leftLength: u32, right: u32, rightLength: u32): i32 {
	const difference = memory.compare(left, right, min<u32>(leftLength, rightLength));
	return difference !== 0 ? difference : <i32>leftLength - <i32>rightLength;
}
