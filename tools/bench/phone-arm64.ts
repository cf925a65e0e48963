/** What a phone costs on ARM64, in instructions of its components: QEMU counts one nanosecond for each, and the kernel adds up what every process uses. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SYSTEM_ACTION_APPS, SYSTEM_ACTION_HOME } from '../../abi/accessibility.ts';
import { PROCESS_BASE, PROCESS_COUNT, PROCESS_STRIDE, PROCESS_TIME } from '../../kernel/layout.ts';
import { ramOf } from '../arm64/image.ts';
import type { InteractiveQemu } from '../arm64/interactive.ts';
import type { SystemImage } from '../image/types.ts';
import { connectArm64 } from '../phone/arm64.ts';
import { Phone, type Point } from '../phone/phone.ts';

export interface Arm64PhoneFigures {
	/** Instructions of all components from reset until the screen rests for the first time. */
	readonly arm64StartInstructions: number;
	/** The same for each frame that is shown while a finger draws an app aside. */
	readonly arm64SwipeInstructions: number;
	/** The same in a second in which nothing happens. */
	readonly arm64IdlePerSecond: number;
	/** RAM that the system takes, all told. */
	readonly arm64RamBytes: number;
	/** Instructions of each component, by its name, in the three phases above. */
	readonly arm64Components: Readonly<Record<string, readonly number[]>>;
}

/** Virtual address of the kernel's memory (machines/arm64/machine.h). */
const KERNEL_ADDRESS = 0xffffffc000000000n;
/** Unit of PROCESS_TIME in nanoseconds. Each activation is rounded up to one. */
const TIME_UNIT = 1024;
const IDLE_SECONDS = 5;
/** A slow host takes its time. */
const BOOT_MILLISECONDS = 120_000;
const SWIPE_MILLISECONDS = 3000;
/** From the left edge to the middle and back: the app stays open. */
const PEEK: readonly Point[] = [
	[2, 420],
	[200, 420],
	[2, 420],
];

/** Instructions of each process so far, by its row. */
async function processTimes(qemu: InteractiveQemu): Promise<number[]> {
	const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
	const file = join(folder, 'processes');
	const place = `0x${(KERNEL_ADDRESS + BigInt(PROCESS_BASE)).toString(16)} ${PROCESS_COUNT * PROCESS_STRIDE}`;
	// By the monitor for people: a JSON number cannot hold the address.
	await qemu.qmp.execute('human-monitor-command', { 'command-line': `memsave ${place} "${file}"` });
	const table = readFileSync(file);
	rmSync(folder, { recursive: true });
	return Array.from(
		{ length: PROCESS_COUNT },
		(_, row) => table.readUInt32LE(row * PROCESS_STRIDE + PROCESS_TIME) * TIME_UNIT,
	);
}

const difference = (after: readonly number[], before: readonly number[]) =>
	after.map((time, row) => time - (before[row] ?? 0));
const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0);

/** Measures a phone. `app`: what is opened for the swipe, as the grid calls it. */
export async function measureArm64Phone(system: SystemImage, app: string): Promise<Arm64PhoneFigures> {
	let machine: InteractiveQemu | undefined;
	const onStart = (qemu: InteractiveQemu) => {
		machine = qemu;
	};
	const phone = await Phone.boot('arm64', connectArm64(system, { onStart }));
	try {
		const qemu = machine as unknown as InteractiveQemu;
		await phone.rest(BOOT_MILLISECONDS);
		const start = await processTimes(qemu);
		const idle = await idleTimes(qemu);
		const swipe = await swipeTimes(phone, qemu, app);
		const names = [...system.processNames].filter(([row]) => row > 1);
		return {
			arm64StartInstructions: sum(start),
			arm64SwipeInstructions: Math.round(sum(swipe)),
			arm64IdlePerSecond: Math.round(sum(idle)),
			arm64RamBytes: await ramOf(system),
			arm64Components: Object.fromEntries(
				names.map(([row, name]) => [name, [start, swipe, idle].map((times) => Math.round(times[row] ?? 0))]),
			),
		};
	} finally {
		await phone.stop();
	}
}

/** Of a second. */
async function idleTimes(qemu: InteractiveQemu): Promise<number[]> {
	const before = await processTimes(qemu);
	await wait(IDLE_SECONDS * 1000);
	return difference(await processTimes(qemu), before).map((time) => time / IDLE_SECONDS);
}

/** Of a frame. */
async function swipeTimes(phone: Phone, qemu: InteractiveQemu, app: string): Promise<number[]> {
	await phone.system(SYSTEM_ACTION_HOME);
	await phone.system(SYSTEM_ACTION_APPS);
	await phone.perform(new RegExp(`^${app}$`));
	await phone.rest(BOOT_MILLISECONDS);
	const [framesBefore, before] = [phone.frames, await processTimes(qemu)];
	await phone.swipe(PEEK, SWIPE_MILLISECONDS);
	await phone.rest(BOOT_MILLISECONDS);
	const frames = Math.max(1, phone.frames - framesBefore);
	return difference(await processTimes(qemu), before).map((time) => time / frames);
}
