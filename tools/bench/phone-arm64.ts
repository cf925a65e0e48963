/** The phone under QEMU, where one instruction is one nanosecond: instructions that were executed, and RAM. */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SCENE_APP, SYSTEM_ACTION_APPS } from '../../abi/accessibility.ts';
import {
	DENSE_END,
	EXTENT_FREE,
	GLOBAL_BASE,
	GLOBAL_RAM_END,
	GLOBAL_RAM_FIRST,
	REGION_BASE,
	REGION_COUNT,
	REGION_PAGES,
	REGION_STATE,
	REGION_STRIDE,
} from '../../kernel/layout.ts';
import type { InteractiveQemu } from '../arm64/interactive.ts';
import { CommandError } from '../command.ts';
import type { SystemImage } from '../image/types.ts';
import { type Arm64Wires, connectArm64 } from '../phone/arm64.ts';
import { Phone, type Point } from '../phone/phone.ts';

export interface Arm64Figures {
	/** From reset until home rests. */
	readonly arm64StartInstructions: number;
	/** A frame of a swipe, everything that happens meanwhile included; the mean. */
	readonly arm64SwipeInstructions: number;
	/** In a second in which nobody does anything, with home in front. */
	readonly arm64IdlePerSecond: number;
	/** Of which nothing is free: kernel, components, framebuffer, page tables. */
	readonly arm64RamBytes: number;
}

/** Where the machine maps the kernel's memory (machines/arm64/machine.h): the last 256 GiB of addresses, as QEMU's signed number. */
const KERNEL_ADDRESS = -(2 ** 38);
const PAGE_BYTES = 4096;
const BOOT_MILLISECONDS = 300_000;
const IDLE_MILLISECONDS = 6000;
const APP = 'Calculator';
const SWIPES = 5;
const SWIPE_MILLISECONDS = 3000;
/** Out of the app and back, without leaving it. */
const PEEK: readonly Point[] = [
	[2, 420],
	[330, 420],
	[4, 420],
];

/** Boots a phone under QEMU and measures it. */
export async function measureArm64(system: SystemImage): Promise<Arm64Figures> {
	let wires: Arm64Wires | undefined;
	const phone = await Phone.boot('arm64', async (listener) => {
		wires = await connectArm64(system)(listener);
		return wires;
	});
	const { qemu } = wires as unknown as Arm64Wires;
	try {
		await phone.rest(BOOT_MILLISECONDS);
		return {
			arm64StartInstructions: await executed(qemu),
			arm64IdlePerSecond: await idle(qemu),
			arm64SwipeInstructions: await swipe(phone, qemu),
			arm64RamBytes: await usedRam(qemu),
		};
	} finally {
		await phone.stop();
	}
}

/** Instructions since reset. */
async function executed(qemu: InteractiveQemu): Promise<number> {
	const { icount } = (await qemu.qmp.execute('query-replay')) as { readonly icount: number };
	return icount;
}

async function idle(qemu: InteractiveQemu): Promise<number> {
	const [before, began] = [await executed(qemu), performance.now()];
	await wait(IDLE_MILLISECONDS);
	const count = (await executed(qemu)) - before;
	return Math.round((1000 * count) / (performance.now() - began));
}

/** The finger goes so slowly that a busy host can follow: what counts is what a frame takes. */
async function swipe(phone: Phone, qemu: InteractiveQemu): Promise<number> {
	await phone.system(SYSTEM_ACTION_APPS);
	await phone.perform(new RegExp(`^${APP}$`));
	await phone.until(() => phone.seen?.scene === SCENE_APP, `${APP} to open`);
	await phone.rest(BOOT_MILLISECONDS);
	const [before, frames] = [await executed(qemu), phone.frames];
	for (let count = 0; count < SWIPES; count++) {
		await phone.swipe(PEEK, SWIPE_MILLISECONDS);
		await phone.rest(BOOT_MILLISECONDS);
	}
	const shown = phone.frames - frames;
	if (shown === 0) throw new CommandError('the phone showed no frame during the swipes');
	return Math.round(((await executed(qemu)) - before) / shown);
}

/** As the machine itself reports when a system halts: all RAM but what is free. */
async function usedRam(qemu: InteractiveQemu): Promise<number> {
	const file = join(tmpdir(), `tessera-kernel-${process.pid}`);
	await qemu.qmp.execute('memsave', { val: KERNEL_ADDRESS, size: DENSE_END, filename: file });
	const bytes = readFileSync(file);
	rmSync(file);
	const word = (place: number): number => bytes.readUInt32LE(place);
	let pages = word(GLOBAL_BASE + GLOBAL_RAM_END) - word(GLOBAL_BASE + GLOBAL_RAM_FIRST);
	for (let row = 1; row < REGION_COUNT; row++) {
		const place = REGION_BASE + REGION_STRIDE * row;
		if (word(place + REGION_STATE) === EXTENT_FREE) pages -= word(place + REGION_PAGES);
	}
	return pages * PAGE_BYTES;
}
