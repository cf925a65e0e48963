import type { ExchangeBuffer, ReadBuffer } from '../types.ts';

/**
 * Verified cryptography (HACL*). Keys lie in the cipher, a few for each client, under numbers; what a client puts in never comes out again, except sealed under another key.
 * Layouts of messages and numbers of algorithms: algorithms.ts.
 *
 * @memory 640
 * @error NO_KEY There is no key of that number, or one of the wrong length: it was never set, or the cipher was restarted.
 * @error FORGED Not what was sealed under that key; the text is not given out.
 * @error NO_SUCH_CLIENT The badge is not one of 0..31.
 */
export interface Cipher {
	/**
	 * Sets key number `key`.
	 * @worstCase 40000
	 * @length bytes 1..64
	 * @range key 0..7
	 * @throws NO_SUCH_CLIENT
	 */
	setKey(bytes: ReadBuffer, key: u32): void;

	/**
	 * Forgets a key.
	 * @worstCase 20000
	 * @range key 0..7
	 * @throws NO_SUCH_CLIENT
	 */
	forget(key: u32): void;

	/**
	 * Makes key number `key`, 32 bytes, from another by HKDF-SHA256: the first `salt` bytes of the context are the salt, the rest says what the key is for.
	 * @worstCase 400000
	 * @length context 1..128
	 * @range key 0..7
	 * @range from 0..7
	 * @range salt 0..128
	 * @throws NO_KEY
	 * @throws NO_SUCH_CLIENT
	 */
	derive(context: ReadBuffer, key: u32, from: u32, salt: u32): void;

	/**
	 * Encrypts the message's text in place and fills in its tag: ChaCha20-Poly1305 (RFC 8439). The caller chooses the nonce, and never the same twice for a key.
	 * @worstCase 2000000
	 * @length message 28..4416
	 * @range key 0..7
	 * @range associated 0..256
	 * @throws NO_KEY
	 * @throws NO_SUCH_CLIENT
	 */
	seal(message: ExchangeBuffer, key: u32, associated: u32): void;

	/**
	 * Decrypts the message's text in place, if nonce, tag, associated data and text are what was sealed.
	 * @worstCase 2000000
	 * @length message 28..4416
	 * @range key 0..7
	 * @range associated 0..256
	 * @throws NO_KEY
	 * @throws FORGED
	 * @throws NO_SUCH_CLIENT
	 */
	open(message: ExchangeBuffer, key: u32, associated: u32): void;

	/**
	 * Gives out key number `key`, of 32 bytes, sealed under another; the nonce stands in the message.
	 * @worstCase 200000
	 * @length message 60..60
	 * @range key 0..7
	 * @range under 0..7
	 * @throws NO_KEY
	 * @throws NO_SUCH_CLIENT
	 */
	wrap(message: ExchangeBuffer, key: u32, under: u32): void;

	/**
	 * Sets key number `key` to the one that was sealed under another by `wrap`.
	 * @worstCase 200000
	 * @length message 60..60
	 * @range key 0..7
	 * @range under 0..7
	 * @throws NO_KEY
	 * @throws FORGED
	 * @throws NO_SUCH_CLIENT
	 */
	unwrap(message: ReadBuffer, key: u32, under: u32): void;

	/**
	 * The digest of the text behind the first 32 bytes, put into those.
	 * @worstCase 2000000
	 * @length message 32..4416
	 * @range algorithm 1..3
	 * @throws NO_SUCH_CLIENT
	 */
	hash(message: ExchangeBuffer, algorithm: u32): void;

	/**
	 * The code of the text behind the first 32 bytes, put into those: HMAC (RFC 2104) with SHA1 or SHA256, or keyed BLAKE2b of 32 bytes (RFC 7693).
	 * @worstCase 2000000
	 * @length message 32..4416
	 * @range key 0..7
	 * @range algorithm 1..3
	 * @throws NO_KEY
	 * @throws NO_SUCH_CLIENT
	 */
	mac(message: ExchangeBuffer, key: u32, algorithm: u32): void;
}
