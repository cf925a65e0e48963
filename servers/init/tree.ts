/**
 * What the machine's device tree has (Devicetree Specification 0.4, chapter 5), to compare it with what the image was built for. Mapped as memory 2: the first TREE_BYTES of what the
 * boot loader left; nothing in it is believed. Its words are big-endian.
 */
import { MANIFEST_HEADER_BYTES, MANIFEST_RECORD_BYTES, TREE_BYTES } from '../../abi/boot.ts';
import { load8 as loadManifest8, load32 as loadManifest32 } from '../../sdk/region/memory1.ts';
import { load8, load32 } from '../../sdk/region/memory2.ts';

const MAGIC: u32 = 0xd00dfeed;
const BEGIN_NODE: u32 = 1;
const PROPERTY: u32 = 3;
const NOTHING: u32 = 4;
const END: u32 = 9;
/** Where the header says that the nodes, and the names of properties, are. */
const NODES: u32 = 8;
const NAMES: u32 = 12;
/** First line that devices share, in a tree number 0 of kind 0. */
const SHARED_FIRST: u32 = 32;
/** Of a record: address, line, and bytes of the kind (abi/boot.ts). */
const ADDRESS: u32 = 4;
const LINE: u32 = 8;
const KIND: u32 = 12;
const KIND_BYTES: u32 = 16;
/** What has been found in a node. */
const HAS_ADDRESS: u32 = 1;
const HAS_LINE: u32 = 2;
const HAS_KIND: u32 = 4;
const HAS_ALL: u32 = 7;

function word(at: u32): u32 {
	return at > TREE_BYTES - 4 ? END : bswap<u32>(<u32>load32(at));
}

function byte(at: u32): u32 {
	return at < TREE_BYTES ? load8(at) : 0;
}

/** Where the record's own words begin, in the manifest. */
function place(record: u32): u32 {
	return MANIFEST_HEADER_BYTES + record * MANIFEST_RECORD_BYTES;
}

/** Has the tree a node with all that record `record` of the manifest, a MANIFEST_EXPECT, asks for? */
export function hasExpected(record: u32): bool {
	if (word(0) !== MAGIC) return false;
	let found: u32 = 0;
	let at = word(NODES);
	for (let token = word(at); token >= BEGIN_NODE && token <= NOTHING; token = word(at)) {
		if (token === PROPERTY) found |= judge(place(record), at + 4);
		// The properties of a node come before the nodes in it.
		else if (token !== NOTHING) {
			if (found === HAS_ALL) return true;
			found = 0;
		}
		at = behind(token, at + 4);
	}
	return false;
}

/** Where the next token is, behind what belongs to `token`. */
function behind(token: u32, at: u32): u32 {
	if (token === PROPERTY) return align(at + 8 + min<u32>(word(at), TREE_BYTES));
	return token === BEGIN_NODE ? behindText(at) : at;
}

function align(at: u32): u32 {
	return (at + 3) & ~3;
}

function behindText(at: u32): u32 {
	while (byte(at) !== 0) at++;
	return align(at + 1);
}

/** What of the record `expected` the property at `at` fulfils: HAS_*. Its length, where its name is, and its value are behind one another. */
function judge(expected: u32, at: u32): u32 {
	const name = word(NAMES) + word(at + 4);
	const value = at + 8;
	const line = <u32>loadManifest32(expected + LINE);
	const any: u32 = line === 0 ? HAS_LINE : 0;
	if (isName(name, 'reg')) return any | (isAddress(<u32>loadManifest32(expected + ADDRESS), value) ? HAS_ADDRESS : 0);
	if (isName(name, 'interrupts')) return word(value) === 0 && word(value + 4) + SHARED_FIRST === line ? HAS_LINE : 0;
	return isName(name, 'compatible') && isKind(expected + KIND, value) ? HAS_KIND : 0;
}

/** Addresses have two words. */
function isAddress(address: u32, value: u32): bool {
	return word(value) === 0 && word(value + 4) === address;
}

function isKind(expected: u32, value: u32): bool {
	for (let index: u32 = 0; index < KIND_BYTES; index++) {
		const character = loadManifest8(expected + index);
		if (byte(value + index) !== character) return false;
		if (character === 0) return true;
	}
	return true;
}

function isName(at: u32, name: string): bool {
	for (let index = 0; index < name.length; index++) if (byte(at + index) !== name.charCodeAt(index)) return false;
	return byte(at + name.length) === 0;
}
