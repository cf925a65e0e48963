/** The codes of all accounts for the current period: HMAC-SHA1 by the cipher, six digits of it (RFC 4226, section 5.3). */

import { DIGEST_BYTES, SHA1 } from '../../interfaces/cipher/algorithms.ts';
import { forget, mac, setKey } from '../../interfaces/cipher/client.ts';
import { ACCOUNTS, accountCount, accountSecret, accountSecretLength } from './accounts.ts';
import { currentPeriod } from './time.ts';

const SLOT_CIPHER: i32 = 7;
const KEY: u32 = 0;
/** Room for the digest, and the counter behind it. */
const MESSAGE: u32 = memory.data(40, 8) as u32;
const MESSAGE_BYTES: u32 = 40;
/** Last byte of a digest of SHA-1: its low four bits say where the code is taken from. */
const LAST_OF_DIGEST: u32 = 19;
const CODES: u32 = memory.data(128, 8) as u32;
export const CODE_DIGITS: u32 = 6;
const MODULUS: u32 = 1_000_000;
const NO_CODE: u32 = 0xffffffff;
/** Period and number of accounts that the codes are for. */
let period: i64 = -1;
let made: u32 = 0;

/** Makes codes where there are none yet for this period. False: the cipher does not answer now, and it is to be tried again. */
export function refreshCodes(): bool {
	const current = currentPeriod();
	if (current === period && made === accountCount()) return true;
	period = current;
	made = 0;
	memory.fill(CODES, 0xff, 4 * ACCOUNTS);
	for (let index: u32 = 0; index < accountCount(); index++) {
		const code = codeFor(index);
		if (code === NO_CODE) return false;
		store<u32>(CODES + 4 * index, code);
		made++;
	}
	return true;
}

/** Accounts have been changed: their codes are made anew. */
export function dropCodes(): void {
	period = -1;
}

function codeFor(index: u32): u32 {
	if (setKey(SLOT_CIPHER, accountSecret(index), accountSecretLength(index), KEY) !== 0) return NO_CODE;
	store<u64>(MESSAGE + DIGEST_BYTES, bswap<u64>(<u64>period));
	const status = mac(SLOT_CIPHER, MESSAGE, MESSAGE_BYTES, KEY, SHA1);
	forget(SLOT_CIPHER, KEY);
	if (status !== 0) return NO_CODE;
	const place = MESSAGE + (<u32>load<u8>(MESSAGE + LAST_OF_DIGEST) & 15);
	const code = (bswap<u32>(load<u32>(place)) & 0x7fffffff) % MODULUS;
	memory.fill(MESSAGE, 0, DIGEST_BYTES);
	return code;
}

/** Is there a code for an account? */
export function hasCode(index: u32): bool {
	return index < made;
}

/** Digit `place` of an account's code, from the left. */
export function codeDigit(index: u32, place: u32): u32 {
	let rest = load<u32>(CODES + 4 * index);
	for (let at = place + 1; at < CODE_DIGITS; at++) rest /= 10;
	return rest % 10;
}
