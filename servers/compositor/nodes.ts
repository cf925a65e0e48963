/** What apps say of their surfaces to those who cannot see them, checked and cut to the surface: of the window, of the sheet, and of each cover. */

import * as nodes from '../../interfaces/display/nodes.ts';
import { COVERS } from '../../interfaces/pages/covers.ts';
import { readLoan } from '../../sdk/loan.ts';

/** Lists: the covers' by their number, then the window's and the sheet's. */
export const NODES_WINDOW: u32 = 12;
export const NODES_SHEET: u32 = 13;
/** Nodes of a cover that are kept. */
const COVER_MOST: u32 = 16;
const LISTS: u32 = memory.data(12 * 16 * 96 + 2 * 64 * 96, 8) as u32;
const COUNTS: u32 = memory.data(14) as u32;
/** Where what a client says is copied to be checked. */
export const INCOMING: u32 = memory.data(64 * 96, 8) as u32;
const FIRST_PRINTABLE: u32 = 32;
const LINE_FEED: u32 = 10;
const KNOWN_ACTIONS: u32 = (1 << (nodes.NODE_ACTION_SHOW + 1)) - 1;

function addressOf(list: u32): u32 {
	if (list < COVERS) return LISTS + list * COVER_MOST * nodes.NODE_BYTES;
	return LISTS + COVERS * COVER_MOST * nodes.NODE_BYTES + (list - COVERS) * nodes.NODES_MOST * nodes.NODE_BYTES;
}

export function nodeCount(list: u32): u32 {
	return load<u8>(COUNTS + list);
}

/** Address of a node of a list. */
export function nodeAt(list: u32, index: u32): u32 {
	return addressOf(list) + nodes.NODE_BYTES * index;
}

export function forgetNodes(list: u32): void {
	store<u8>(COUNTS + list, 0);
}

/** Takes the nodes that the caller of this activation lends, for a surface of that size. False: they are not of the form; the old ones stay. */
export function takeNodes(list: u32, length: u32, width: i32, height: i32): bool {
	if (length % nodes.NODE_BYTES !== 0) return false;
	if (length > 0 && readLoan(0, INCOMING, length) < 0) return false;
	const count = length / nodes.NODE_BYTES;
	for (let index: u32 = 0; index < count; index++) {
		if (!isNode(INCOMING + nodes.NODE_BYTES * index)) return false;
	}
	const kept = min(count, list < COVERS ? COVER_MOST : nodes.NODES_MOST);
	memory.copy(addressOf(list), INCOMING, kept * nodes.NODE_BYTES);
	for (let index: u32 = 0; index < kept; index++) cut(nodeAt(list, index), width, height);
	store<u8>(COUNTS + list, <u8>kept);
	return true;
}

function isNode(node: u32): bool {
	const role: u32 = load<u8>(node, nodes.NODE_ROLE);
	if (role === 0 || role > nodes.ROLE_LAST) return false;
	if ((<u32>load<u8>(node, nodes.NODE_ACTIONS) & ~KNOWN_ACTIONS) !== 0) return false;
	return isPrintable(node + nodes.NODE_NAME, nodes.NODE_NAME_BYTES);
}

/** Whether a text of at most `bytes` bytes, zero behind it unless it is full, has no control characters. */
export function isPrintable(text: u32, bytes: u32): bool {
	for (let index: u32 = 0; index < bytes; index++) {
		const byte: u32 = load<u8>(text + index);
		if (byte === 0) return true;
		if (byte < FIRST_PRINTABLE && byte !== LINE_FEED) return false;
	}
	return true;
}

/** Cuts a node's rectangle to its surface: nobody can describe what is not his. */
function cut(node: u32, width: i32, height: i32): void {
	const left = max(0, min(width, <i32>load<i16>(node, nodes.NODE_X)));
	const top = max(0, min(height, <i32>load<i16>(node, nodes.NODE_Y)));
	const right = max(left, min(width, <i32>load<i16>(node, nodes.NODE_X) + <i32>load<i16>(node, nodes.NODE_WIDTH)));
	const bottom = max(top, min(height, <i32>load<i16>(node, nodes.NODE_Y) + <i32>load<i16>(node, nodes.NODE_HEIGHT)));
	store<i16>(node, <i16>left, nodes.NODE_X);
	store<i16>(node, <i16>top, nodes.NODE_Y);
	store<i16>(node, <i16>(right - left), nodes.NODE_WIDTH);
	store<i16>(node, <i16>(bottom - top), nodes.NODE_HEIGHT);
}
