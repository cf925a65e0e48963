/** The board's device tree: what the builder takes from it, and what a system says on a machine whose tree has something else. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { transportPlace } from '../../abi/transports.ts';
import { BoardError, boardOf, boardSource, presentBoard } from '../../tools/arm64/board.ts';
import { buildImage } from '../../tools/arm64/image.ts';
import { runQemu } from '../../tools/arm64/run.ts';
import { everyNode, readTree, TreeError, type TreeNode, texts } from '../../tools/arm64/tree.ts';
import { buildSystem } from '../../tools/image/build.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const committed = (name = 'qemu-virt') =>
	new Uint8Array(readFileSync(path.join(ROOT, `machines/arm64/boards/${name}.dtb`)));
const PAGE = 4096;

/** The transports of a tree, lowest address first. */
function transportsOf(blob: Uint8Array): TreeNode[] {
	const nodes = [...everyNode(readTree(blob))].filter((node) =>
		texts(node.properties.get('compatible')).includes('virtio,mmio'),
	);
	return nodes.toSorted((left, right) => addressOf(left) - addressOf(right));
}

const addressOf = (node: TreeNode): number => view(node, 'reg').getUint32(4);

/** A property's bytes, in the tree that they were read from. */
function view(node: TreeNode | undefined, property: string): DataView {
	const bytes = node?.properties.get(property) ?? assert.fail(`no ${property}`);
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The committed tree, with its transports changed. */
function changed(change: (transports: readonly TreeNode[]) => void): Uint8Array {
	const blob = committed();
	change(transportsOf(blob));
	return blob;
}

/** It is a device of another kind. */
const hide = (node: TreeNode | undefined): void => view(node, 'compatible').setUint8(0, 'w'.charCodeAt(0));

describe('the tree at build time', () => {
	test('abi/board.ts is what the committed trees say', () => {
		assert.equal(readFileSync(path.join(ROOT, 'abi/board.ts'), 'utf8'), presentBoard());
	});

	test('the committed trees are those of the emulator', () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'tessera-test-'));
		const boards = [2, 3].map((version) => {
			const file = path.join(folder, `${version}.dtb`);
			const machine = `virt,gic-version=${version},dumpdtb=${file}`;
			execFileSync('qemu-system-aarch64', ['-M', machine, '-cpu', 'cortex-a53', '-nic', 'none', '-nographic'], {
				stdio: 'ignore',
			});
			return boardOf('qemu-virt', readTree(new Uint8Array(readFileSync(file))));
		});
		rmSync(folder, { recursive: true });
		assert.equal(boardSource('qemu-virt', boards), presentBoard());
	});

	test('transports in pages of their own, and fewer of them', () => {
		const blob = changed((transports) => {
			for (const [index, node] of transports.entries()) {
				view(node, 'reg').setUint32(4, 0x0b00_0000 + index * PAGE);
				view(node, 'interrupts').setUint32(4, 100 - index);
				if (index >= 4) hide(node);
			}
		});
		const { transports } = boardOf('another', readTree(blob));
		const places = transports.map(({ address, lines }) => [address, lines[0] ?? 0] as const);
		assert.deepEqual(transportPlace(3, places), { address: 0x0b00_3000, line: 129 });
		assert.deepEqual(transportPlace(4, places), { address: 0x0b00_4000, line: 133 });
		assert.throws(() => transportPlace(44, places), /there is no transport 44/);
	});

	test('a board without what nobody can do without', () => {
		for (const [kind, missing] of [
			['arm,pl011', /has no console \('arm,pl011'\)/],
			['arm,cortex-a15-gic', /has no interrupt controller/],
			['arm,armv8-timer', /has no timer/],
		] as const) {
			const blob = committed();
			const node = [...everyNode(readTree(blob))].find((one) => texts(one.properties.get('compatible')).includes(kind));
			const bytes = node?.properties.get('compatible') ?? assert.fail(kind);
			bytes.fill('x'.charCodeAt(0));
			bytes[bytes.length - 1] = 0;
			assert.throws(() => boardOf('another', readTree(blob)), missing);
		}
	});

	test('two variants that differ by more than their controller', () => {
		const [second, third] = [committed(), committed('qemu-virt-gic3')];
		view(transportsOf(third)[5], 'interrupts').setUint32(4, 99);
		const boards = [second, third].map((blob) => boardOf('another', readTree(blob)));
		assert.throws(() => boardSource('another', boards), /differs by more than the controller/);
	});

	test('bytes that are no tree, or a broken one', () => {
		const whole = committed();
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
				fc.nat(whole.length),
				(changes, length) => {
					const blob = whole.slice(0, length);
					for (const [at, value] of changes) if (at < length) blob[at] = value;
					try {
						boardOf('another', readTree(blob));
					} catch (error) {
						assert(error instanceof TreeError || error instanceof BoardError, String(error));
					}
				},
			),
			{ numRuns: 300 },
		);
	});
});

describe('the tree at boot', () => {
	let image: string;
	let devices: Awaited<ReturnType<typeof buildSystem>>['devices'];
	before(async () => {
		const system = await buildSystem('entropy');
		devices = system.devices;
		image = await buildImage(system);
	});

	/** Runs it on QEMU's board with another tree. */
	async function boot(blob: Uint8Array) {
		const folder = mkdtempSync(path.join(tmpdir(), 'tessera-test-'));
		const file = path.join(folder, 'tree.dtb');
		writeFileSync(file, blob);
		try {
			return await runQemu(image, { instructionCount: true, devices, parameters: ['-dtb', file] });
		} finally {
			rmSync(folder, { recursive: true });
		}
	}

	test('with only what the system uses, it runs', async () => {
		const { exitCode, output } = await boot(changed((transports) => transports.slice(1).forEach(hide)));
		assert.equal(exitCode, 0, output);
	});

	const refusal = (address: string, line: number) =>
		new RegExp(
			`^init: this machine is another board: its device tree has no such device at 0x${address} with interrupt ${line} \\(system.ts line \\d+\\)`,
			'm',
		);

	const others: Readonly<Record<string, (transports: readonly TreeNode[]) => void>> = {
		'a transport is missing': ([first]) => hide(first),
		'a transport is elsewhere': ([first]) => view(first, 'reg').setUint32(4, 0x0a00_8000),
		'a transport lies above 4 GiB': ([first]) => view(first, 'reg').setUint32(0, 1),
		'a transport has another interrupt': ([first]) => view(first, 'interrupts').setUint32(4, 40),
	};
	for (const [what, change] of Object.entries(others)) {
		test(`${what}: it says so, and stops`, async () => {
			const { exitCode, output } = await boot(changed(change));
			assert.match(output, refusal('0a000000', 48));
			assert.equal(exitCode, 70);
		});
	}
});
