/** Reads a flattened device tree (Devicetree Specification 0.4, chapter 5): what a boot loader tells a system of its machine. Words are big-endian. */

const MAGIC = 0xd00dfeed;
const HEADER_BYTES = 40;
const [BEGIN_NODE, END_NODE, PROPERTY, NOTHING, END] = [1, 2, 3, 4, 9];
/** Nodes within nodes at most: real trees have five. */
const DEPTH_MOST = 16;

/** The bytes are no device tree. */
export class TreeError extends Error {
	constructor(problem: string) {
		super(`this is no device tree: ${problem}`);
		this.name = 'TreeError';
	}
}

export interface TreeNode {
	/** With its unit address, such as 'pl011@9000000'; of the root, ''. */
	readonly name: string;
	/** Views of the bytes that were read. */
	readonly properties: ReadonlyMap<string, Uint8Array>;
	readonly children: readonly TreeNode[];
}

/** The root of the tree in `blob`. Throws TreeError. */
export function readTree(blob: Uint8Array): TreeNode {
	if (blob.length < HEADER_BYTES || wordAt(blob, 0) !== MAGIC) throw new TreeError('it does not begin as one');
	return new Reader(blob).root();
}

/** Word `index` of a property, 0..2^32-1. Throws TreeError when it is not so long. */
export function cell(property: Uint8Array, index: number): number {
	return wordAt(property, 4 * index);
}

/** The texts of a property that is a list of them. */
export function texts(property: Uint8Array | undefined): string[] {
	if (property === undefined) return [];
	return new TextDecoder('latin1').decode(property).split('\0').slice(0, -1);
}

/** A node and all nodes in it, in the order of the tree. */
export function* everyNode(node: TreeNode): Generator<TreeNode> {
	yield node;
	for (const child of node.children) yield* everyNode(child);
}

function wordAt(bytes: Uint8Array, offset: number): number {
	if (offset + 4 > bytes.length) throw new TreeError(`it ends before byte ${offset + 4}`);
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(offset);
}

class Reader {
	private readonly blob: Uint8Array;
	private readonly strings: number;
	private at: number;

	constructor(blob: Uint8Array) {
		this.blob = blob;
		this.at = wordAt(blob, 8);
		this.strings = wordAt(blob, 12);
	}

	root(): TreeNode {
		if (this.token() !== BEGIN_NODE) throw new TreeError('it has no root');
		const root = this.node(0);
		if (this.token() !== END) throw new TreeError('there is something behind its root');
		return root;
	}

	private token(): number {
		for (;;) {
			const token = this.word();
			if (token !== NOTHING) return token;
		}
	}

	private word(): number {
		const word = wordAt(this.blob, this.at);
		this.at += 4;
		return word;
	}

	/** The rest of a node whose beginning was read. */
	private node(depth: number): TreeNode {
		if (depth > DEPTH_MOST) throw new TreeError(`its nodes are more than ${DEPTH_MOST} deep`);
		const name = this.text(this.at);
		this.at = align(this.at + name.length + 1);
		const properties = new Map<string, Uint8Array>();
		const children: TreeNode[] = [];
		for (let token = this.token(); token !== END_NODE; token = this.token()) {
			if (token === PROPERTY) properties.set(...this.property());
			else if (token === BEGIN_NODE) children.push(this.node(depth + 1));
			else throw new TreeError(`token ${token} in front of byte ${this.at}`);
		}
		return { name, properties, children };
	}

	private property(): [name: string, value: Uint8Array] {
		const length = this.word();
		const name = this.text(this.strings + this.word());
		if (this.at + length > this.blob.length) throw new TreeError(`the property '${name}' is longer than all`);
		const value = this.blob.subarray(this.at, this.at + length);
		this.at = align(this.at + length);
		return [name, value];
	}

	/** Up to the byte 0. */
	private text(from: number): string {
		const end = this.blob.indexOf(0, from);
		if (from > this.blob.length || end < 0) throw new TreeError(`the text at byte ${from} does not end`);
		return new TextDecoder('latin1').decode(this.blob.subarray(from, end));
	}
}

function align(offset: number): number {
	return Math.ceil(offset / 4) * 4;
}
