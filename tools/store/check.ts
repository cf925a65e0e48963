/** Everything that must be true of a disk of the store (docs/reference/07-store.md, "What holds"), read by other code than that which wrote it. */

import {
	type BlockCache,
	DamageError,
	FANOUT,
	KIND_DIRECTORY,
	KIND_FILE,
	KIND_FREE,
	KIND_REMOVED,
	NODES_IN_BLOCK,
	type Node,
	StoreImage,
	type Volume,
} from './image.ts';
import { BLOCK_BYTES } from './superblock.ts';

const ENTRY_BYTES = 64;
const NAME_BYTES = 48;

/** A file or directory, by its path from its volume on. */
export interface Found {
	readonly path: string;
	readonly object: number;
	readonly kind: number;
	readonly size: number;
}

/** What is on a disk. */
export interface Report {
	readonly generation: bigint;
	readonly blocks: number;
	readonly used: number;
	readonly volumes: readonly Volume[];
	readonly found: readonly Found[];
	/** What is not as it must be. */
	readonly problems: readonly string[];
}

/** Throws DamageError when the disk cannot be read at all. */
export function checkStore(disk: Uint8Array, passphrase = '', cache: BlockCache = new Map()): Report {
	return checkImage(new StoreImage(disk, passphrase, cache));
}

/** The same, of a disk that somebody reads already. */
export function checkImage(image: StoreImage): Report {
	return new Checker(image).report();
}

/** Blocks of contents and of pointers that belong to an object with so many of contents. */
function treeBlocks(blocks: number): number {
	if (blocks < 2) return blocks;
	return blocks + Math.ceil(blocks / FANOUT) + (blocks > FANOUT ? 1 : 0);
}

function levelsFor(blocks: number): number {
	if (blocks < 2) return blocks;
	return blocks <= FANOUT ? 2 : 3;
}

class Checker {
	private readonly image: StoreImage;
	private readonly problems: string[] = [];
	private readonly found: Found[] = [];
	private nodes: readonly Node[] = [];
	/** From where each object is reached. */
	private readonly reached = new Map<number, string>();

	constructor(image: StoreImage) {
		this.image = image;
	}

	report(): Report {
		const { image } = this;
		const volumes = image.volumes();
		this.guard(() => {
			this.nodes = image.nodes();
			this.expect(
				this.nodes.length <= image.table.blocks * NODES_IN_BLOCK || this.nodes.length === 1,
				'the table of nodes is too short',
			);
			for (const volume of volumes) this.visitVolume(volume);
			this.visitList('trim', image.word(8), (node) => node.trim === 1);
			this.visitList('free', image.word(4), (node) => node.kind === KIND_FREE && node.trim === 0);
			this.checkReached();
			this.checkCharges(volumes);
			for (const [object, node] of this.nodes.entries()) this.checkTree(object, node);
			this.checkMaps();
		});
		return {
			generation: image.superblock.generation,
			blocks: image.superblock.blocks,
			used: image.word(12),
			volumes,
			found: this.found,
			problems: this.problems,
		};
	}

	private guard(action: () => void): void {
		try {
			action();
		} catch (error) {
			if (!(error instanceof DamageError)) throw error;
			this.problems.push(error.message);
		}
	}

	private expect(condition: boolean, problem: string): void {
		if (!condition) this.problems.push(problem);
	}

	private reach(object: number, from: string): Node | undefined {
		const before = this.reached.get(object);
		this.expect(before === undefined, `object ${object} is reached from ${from} and from ${before}`);
		this.reached.set(object, from);
		const node = object === 0 ? undefined : this.nodes[object];
		this.expect(node !== undefined, `${from} leads to object ${object}, which does not exist`);
		return before === undefined ? node : undefined;
	}

	private visitVolume({ name, root, index }: Volume): void {
		const node = this.reach(root, `volume ${name}`);
		if (node === undefined) return;
		this.expect(node.kind === KIND_DIRECTORY, `the root of volume ${name} is no directory`);
		this.visitDirectory(root, node, name, index);
	}

