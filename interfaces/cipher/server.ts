// Generated from cipher.ts by `tessera build`; changes here are lost. Definition 61973100bcb6eabb.

/** Server's side of Cipher: Verified cryptography (HACL*). Keys lie in the cipher, a few for each client, under numbers; what a client puts in never comes out again, except sealed under another key. Layouts of messages and numbers of algorithms: algorithms.ts. */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { BAD_ARGUMENT, BAD_LOAN, SERVER_FAILED, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, word } from '../../sdk/message.ts';

/** There is no key of that number, or one of the wrong length: it was never set, or the cipher was restarted. */
export const NO_KEY: i32 = 16;

/** Not what was sealed under that key; the text is not given out. */
export const FORGED: i32 = 17;

/** The badge is not one of 0..31. */
export const NO_SUCH_CLIENT: i32 = 18;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const CIPHER_WORST_CASE: u32 = 2000000;
/** Bytes that the server keeps for each client. */
export const CIPHER_CLIENT_BYTES: u32 = 640;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class CipherService {
	/**
	 * Sets key number `key`.
	 * At most 40000 ns. SUCCESS, NO_SUCH_CLIENT.
	 */
	setKey(_badge: u32, _bytesLength: u32, _key: u32): i32 {
		return unreachable();
	}

	/**
	 * Forgets a key.
	 * At most 20000 ns. SUCCESS, NO_SUCH_CLIENT.
	 */
	forget(_badge: u32, _key: u32): i32 {
		return unreachable();
	}

	/**
	 * Makes key number `key`, 32 bytes, from another by HKDF-SHA256: the first `salt` bytes of the context are the salt, the rest says what the key is for.
	 * At most 400000 ns. SUCCESS, NO_KEY, NO_SUCH_CLIENT.
	 */
	derive(_badge: u32, _contextLength: u32, _key: u32, _from: u32, _salt: u32): i32 {
		return unreachable();
	}

	/**
	 * Encrypts the message's text in place and fills in its tag: ChaCha20-Poly1305 (RFC 8439). The caller chooses the nonce, and never the same twice for a key.
	 * At most 2000000 ns. SUCCESS, NO_KEY, NO_SUCH_CLIENT.
	 */
	seal(_badge: u32, _messageLength: u32, _key: u32, _associated: u32): i32 {
		return unreachable();
	}

	/**
	 * Decrypts the message's text in place, if nonce, tag, associated data and text are what was sealed.
	 * At most 2000000 ns. SUCCESS, NO_KEY, FORGED, NO_SUCH_CLIENT.
	 */
	open(_badge: u32, _messageLength: u32, _key: u32, _associated: u32): i32 {
		return unreachable();
	}

	/**
	 * Gives out key number `key`, of 32 bytes, sealed under another; the nonce stands in the message.
	 * At most 200000 ns. SUCCESS, NO_KEY, NO_SUCH_CLIENT.
	 */
	wrap(_badge: u32, _messageLength: u32, _key: u32, _under: u32): i32 {
		return unreachable();
	}

	/**
	 * Sets key number `key` to the one that was sealed under another by `wrap`.
	 * At most 200000 ns. SUCCESS, NO_KEY, FORGED, NO_SUCH_CLIENT.
	 */
	unwrap(_badge: u32, _messageLength: u32, _key: u32, _under: u32): i32 {
		return unreachable();
	}

	/**
	 * The digest of the text behind the first 32 bytes, put into those.
	 * At most 2000000 ns. SUCCESS, NO_SUCH_CLIENT.
	 */
	hash(_badge: u32, _messageLength: u32, _algorithm: u32): i32 {
		return unreachable();
	}

	/**
	 * The code of the text behind the first 32 bytes, put into those: HMAC (RFC 2104) with SHA1 or SHA256, or keyed BLAKE2b of 32 bytes (RFC 7693).
	 * At most 2000000 ns. SUCCESS, NO_KEY, NO_SUCH_CLIENT.
	 */
	mac(_badge: u32, _messageLength: u32, _key: u32, _algorithm: u32): i32 {
		return unreachable();
	}
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchCipher<S extends CipherService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkSetKey<S>(badge, w0);
		case 2:
			return checkForget<S>(badge, w0);
		case 3:
			return checkDerive<S>(badge, w0, w1, w2);
		case 4:
			return checkSeal<S>(badge, w0, w1);
		case 5:
			return checkOpen<S>(badge, w0, w1);
		case 6:
			return checkWrap<S>(badge, w0, w1);
		case 7:
			return checkUnwrap<S>(badge, w0, w1);
		case 8:
			return checkHash<S>(badge, w0);
		case 9:
			return checkMac<S>(badge, w0, w1);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkSetKey<S extends CipherService>(badge: i32, w0: i32): i32 {
	const key = <u32>w0;
	if (key > 7) return answer(BAD_ARGUMENT, 0);
	const bytesLength = loanSize();
	if (bytesLength < 1 || bytesLength > 64) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).setKey(badge, <u32>bytesLength, key);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkForget<S extends CipherService>(badge: i32, w0: i32): i32 {
	const key = <u32>w0;
	if (key > 7) return answer(BAD_ARGUMENT, 0);
	const code = changetype<S>(0).forget(badge, key);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkDerive<S extends CipherService>(badge: i32, w0: i32, w1: i32, w2: i32): i32 {
	const key = <u32>w0;
	if (key > 7) return answer(BAD_ARGUMENT, 0);
	const from = <u32>w1;
	if (from > 7) return answer(BAD_ARGUMENT, 0);
	const salt = <u32>w2;
	if (salt > 128) return answer(BAD_ARGUMENT, 0);
	const contextLength = loanSize();
	if (contextLength < 1 || contextLength > 128) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).derive(badge, <u32>contextLength, key, from, salt);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkSeal<S extends CipherService>(badge: i32, w0: i32, w1: i32): i32 {
	const key = <u32>w0;
	if (key > 7) return answer(BAD_ARGUMENT, 0);
	const associated = <u32>w1;
	if (associated > 256) return answer(BAD_ARGUMENT, 0);
	const messageLength = loanSize();
	if (messageLength < 28 || messageLength > 4416) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & (RIGHT_READ | RIGHT_WRITE)) !== (RIGHT_READ | RIGHT_WRITE)) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).seal(badge, <u32>messageLength, key, associated);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkOpen<S extends CipherService>(badge: i32, w0: i32, w1: i32): i32 {
	const key = <u32>w0;
	if (key > 7) return answer(BAD_ARGUMENT, 0);
	const associated = <u32>w1;
	if (associated > 256) return answer(BAD_ARGUMENT, 0);
	const messageLength = loanSize();
	if (messageLength < 28 || messageLength > 4416) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & (RIGHT_READ | RIGHT_WRITE)) !== (RIGHT_READ | RIGHT_WRITE)) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).open(badge, <u32>messageLength, key, associated);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkWrap<S extends CipherService>(badge: i32, w0: i32, w1: i32): i32 {
	const key = <u32>w0;
	if (key > 7) return answer(BAD_ARGUMENT, 0);
	const under = <u32>w1;
	if (under > 7) return answer(BAD_ARGUMENT, 0);
	const messageLength = loanSize();
	if (messageLength < 60 || messageLength > 60) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & (RIGHT_READ | RIGHT_WRITE)) !== (RIGHT_READ | RIGHT_WRITE)) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).wrap(badge, <u32>messageLength, key, under);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkUnwrap<S extends CipherService>(badge: i32, w0: i32, w1: i32): i32 {
	const key = <u32>w0;
	if (key > 7) return answer(BAD_ARGUMENT, 0);
	const under = <u32>w1;
	if (under > 7) return answer(BAD_ARGUMENT, 0);
	const messageLength = loanSize();
	if (messageLength < 60 || messageLength > 60) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).unwrap(badge, <u32>messageLength, key, under);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkHash<S extends CipherService>(badge: i32, w0: i32): i32 {
	const algorithm = <u32>w0;
	if (algorithm < 1 || algorithm > 3) return answer(BAD_ARGUMENT, 0);
	const messageLength = loanSize();
	if (messageLength < 32 || messageLength > 4416) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & (RIGHT_READ | RIGHT_WRITE)) !== (RIGHT_READ | RIGHT_WRITE)) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).hash(badge, <u32>messageLength, algorithm);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkMac<S extends CipherService>(badge: i32, w0: i32, w1: i32): i32 {
	const key = <u32>w0;
	if (key > 7) return answer(BAD_ARGUMENT, 0);
	const algorithm = <u32>w1;
	if (algorithm < 1 || algorithm > 3) return answer(BAD_ARGUMENT, 0);
	const messageLength = loanSize();
	if (messageLength < 32 || messageLength > 4416) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & (RIGHT_READ | RIGHT_WRITE)) !== (RIGHT_READ | RIGHT_WRITE)) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).mac(badge, <u32>messageLength, key, algorithm);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}
