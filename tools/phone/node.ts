/** A phone on the hosted machine in this process: its devices' models are wired to whoever holds it. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Picture as ModelPicture, Outputs, Storage } from '../../machines/hosted/devices/outputs.ts';
import { AXIS_MOST } from '../../machines/hosted/devices/outside.ts';
import { createMachine, type HostedMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { CommandError } from '../command.ts';
import type { SystemImage } from '../image/types.ts';
import type { Connect, Picture, PortListener, TouchKind, Wires } from './phone.ts';

/** Milliseconds between two frames of a display that does not exist. */
const FRAME_MILLISECONDS = 1000 / 60;

export interface NodePhoneOptions {
	/** What is behind the system's disk; zeros that are forgotten unless given. */
	readonly disk?: Storage;
	/** Hears of each frame when it has been shown, with the picture, which changes with the next. */
	readonly onFrame?: (picture: ModelPicture) => void;
}

/** Boots a system on this thread. */
export function connectNode(system: SystemImage, options: NodePhoneOptions = {}): Connect {
	return async (listener) => new NodeWires(system, options, listener);
}

class NodeWires implements Wires {
	readonly machine = 'node';
	readonly hosted: HostedMachine;
	private readonly running: Promise<unknown>;
	private readonly pieces: string[] = [];
	private readonly onFrame: NodePhoneOptions['onFrame'];
	private picture: ModelPicture | undefined;
	private ended: Error | undefined;
	private stopped = false;

	constructor(system: SystemImage, { disk, onFrame }: NodePhoneOptions, listener: PortListener) {
		this.onFrame = onFrame;
		const slot = system.devices?.find(({ kind }) => kind === 'block')?.slot;
		const outputs: Outputs = {
			screen: { paced: true, show: (_rectangle, picture) => this.show(picture) },
			port: (bytes) => listener(bytes.slice()),
			...(disk === undefined || slot === undefined ? {} : { disks: new Map([[slot, disk]]) }),
		};
		const onLog = (bytes: Uint8Array) => this.pieces.push(Buffer.from(bytes).toString('latin1'));
		this.hosted = createMachine(system, { host: this.host(), outputs, devices: true, onLog });
		this.running = this.hosted.run().catch((error: Error) => {
			if (!this.stopped) this.ended = error;
		});
	}

	async touch(kind: TouchKind, x: number, y: number, finger: number): Promise<void> {
		this.check();
		this.hosted.outside().touch(kind, finger, Math.round(x * AXIS_MOST), Math.round(y * AXIS_MOST));
	}

	async key(code: number, down: boolean): Promise<void> {
		this.check();
		this.hosted.outside().key(code, down);
	}

	async send(bytes: Uint8Array): Promise<void> {
		this.check();
		this.hosted.outside().port(bytes);
	}

	async screenshot(): Promise<Picture> {
		this.check();
		if (this.picture === undefined) throw new CommandError('the phone has shown nothing yet');
		const { width, height, pixels } = this.picture;
		return { width, height, pixels: Uint8Array.from(pixels) };
	}

	async kill(component: string): Promise<void> {
		if (!this.hosted.kill(component)) throw new CommandError(`there is no component '${component}'`);
	}

	log(): string {
		return this.pieces.join('');
	}

	async stop(): Promise<void> {
		this.stopped = true;
		// The machine notices when it next lets others run.
		this.hosted.outside().shown();
		await Promise.race([this.running, wait(1000, undefined, { ref: false })]);
	}

	/** The host of this machine: as Node's, but a phone that was stopped runs no further. */
	private host() {
		const host = nodeHost();
		const unlessStopped = async (pause: Promise<void>): Promise<void> => {
			await pause;
			if (this.stopped) throw new Error('the phone was stopped');
		};
		return {
			...host,
			breathe: () => unlessStopped(host.breathe()),
			sleep: (nanoseconds: number, cancel: (wake: () => void) => void) => {
				return unlessStopped(host.sleep(nanoseconds, cancel));
			},
		};
	}

	private show(picture: ModelPicture): void {
		this.picture = picture;
		setTimeout(() => {
			this.onFrame?.(picture);
			if (!this.stopped) this.hosted.outside().shown();
		}, FRAME_MILLISECONDS);
	}

	private check(): void {
		if (this.ended !== undefined) throw this.ended;
	}
}
