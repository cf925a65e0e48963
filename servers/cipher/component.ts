/**
 * Cipher: the verified cryptography of HACL* as a service. It checks, copies, and calls the library; it has no algorithm of its own. It holds no capability at
 * all, so a mistake in the library can give away nothing but what clients have put in.
 */
import {
	BLAKE2B,
	DIGEST_BYTES,
	SEAL_ASSOCIATED,
	SEAL_KEY_BYTES,
	SEAL_NONCE,
	SEAL_TAG,
	SHA1,
	SHA256,
	WRAPPED_BYTES,
} from '../../interfaces/cipher/algorithms.ts';
import * as service from '../../interfaces/cipher/server.ts';
import { BAD_ARGUMENT, BAD_LOAN, SUCCESS } from '../../sdk/interface.ts';
import { readLoan, writeLoan } from '../../sdk/loan.ts';
import {
	Hacl_Blake2b_32_blake2b,
	Hacl_Chacha20Poly1305_32_aead_decrypt,
	Hacl_Chacha20Poly1305_32_aead_encrypt,
	Hacl_HKDF_expand_sha2_256,
	Hacl_HKDF_extract_sha2_256,
	Hacl_HMAC_compute_sha2_256,
	Hacl_HMAC_legacy_compute_sha1,
	Hacl_Streaming_SHA1_legacy_hash,
	Hacl_Streaming_SHA2_hash_256,
} from './hacl.ts';
import { CLIENTS, keyOf, lengthOf, setLength } from './keys.ts';
import { openStack, wipeStack } from './stack.ts';

const MESSAGE_BYTES: u32 = 4416;
/** What a client has lent, for the length of its call. */
const MESSAGE: u32 = memory.data(4416, 16) as u32;
/** A key on its way. */
const FRESH: u32 = memory.data(32, 16) as u32;
const NOTHING: u32 = 0;

/** Copies the loan in; 0 or the kernel's error. */
function take(length: u32): i32 {
	return length > MESSAGE_BYTES ? BAD_LOAN : readLoan(0, MESSAGE, length);
}

/** Gives `length` bytes back to the client, and forgets them and what the library has left of them. */
function give(length: u32): i32 {
	const status = writeLoan(0, MESSAGE, length);
	forget(length);
	return status;
}

function forget(length: u32): void {
	memory.fill(MESSAGE, 0, length);
	memory.fill(FRESH, 0, SEAL_KEY_BYTES);
	wipeStack();
}

/** Encrypts in place. The text begins behind `associated` bytes of associated data. */
function sealMessage(length: u32, key: u32, associated: u32): void {
	const text = MESSAGE + SEAL_ASSOCIATED + associated;
	const size = length - SEAL_ASSOCIATED - associated;
	openStack();
	Hacl_Chacha20Poly1305_32_aead_encrypt(
		key,
		MESSAGE + SEAL_NONCE,
		associated,
		MESSAGE + SEAL_ASSOCIATED,
		size,
		text,
		text,
		MESSAGE + SEAL_TAG,
	);
}

/** Decrypts in place, to `text`. Whether it was sealed so. */
function openMessage(length: u32, key: u32, associated: u32, text: u32): bool {
	const size = length - SEAL_ASSOCIATED - associated;
	openStack();
	const refused = Hacl_Chacha20Poly1305_32_aead_decrypt(
		key,
		MESSAGE + SEAL_NONCE,
		associated,
		MESSAGE + SEAL_ASSOCIATED,
		size,
		text,
		MESSAGE + SEAL_ASSOCIATED + associated,
		MESSAGE + SEAL_TAG,
	);
	return refused === 0;
}

function digest(algorithm: u32, text: u32, size: u32): void {
	openStack();
	if (algorithm === SHA1) Hacl_Streaming_SHA1_legacy_hash(text, size, MESSAGE);
	else if (algorithm === SHA256) Hacl_Streaming_SHA2_hash_256(text, size, MESSAGE);
	else Hacl_Blake2b_32_blake2b(DIGEST_BYTES, MESSAGE, size, text, 0, NOTHING);
}

function authenticate(algorithm: u32, key: u32, text: u32, size: u32): void {
	const keyLength = lengthOf(key);
	openStack();
	if (algorithm === SHA1) Hacl_HMAC_legacy_compute_sha1(MESSAGE, key, keyLength, text, size);
	else if (algorithm === SHA256) Hacl_HMAC_compute_sha2_256(MESSAGE, key, keyLength, text, size);
	else if (algorithm === BLAKE2B) Hacl_Blake2b_32_blake2b(DIGEST_BYTES, MESSAGE, size, text, keyLength, key);
}

/** The key, if it can seal; else 0. */
function sealingKey(badge: u32, key: u32): u32 {
	const address = keyOf(badge, key);
	return lengthOf(address) === SEAL_KEY_BYTES ? address : NOTHING;
}