	private visitDirectory(object: number, node: Node, path: string, volume: number): void {
		this.expect(
			node.size === node.entries * ENTRY_BYTES,
			`directory ${path} has ${node.entries} entries in ${node.size} bytes`,
		);
		let previous: Uint8Array | undefined;
		for (const entry of this.image.entries(object, node)) {
			const name = new TextDecoder().decode(entry.name);
			const place = `${path}/${name}`;
			this.expect(isName(name, entry.name.length), `'${place}' is no name`);
			const ordered = previous === undefined || Buffer.compare(previous, entry.name) < 0;
			this.expect(ordered, `'${place}' is not behind the entry before`);
			previous = entry.name;
			const below = this.reach(entry.object, place);
			if (below === undefined) continue;
			this.expect(below.kind === entry.kind, `'${place}' is of kind ${below.kind}, its entry says ${entry.kind}`);
			this.expect(below.volume === volume, `'${place}' belongs to volume ${below.volume}`);
			this.found.push({ path: place, object: entry.object, kind: entry.kind, size: below.size });
			if (below.kind === KIND_DIRECTORY) this.visitDirectory(entry.object, below, place, volume);
		}
	}

	/** A list through `next`; what is removed is reached by it alone. */
	private visitList(name: string, first: number, belongs: (node: Node) => boolean): void {
		const seen = new Set<number>();
		for (let object = first; object !== 0; object = this.nodes[object]?.next ?? 0) {
			if (seen.has(object)) {
				this.problems.push(`the ${name} list goes in a circle at object ${object}`);
				return;
			}
			seen.add(object);
			const node = this.nodes[object];
			if (node === undefined || !belongs(node)) {
				this.problems.push(`object ${object} does not belong into the ${name} list`);
				return;
			}
			if (node.kind === KIND_REMOVED || node.kind === KIND_FREE) this.reach(object, `the ${name} list`);
		}
		const missing = this.nodes.findIndex(
			(node, object) => object > 0 && name === 'trim' && node.trim === 1 && !seen.has(object),
		);
		this.expect(missing < 0, `object ${missing} is not in the trim list`);
	}

	private checkReached(): void {
		for (let object = 1; object < this.nodes.length; object++) {
			this.expect(this.reached.has(object), `object ${object} cannot be reached`);
		}
	}

	private checkCharges(volumes: readonly Volume[]): void {
		const charges = new Map<number, number>();
		for (const [object, node] of this.nodes.entries()) {
			if (object === 0 || node.kind === KIND_FREE) continue;
			charges.set(node.volume, (charges.get(node.volume) ?? 0) + 1 + treeBlocks(node.blocks));
		}
		for (const { index, name, used } of volumes) {
			const charge = charges.get(index) ?? 0;
			this.expect(charge === used, `volume ${name} is charged for ${used} blocks and has ${charge}`);
		}
	}

	private checkTree(object: number, node: Node): void {
		const needed = Math.ceil(node.size / BLOCK_BYTES);
		const what = `object ${object}`;
		const isTable = object === 0;
		if (node.kind === KIND_FREE && !isTable) {
			this.expect(node.blocks === 0 && node.levels === 0, `${what} is free and has blocks`);
			return;
		}
		this.expect(node.levels === levelsFor(node.blocks), `${what} has ${node.levels} levels for ${node.blocks} blocks`);
		this.expect(node.blocks >= needed, `${what} has ${node.blocks} blocks for ${node.size} bytes`);
		const exact = node.trim === 0 && node.kind === KIND_FILE;
		this.expect(!exact || node.blocks === needed, `${what} has ${node.blocks} blocks for ${node.size} bytes`);
		const blocks = this.image.contents(object, node).length;
		this.expect(blocks === node.blocks, `${what} has ${blocks} blocks, and should have ${node.blocks}`);
	}

	/** What can be reached is in use, and nothing else. */
	private checkMaps(): void {
		const inUse = this.image.inUse();
		const reachable = this.image.purposes;
		for (const [address, used] of inUse.entries()) {
			const purpose = address < 2 ? 'a superblock' : reachable.get(address);
			if (used && purpose === undefined) this.problems.push(`block ${address} is in use, but nothing leads to it`);
			if (!used && purpose !== undefined) this.problems.push(`block ${address} (${purpose}) counts as free`);
		}
		const used = inUse.filter(Boolean).length;
		// The maps are placed before the superblock's own count is made.
		this.expect(used === this.image.word(12), `${used} blocks are in use, the superblock says ${this.image.word(12)}`);
	}
}

function isName(name: string, length: number): boolean {
	return length > 0 && length <= NAME_BYTES && !/[/\0\ufffd]/.test(name) && name !== '.' && name !== '..';
}
