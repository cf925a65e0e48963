/** A disk of the store as a tree of objects, decrypted as far as it is asked for. */

import { BLOCK_BYTES, openText, readSuperblock, type Superblock, viewOf } from './superblock.ts';

export const FANOUT = 128;
const POINTER_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ADDRESS = 28;
export const NODE_BYTES = 64;
export const NODES_IN_BLOCK = 64;
const NODE_POINTER = 32;
const TABLE = 16;
const VOLUMES = 80;
const VOLUME_COUNT = 32;
const VOLUME_BYTES = 48;
const VOLUME_NAME_BYTES = 32;
const MAPS = 1616;
const MAP_BLOCKS = 32768;
const MAP_OBJECT = 0xffffffff;
const ENTRY_BYTES = 64;
const ENTRY_NAME = 8;

export const KIND_FREE = 0;
export const KIND_FILE = 1;
export const KIND_DIRECTORY = 2;
export const KIND_REMOVED = 3;

export interface Node {
	readonly kind: number;
	readonly levels: number;
	readonly volume: number;
	readonly trim: number;
	readonly next: number;
	readonly size: number;
	readonly blocks: number;
	readonly entries: number;
	readonly pointer: Uint8Array;
}

export interface Volume {
	readonly index: number;
	readonly name: string;
	readonly root: number;
	readonly used: number;
}

export interface Entry {
	readonly name: Uint8Array;
	readonly object: number;
	readonly kind: number;
}

/** Blocks that were decrypted before, by pointer: whoever looks at many states of one disk reads most of them many times. */
export type BlockCache = Map<string, { readonly sealed: Uint8Array; readonly text: Uint8Array }>;

/** Something on the disk is not what it must be. */
export class DamageError extends Error {}

export class StoreImage {
	readonly superblock: Superblock;
	/** Blocks that have been read, and for what: each may be read for one purpose only. */
	readonly purposes: Map<number, string> = new Map();
	private readonly disk: Uint8Array;
	private readonly cache: BlockCache;

	/** Throws DamageError when neither superblock can be used. */
	constructor(disk: Uint8Array, passphrase = '', cache: BlockCache = new Map()) {
		const supers = [0, 1].map((index) => readSuperblock(disk, index, passphrase));
		const whole = supers.filter((found): found is Superblock => typeof found !== 'string');
		const newest = whole.sort((left, right) => Number(right.generation - left.generation))[0];
		if (newest === undefined) {
			throw new DamageError(`superblock 0 is ${String(supers[0])}; superblock 1 is ${String(supers[1])}`);
		}
		this.disk = disk;
		this.cache = cache;
		this.superblock = newest;
	}

	/** A word of the superblock's body. */
	word(offset: number): number {
		return this.superblock.body.getUint32(offset, true);
	}

	private bodyBytes(offset: number, length: number): Uint8Array {
		const { buffer, byteOffset } = this.superblock.body;
		return new Uint8Array(buffer, byteOffset + offset, length);
	}

	/** The block that a pointer leads to; undefined: it leads nowhere. */
	block(pointer: Uint8Array, object: number, place: number): Uint8Array | undefined {
		const address = addressOf(pointer);
		if (address === 0) return undefined;
		const purpose = `object ${object}, level ${place >>> 24}, block ${place & 0xffffff}`;
		if (address < 2 || address >= this.superblock.blocks) throw new DamageError(`${purpose} is in block ${address}`);
		const other = this.purposes.get(address);
		if (other !== undefined && other !== purpose) throw new DamageError(`block ${address} is ${purpose} and ${other}`);
		this.purposes.set(address, purpose);
		const text = this.open(pointer, [address, object, place]);
		if (text === undefined) throw new DamageError(`block ${address} (${purpose}) is not what was written`);
		return text;
	}

	private open(pointer: Uint8Array, words: readonly [number, number, number]): Uint8Array | undefined {
		const sealed = this.disk.subarray(words[0] * BLOCK_BYTES, (words[0] + 1) * BLOCK_BYTES);
		const name = `${Buffer.from(pointer).toString('base64')} ${words.join(' ')}`;
		const known = this.cache.get(name);
		if (known !== undefined && Buffer.compare(known.sealed, sealed) === 0) return known.text;
		const associated = new DataView(new ArrayBuffer(12));
		for (const [index, word] of words.entries()) associated.setUint32(4 * index, word, true);
		const text = openText(
			this.superblock.key,
			pointer.subarray(0, NONCE_BYTES),
			pointer.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
			new Uint8Array(associated.buffer),
			sealed,
		);
		if (text !== undefined) this.cache.set(name, { sealed: sealed.slice(), text });
		return text;
	}

