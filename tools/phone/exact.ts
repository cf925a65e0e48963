/**
 * A phone on the hosted machine in this process whose time is only what its components execute, and which stands still while nobody waits: what is done to it, and what it
 * shows, is the same on every computer, however busy, and comes much sooner than with a finger.
 */
import type { Picture as ModelPicture, Storage } from '../../machines/hosted/devices/outputs.ts';
import { AXIS_MOST } from '../../machines/hosted/devices/outside.ts';
import { createMachine, type HostedMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { CommandError } from '../command.ts';
import type { SystemImage } from '../image/types.ts';
import type { Connect, Pace, Picture, PortListener, TouchKind, Wires } from './phone.ts';

const MILLISECOND = 1e6;
/** Of the machine's time, after which it looks whether it has gone far enough. */
const SLICE = MILLISECOND;

export interface ExactPhoneOptions {
	/** What is behind the system's disk; zeros that are forgotten unless given. */
	readonly disk?: Storage;
}

/** Boots a system on this thread; it runs only as far as those who hold it wait. */
export function connectExactly(system: SystemImage, options: ExactPhoneOptions = {}): Connect {
	return async (listener) => new ExactWires(system, options, listener);
}

class ExactWires implements Wires {
	readonly machine = 'node';
	readonly pace: Pace;
	private readonly hosted: HostedMachine;
	private readonly running: Promise<unknown>;
	private picture: ModelPicture | undefined;
	private ended: Error | undefined;
	private stopped = false;
	/** Nanoseconds since boot, up to which the machine may run. */
	private until = 0;
	private arrived: () => void = () => {};
	private proceed: () => void = () => {};

	constructor(system: SystemImage, { disk }: ExactPhoneOptions, listener: PortListener) {
		const slot = system.devices?.find(({ kind }) => kind === 'block')?.slot;
		const show = (_rectangle: unknown, picture: ModelPicture) => {
			this.picture = picture;
		};
		this.hosted = createMachine(system, {
			host: { ...nodeHost(), slice: SLICE, monotonic: () => this.time, breathe: () => this.breathe() },
			deterministic: true,
			devices: true,
			outputs: {
				screen: { paced: false, show },
				port: (bytes) => listener(bytes.slice()),
				...(disk === undefined || slot === undefined ? {} : { disks: new Map([[slot, disk]]) }),
			},
		});
		this.pace = { now: () => this.time / MILLISECOND, wait: (milliseconds) => this.advance(milliseconds) };
		this.running = this.hosted.run().catch((error: Error) => {
			if (!this.stopped) this.ended = error;
			this.arrived();
		});
	}

	async touch(kind: TouchKind, x: number, y: number, finger: number): Promise<void> {
		this.hosted.outside().touch(kind, finger, Math.round(x * AXIS_MOST), Math.round(y * AXIS_MOST));
	}

	async key(code: number, down: boolean): Promise<void> {
		this.hosted.outside().key(code, down);
	}

	async send(bytes: Uint8Array): Promise<void> {
		this.hosted.outside().port(bytes);
	}

	async screenshot(): Promise<Picture> {
		if (this.picture === undefined) throw new CommandError('the phone has shown nothing yet');
		const { width, height, pixels } = this.picture;
		return { width, height, pixels: Uint8Array.from(pixels) };
	}

	async kill(component: string): Promise<void> {
		if (!this.hosted.kill(component)) throw new CommandError(`there is no component '${component}'`);
	}

	log(): string {
		return this.hosted.log;
	}

	async stop(): Promise<void> {
		this.stopped = true;
		this.proceed();
		await this.running;
	}

	/** Nanoseconds since boot. The machine asks while it is being made. */
	private get time(): number {
		return (this.hosted as HostedMachine | undefined)?.now() ?? 0;
	}

	/** Lets the machine run for so many milliseconds of its own. An empty message makes an idle machine stop there. */
	private async advance(milliseconds: number): Promise<void> {
		this.until = this.time + milliseconds * MILLISECOND;
		this.hosted.outside(this.until).port(new Uint8Array());
		const there = new Promise<void>((resolve) => {
			this.arrived = resolve;
		});
		this.proceed();
		await there;
		if (this.ended !== undefined) throw this.ended;
	}

	/** The machine lets others run: it has gone far enough, or goes on at once. */
	private async breathe(): Promise<void> {
		while (!this.stopped && this.time >= this.until) {
			const going = new Promise<void>((resolve) => {
				this.proceed = resolve;
			});
			this.arrived();
			await going;
		}
		if (this.stopped) throw new Error('the phone was stopped');
	}
}
