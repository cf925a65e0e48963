/** The list of nodes (nodes.ts) of what the window or the cover shows, written while it is settled. */

import * as nodes from './nodes.ts';
import { wordsAt, wordsSize } from './words.ts';

const NODES: u32 = memory.data(6144, 8) as u32;
let count: u32 = 0;

/** Forgets all nodes. */
export function clearNodes(): void {
	count = 0;
}

/** Address and bytes of the list. */
export function nodesAt(): u32 {
	return NODES;
}

export function nodesSize(): u32 {
	return nodes.NODE_BYTES * count;
}

/** Adds a node with the number of numbers.ts; false when there are too many. */
export function addNode(number: u32, role: u32, x: i32, y: i32, width: i32, height: i32): bool {
	if (count === nodes.NODES_MOST) return false;
	const node = NODES + nodes.NODE_BYTES * count++;
	memory.fill(node, 0, nodes.NODE_BYTES);
	store<u16>(node, <u16>number, 0);
	store<u8>(node + nodes.NODE_ROLE, <u8>role);
	store<u16>(node + nodes.NODE_X, <u16>x);
	store<u16>(node + nodes.NODE_Y, <u16>y);
	store<u16>(node + nodes.NODE_WIDTH, <u16>width);
	store<u16>(node + nodes.NODE_HEIGHT, <u16>height);
	store<u8>(node + nodes.NODE_VALUE, 255);
	return true;
}

/** What the last node is called; a second text follows on a line of its own. */
export function nameNode(name: u32, detail: u32): void {
	const place = NODES + nodes.NODE_BYTES * (count - 1) + nodes.NODE_NAME;
	const first = copyName(place, 0, name);
	if (detail === 0 || wordsSize(detail) === 0 || first + 1 >= nodes.NODE_NAME_BYTES) return;
	if (first > 0) store<u8>(place + first, 0x0a);
	copyName(place, first > 0 ? first + 1 : 0, detail);
}

/** Copies whole characters of a text as far as there is room; where it ends. */
function copyName(place: u32, from: u32, name: u32): u32 {
	if (name === 0) return from;
	let length = min(wordsSize(name), nodes.NODE_NAME_BYTES - from);
	if (length < wordsSize(name)) {
		while (length > 0 && (load<u8>(wordsAt(name) + length) & 0xc0) === 0x80) length--;
	}
	memory.copy(place + from, wordsAt(name), length);
	return from + length;
}

/** States (bits) and actions (bits) of the last node, and its value (255: none). */
export function describeNode(state: u32, actions: u32, value: u32): void {
	const node = NODES + nodes.NODE_BYTES * (count - 1);
	store<u8>(node + nodes.NODE_STATE, <u8>state);
	store<u8>(node + nodes.NODE_ACTIONS, <u8>actions);
	store<u8>(node + nodes.NODE_VALUE, <u8>value);
}
