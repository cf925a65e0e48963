/** What clients can rely on, one thing after the other; and what they cannot do. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { OPEN_CREATE, OPEN_DIRECTORY, OPEN_NEW, OPEN_WRITE } from '../../interfaces/files/how.ts';
import { checkStore } from '../../tools/store/check.ts';
import { bytesOf } from './model.ts';
import {
	BAD_NAME,
	BLOCK_BYTES,
	type Client,
	DAMAGED,
	EXISTS,
	loadModules,
	type Modules,
	NO_ROOM,
	NOT_THERE,
	PENDING,
	READ_ONLY,
	Rig,
	type RigOptions,
	STALE,
	TOO_MANY,
	WRONG_KIND,
} from './rig.ts';

const MAKE = OPEN_WRITE | OPEN_CREATE;
const DISK_BLOCKS = 512;
const MEBIBYTE = 1 << 20;

let modules: Modules;
before(async () => {
	modules = await loadModules();
});

function start(options: RigOptions = {}, blocks = DISK_BLOCKS): Rig {
	const rig = new Rig(modules, new Uint8Array(blocks * BLOCK_BYTES), options);
	for (const client of rig.clients) assert.equal(client.call(client.root, 'closeAll'), 0);
	return rig;
}

function first(rig: Rig): Client {
	return rig.clients[0] as Client;
}

function save(client: Client, name: string, bytes: Uint8Array): void {
	const slot = client.open(name, MAKE);
	assert(slot > 0, `cannot make ${name}: ${-slot}`);
	assert.equal(client.write(slot, bytes, 0), 0);
	client.close(slot);
}

function load(client: Client, name: string): Uint8Array | number {
	const slot = client.open(name, 0);
	if (slot < 0) return -slot;
	const contents = client.contents(slot);
	client.close(slot);
	return contents;
}

describe('names and kinds', () => {
	test('each way of opening what is there, and what is not', () => {
		const client = first(start());
		assert.equal(client.open('a', 0), -NOT_THERE);
		const file = client.open('a', MAKE);
		assert.equal(client.open('a', MAKE | OPEN_NEW), -EXISTS);
		assert.equal(client.open('a', OPEN_DIRECTORY), -WRONG_KIND);
		assert.equal(client.open('a', OPEN_NEW), -NOT_THERE);
		assert.equal(client.call(file, 'entry', [0], 48), WRONG_KIND);
		const directory = client.open('d', MAKE | OPEN_DIRECTORY);
		assert.equal(client.open('d', 0), -WRONG_KIND);
		assert.equal(client.call(directory, 'read', [0], 10), WRONG_KIND);
		assert.equal(client.write(directory, new Uint8Array(1), 0), WRONG_KIND);
	});

	test('a name is UTF-8 without slash and zero', () => {
		const client = first(start());
		const bad = [
			'.',
			'..',
			'a/b',
			'/',
			'a\0b',
			Uint8Array.of(0xff),
			Uint8Array.of(0xc0, 0xaf),
			Uint8Array.of(0xed, 0xa0, 0x80),
		];
		for (const name of bad) assert.equal(client.open(name, MAKE), -BAD_NAME, String(name));
		for (const name of ['...', 'ä', '日本', '🜂', 'x'.repeat(48)]) assert(client.open(name, MAKE) > 0, name);
		assert.equal(client.rename('...', 'a/b'), BAD_NAME);
		assert.equal(client.rename('...', ''), BAD_NAME);
	});

	test('entries come in the order of their names, whatever the order in which they were made', () => {
		const client = first(start({ quota: MEBIBYTE }, 2048));
		const names = Array.from({ length: 150 }, (_, index) => `n${(index * 7919) % 150}`);
		for (const name of names) client.close(client.open(name, MAKE));
		const listed = [...client.tree().keys()];
		assert.deepEqual(
			listed,
			[...names].sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right))),
		);
		assert.equal(client.entry(150), NOT_THERE);
	});
});

describe('authority', () => {
	test('a client sees its own volume, and none of another', () => {
		const rig = start();
		const [left, right] = rig.clients as [Client, Client];
		save(left, 'mine', bytesOf(1, 100));
		assert.equal(load(right, 'mine'), NOT_THERE);
		assert.equal(right.entry(0), NOT_THERE);
	});

	test('what was opened for reading cannot be written, nor what was diminished', () => {
		const client = first(start());
		save(client, 'a', bytesOf(1, 100));
		const reading = client.open('a', 0);
		assert.equal(client.write(reading, new Uint8Array(1), 0), READ_ONLY);
		assert.equal(client.call(reading, 'truncate', [0]), READ_ONLY);
		client.process.slots.delete(200);
		assert.equal(client.call(client.root, 'diminish', [1], undefined, 200), 0);
		assert.equal(client.open('b', MAKE, 200), -READ_ONLY);
		assert.equal(client.remove('a', 200), READ_ONLY);
		assert.equal(client.rename('a', 'b', 200), READ_ONLY);
		assert.equal(client.open('a', OPEN_WRITE, 200), -READ_ONLY);
		assert(client.open('a', 0, 200) > 0);
	});

	test('a capability is dead when it was closed, when its object was removed, and when the store was restarted', () => {
		const rig = start();
		const client = first(rig);
		const closed = client.open('a', MAKE);
		assert.equal(client.call(closed, 'close'), 0);
		assert.equal(client.write(closed, new Uint8Array(1), 0), STALE);
		const removed = client.open('a', OPEN_WRITE);
		assert.equal(client.remove('a'), 0);
		assert.equal(client.status(removed), STALE);
		const kept = client.open('b', MAKE);
		assert.equal(client.sync(), 0);
		rig.startStore();
		assert.equal(client.status(kept), STALE);
		assert.equal(client.sync(), STALE);
		assert.equal(client.call(client.root, 'closeAll'), 0);
		assert.equal(client.sync(), 0);
	});

	test('a client has its own rows for what it opens, and gets them back', () => {
		const rig = start();
		const [greedy, other] = rig.clients as [Client, Client];
		client32(greedy);
		assert.equal(greedy.open('a', 0), -TOO_MANY);
		assert(other.open('a', MAKE) > 0);
		assert.equal(greedy.call(greedy.root, 'closeAll'), 0);
		client32(greedy);
	});

	function client32(client: Client): void {
		for (let count = 0; count < 32; count++) assert(client.open('a', MAKE) > 0);
	}

	test('badges that nobody was given lead nowhere', () => {
		const rig = start();
		const client = first(rig);
		const real = client.open('a', MAKE);
		const capability = client.process.slots.get(real);
		assert(capability?.kind === 'gate');
		for (const badge of [31, 32, 1000, 0x40000000, capability.badge ^ 0x400, capability.badge ^ 1, 0x7fffffff]) {
			client.process.slots.set(99, { kind: 'gate', to: rig.store, badge });
			assert.notEqual(client.call(99, 'status'), 0, `badge ${badge}`);
		}
	});

	test('signals for what was handed on go to whom it was given', () => {
		const rig = start();
		const [giver, taker] = rig.clients as [Client, Client];
		save(giver, 'a', bytesOf(3, 9000));
		assert.equal(giver.sync(), 0);
		rig.startStore();
		rig.settle();
		for (const client of rig.clients) client.call(client.root, 'closeAll');
		const slot = giver.open('a', 0);
		assert.equal(giver.call(slot, 'handOn', [1]), 0);
		const capability = giver.process.slots.get(slot);
		assert(capability !== undefined);
		taker.process.slots.set(77, capability);
		taker.process.pending = 0;
		giver.process.pending = 0;
		assert.equal(taker.once(77, 'read', [0], 9000), PENDING);
		rig.settle();
		assert.notEqual(taker.process.pending, 0);
		assert.equal(giver.process.pending, 0);
		assert.deepEqual(taker.contents(77), bytesOf(3, 9000));
	});
});

describe('room', () => {
	test('a quota is what a client has, and all of it comes back', () => {
		const rig = start({ quota: 64 * BLOCK_BYTES });
		const client = first(rig);
		const before = client.space();
		assert.equal(before.quota, 64 * BLOCK_BYTES);
		const slot = client.open('big', MAKE);
		let written = 0;
		while (client.write(slot, bytesOf(written, BLOCK_BYTES), written) === 0) written += BLOCK_BYTES;
		assert.equal(client.write(slot, new Uint8Array(1), written), NO_ROOM);
		assert(written >= 56 * BLOCK_BYTES && written <= 62 * BLOCK_BYTES, `${written}`);
		assert.deepEqual(client.contents(slot), concatenation(written));
		assert.equal(client.remove('big'), 0);
		rig.pass();
		assert.deepEqual(client.space(), { used: before.used + BLOCK_BYTES, quota: before.quota });
	});

	function concatenation(length: number): Uint8Array {
		return new Uint8Array(
			Buffer.concat(
				Array.from({ length: length / BLOCK_BYTES }, (_, block) => bytesOf(block * BLOCK_BYTES, BLOCK_BYTES)),
			),
		);
	}

	test('files cost something, so nobody uses up the rows of others', () => {
		const client = first(start({ quota: 64 * BLOCK_BYTES }));
		let made = 0;
		while (client.open(`f${made}`, MAKE) !== -NO_ROOM) {
			made++;
			client.call(client.root, 'closeAll');
		}
		assert(made > 50 && made < 64, `${made}`);
	});

	test('a full disk says so, loses nothing, and has room again when something is removed', () => {
		const rig = start({ quota: 512 * BLOCK_BYTES }, 128);
		const client = first(rig);
		save(client, 'keep', bytesOf(9, 5000));
		const slot = client.open('big', MAKE);
		let written = 0;
		for (let code = 0; code === 0; written += code === 0 ? 8192 : 0)
			code = client.write(slot, bytesOf(written, 8192), written);
		assert.equal(client.write(slot, new Uint8Array(8192), written), NO_ROOM);
		assert(written > 40 * BLOCK_BYTES, `${written}`);
		assert.equal(client.sync(), 0);
		assert.deepEqual(load(client, 'keep'), bytesOf(9, 5000));
		assert.equal(client.remove('big'), 0);
		rig.pass();
		save(client, 'more', bytesOf(2, 60000));
		assert.equal(client.sync(), 0);
		assert.deepEqual(checkStore(rig.disk.storage).problems, []);
	});
});

describe('the disk', () => {
	/** A disk with files on it, and the same files in memory. */
	function prepared(): { storage: Uint8Array; files: Map<string, Uint8Array> } {
		const rig = start({ quota: MEBIBYTE }, 2048);
		const client = first(rig);
		const files = new Map(['a', 'b', 'c'].map((name, index) => [name, bytesOf(index, 3000 + 25000 * index)]));
		for (const [name, bytes] of files) {
			const slot = client.open(name, MAKE);
			for (let at = 0; at < bytes.length; at += 65536)
				assert.equal(client.write(slot, bytes.slice(at, at + 65536), at), 0);
		}
		assert.equal(client.sync(), 0);
		rig.pass();
		return { storage: rig.disk.storage.slice(), files };
	}

	test('nothing that a client writes can be read on it', () => {
		const rig = start();
		const secret = Buffer.from('the combination is 3-1-4-1-5-9-2-6');
		save(first(rig), 'secret-name', Uint8Array.from(secret));
		assert.equal(first(rig).sync(), 0);
		const disk = Buffer.from(rig.disk.storage);
		assert.equal(disk.indexOf(secret.subarray(0, 12)), -1);
		assert.equal(disk.indexOf('secret-name'), -1);
		assert.equal(disk.indexOf('notes'), -1);
	});

	test('whatever byte of it changes, a client gets what it wrote, or DAMAGED', () => {
		const { storage, files } = prepared();
		const { used } = checkStore(storage);
		let noticed = 0;
		for (let block = 0; block < used + 40; block++) {
			const changed = storage.slice();
			const place = block * BLOCK_BYTES + ((block * 977) % BLOCK_BYTES);
			changed[place] = (changed[place] ?? 0) ^ (1 << (block % 8));
			// Without its newest superblock, a disk is what it was one commit before.
			if (block < 2 || readsAll(changed, files)) continue;
			noticed++;
		}
		assert(noticed > 20, `${noticed} changes were noticed`);
	});

	/** Whether all files are as they were; otherwise at least none is different. */
	function readsAll(storage: Uint8Array, files: ReadonlyMap<string, Uint8Array>): boolean {
		const client = first(new Rig(modules, storage, { quota: MEBIBYTE, seed: 4444 }));
		let whole = true;
		for (const [name, bytes] of files) {
			const found = load(client, name);
			if (typeof found === 'number') {
				assert.equal(found, DAMAGED);
				whole = false;
			} else assert.deepEqual(found, bytes);
		}
		return whole;
	}

	test('a block that was written at another place, or earlier, is not taken for another', () => {
		const { storage, files } = prepared();
		const { used } = checkStore(storage);
		for (let block = 4; block < used; block += 9) {
			const changed = storage.slice();
			const from = storage.slice((block - 1) * BLOCK_BYTES, block * BLOCK_BYTES);
			changed.set(from, block * BLOCK_BYTES);
			readsAll(changed, files);
		}
	});

	test('every byte of a superblock counts; with one damaged the one before is used, with both nothing is written', () => {
		const { storage } = prepared();
		const newest = Number(checkStore(storage).generation & 1n);
		for (let place = 0; place < BLOCK_BYTES; place += 61) {
			const changed = storage.slice();
			changed[newest * BLOCK_BYTES + place] = (changed[newest * BLOCK_BYTES + place] ?? 0) ^ 0x10;
			assert.notEqual(checkStore(changed).generation, checkStore(storage).generation, `byte ${place}`);
		}
		const both = storage.slice();
		for (const index of [0, 1]) both[index * BLOCK_BYTES + 300] = (both[index * BLOCK_BYTES + 300] ?? 0) ^ 1;
		const rig = new Rig(modules, both.slice());
		rig.pass();
		assert.deepEqual(rig.lines, ['both superblocks are damaged; the disk is left as it is']);
		assert.equal(first(rig).open('a', MAKE), -DAMAGED);
		rig.pass();
		assert.deepEqual(rig.disk.storage, both);
	});

	test('a disk with something else on it is left as it is', () => {
		const partitions = new Uint8Array(DISK_BLOCKS * BLOCK_BYTES);
		partitions.set([0x55, 0xaa], 510);
		const far = new Uint8Array(DISK_BLOCKS * BLOCK_BYTES);
		far[65536 + 64] = 0x5f;
		for (const storage of [partitions, far, bytesOf(1, DISK_BLOCKS * BLOCK_BYTES)]) {
			const rig = new Rig(modules, storage.slice());
			rig.pass();
			assert.deepEqual(rig.lines, ['the disk holds something else; it is left as it is']);
			assert.equal(first(rig).open('a', MAKE), -DAMAGED);
			assert.deepEqual(rig.disk.storage, storage);
		}
	});

	test('a disk that stops writing is read on, and says that nothing is written', () => {
		const rig = start();
		const client = first(rig);
		save(client, 'a', bytesOf(1, 5000));
		assert.equal(client.sync(), 0);
		rig.disk.failing = 'writes';
		save(client, 'b', bytesOf(2, 5000));
		assert.equal(client.sync(), DAMAGED);
		assert.deepEqual(load(client, 'a'), bytesOf(1, 5000));
		assert.equal(client.open('c', MAKE), -DAMAGED);
		assert.deepEqual(rig.lines.slice(1), ['the disk cannot be written; nothing is written any more']);
	});

	test('a disk that cannot be read gives DAMAGED, and what can be read', () => {
		const { storage } = prepared();
		const rig = new Rig(modules, storage, { quota: MEBIBYTE, seed: 4444 });
		rig.settle();
		assert.equal(load(first(rig), 'a') instanceof Uint8Array, true);
		rig.disk.failing = 'reads';
		assert.equal(load(first(rig), 'c'), DAMAGED);
		assert.equal(load(first(rig), 'a') instanceof Uint8Array, true);
	});
});

test('a driver that says nothing for a while is waited for', () => {
	const rig = start();
	const client = first(rig);
	rig.settle();
	rig.disk.stop();
	const slot = client.open('a', MAKE);
	client.write(slot, bytesOf(1, 5000), 0);
	assert.equal(client.once(client.root, 'sync'), PENDING);
	rig.pass();
	assert.equal(client.once(client.root, 'sync'), PENDING);
	rig.disk.restart();
	assert.equal(client.sync(), 0);
	assert.deepEqual(checkStore(rig.disk.storage).problems, []);
});

test('what is not synced is written by itself after a while', () => {
	const rig = start();
	save(first(rig), 'a', bytesOf(1, 5000));
	rig.pass();
	assert.deepEqual(
		checkStore(rig.disk.storage).found.map(({ path, size }) => ({ path, size })),
		[{ path: 'notes/a', size: 5000 }],
	);
});
