/** Numbers by which the things of a page are known: to the finger that holds one, to the focus, and to who presses by name. */

const FNV_PRIME: u32 = 16_777_619;
const FNV_BASIS: u32 = 2_166_136_261;
/** Things of a page whose numbers are certainly different. */
const NUMBERS_MOST: u32 = 512;
const NUMBERS: u32 = memory.data(1024, 8) as u32;
let count: u32 = 0;
let scope: u32 = 0;

/** A pass begins. */
export function clearNumbers(): void {
	count = 0;
	scope = 0;
}

/** Tells apart what follows from what is called the same elsewhere: say which page it is, or which entry of a list. 0 ends that. */
export function key(value: u32): void {
	scope = value;
}

/**
 * The number, 1..65535, of a thing with this role and name. It stays the same while other things come and go; only of those that are called the same (in the same scope)
 * the order matters.
 */
export function numberFor(role: u32, name: u32, length: u32): u32 {
	let hash = ((FNV_BASIS ^ scope) * FNV_PRIME) ^ role;
	for (let index: u32 = 0; index < length; index++) hash = (hash ^ load<u8>(name + index)) * FNV_PRIME;
	let number = (hash ^ (hash >> 16)) & 0xffff;
	while (number === 0 || isTaken(number)) number = (number + 1) & 0xffff;
	if (count < NUMBERS_MOST) store<u16>(NUMBERS + 2 * count++, <u16>number);
	return number;
}

function isTaken(number: u32): bool {
	for (let index: u32 = 0; index < count; index++) {
		if (load<u16>(NUMBERS + 2 * index) === number) return true;
	}
	return false;
}
