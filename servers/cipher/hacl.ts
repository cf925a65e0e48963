/**
 * Functions of HACL* (npm package `hacl-wasm`), as the library declares them. Addresses are in memory 0; none of them may be 0. They keep their
 * variables on a stack whose top is in the first word of memory: `open` before each of them, `wipe` afterwards.
 */

export declare function Hacl_Chacha20Poly1305_32_aead_encrypt(
	key: u32,
	nonce: u32,
	associatedLength: u32,
	associated: u32,
	length: u32,
	text: u32,
	cipher: u32,
	tag: u32,
): i32;
/** 0: the tag is right, and the text is written. */
export declare function Hacl_Chacha20Poly1305_32_aead_decrypt(
	key: u32,
	nonce: u32,
	associatedLength: u32,
	associated: u32,
	length: u32,
	text: u32,
	cipher: u32,
	tag: u32,
): i32;
export declare function Hacl_Streaming_SHA1_legacy_hash(text: u32, length: u32, digest: u32): i32;
export declare function Hacl_Streaming_SHA2_hash_256(text: u32, length: u32, digest: u32): i32;
export declare function Hacl_Blake2b_32_blake2b(
	digestLength: u32,
	digest: u32,
	length: u32,
	text: u32,
	keyLength: u32,
	key: u32,
): i32;
export declare function Hacl_HMAC_legacy_compute_sha1(code: u32, key: u32, keyLength: u32, text: u32, length: u32): i32;
export declare function Hacl_HMAC_compute_sha2_256(code: u32, key: u32, keyLength: u32, text: u32, length: u32): i32;
export declare function Hacl_HKDF_extract_sha2_256(
	key: u32,
	salt: u32,
	saltLength: u32,
	material: u32,
	materialLength: u32,
): i32;
export declare function Hacl_HKDF_expand_sha2_256(
	material: u32,
	key: u32,
	keyLength: u32,
	context: u32,
	contextLength: u32,
	length: u32,
): i32;
