/** Algorithms of `hash` and `mac`, and the layout of messages. */
export const SHA1: u32 = 1;
export const SHA256: u32 = 2;
export const BLAKE2B: u32 = 3;

/** Room for the digest in front of the text of `hash` and `mac`: 20 bytes of it are used by SHA1, all by the others. */
export const DIGEST_BYTES: u32 = 32;

/** A sealed message: nonce, tag, associated data, text. The text is encrypted in place; all of it is authenticated. */
export const SEAL_NONCE: u32 = 0;
export const SEAL_NONCE_BYTES: u32 = 12;
export const SEAL_TAG: u32 = 12;
export const SEAL_TAG_BYTES: u32 = 16;
export const SEAL_ASSOCIATED: u32 = 28;

/** Keys that a client has. */
export const KEYS: u32 = 8;
/** Bytes of a key, at most; those for `seal` and `wrap` have exactly 32. */
export const KEY_BYTES: u32 = 64;
export const SEAL_KEY_BYTES: u32 = 32;
/** A wrapped key: nonce, tag, and the key encrypted. */
export const WRAPPED_BYTES: u32 = 60;
