/** Has the cipher do the examples of the standards, and says what came out. */
import {
	BLAKE2B,
	DIGEST_BYTES,
	SEAL_ASSOCIATED,
	SEAL_TAG,
	SHA1,
	SHA256,
} from '../../../interfaces/cipher/algorithms.ts';
import { derive, hash, mac, open, seal, setKey } from '../../../interfaces/cipher/client.ts';
import { printLine, printText } from '../../../interfaces/console/print.ts';
import { halt } from '../../../sdk/control.ts';
import { add, addByte, clear } from '../../../sdk/text.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_CIPHER: i32 = 2;
const SLOT_POWER: i32 = 3;
const MESSAGE: u32 = memory.data(512, 8) as u32;
const OTHER: u32 = memory.data(512, 8) as u32;
const KEY: u32 = memory.data(64, 8) as u32;
const SHA1_BYTES: u32 = 20;
const ASSOCIATED_BYTES: u32 = 12;
/** As much of a sealed text as is told. */
const TOLD: u32 = 16;
const NONCE: string = '070000004041424344454647';
const SUNSCREEN: string =
	"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";

function digit(code: i32): u32 {
	return code <= 0x39 ? code - 0x30 : code - 0x57;
}

/** Writes the bytes that `text` is in hexadecimal; how many. */
function bytes(at: u32, text: string): u32 {
	for (let index = 0; index < text.length; index += 2) {
		store<u8>(at + index / 2, (digit(text.charCodeAt(index)) << 4) | digit(text.charCodeAt(index + 1)));
	}
	return text.length / 2;
}

function letters(at: u32, text: string): u32 {
	for (let index = 0; index < text.length; index++) store<u8>(at + index, <u8>text.charCodeAt(index));
	return text.length;
}

/** Says what is at `at`. */
function tell(what: string, at: u32, length: u32): void {
	clear();
	add(what);
	for (let index: u32 = 0; index < length; index++) {
		const byte: u32 = load<u8>(at + index);
		for (let shift: i32 = 4; shift >= 0; shift -= 4) {
			const half = (byte >> shift) & 15;
			addByte(half < 10 ? 0x30 + half : 0x57 + half);
		}
	}
	printLine(SLOT_CONSOLE);
}

function useKey(key: u32, text: string): void {
	setKey(SLOT_CIPHER, KEY, bytes(KEY, text), key);
}

function digest(what: string, algorithm: u32, length: u32): void {
	memory.fill(MESSAGE, 0, DIGEST_BYTES);
	hash(SLOT_CIPHER, MESSAGE, DIGEST_BYTES + letters(MESSAGE + DIGEST_BYTES, 'abc'), algorithm);
	tell(what, MESSAGE, length);
}

/** RFC 4231, test case 2. */
function authenticate(): void {
	useKey(1, '4a656665');
	memory.fill(MESSAGE, 0, DIGEST_BYTES);
	mac(SLOT_CIPHER, MESSAGE, DIGEST_BYTES + letters(MESSAGE + DIGEST_BYTES, 'what do ya want for nothing?'), 1, SHA256);
	tell('HMAC-SHA-256 ', MESSAGE, DIGEST_BYTES);
}

/** A message with the nonce of RFC 8439, section 2.8.2, and its text; how long it is. */
function compose(message: u32, associated: string): u32 {
	memory.fill(message, 0, SEAL_ASSOCIATED);
	bytes(message, NONCE);
	const length = bytes(message + SEAL_ASSOCIATED, associated);
	return SEAL_ASSOCIATED + length + letters(message + SEAL_ASSOCIATED + length, SUNSCREEN);
}

function sealAndOpen(): void {
	useKey(0, '808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f');
	const length = compose(MESSAGE, '50515253c0c1c2c3c4c5c6c7');
	seal(SLOT_CIPHER, MESSAGE, length, 0, ASSOCIATED_BYTES);
	tell('ChaCha20-Poly1305 ', MESSAGE + SEAL_ASSOCIATED + ASSOCIATED_BYTES, TOLD);
	tell('its tag ', MESSAGE + SEAL_TAG, TOLD);
	const status = open(SLOT_CIPHER, MESSAGE, length, 0, ASSOCIATED_BYTES);
	letters(OTHER, SUNSCREEN);
	const text = MESSAGE + SEAL_ASSOCIATED + ASSOCIATED_BYTES;
	const same = memory.compare(text, OTHER, SUNSCREEN.length) === 0;
	printText(SLOT_CONSOLE, status === 0 && same ? 'it opens' : 'it does not open');
}

/** RFC 5869, test case 1: the derived key does not come out, but seals what the standard's seals. */
function deriveKey(): void {
	useKey(0, '0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b');
	derive(SLOT_CIPHER, MESSAGE, bytes(MESSAGE, '000102030405060708090a0b0cf0f1f2f3f4f5f6f7f8f9'), 1, 0, 13);
	useKey(2, '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf');
	const length = compose(MESSAGE, '');
	compose(OTHER, '');
	seal(SLOT_CIPHER, MESSAGE, length, 1, 0);
	seal(SLOT_CIPHER, OTHER, length, 2, 0);
	const same = memory.compare(MESSAGE, OTHER, length) === 0 && load<u64>(MESSAGE + SEAL_TAG) !== 0;
	printText(SLOT_CONSOLE, same ? 'HKDF derives the key' : 'HKDF derives another key');
}

export function init(): void {
	digest('SHA-1 ', SHA1, SHA1_BYTES);
	digest('SHA-256 ', SHA256, DIGEST_BYTES);
	digest('BLAKE2b ', BLAKE2B, DIGEST_BYTES);
	authenticate();
	sealAndOpen();
	deriveKey();
	halt(SLOT_POWER, 0);
}