@unmanaged
class Cipher extends service.CipherService {
	setKey(badge: u32, length: u32, key: u32): i32 {
		if (badge >= CLIENTS) return service.NO_SUCH_CLIENT;
		const address = keyOf(badge, key);
		const status = readLoan(0, address, length);
		if (status < 0) return status;
		setLength(address, length);
		return SUCCESS;
	}

	forget(badge: u32, key: u32): i32 {
		if (badge >= CLIENTS) return service.NO_SUCH_CLIENT;
		setLength(keyOf(badge, key), 0);
		return SUCCESS;
	}

	derive(badge: u32, length: u32, key: u32, from: u32, salt: u32): i32 {
		if (badge >= CLIENTS) return service.NO_SUCH_CLIENT;
		const material = keyOf(badge, from);
		if (lengthOf(material) === 0) return service.NO_KEY;
		if (salt > length) return BAD_ARGUMENT;
		const status = take(length);
		if (status !== 0) return status;
		openStack();
		Hacl_HKDF_extract_sha2_256(FRESH, MESSAGE, salt, material, lengthOf(material));
		openStack();
		const made = keyOf(badge, key);
		Hacl_HKDF_expand_sha2_256(made, FRESH, SEAL_KEY_BYTES, MESSAGE + salt, length - salt, SEAL_KEY_BYTES);
		setLength(made, SEAL_KEY_BYTES);
		forget(length);
		return SUCCESS;
	}

	seal(badge: u32, length: u32, key: u32, associated: u32): i32 {
		if (badge >= CLIENTS) return service.NO_SUCH_CLIENT;
		const address = sealingKey(badge, key);
		if (address === NOTHING) return service.NO_KEY;
		if (length < SEAL_ASSOCIATED + associated) return BAD_LOAN;
		const status = take(length);
		if (status !== 0) return status;
		sealMessage(length, address, associated);
		return give(length);
	}

	open(badge: u32, length: u32, key: u32, associated: u32): i32 {
		if (badge >= CLIENTS) return service.NO_SUCH_CLIENT;
		const address = sealingKey(badge, key);
		if (address === NOTHING) return service.NO_KEY;
		if (length < SEAL_ASSOCIATED + associated) return BAD_LOAN;
		const status = take(length);
		if (status !== 0) return status;
		if (openMessage(length, address, associated, MESSAGE + SEAL_ASSOCIATED + associated)) return give(length);
		forget(length);
		return service.FORGED;
	}

	wrap(badge: u32, length: u32, key: u32, under: u32): i32 {
		if (badge >= CLIENTS) return service.NO_SUCH_CLIENT;
		const wrapped = sealingKey(badge, key);
		const sealing = sealingKey(badge, under);
		if (wrapped === NOTHING || sealing === NOTHING) return service.NO_KEY;
		const status = take(length);
		if (status !== 0) return status;
		memory.copy(MESSAGE + SEAL_ASSOCIATED, wrapped, SEAL_KEY_BYTES);
		sealMessage(length, sealing, 0);
		return give(length);
	}

	unwrap(badge: u32, length: u32, key: u32, under: u32): i32 {
		if (badge >= CLIENTS) return service.NO_SUCH_CLIENT;
		const sealing = sealingKey(badge, under);
		if (sealing === NOTHING) return service.NO_KEY;
		const status = take(length);
		if (status !== 0) return status;
		const right = openMessage(length, sealing, 0, FRESH);
		if (right) {
			const address = keyOf(badge, key);
			memory.copy(address, FRESH, SEAL_KEY_BYTES);
			setLength(address, SEAL_KEY_BYTES);
		}
		forget(WRAPPED_BYTES);
		return right ? SUCCESS : service.FORGED;
	}

	hash(badge: u32, length: u32, algorithm: u32): i32 {
		if (badge >= CLIENTS) return service.NO_SUCH_CLIENT;
		const status = take(length);
		if (status !== 0) return status;
		memory.fill(MESSAGE, 0, DIGEST_BYTES);
		digest(algorithm, MESSAGE + DIGEST_BYTES, length - DIGEST_BYTES);
		return give(length);
	}

	mac(badge: u32, length: u32, key: u32, algorithm: u32): i32 {
		if (badge >= CLIENTS) return service.NO_SUCH_CLIENT;
		const address = keyOf(badge, key);
		if (lengthOf(address) === 0) return service.NO_KEY;
		const status = take(length);
		if (status !== 0) return status;
		memory.fill(MESSAGE, 0, DIGEST_BYTES);
		authenticate(algorithm, address, MESSAGE + DIGEST_BYTES, length - DIGEST_BYTES);
		return give(length);
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchCipher<Cipher>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
