/** Between plain blocks and those on the disk: the cipher's messages. The disk's key is in the cipher, never here, but for the moment in which a disk is formatted. */

import {
	SEAL_ASSOCIATED,
	SEAL_KEY_BYTES,
	SEAL_NONCE_BYTES,
	SHA256,
	WRAPPED_BYTES,
} from '../../interfaces/cipher/algorithms.ts';
import {
	derive,
	FORGED,
	forget,
	hash,
	NO_KEY,
	open,
	seal,
	setKey,
	unwrap,
	wrap,
} from '../../interfaces/cipher/client.ts';
import { fill, NOT_YET } from '../../interfaces/entropy/client.ts';
import {
	ASSOCIATED_BYTES,
	BLOCK_BYTES,
	HEADER_SALT,
	HEADER_WRAPPED,
	POINTER_ADDRESS,
	POINTER_NONCE,
	POINTER_SEAL_BYTES,
	SALT_BYTES,
	SUPER_CHECKSUM_BYTES,
	SUPER_HEADER,
	SUPER_HEADER_BYTES,
	SUPER_MESSAGE,
	SUPER_MESSAGE_BYTES,
} from './layout.ts';

const SLOT_CIPHER: i32 = 4;
const SLOT_ENTROPY: i32 = 5;
/** The cipher does not answer: later. */
export const CIPHER_LATER: i32 = -1;
/** The cipher was restarted, and has lost its keys. */
export const CIPHER_LOCKED: i32 = -4;
/** Not what was sealed. */
export const CIPHER_FORGED: i32 = -2;
/** There is no randomness. */
export const CIPHER_BROKEN: i32 = -3;

const KEY_DISK: u32 = 0;
const KEY_WRAPPING: u32 = 1;
const KEY_PASSPHRASE: u32 = 2;

const MESSAGE: u32 = memory.data(4136, 16) as u32;
const TEXT: u32 = MESSAGE + SEAL_ASSOCIATED + ASSOCIATED_BYTES;
const CHECKED: u32 = memory.data(4096, 16) as u32;
/** Salt, and what the key is for. */
const CONTEXT: u32 = memory.data(24, 8) as u32;
const CONTEXT_BYTES: u32 = 24;
/** "disk", " key" */
const PURPOSE: u32 = 0x6b736964;
const PURPOSE_REST: u32 = 0x79656b20;
/** Passphrases end with a zero, so there is an empty one. */
const EMPTY_PASSPHRASE: u32 = memory.data(1) as u32;
/** A number that no other life of any store has, and how many messages this one has sealed: together the nonce. */
const NONCE: u32 = memory.data(12, 8) as u32;
const LIFE_BYTES: u32 = 8;
const LAST_NONCE: u32 = 0xffffffff;
/** A key on its way to the cipher. */
const FRESH: u32 = memory.data(32, 8) as u32;

function result(status: i32): i32 {
	if (status === 0) return 0;
	if (status === NO_KEY) return CIPHER_LOCKED;
	return status === FORGED ? CIPHER_FORGED : CIPHER_LATER;
}

/** Fills `length` bytes with random ones. */
export function random(pointer: u32, length: u32): i32 {
	const status = fill(SLOT_ENTROPY, pointer, length);
	if (status === 0) return 0;
	return status < 0 || status === NOT_YET ? CIPHER_LATER : CIPHER_BROKEN;
}

/** Begins a life: nonces that were never used. */
export function openNonces(): i32 {
	store<u32>(NONCE + LIFE_BYTES, 0);
	return random(NONCE, LIFE_BYTES);
}

/** Puts the next nonce at `to`. False: there are no more (after 16 TiB of writing). */
function nextNonce(to: u32): bool {
	const count = load<u32>(NONCE + LIFE_BYTES);
	if (count === LAST_NONCE) return false;
	memory.copy(to, NONCE, SEAL_NONCE_BYTES);
	store<u32>(NONCE + LIFE_BYTES, count + 1);
	return true;
}

function associate(address: u32, object: u32, place: u32): void {
	const associated = MESSAGE + SEAL_ASSOCIATED;
	store<u32>(associated, address);
	store<u32>(associated + 4, object);
	store<u32>(associated + 8, place);
}

/** Seals a block for its place on the disk; then `sealedBlock` is what to write, and `putPointer` the way to find it again. */
export function sealBlock(text: u32, address: u32, object: u32, place: u32): i32 {
	if (!nextNonce(MESSAGE)) return CIPHER_LATER;
	associate(address, object, place);
	memory.copy(TEXT, text, BLOCK_BYTES);
	return result(
		seal(SLOT_CIPHER, MESSAGE, SEAL_ASSOCIATED + ASSOCIATED_BYTES + BLOCK_BYTES, KEY_DISK, ASSOCIATED_BYTES),
	);
}

