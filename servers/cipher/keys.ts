/** The keys of all clients. Nothing but cryptography reads them, and they leave this memory only sealed. */

import { KEY_BYTES, KEYS } from '../../interfaces/cipher/algorithms.ts';

/** Badges 0..31. */
export const CLIENTS: u32 = 32;
/** A key, and behind it its length as a word; 0 = there is none. */
const ENTRY_BYTES: u32 = KEY_BYTES + 4;
const TABLE: u32 = memory.data(17408, 8) as u32;

/** Where client `badge` has its key `key`; both have been checked. */
export function keyOf(badge: u32, key: u32): u32 {
	return TABLE + (badge * KEYS + key) * ENTRY_BYTES;
}

/** Bytes of the key at an address that `keyOf` gave. */
export function lengthOf(address: u32): u32 {
	return load<u32>(address + KEY_BYTES);
}

/** Says how many bytes the key has that now stands there; what an earlier one had beyond is wiped. */
export function setLength(address: u32, length: u32): void {
	memory.fill(address + length, 0, KEY_BYTES - length);
	store<u32>(address + KEY_BYTES, length);
}
