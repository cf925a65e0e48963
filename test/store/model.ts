/** What a volume is to its client: names and bytes. Operations on it, and the same on the store. */
import { createHash } from 'node:crypto';
import { OPEN_CREATE, OPEN_DIRECTORY, OPEN_NEW, OPEN_WRITE } from '../../interfaces/files/how.ts';
import { type Client, EXISTS, NOT_THERE, type Slot, WRONG_KIND } from './rig.ts';

export type Operation =
	| { readonly kind: 'make'; readonly directory: string; readonly name: string; readonly isDirectory: boolean }
	| {
			readonly kind: 'write';
			readonly directory: string;
			readonly name: string;
			readonly place: number;
			readonly length: number;
			readonly seed: number;
	  }
	| { readonly kind: 'cut'; readonly directory: string; readonly name: string; readonly place: number }
	| { readonly kind: 'remove'; readonly directory: string; readonly name: string }
	| { readonly kind: 'rename'; readonly directory: string; readonly name: string; readonly to: string };

/** Bytes that differ from those of other seeds and of other places. */
export function bytesOf(seed: number, length: number): Uint8Array {
	const bytes = new Uint8Array(length);
	let state = (seed + 1) * 2654435761;
	for (let place = 0; place < length; place++) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		bytes[place] = state >>> 24;
	}
	return bytes;
}

/** Where in a file of `size` bytes an operation begins: `place` is 0..1. */
function offsetIn(size: number, place: number): number {
	return Math.floor(size * place);
}

/** Contents by path; undefined is a directory. The root is ''. */
export class Model {
	readonly paths: Map<string, Uint8Array | undefined>;

	constructor(paths: ReadonlyMap<string, Uint8Array | undefined> = new Map()) {
		this.paths = new Map(paths);
	}

	copy(): Model {
		return new Model(this.paths);
	}

	private isDirectory(path: string): boolean {
		return path === '' || (this.paths.has(path) && this.paths.get(path) === undefined);
	}

	private isEmpty(path: string): boolean {
		return ![...this.paths.keys()].some((other) => other.startsWith(`${path}/`));
	}

	/** Does it here; the code that the store must give. */
	apply(operation: Operation): number {
		const { directory, name } = operation;
		if (!this.isDirectory(directory)) return this.paths.has(directory) ? WRONG_KIND : NOT_THERE;
		const path = directory === '' ? name : `${directory}/${name}`;
		switch (operation.kind) {
			case 'make':
				if (this.paths.has(path)) return EXISTS;
				this.paths.set(path, operation.isDirectory ? undefined : new Uint8Array(0));
				return 0;
			case 'remove':
				if (!this.paths.has(path)) return NOT_THERE;
				if (this.isDirectory(path) && !this.isEmpty(path)) return WRONG_KIND;
				this.paths.delete(path);
				return 0;
			case 'rename':
				return this.rename(path, directory === '' ? operation.to : `${directory}/${operation.to}`);
			default:
				return this.change(path, operation);
		}
	}

	private change(path: string, operation: Operation): number {
		if (!this.paths.has(path)) return NOT_THERE;
		const contents = this.paths.get(path);
		if (contents === undefined) return WRONG_KIND;
		if (operation.kind === 'cut') this.paths.set(path, contents.slice(0, offsetIn(contents.length, operation.place)));
		if (operation.kind !== 'write') return 0;
		const offset = offsetIn(contents.length, operation.place);
		const changed = new Uint8Array(Math.max(contents.length, offset + operation.length));
		changed.set(contents);
		changed.set(bytesOf(operation.seed, operation.length), offset);
		this.paths.set(path, changed);
		return 0;
	}

	private rename(from: string, to: string): number {
		if (!this.paths.has(from)) return NOT_THERE;
		if (from === to) return 0;
		if (this.paths.has(to) && (this.isDirectory(from) || this.isDirectory(to))) return WRONG_KIND;
		const moved = [...this.paths].filter(([path]) => path === from || path.startsWith(`${from}/`));
		for (const [path] of moved) this.paths.delete(path);
		for (const [path, contents] of moved) this.paths.set(to + path.slice(from.length), contents);
		return 0;
	}

	/** The same for the same contents, and only for those. */
	digest(): string {
		return digestOf(this.paths);
	}
}

export function digestOf(paths: ReadonlyMap<string, Uint8Array | undefined | number>): string {
	const hash = createHash('sha256');
	for (const path of [...paths.keys()].sort()) {
		const contents = paths.get(path);
		hash.update(`${path}\0${contents instanceof Uint8Array ? contents.length : contents}\0`);
		if (contents instanceof Uint8Array) hash.update(contents);
	}
	return hash.digest('hex');
}

/** Does it in the store; what that says. */
export function perform(client: Client, operation: Operation): number {
	const directory = operation.directory === '' ? client.root : openPath(client, operation.directory);
	if (directory < 0) return -directory;
	try {
		return performIn(client, directory, operation);
	} finally {
		if (directory !== client.root) client.close(directory);
	}
}

function openPath(client: Client, path: string): Slot {
	return client.open(path, OPEN_DIRECTORY | OPEN_WRITE);
}

function performIn(client: Client, directory: Slot, operation: Operation): number {
	const { name } = operation;
	switch (operation.kind) {
		case 'make': {
			const how = OPEN_CREATE | OPEN_NEW | (operation.isDirectory ? OPEN_DIRECTORY : 0);
			const slot = client.open(name, how, directory);
			if (slot < 0) return -slot;
			client.close(slot);
			return 0;
		}
		case 'remove':
			return client.remove(name, directory);
		case 'rename':
			return client.rename(name, operation.to, directory);
		default:
			return change(client, directory, operation);
	}
}

function change(client: Client, directory: Slot, operation: Operation): number {
	const slot = client.open(operation.name, OPEN_WRITE, directory);
	if (slot < 0) return -slot;
	try {
		const status = client.status(slot);
		if (typeof status === 'number') return status;
		if (operation.kind === 'cut') return client.call(slot, 'truncate', [offsetIn(status.size, operation.place)]);
		if (operation.kind !== 'write') return 0;
		return client.write(slot, bytesOf(operation.seed, operation.length), offsetIn(status.size, operation.place));
	} finally {
		client.close(slot);
	}
}
