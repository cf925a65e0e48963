/** What the builder tells components about each other. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import {
	ROSTER_BACK_OFF,
	ROSTER_CHILDREN,
	ROSTER_CODE,
	ROSTER_COMPONENTS,
	ROSTER_ENTRY_BYTES,
	ROSTER_KERNEL,
	ROSTER_KERNEL_BYTES,
	ROSTER_KERNEL_CODE,
	ROSTER_LIMIT,
	ROSTER_MEMORY,
	ROSTER_NAME_BYTES,
	ROSTER_PROCESS,
} from '../../abi/roster.ts';
import { buildSystem } from '../../tools/image/build.ts';

const image = await buildSystem('faulty');

function roster(name: string): Buffer {
	const region = image.data.find((data) => data.name === name);
	assert.ok(region);
	return Buffer.from(region.bytes);
}

function nameOf(bytes: Buffer, entry: number): string {
	const start = entry * ROSTER_ENTRY_BYTES;
	return bytes.toString('latin1', start, start + ROSTER_NAME_BYTES).replace(/\0.*$/, '');
}

test('clients by their badges, children by those of their faults', () => {
	const names = Array.from({ length: ROSTER_CHILDREN }, (_, badge) => nameOf(roster('consoleRoster'), badge));
	assert.deepEqual(names.slice(0, 4), ['', 'supervisor', 'customer', '']);
	assert.equal(nameOf(roster('supervisorRoster'), 1), 'customer');
	assert.equal(nameOf(roster('supervisorRoster'), ROSTER_CHILDREN), 'worker');
});

test('what its handler needs to know of a child', () => {
	const bytes = roster('supervisorRoster');
	const field = (offset: number) => bytes.readUInt32LE(ROSTER_CHILDREN * ROSTER_ENTRY_BYTES + offset);
	assert.deepEqual([ROSTER_PROCESS, ROSTER_LIMIT, ROSTER_BACK_OFF, ROSTER_MEMORY].map(field), [8, 3, 5_000_000, 64]);
	assert.equal(field(ROSTER_CODE), image.images.find(({ name }) => name === 'worker')?.wasm.length);
});

test('the kernel by its hash, which is that of the kernel in the image', () => {
	const bytes = roster('consoleRoster');
	const hash = bytes.toString('hex', ROSTER_KERNEL, ROSTER_KERNEL + ROSTER_KERNEL_BYTES);
	assert.equal(hash, createHash('sha256').update(image.kernel.wasm).digest('hex'));
	assert.equal(bytes.readUInt32LE(ROSTER_KERNEL_CODE), image.kernel.wasm.length);
	assert.equal(bytes.readUInt32LE(ROSTER_COMPONENTS), 4);
});
