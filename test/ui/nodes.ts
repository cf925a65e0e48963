/** Reads the list of nodes that an app describes a surface with. */

import * as nodes from '../../interfaces/display/nodes.ts';

export interface Node {
	readonly number: number;
	readonly role: number;
	readonly state: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly actions: number;
	readonly value: number;
	readonly name: string;
	/** What follows the name on a line of its own. */
	readonly detail: string;
}

export function readNodes(bytes: Uint8Array): Node[] {
	return Array.from({ length: bytes.length / nodes.NODE_BYTES }, (_, index) => {
		const start = bytes.byteOffset + index * nodes.NODE_BYTES;
		return readNode(new DataView(bytes.buffer, start, nodes.NODE_BYTES));
	});
}

function readNode(view: DataView): Node {
	const text = new Uint8Array(view.buffer, view.byteOffset + nodes.NODE_NAME, nodes.NODE_NAME_BYTES);
	const end = text.indexOf(0);
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const [name = '', ...rest] = decoder.decode(text.slice(0, end < 0 ? text.length : end)).split('\n');
	return {
		number: view.getUint16(nodes.NODE_NUMBER, true),
		role: view.getUint8(nodes.NODE_ROLE),
		state: view.getUint8(nodes.NODE_STATE),
		x: view.getInt16(nodes.NODE_X, true),
		y: view.getInt16(nodes.NODE_Y, true),
		width: view.getInt16(nodes.NODE_WIDTH, true),
		height: view.getInt16(nodes.NODE_HEIGHT, true),
		actions: view.getUint8(nodes.NODE_ACTIONS),
		value: view.getUint8(nodes.NODE_VALUE),
		name,
		detail: rest.join('\n'),
	};
}
