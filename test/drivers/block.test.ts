/** The block driver: what is written is on the disk, on every machine; a disk that lies gets its clients an error and no more. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { BLOCK_STATUS_ERROR, SECTOR_BYTES } from '../../abi/virtio.ts';
import { BlockModel } from '../../machines/hosted/devices/block.ts';
import { MemoryStorage } from '../../machines/hosted/devices/outputs.ts';
import type { DeviceQueue, Request } from '../../machines/hosted/devices/virtqueue.ts';
import { buildImage } from '../../tools/arm64/image.ts';
import { runQemu } from '../../tools/arm64/run.ts';
import { buildSystem } from '../../tools/image/build.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { runWith } from './support.ts';

const SLOT = 8;
const SECTORS = 256;
/** Of apps/scribe. */
const PIECES = 16;
const DISTANCE = 13;
const PIECE_BYTES = 8 * SECTOR_BYTES;
/** What the disk holds where nobody writes. */
const FILLER = 0xa5;

function freshDisk(): Uint8Array {
	return new Uint8Array(SECTORS * SECTOR_BYTES).fill(FILLER);
}

/** The disk as apps/scribe leaves it. */
function writtenDisk(): Uint8Array {
	const disk = freshDisk();
	const view = new DataView(disk.buffer);
	for (let piece = 0; piece < PIECES; piece++) {
		const start = piece * DISTANCE * SECTOR_BYTES;
		for (let at = 0; at < PIECE_BYTES; at += 4) {
			view.setUint32(start + at, (Math.imul(piece + 1, 0x9e3779b9) + at / 4) >>> 0, true);
		}
	}
	return disk;
}

let image: SystemImage;
before(async () => {
	image = await buildSystem('block');
});

describe('sectors that are written are on the disk, and no others', () => {
	test('on Node', async () => {
		const disk = freshDisk();
		const model = new BlockModel(new MemoryStorage(disk));
		const { exitCode } = await runWith(image, new Map([[SLOT, model]]));
		assert.equal(exitCode, 0);
		assert.deepEqual(disk, writtenDisk());
	});

	test('on ARM64, in a file', async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'tessera-test-'));
		const file = path.join(folder, 'disk');
		writeFileSync(file, freshDisk());
		const disks = new Map([[SLOT, file]]);
		const { exitCode } = await runQemu(await buildImage(image), {
			instructionCount: true,
			devices: image.devices,
			disks,
		});
		const disk = new Uint8Array(readFileSync(file));
		rmSync(folder, { recursive: true });
		assert.equal(exitCode, 0);
		assert.deepEqual(disk, writtenDisk());
	});
});

/** A disk that does its work, and then lies about it. `answer` replaces the honest answer from the third request on. */
class LyingDisk extends BlockModel {
	private readonly answer: (queue: DeviceQueue, request: Request, written: number) => void;
	private count = 0;

	constructor(answer: LyingDisk['answer']) {
		super(new MemoryStorage(freshDisk()));
		this.answer = answer;
	}

	override work(queues: ReadonlyMap<number, DeviceQueue>): boolean {
		const queue = queues.get(0);
		if (queue === undefined) return false;
		const lying = {
			next: () => queue.next(),
			finish: (head: number, written: number) => {
				this.count += 1;
				if (this.count < 3) queue.finish(head, written);
				else this.answer(queue, { head, input: [], output: [] }, written);
			},
		};
		return super.work(new Map([[0, lying as unknown as DeviceQueue]]));
	}
}

/** A disk that reports an error for everything. */
class FailingDisk extends BlockModel {
	protected override perform(request: Request): number {
		const written = super.perform(request);
		const status = request.output.at(-1);
		if (status !== undefined) status[0] = BLOCK_STATUS_ERROR;
		return written;
	}
}

/** A disk that says of each operation that it moved a sector at most. */
class ShortDisk extends BlockModel {
	protected override perform(request: Request): number {
		return Math.min(super.perform(request), SECTOR_BYTES);
	}
}

const LIES: Readonly<Record<string, ConstructorParameters<typeof LyingDisk>[0]>> = {
	'finishes what was never asked': (queue, { head }, written) => queue.finish(head + 3, written),
	'finishes a descriptor in the middle of a chain': (queue, { head }, written) => queue.finish(head + 1, written),
	'has written more than there was room for': (queue, { head }) => queue.finish(head, 0x80000000),
	'finishes everything twice': (queue, { head }, written) => {
		queue.finish(head, written);
		queue.finish(head, written);
	},
};

describe('a disk that', () => {
	async function fails(model: BlockModel): Promise<string> {
		const { exitCode, log } = await runWith(image, new Map([[SLOT, model]]));
		assert.equal(exitCode, 1);
		return log;
	}

	for (const [what, answer] of Object.entries(LIES)) {
		test(what, async () => {
			assert.match(await fails(new LyingDisk(answer)), /^scribe: 256 sectors\nscribe: the disk (failed|broke)\n$/);
		});
	}

	test('cannot do anything', async () => {
		assert.equal(
			await fails(new FailingDisk(new MemoryStorage(freshDisk()))),
			'scribe: 256 sectors\nscribe: the disk failed\n',
		);
	});

	test('reads less than it was asked for', async () => {
		assert.match(
			await fails(new ShortDisk(new MemoryStorage(freshDisk()))),
			/16 pieces written\nscribe: the disk failed\n$/,
		);
	});

	test('is not there', async () => {
		const { exitCode, log } = await runWith(image, new Map());
		assert.deepEqual({ exitCode, log }, { exitCode: 1, log: 'scribe: there is no disk, or it is broken\n' });
	});
});
