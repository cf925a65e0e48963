/**
 * The phone's accessibility port from outside: the stream of messages as trees and rests, and requests (docs/reference/08-accessibility.md, abi/accessibility.ts).
 * Nothing in the stream is believed: what is no message is passed over, what is no node is left out.
 */
import {
	MESSAGE_HEAD_BYTES,
	MESSAGE_KIND,
	MESSAGE_LENGTH,
	MESSAGE_LENGTH_MOST,
	MESSAGE_MAGIC,
	MESSAGE_REST,
	MESSAGE_TREE,
	OWNER_SYSTEM,
	REQUEST_ACTION,
	REQUEST_BYTES,
	REQUEST_KIND,
	REQUEST_NODE,
	REQUEST_NODE_ACTION,
	REQUEST_OWNER,
	REQUEST_SERIAL,
	REQUEST_SURFACE,
	REQUEST_SYSTEM_ACTION,
	REQUEST_TREE,
	REST_BYTES,
	REST_FRAMES,
	REST_STILL,
	ROLE_GROUP,
	TREE_COUNT,
	TREE_HEIGHT,
	TREE_NODE_OWNER,
	TREE_NODE_SURFACE,
	TREE_NODES,
	TREE_SCALE,
	TREE_SCENE,
	TREE_SERIAL,
	TREE_WIDTH,
} from '../../abi/accessibility.ts';
import {
	NODE_ACTIONS,
	NODE_BYTES,
	NODE_HEIGHT,
	NODE_NAME,
	NODE_NAME_BYTES,
	NODE_NUMBER,
	NODE_ROLE,
	NODE_STATE,
	NODE_VALUE,
	NODE_WIDTH,
	NODE_X,
	NODE_Y,
	ROLE_LAST,
} from '../../interfaces/display/nodes.ts';

/** A thing on the screen, for those who cannot see it. */
export interface TreeNode {
	/** Unique among those of its owner and surface. */
	readonly number: number;
	/** Badge of the app, or OWNER_SYSTEM. */
	readonly owner: number;
	/** 0 window, 1 cover. */
	readonly surface: number;
	/** ROLE_* of interfaces/display/nodes.ts, or ROLE_GROUP. */
	readonly role: number;
	/** STATE_* bits. */
	readonly state: number;
	/** Pixels on the screen. */
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** NODE_ACTION_* as bits. */
	readonly actions: number;
	/** 0..100; undefined: it has none. */
	readonly value: number | undefined;
	readonly name: string;
	/** What stands in a text field. */
	readonly text: string | undefined;
}

export interface Tree {
	readonly serial: number;
	/** Pixels. */
	readonly width: number;
	readonly height: number;
	/** Pixels to the point. */
	readonly scale: number;
	/** SCENE_* of abi/accessibility.ts. */
	readonly scene: number;
	/** In reading order. */
	readonly nodes: readonly TreeNode[];
}

export interface Rest {
	/** Frames shown since boot. */
	readonly frames: number;
	/** Nothing moves, and nothing waits to be shown. */
	readonly still: boolean;
}

/** Which node of which surface of whom. */
export type NodePlace = Pick<TreeNode, 'number' | 'owner' | 'surface'>;

const NO_VALUE = 255;
const DECODER = new TextDecoder();

/** Turns the bytes of the port, in whatever pieces they come, into trees and rests. */
export class PortReader {
	private readonly onTree: (tree: Tree) => void;
	private readonly onRest: (rest: Rest) => void;
	private pending = new Uint8Array();

	constructor(onTree: (tree: Tree) => void, onRest: (rest: Rest) => void) {
		this.onTree = onTree;
		this.onRest = onRest;
	}

	take(bytes: Uint8Array): void {
		const joined = new Uint8Array(this.pending.length + bytes.length);
		joined.set(this.pending);
		joined.set(bytes, this.pending.length);
		let position = 0;
		for (;;) {
			const length = this.messageAt(joined, position);
			if (length === 0) break;
			position += length;
		}
		this.pending = joined.slice(position);
	}

