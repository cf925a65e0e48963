/** The screen driver: what its client draws is shown, whatever happens to the driver; a device that lies gets the client an error and no more. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { CAUSE_OVERRUN } from '../../abi/calls.ts';
import { GPU_HEADER_BYTES, GPU_QUEUE_CONTROL } from '../../abi/virtio.ts';
import { GpuModel } from '../../machines/hosted/devices/gpu.ts';
import { InputModel, TOUCH_SCREEN } from '../../machines/hosted/devices/input.ts';
import type { PhysicalMemory } from '../../machines/hosted/devices/memory.ts';
import type { DeviceModel } from '../../machines/hosted/devices/model.ts';
import type { Picture, Rectangle } from '../../machines/hosted/devices/outputs.ts';
import type { DeviceQueue, Request } from '../../machines/hosted/devices/virtqueue.ts';
import { createMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { buildSystem } from '../../tools/image/build.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { liesAfter, lying, runWith } from './support.ts';

const SCREEN_SLOT = 16;
const TOUCH_SLOT = 24;
const WIDTH = 390;
const HEIGHT = 844;
/** Of apps/slate: side of what a finger leaves behind, and the colour of the first finger. */
const DOT = 24;
const WHITE = 0xffffffff;
const MILLISECOND = 1_000_000;

let image: SystemImage;
before(async () => {
	image = await buildSystem('screen');
});

/** A pixel of the picture that apps/slate begins with. */
function shade(x: number, y: number): number {
	const red = Math.floor((x * 256) / WIDTH);
	const green = Math.floor((y * 256) / HEIGHT);
	return (0xff400000 | (green << 8) | red) >>> 0;
}

/** What a sink has been given: the newest picture, and every rectangle. */
class Viewer {
	readonly paced: boolean;
	readonly rectangles: Rectangle[] = [];
	readonly pixels = new Uint32Array(WIDTH * HEIGHT);

	constructor(paced = false) {
		this.paced = paced;
	}

	show(area: Rectangle, { width, pixels }: Picture): void {
		assert.equal(width, WIDTH);
		this.rectangles.push(area);
		const words = new Uint32Array(pixels.buffer);
		for (let row = area.y; row < area.y + area.height; row++) {
			const start = row * width + area.x;
			this.pixels.set(words.subarray(start, start + area.width), start);
		}
	}

	/** The first pixel that is not as it should be. */
	wrong(expected: (x: number, y: number) => number): string | undefined {
		for (let index = 0; index < this.pixels.length; index++) {
			const [x, y] = [index % WIDTH, Math.floor(index / WIDTH)];
			const [pixel, wanted] = [this.pixels[index], expected(x, y)];
			if (pixel !== wanted) return `${x},${y}: ${pixel?.toString(16)} instead of ${wanted.toString(16)}`;
		}
		return undefined;
	}
}

describe('what is drawn is shown', () => {
	test('a picture, and where a finger was', async () => {
		const viewer = new Viewer();
		const machine = createMachine(image, { host: nodeHost(), deterministic: true, outputs: { screen: viewer } });
		machine.outside(500 * MILLISECOND).touch('down', 0, 32768, 16384);
		machine.outside(516 * MILLISECOND).touch('up', 0);
		const { exitCode, log } = await machine.run();
		assert.equal(exitCode, 0);
		assert.match(log, /slate: 2 sessions, 1 fingers, 0 keys\n$/);
		const [left, top] = [Math.floor((32768 * (WIDTH - DOT)) / 65535), Math.floor((16384 * (HEIGHT - DOT)) / 65535)];
		const isDot = (x: number, y: number) => x >= left && x < left + DOT && y >= top && y < top + DOT;
		assert.equal(
			viewer.wrong((x, y) => (isDot(x, y) ? WHITE : shade(x, y))),
			undefined,
		);
		assert.deepEqual(viewer.rectangles.at(-1), { x: left, y: top, width: DOT, height: DOT });
	});

	test('a paced screen is waited for', async () => {
		const viewer = new Viewer(true);
		const machine = createMachine(image, { host: nodeHost(), deterministic: true, outputs: { screen: viewer } });
		machine.outside(300 * MILLISECOND).shown();
		machine.outside(600 * MILLISECOND).shown();
		const { log } = await machine.run();
		assert.match(log, /the picture is on the screen[\s\S]*2 sessions/);
	});

	test('whoever kills the driver again and again sees a pause', async () => {
		const viewer = new Viewer();
		const machine = createMachine(image, { host: nodeHost(), deterministic: true, outputs: { screen: viewer } });
		const finger = (step: number) => machine.outside((500 + 10 * step) * MILLISECOND);
		finger(0).touch('down', 0, 0, 0);
		for (let step = 1; step < 60; step++) finger(step).touch('move', 0, step * 1000, step * 1000);
		for (const time of [625, 815]) machine.kill('screen', time * MILLISECOND);
		const { exitCode, log } = await machine.run();
		assert.equal(exitCode, 0);
		assert.match(log, /slate: 4 sessions, 1 fingers/);
		const faults = machine.faults().filter(({ cause }) => cause !== CAUSE_OVERRUN);
		assert.deepEqual(
			faults.map(({ image: name }) => name),
			['screen', 'screen'],
		);
		const [x, y] = [Math.floor((59_000 * (WIDTH - DOT)) / 65535), Math.floor((59_000 * (HEIGHT - DOT)) / 65535)];
		assert.equal(viewer.pixels[y * WIDTH + x], WHITE);
	});
});