	/** Every block of contents of an object, in order; all its blocks of pointers are read, too. */
	contents(object: number, node: Node): Uint8Array[] {
		const found: Uint8Array[] = [];
		const visit = (pointer: Uint8Array, level: number, index: number): void => {
			const block = this.block(pointer, object, level * 0x1000000 + index);
			if (block === undefined) return;
			if (level === 0) {
				if (found.length !== index) throw new DamageError(`object ${object} has no block ${found.length}`);
				found.push(block);
				return;
			}
			for (let child = 0; child < FANOUT; child++) {
				visit(block.subarray(child * POINTER_BYTES, (child + 1) * POINTER_BYTES), level - 1, index * FANOUT + child);
			}
		};
		if (node.levels > 0) visit(node.pointer, node.levels - 1, 0);
		return found;
	}

	get table(): Node {
		return readNode(this.bodyBytes(TABLE, NODE_BYTES));
	}

	/** All nodes by the numbers of their objects; 0 is the table itself. */
	nodes(): Node[] {
		const blocks = this.contents(0, this.table);
		const count = this.word(0);
		return Array.from({ length: Math.max(count, 1) }, (_, object) => {
			if (object === 0) return this.table;
			const at = (object % NODES_IN_BLOCK) * NODE_BYTES;
			const block = blocks[Math.floor(object / NODES_IN_BLOCK)];
			if (block === undefined) throw new DamageError(`object ${object} has no node`);
			return readNode(block.subarray(at, at + NODE_BYTES));
		});
	}

	volumes(): Volume[] {
		return Array.from({ length: VOLUME_COUNT }, (_, index) => {
			const bytes = this.bodyBytes(VOLUMES + index * VOLUME_BYTES, VOLUME_BYTES);
			const name = new TextDecoder().decode(bytes.subarray(0, VOLUME_NAME_BYTES)).replace(/\0+$/, '');
			const words = viewOf(bytes);
			return { index, name, root: words.getUint32(32, true), used: words.getUint32(36, true) };
		}).filter(({ name }) => name !== '');
	}

	/** Whether each block is in use, as the maps say. */
	inUse(): boolean[] {
		const found: boolean[] = [];
		for (let map = 0; map * MAP_BLOCKS < this.superblock.blocks; map++) {
			const block = this.block(this.bodyBytes(MAPS + map * POINTER_BYTES, POINTER_BYTES), MAP_OBJECT, map);
			for (let bit = 0; bit < MAP_BLOCKS; bit++) {
				const address = map * MAP_BLOCKS + bit;
				if (address >= this.superblock.blocks) break;
				found.push(block === undefined ? address < 2 : ((block[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0);
			}
		}
		return found;
	}

	entries(object: number, node: Node): Entry[] {
		const bytes = Buffer.concat(this.contents(object, node));
		return Array.from({ length: node.entries }, (_, index) => {
			const entry = bytes.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
			if (entry.length < ENTRY_BYTES) throw new DamageError(`directory ${object} has no entry ${index}`);
			const length = entry[5] ?? 0;
			return {
				name: new Uint8Array(entry.subarray(ENTRY_NAME, ENTRY_NAME + length)),
				object: entry.readUInt32LE(0),
				kind: entry[4] ?? 0,
			};
		});
	}
}

/** Where a pointer leads. Read byte by byte: most pointers of a disk lead nowhere, and a view of each would cost more than all else. */
function addressOf(pointer: Uint8Array): number {
	let address = 0;
	for (let index = 3; index >= 0; index--) address = address * 256 + (pointer[ADDRESS + index] ?? 0);
	return address;
}

function readNode(bytes: Uint8Array): Node {
	const words = viewOf(bytes);
	return {
		kind: bytes[0] ?? 0,
		levels: bytes[1] ?? 0,
		volume: bytes[2] ?? 0,
		trim: bytes[3] ?? 0,
		next: words.getUint32(4, true),
		size: words.getUint32(8, true),
		blocks: words.getUint32(12, true),
		entries: words.getUint32(24, true),
		pointer: bytes.slice(NODE_POINTER, NODE_POINTER + POINTER_BYTES),
	};
}