	/** Bytes that are dealt with from `position` on; 0: more must come first. */
	private messageAt(bytes: Uint8Array, position: number): number {
		if (bytes.length - position < MESSAGE_HEAD_BYTES) return 0;
		const view = new DataView(bytes.buffer, bytes.byteOffset + position, bytes.length - position);
		if (view.getUint32(0, true) !== MESSAGE_MAGIC) return 1;
		const length = view.getUint32(MESSAGE_LENGTH, true);
		if (length > MESSAGE_LENGTH_MOST) return 1;
		if (view.byteLength < MESSAGE_HEAD_BYTES + length) return 0;
		const body = new DataView(view.buffer, view.byteOffset + MESSAGE_HEAD_BYTES, length);
		this.tell(view.getUint16(MESSAGE_KIND, true), body);
		return MESSAGE_HEAD_BYTES + length;
	}

	private tell(kind: number, body: DataView): void {
		if (kind === MESSAGE_TREE && body.byteLength >= TREE_NODES) this.onTree(readTree(body));
		if (kind !== MESSAGE_REST || body.byteLength < REST_BYTES) return;
		this.onRest({ frames: body.getUint32(REST_FRAMES, true), still: body.getUint32(REST_STILL, true) === 1 });
	}
}

function readTree(body: DataView): Tree {
	const room = Math.floor((body.byteLength - TREE_NODES) / NODE_BYTES);
	const count = Math.min(body.getUint16(TREE_COUNT, true), room);
	const nodes = Array.from({ length: count }, (_, index) => {
		return readNode(new DataView(body.buffer, body.byteOffset + TREE_NODES + index * NODE_BYTES, NODE_BYTES));
	});
	return {
		serial: body.getUint32(TREE_SERIAL, true),
		width: body.getUint16(TREE_WIDTH, true),
		height: body.getUint16(TREE_HEIGHT, true),
		scale: body.getUint8(TREE_SCALE),
		scene: body.getUint8(TREE_SCENE),
		nodes: nodes.filter(({ role }) => role === ROLE_GROUP || (role > 0 && role <= ROLE_LAST)),
	};
}

function readNode(node: DataView): TreeNode {
	const value = node.getUint8(NODE_VALUE);
	const bytes = new Uint8Array(node.buffer, node.byteOffset + NODE_NAME, NODE_NAME_BYTES);
	const end = bytes.indexOf(0);
	const words = DECODER.decode(end < 0 ? bytes : bytes.subarray(0, end));
	const line = words.indexOf('\n');
	return {
		number: node.getUint16(NODE_NUMBER, true),
		owner: node.getUint8(TREE_NODE_OWNER),
		surface: node.getUint8(TREE_NODE_SURFACE),
		role: node.getUint8(NODE_ROLE),
		state: node.getUint8(NODE_STATE),
		x: node.getInt16(NODE_X, true),
		y: node.getInt16(NODE_Y, true),
		width: node.getInt16(NODE_WIDTH, true),
		height: node.getInt16(NODE_HEIGHT, true),
		actions: node.getUint8(NODE_ACTIONS),
		value: value === NO_VALUE ? undefined : value,
		name: line < 0 ? words : words.slice(0, line),
		text: line < 0 ? undefined : words.slice(line + 1),
	};
}

/** Bytes that ask for NODE_ACTION_* `action` on a node of the tree with that serial. */
export function nodeRequest(place: NodePlace, action: number, serial: number): Uint8Array {
	return request(REQUEST_NODE_ACTION, action, place, serial);
}

/** Bytes that ask for SYSTEM_ACTION_* `action`. */
export function systemRequest(action: number): Uint8Array {
	return request(REQUEST_SYSTEM_ACTION, action);
}

/** Bytes that ask for the tree, for who has just come. */
export function treeRequest(): Uint8Array {
	return request(REQUEST_TREE, 0);
}

function request(
	kind: number,
	action: number,
	place: NodePlace = { owner: OWNER_SYSTEM, surface: 0, number: 0 },
	serial = 0,
): Uint8Array {
	const bytes = new Uint8Array(REQUEST_BYTES);
	const view = new DataView(bytes.buffer);
	view.setUint8(REQUEST_KIND, kind);
	view.setUint8(REQUEST_ACTION, action);
	view.setUint8(REQUEST_OWNER, place.owner);
	view.setUint8(REQUEST_SURFACE, place.surface);
	view.setUint16(REQUEST_NODE, place.number, true);
	view.setUint32(REQUEST_SERIAL, serial, true);
	return bytes;
}
