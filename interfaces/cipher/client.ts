// Generated from cipher.ts by `tessera build`; changes here are lost. Definition 61973100bcb6eabb.

/**
 * Client of Cipher: Verified cryptography (HACL*). Keys lie in the cipher, a few for each client, under numbers; what a client puts in never comes out again, except sealed under another key. Layouts of messages and numbers of algorithms: algorithms.ts.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { call4, callWith } from '../../sdk/kernel.ts';
import { codeOf } from '../../sdk/message.ts';

/** There is no key of that number, or one of the wrong length: it was never set, or the cipher was restarted. */
export const NO_KEY: i32 = 16;

/** Not what was sealed under that key; the text is not given out. */
export const FORGED: i32 = 17;

/** The badge is not one of 0..31. */
export const NO_SUCH_CLIENT: i32 = 18;

/**
 * Sets key number `key`.
 * Takes at most 40000 ns.
 * Own errors: NO_SUCH_CLIENT.
 */
export function setKey(gate: i32, bytesPointer: u32, bytesLength: u32, key: u32): i32 {
	return codeOf(callWith(gate, 1, <i32>key, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>bytesPointer, <i32>bytesLength));
}

/**
 * Forgets a key.
 * Takes at most 20000 ns.
 * Own errors: NO_SUCH_CLIENT.
 */
export function forget(gate: i32, key: u32): i32 {
	return codeOf(call4(gate, 2, <i32>key, 0, 0, 0));
}

/**
 * Makes key number `key`, 32 bytes, from another by HKDF-SHA256: the first `salt` bytes of the context are the salt, the rest says what the key is for.
 * Takes at most 400000 ns.
 * Own errors: NO_KEY, NO_SUCH_CLIENT.
 */
export function derive(gate: i32, contextPointer: u32, contextLength: u32, key: u32, from: u32, salt: u32): i32 {
	return codeOf(callWith(gate, 3, <i32>key, <i32>from, <i32>salt, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>contextPointer, <i32>contextLength));
}

/**
 * Encrypts the message's text in place and fills in its tag: ChaCha20-Poly1305 (RFC 8439). The caller chooses the nonce, and never the same twice for a key.
 * Takes at most 2000000 ns.
 * Own errors: NO_KEY, NO_SUCH_CLIENT.
 */
export function seal(gate: i32, messagePointer: u32, messageLength: u32, key: u32, associated: u32): i32 {
	return codeOf(callWith(gate, 4, <i32>key, <i32>associated, 0, 0, 0, 0, 0, <i32>((RIGHT_READ | RIGHT_WRITE) << 8), <i32>messagePointer, <i32>messageLength));
}

/**
 * Decrypts the message's text in place, if nonce, tag, associated data and text are what was sealed.
 * Takes at most 2000000 ns.
 * Own errors: NO_KEY, FORGED, NO_SUCH_CLIENT.
 */
export function open(gate: i32, messagePointer: u32, messageLength: u32, key: u32, associated: u32): i32 {
	return codeOf(callWith(gate, 5, <i32>key, <i32>associated, 0, 0, 0, 0, 0, <i32>((RIGHT_READ | RIGHT_WRITE) << 8), <i32>messagePointer, <i32>messageLength));
}

/**
 * Gives out key number `key`, of 32 bytes, sealed under another; the nonce stands in the message.
 * Takes at most 200000 ns.
 * Own errors: NO_KEY, NO_SUCH_CLIENT.
 */
export function wrap(gate: i32, messagePointer: u32, messageLength: u32, key: u32, under: u32): i32 {
	return codeOf(callWith(gate, 6, <i32>key, <i32>under, 0, 0, 0, 0, 0, <i32>((RIGHT_READ | RIGHT_WRITE) << 8), <i32>messagePointer, <i32>messageLength));
}

/**
 * Sets key number `key` to the one that was sealed under another by `wrap`.
 * Takes at most 200000 ns.
 * Own errors: NO_KEY, FORGED, NO_SUCH_CLIENT.
 */
export function unwrap(gate: i32, messagePointer: u32, messageLength: u32, key: u32, under: u32): i32 {
	return codeOf(callWith(gate, 7, <i32>key, <i32>under, 0, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>messagePointer, <i32>messageLength));
}

/**
 * The digest of the text behind the first 32 bytes, put into those.
 * Takes at most 2000000 ns.
 * Own errors: NO_SUCH_CLIENT.
 */
export function hash(gate: i32, messagePointer: u32, messageLength: u32, algorithm: u32): i32 {
	return codeOf(callWith(gate, 8, <i32>algorithm, 0, 0, 0, 0, 0, 0, <i32>((RIGHT_READ | RIGHT_WRITE) << 8), <i32>messagePointer, <i32>messageLength));
}

/**
 * The code of the text behind the first 32 bytes, put into those: HMAC (RFC 2104) with SHA1 or SHA256, or keyed BLAKE2b of 32 bytes (RFC 7693).
 * Takes at most 2000000 ns.
 * Own errors: NO_KEY, NO_SUCH_CLIENT.
 */
export function mac(gate: i32, messagePointer: u32, messageLength: u32, key: u32, algorithm: u32): i32 {
	return codeOf(callWith(gate, 9, <i32>key, <i32>algorithm, 0, 0, 0, 0, 0, <i32>((RIGHT_READ | RIGHT_WRITE) << 8), <i32>messagePointer, <i32>messageLength));
}
