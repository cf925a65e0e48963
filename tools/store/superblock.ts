/** Reads the superblocks of a disk of the store (docs/reference/07-store.md), with the cryptography of the host: nothing here is the store's own code. */

import { createDecipheriv, createHash, hkdfSync } from 'node:crypto';

export const BLOCK_BYTES = 4096;
const MAGIC = 'TesseraS';
const CHECKSUM_BYTES = 32;
const NONCE = 40;
const TAG = 52;
const HEADER = 68;
const BODY = 196;
const SALT = 20;
const SALT_BYTES = 16;
const WRAPPED = 36;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const VERSION = 1;

/** What follows from a whole superblock. */
export interface Superblock {
	readonly index: number;
	readonly generation: bigint;
	readonly blocks: number;
	readonly key: Uint8Array;
	readonly body: DataView;
}

export function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Opens a sealed text; undefined when it is not what was sealed. */
export function openText(
	key: Uint8Array,
	nonce: Uint8Array,
	tag: Uint8Array,
	associated: Uint8Array,
	text: Uint8Array,
): Uint8Array | undefined {
	const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG_BYTES });
	decipher.setAAD(associated, { plaintextLength: text.length });
	decipher.setAuthTag(tag);
	try {
		return new Uint8Array(Buffer.concat([decipher.update(text), decipher.final()]));
	} catch {
		return undefined;
	}
}

function slice(bytes: Uint8Array, start: number, length: number): Uint8Array {
	return bytes.subarray(start, start + length);
}

/** The disk's key, if the passphrase is right. */
function unwrap(header: Uint8Array, passphrase: string): Uint8Array | undefined {
	const salt = slice(header, SALT, SALT_BYTES);
	const wrapping = new Uint8Array(hkdfSync('sha256', `${passphrase}\0`, salt, 'disk key', KEY_BYTES));
	const nonce = slice(header, WRAPPED, NONCE_BYTES);
	const tag = slice(header, WRAPPED + NONCE_BYTES, TAG_BYTES);
	const text = slice(header, WRAPPED + NONCE_BYTES + TAG_BYTES, KEY_BYTES);
	return openText(wrapping, nonce, tag, new Uint8Array(0), text);
}

/** Why a superblock is not whole, or what is in it. */
export function readSuperblock(disk: Uint8Array, index: number, passphrase: string): Superblock | string {
	const block = slice(disk, index * BLOCK_BYTES, BLOCK_BYTES);
	if (block.every((byte) => byte === 0)) return 'empty';
	if (new TextDecoder().decode(slice(block, CHECKSUM_BYTES, MAGIC.length)) !== MAGIC) return 'not of the store';
	const checksum = createHash('sha256').update(block.subarray(CHECKSUM_BYTES)).digest();
	if (!checksum.equals(slice(block, 0, CHECKSUM_BYTES))) return 'damaged: its checksum is wrong';
	const header = block.subarray(HEADER, BODY);
	const words = viewOf(header);
	if (words.getUint32(0, true) !== VERSION) return `of version ${words.getUint32(0, true)}`;
	const generation = words.getBigUint64(8, true);
	if (Number(generation & 1n) !== index) return `of generation ${generation}, which belongs into the other`;
	const key = unwrap(header, passphrase);
	if (key === undefined) return 'locked with a passphrase, or changed';
	const body = openText(
		key,
		slice(block, NONCE, NONCE_BYTES),
		slice(block, TAG, TAG_BYTES),
		header,
		block.subarray(BODY),
	);
	if (body === undefined) return 'changed: its authentication fails';
	return { index, generation, blocks: words.getUint32(4, true), key, body: viewOf(body) };
}