/** Where the bytes of the block are that was sealed last, and where those are to be put that are to be opened. */
export function sealedBlock(): u32 {
	return TEXT;
}

/** Writes a pointer to the block that was sealed last. */
export function putPointer(pointer: u32, address: u32): void {
	memory.copy(pointer + POINTER_NONCE, MESSAGE, POINTER_SEAL_BYTES);
	store<u32>(pointer + POINTER_ADDRESS, address);
}

/** Opens what stands in `sealedBlock` into `text`, if it is what the pointer says. */
export function openBlock(text: u32, pointer: u32, object: u32, place: u32): i32 {
	memory.copy(MESSAGE, pointer + POINTER_NONCE, POINTER_SEAL_BYTES);
	associate(load<u32>(pointer + POINTER_ADDRESS), object, place);
	const status = open(
		SLOT_CIPHER,
		MESSAGE,
		SEAL_ASSOCIATED + ASSOCIATED_BYTES + BLOCK_BYTES,
		KEY_DISK,
		ASSOCIATED_BYTES,
	);
	if (status === 0) memory.copy(text, TEXT, BLOCK_BYTES);
	return result(status);
}

/** Seals a superblock's body in place, and sets its checksum. */
export function sealSuper(block: u32): i32 {
	if (!nextNonce(block + SUPER_MESSAGE)) return CIPHER_LATER;
	const status = seal(SLOT_CIPHER, block + SUPER_MESSAGE, SUPER_MESSAGE_BYTES, KEY_DISK, SUPER_HEADER_BYTES);
	return result(status === 0 ? hash(SLOT_CIPHER, block, BLOCK_BYTES, SHA256) : status);
}

/** Opens a superblock's body in place. */
export function openSuper(block: u32): i32 {
	return result(open(SLOT_CIPHER, block + SUPER_MESSAGE, SUPER_MESSAGE_BYTES, KEY_DISK, SUPER_HEADER_BYTES));
}

/** Whether a superblock's checksum is right: 0, CIPHER_FORGED or CIPHER_LATER. */
export function checkSuper(block: u32): i32 {
	memory.copy(CHECKED, block, BLOCK_BYTES);
	const status = hash(SLOT_CIPHER, CHECKED, BLOCK_BYTES, SHA256);
	if (status !== 0) return CIPHER_LATER;
	return memory.compare(CHECKED, block, SUPER_CHECKSUM_BYTES) === 0 ? 0 : CIPHER_FORGED;
}

/** Makes the key under which the disk's key is wrapped. */
function makeWrapping(header: u32): i32 {
	memory.copy(CONTEXT, header + HEADER_SALT, SALT_BYTES);
	store<u32>(CONTEXT + SALT_BYTES, PURPOSE);
	store<u32>(CONTEXT + SALT_BYTES + 4, PURPOSE_REST);
	const status = setKey(SLOT_CIPHER, EMPTY_PASSPHRASE, 1, KEY_PASSPHRASE);
	return status !== 0 ? status : derive(SLOT_CIPHER, CONTEXT, CONTEXT_BYTES, KEY_WRAPPING, KEY_PASSPHRASE, SALT_BYTES);
}

/** The wrapping key is not needed any more. */
function forgetWrapping(): void {
	forget(SLOT_CIPHER, KEY_WRAPPING);
	forget(SLOT_CIPHER, KEY_PASSPHRASE);
}

/** Gives the cipher the key of a disk from its superblock. CIPHER_FORGED: there is a passphrase. */
export function unlock(block: u32): i32 {
	const header = block + SUPER_HEADER;
	let status = makeWrapping(header);
	if (status === 0) status = unwrap(SLOT_CIPHER, header + HEADER_WRAPPED, WRAPPED_BYTES, KEY_DISK, KEY_WRAPPING);
	forgetWrapping();
	return result(status);
}

/** Makes the key of a new disk, and puts it, wrapped, into the header. */
export function makeKey(block: u32): i32 {
	const header = block + SUPER_HEADER;
	let status = random(header + HEADER_SALT, SALT_BYTES);
	if (status === 0) status = random(FRESH, SEAL_KEY_BYTES);
	if (status !== 0) return status;
	status = setKey(SLOT_CIPHER, FRESH, SEAL_KEY_BYTES, KEY_DISK);
	memory.fill(FRESH, 0, SEAL_KEY_BYTES);
	if (status === 0) status = makeWrapping(header);
	if (status !== 0 || !nextNonce(header + HEADER_WRAPPED)) return CIPHER_LATER;
	status = wrap(SLOT_CIPHER, header + HEADER_WRAPPED, WRAPPED_BYTES, KEY_DISK, KEY_WRAPPING);
	forgetWrapping();
	return result(status);
}