/** A graphics device whose answers somebody changes. */
class AnsweringGpu extends GpuModel {
	private readonly change: (answer: DataView, command: number) => void;

	constructor(change: AnsweringGpu['change']) {
		super(WIDTH, HEIGHT, undefined, false);
		this.change = change;
	}

	override work(queues: ReadonlyMap<number, DeviceQueue>, memory: PhysicalMemory): boolean {
		const queue = queues.get(GPU_QUEUE_CONTROL);
		if (queue === undefined) return false;
		let latest: Request | undefined;
		const between = {
			next: () => {
				latest = queue.next();
				return latest;
			},
			finish: (head: number, written: number) => {
				const [answer, command] = [latest?.output[0], latest?.input[0]];
				if (answer !== undefined && command !== undefined) {
					this.change(viewOf(answer), viewOf(command).getUint32(0, true));
				}
				queue.finish(head, written);
			},
		};
		return super.work(new Map([[GPU_QUEUE_CONTROL, between as unknown as DeviceQueue]]), memory);
	}
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
	return new DataView(buffer, byteOffset, byteLength);
}

/** Replaces the answers about displays. */
const displays = (width: number, height: number) =>
	new AnsweringGpu((answer, command) => {
		if (command !== 0x100) return;
		answer.setUint32(GPU_HEADER_BYTES + 8, width, true);
		answer.setUint32(GPU_HEADER_BYTES + 12, height, true);
	});
/** Refuses every command of that kind. */
const refuses = (refused: number) =>
	new AnsweringGpu((answer, command) => {
		if (command === refused) answer.setUint32(0, 0x1200, true);
	});

describe('a screen that', () => {
	const BROKEN = 'slate: there is no screen, or it is broken\n';
	const run = (screen: DeviceModel | undefined) => {
		const touch = new InputModel(TOUCH_SCREEN);
		const models = new Map<number, DeviceModel>([[TOUCH_SLOT, touch]]);
		if (screen !== undefined) models.set(SCREEN_SLOT, screen);
		return runWith(image, models);
	};

	const unusable: Readonly<Record<string, DeviceModel | undefined>> = {
		'is not there': undefined,
		'is of another kind': new InputModel(TOUCH_SCREEN),
		'has no width': displays(0, HEIGHT),
		'is larger than the memory for it': displays(WIDTH, 4000),
		'is so large that its size overflows': displays(0x10001, 0x10001),
		'cannot make a resource': refuses(0x101),
		'takes no memory': refuses(0x106),
		'shows nothing': refuses(0x103),
	};
	for (const [what, model] of Object.entries(unusable)) {
		test(what, async () => assert.deepEqual(await run(model), { exitCode: 1, log: BROKEN }));
	}

	for (const [what, lie] of Object.entries(liesAfter(0))) {
		test(`${what} from the beginning`, async () => {
			const model = lying(new GpuModel(WIDTH, HEIGHT, undefined, false), lie);
			assert.deepEqual(await run(model), { exitCode: 1, log: BROKEN });
		});
	}

	for (const [what, lie] of Object.entries(liesAfter(4))) {
		test(`${what} when it has been set up`, async () => {
			const model = lying(new GpuModel(WIDTH, HEIGHT, undefined, false), lie);
			const { log } = await run(model);
			assert.match(log, /slate: 390 x 844/);
		});
	}

	test('cannot show anything', async () => {
		const { exitCode } = await run(refuses(0x104));
		assert.equal(exitCode, 0);
	});
});
