/**
 * The power fails at every write of a long workload: what the disk has then, whichever of the writes since the last flush are there, and however many sectors of each, is a
 * state of the store that every client had, and no older than what had been synced.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkImage, checkStore } from '../../tools/store/check.ts';
import { type BlockCache, KIND_DIRECTORY, StoreImage } from '../../tools/store/image.ts';
import { type Event, SECTOR_BYTES } from './disk.ts';
import { bytesOf, digestOf, Model, type Operation, perform } from './model.ts';
import { BLOCK_BYTES, type Client, loadModules, type Modules, Rig } from './rig.ts';

const DISK_BLOCKS = 512;
/** Writes of the workload, at least. */
const WRITES = 2000;
/** Every so many cuts, the store itself is started on what is left. */
const STARTED = 8;
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];

let modules: Modules;
const cache: BlockCache = new Map();
before(async () => {
	modules = await loadModules();
});

/** Numbers that are the same in every run. */
class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed;
	}

	/** 0..bound - 1 */
	below(bound: number): number {
		this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
		return Math.floor((this.state / 2 ** 32) * bound);
	}

	pick<T>(from: readonly T[]): T {
		return from[this.below(from.length)] as T;
	}
}

function randomOperation(random: Random): Operation {
	const directory = random.pick(['', '', 'a', 'b']);
	const name = random.pick(NAMES);
	const kind = random.pick(['make', 'make', 'write', 'write', 'write', 'write', 'cut', 'remove', 'rename'] as const);
	switch (kind) {
		case 'make':
			return { kind, directory, name, isDirectory: directory === '' && (name === 'a' || name === 'b') };
		case 'write':
			return {
				kind,
				directory,
				name,
				place: random.pick([0, 0.5, 1]),
				length: 1 + random.below(14000),
				seed: random.below(1e6),
			};
		case 'cut':
			return { kind, directory, name, place: random.pick([0, 0.7]) };
		case 'remove':
			return { kind, directory, name };
		case 'rename':
			return { kind, directory, name, to: random.pick(NAMES) };
	}
}

/** One operation of the workload: the state behind it, and where in the record of the disk it began and ended. */
interface Moment {
	readonly digest: string;
	readonly began: number;
	/** From here on the disk has this state, or a later one; undefined when it was not synced. */
	readonly synced: number | undefined;
}

interface Recording {
	readonly empty: Uint8Array;
	readonly events: readonly Event[];
	readonly moments: readonly Moment[];
}

/** Both clients' files, as one. */
function digestOfBoth(models: readonly Model[]): string {
	return models.map((model) => model.digest()).join(' ');
}

function record(): Recording {
	const random = new Random(20);
	const empty = new Uint8Array(DISK_BLOCKS * BLOCK_BYTES);
	const rig = new Rig(modules, empty.slice());
	const events: Event[] = [];
	rig.disk.events = events;
	const models = rig.clients.map(() => new Model());
	const moments: Moment[] = [{ digest: digestOfBoth(models), began: 0, synced: 0 }];
	for (const client of rig.clients) client.call(client.root, 'closeAll');
	while (events.filter(({ kind }) => kind === 'write').length < WRITES) {
		const began = events.length;
		const who = random.below(rig.clients.length);
		const operation = randomOperation(random);
		assert.equal(
			perform(rig.clients[who] as Client, operation),
			models[who]?.apply(operation),
			JSON.stringify(operation),
		);
		const sync = random.below(3) === 0;
		if (sync) for (const client of rig.clients) assert.equal(client.sync(), 0);
		moments.push({ digest: digestOfBoth(models), began, synced: sync ? events.length : undefined });
	}
	return { empty, events, moments };
}

function write(
	disk: Uint8Array,
	{ sector, bytes }: { sector: number; bytes: Uint8Array },
	sectors: (index: number) => boolean,
): void {
	for (let index = 0; index * SECTOR_BYTES < bytes.length; index++) {
		if (!sectors(index)) continue;
		const piece = bytes.subarray(index * SECTOR_BYTES, (index + 1) * SECTOR_BYTES);
		disk.set(piece, (sector + index) * SECTOR_BYTES);
	}
}

/**
 * What a disk can have when the power fails: all that was flushed, and of the rest all, nothing, or parts. What it has is on `flushed` itself until the next one is
 * asked for: to copy a disk for each would take longer than all that is done with it.
 */
