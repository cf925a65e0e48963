/** A phone on an emulated ARM64 machine: fingers and keys go through QEMU's control socket, pictures are what QEMU would show. */
import { buildImage } from '../arm64/image.ts';
import { type InteractiveOptions, type InteractiveQemu, startQemu } from '../arm64/interactive.ts';
import { CommandError } from '../command.ts';
import type { SystemImage } from '../image/types.ts';
import { ARM64_PROGRAMS, requirePrograms } from '../setup/packages.ts';
import type { Picture, PortListener, TouchKind, Wires } from './phone.ts';

export type Arm64PhoneOptions = Pick<InteractiveOptions, 'disks' | 'memory' | 'time'>;

/** Boots a system under QEMU. */
export function connectArm64(
	system: SystemImage,
	options: Arm64PhoneOptions = {},
): (listener: PortListener) => Promise<Arm64Wires> {
	return async (listener) => {
		requirePrograms(ARM64_PROGRAMS);
		const path = await buildImage(system);
		const qemu = await startQemu(path, { ...options, devices: system.devices ?? [] });
		qemu.port?.on('data', (bytes: Buffer) => listener(bytes));
		return new Arm64Wires(qemu);
	};
}

/** Instructions a millisecond: less than a tenth of what an app at work executes, and more than questions and answers do. */
const IDLE_INSTRUCTIONS = 10_000;

export class Arm64Wires implements Wires {
	readonly machine = 'arm64';
	readonly qemu: InteractiveQemu;
	private finger: number | undefined;
	/** Instructions up to the last question, and when that was. */
	private executed = { count: 0, at: 0 };

	constructor(qemu: InteractiveQemu) {
		this.qemu = qemu;
	}

	/** QEMU's tablet has one finger: others are not there while that is down. */
	async touch(kind: TouchKind, x: number, y: number, finger: number): Promise<void> {
		this.finger ??= finger;
		if (finger !== this.finger) return;
		if (kind === 'up') this.finger = undefined;
		await this.qemu.point(x, y, kind === 'move' ? undefined : kind === 'down');
	}

	key(code: number, down: boolean): Promise<void> {
		return this.qemu.key(code, down);
	}

	async send(bytes: Uint8Array): Promise<void> {
		this.qemu.port?.write(bytes);
	}

	screenshot(): Promise<Picture> {
		return this.qemu.screendump();
	}

	async kill(): Promise<void> {
		throw new CommandError('on the ARM64 machine nobody can reach into a component from outside');
	}

	async isIdle(): Promise<boolean> {
		const { count, at } = this.executed;
		const { icount } = (await this.qemu.qmp.execute('query-replay')) as { readonly icount: number };
		this.executed = { count: icount, at: performance.now() };
		return icount - count < IDLE_INSTRUCTIONS * (this.executed.at - at);
	}

	log(): string {
		return this.qemu.console.text;
	}

	async stop(): Promise<void> {
		await this.qemu.stop();
	}
}