function* aftermaths(flushed: Uint8Array, pending: readonly Event[], random: Random): Generator<Uint8Array> {
	const all: readonly ((index: number) => (sector: number) => boolean)[] = [
		() => () => true,
		() => () => false,
		(index) => () => index === pending.length - 1,
		() => () => random.below(2) === 0,
		(index) => (sector) => index < pending.length - 1 || sector < 3,
	];
	// With nothing, or one write, under way, some of these are the same.
	const keeps = pending.length === 0 ? all.slice(0, 1) : all;
	for (const keep of keeps) {
		const before = pending.map((event) => (event.kind === 'write' ? beneath(flushed, event) : event));
		for (const [index, event] of pending.entries()) if (event.kind === 'write') write(flushed, event, keep(index));
		yield flushed;
		for (const event of before.reverse()) if (event.kind === 'write') write(flushed, event, () => true);
	}
}

/** What the disk has where something is about to be written. */
function beneath(disk: Uint8Array, { sector, bytes }: { sector: number; bytes: Uint8Array }): Event {
	const start = sector * SECTOR_BYTES;
	return { kind: 'write', sector, bytes: disk.slice(start, start + bytes.length) };
}

/** The files of a volume, by the reader that is not the store. */
function filesOf(image: StoreImage, volumeName: string): Map<string, Uint8Array | undefined> {
	const found = new Map<string, Uint8Array | undefined>();
	const nodes = image.nodes();
	const visit = (object: number, path: string): void => {
		const node = nodes[object];
		if (node === undefined) return;
		for (const entry of image.entries(object, node)) {
			const name = `${path}${new TextDecoder().decode(entry.name)}`;
			const below = nodes[entry.object];
			const contents = below === undefined ? [] : image.contents(entry.object, below);
			const isDirectory = entry.kind === KIND_DIRECTORY;
			found.set(name, isDirectory ? undefined : new Uint8Array(Buffer.concat(contents)).slice(0, below?.size));
			if (isDirectory) visit(entry.object, `${name}/`);
		}
	};
	const volume = image.volumes().find(({ name }) => name === volumeName);
	if (volume !== undefined) visit(volume.root, '');
	return found;
}

/** States that the disk may have behind event `cut`. */
function allowed({ moments }: Recording, cut: number): Set<string> {
	const started = moments.filter(({ began }) => began <= cut);
	const last = started.findLastIndex(({ synced }) => synced !== undefined && synced <= cut);
	return new Set(started.slice(Math.max(last, 0)).map(({ digest }) => digest));
}

/** The store starts on the disk, says nothing, and goes on. */
function startOn(disk: Uint8Array, states: ReadonlySet<string>): void {
	const rig = new Rig(modules, disk.slice(), { seed: 77777 });
	rig.settle();
	const found = rig.clients.map((client) => digestOf(client.tree())).join(' ');
	assert(states.has(found), 'the store finds another state');
	const client = rig.clients[0] as Client;
	client.call(client.root, 'closeAll');
	const slot = client.open('after', 3);
	assert.equal(client.write(slot, bytesOf(1, 9000), 0), 0);
	assert.equal(client.sync(), 0);
	assert.deepEqual(checkStore(rig.disk.storage, '', cache).problems, []);
}

test(`a workload of ${WRITES} writes, cut at each`, () => {
	const recording = record();
	const random = new Random(5);
	const flushed = recording.empty.slice();
	let pending: Event[] = [];
	let cuts = 0;
	for (const [position, event] of recording.events.entries()) {
		if (event.kind === 'write') pending.push(event);
		else {
			for (const earlier of pending) if (earlier.kind === 'write') write(flushed, earlier, () => true);
			pending = [];
		}
		cuts++;
		const states = allowed(recording, position + 1);
		for (const disk of aftermaths(flushed, pending, random)) inspect(disk, states, position, cuts % STARTED === 0);
	}
});

/** A disk that was never formatted to the end is formatted again: it has nothing. */
function isUnformatted(disk: Uint8Array): boolean {
	return disk.subarray(BLOCK_BYTES).every((byte) => byte === 0);
}

function inspect(disk: Uint8Array, states: ReadonlySet<string>, position: number, start: boolean): void {
	if (!isUnformatted(disk)) {
		const image = new StoreImage(disk, '', cache);
		assert.deepEqual(checkImage(image).problems, [], `behind event ${position}`);
		const found = ['notes', 'gallery'].map((name) => digestOf(filesOf(image, name))).join(' ');
		assert(states.has(found), `behind event ${position} the disk has a state that it must not have`);
	}
	if (start || isUnformatted(disk)) startOn(disk, states);
}
