/** A hosted machine: kernel and components of one system in one thread. Runs wherever there is WebAssembly. */
import { boot } from './core/boot.ts';
import { Core, type FaultRecord } from './core/core.ts';
import { type Holding, viewHoldings } from './core/holdings.ts';
import { Images } from './core/image.ts';
import { type Host, Inputs } from './core/inputs.ts';
import { type ProcessView, viewProcesses } from './core/inspect.ts';
import type { Instantiate } from './core/kernel.ts';
import { Random } from './core/random.ts';
import { type ExternalInput, Recorder, type Recording } from './core/recording.ts';
import { type RunEnd, runCore } from './core/run.ts';
import type { HostedSystem } from './core/system.ts';
import type { CallListener } from './core/watch.ts';
import { DeviceBus } from './devices/bus.ts';
import { modelsOf } from './devices/devices.ts';
import type { DeviceModel } from './devices/model.ts';
import type { Outputs } from './devices/outputs.ts';
import { Outside } from './devices/outside.ts';

export interface MachineOptions {
	/** The platform: `nodeHost` of node/host.ts, or a browser's. */
	readonly host: Host;
	/** Time advances only by what components execute, and jumps to the next alarm when they are idle. */
	readonly deterministic?: boolean;
	/** Of everything random, 32 bits. */
	readonly seed?: number;
	/** Keep all external inputs, for `recording`. */
	readonly record?: boolean;
	/** Take all external inputs from here; the options above come from the recording as well. */
	readonly replay?: Recording;
	/** Devices exist that raise interrupts: an idle machine waits for them instead of ending. */
	readonly devices?: boolean;
	/** Virtio devices by their transport, instead of or beside those that the system describes. */
	readonly models?: ReadonlyMap<number, DeviceModel>;
	/** Count calls by caller and gate, for `holdings`. */
	readonly watched?: boolean;
	/** How the kernel is instantiated, for whoever checks its every entry. */
	readonly instantiate?: Instantiate;
	/** Where what the devices give goes, and what their disks are. */
	readonly outputs?: Outputs;
	/** Called with every piece of the machine's log. */
	readonly onLog?: (bytes: Uint8Array) => void;
}

export interface RunResult {
	/** Argument of HALT, or EXIT_IDLE. */
	readonly exitCode: number;
	readonly end: RunEnd;
	/** Everything that the system logged. */
	readonly log: string;
}

/** Exit code of a system that is idle with nothing left that could ever wake it. */
export const EXIT_IDLE = 75;

export class HostedMachine {
	readonly core: Core;
	readonly random: Random;
	private readonly system: HostedSystem;
	private readonly options: MachineOptions;
	private readonly inputs: Inputs;
	private readonly recorder: Recorder | undefined;
	private readonly logged: Uint8Array[] = [];

	/** Loads and boots. Throws a `MachineError` that names what is wrong with the kernel or with init; `run` does for the other components. */
	constructor(system: HostedSystem, options: MachineOptions) {
		this.system = system;
		this.options = options;
		const deterministic = options.replay?.deterministic ?? options.deterministic ?? false;
		const seed = options.replay?.seed ?? options.seed ?? 0;
		const paced = options.replay?.paced ?? options.outputs?.screen?.paced ?? false;
		this.random = new Random(seed);
		this.core = new Core(system.kernel.wasm, new Images(system.images), (bytes) => this.append(bytes), options);
		const surroundings = { outputs: options.outputs ?? {}, paced, random: () => this.random.next() };
		const models = modelsOf(system.devices ?? [], options.models ?? new Map(), surroundings);
		if (models.size > 0) this.core.devices = new DeviceBus(this.core, models);
		this.recorder = options.record ? new Recorder({ seed, deterministic, paced }) : undefined;
		boot(this.core, system);
		this.inputs = new Inputs(this.core, options.host, {
			deterministic,
			recorder: this.recorder,
			replay: options.replay,
		});
	}

	/** What the machine says about itself before the system says anything. */
	get banner(): string {
		return `tessera: system ${this.system.name} on node\ntessera: kernel ${this.system.kernel.sha256}\n`;
	}

	/** Runs the system to its end. Throws a `MachineError` when the machine itself cannot go on. */
	async run(): Promise<RunResult> {
		const end = await runCore(this.core, this.inputs, this.options.host, this.options.devices ?? false);
		const exitCode = end === 'idle' ? EXIT_IDLE : (this.core.exitCode ?? 0);
		return { exitCode, end, log: this.log };
	}

	/**
	 * Loads one component that has not been, as the first start of a process that runs it would: for whoever has time before. False when all have been. Throws a
	 * `MachineError` that names the component when it is none.
	 */
	prepare(): boolean {
		return this.core.images.loadAnother();
	}

	/** A device raises an interrupt line. */
	raise(line: number): void {
		this.inputs.arrive({ kind: 'line', argument: line });
	}

	/** Fingers, keys and whatever else reaches the devices from outside, as soon as nothing executes; or, with `time`, then: nanoseconds since boot. */
	outside(time?: number): Outside {
		return new Outside(this.system.devices ?? [], (slot, bytes) => {
			this.give({ kind: 'device', argument: slot, bytes }, time);
		});
	}

	/** Makes a process fail, as a test of what holds when it does; with `time`, then: nanoseconds since boot. False when there is none of that name. */
	kill(name: string, time?: number): boolean {
		const row = this.rowOf(name);
		if (row !== undefined) this.give({ kind: 'kill', argument: row }, time);
		return row !== undefined;
	}

	/** Hears of the calls that a component makes with a loan, from its next start on. False when there is none of that name. */
	listen(name: string, hear: CallListener): boolean {
		const row = this.rowOf(name);
		if (row !== undefined) this.core.listen(row, hear);
		return row !== undefined;
	}

	private rowOf(name: string): number | undefined {
		return [...this.system.processNames].find(([, other]) => other === name)?.[0];
	}

	private give(input: ExternalInput, time: number | undefined): void {
		if (time === undefined) this.inputs.arrive(input);
		else this.inputs.schedule(time, input);
	}

	/** The text logged so far. */
	get log(): string {
		const whole = new Uint8Array(this.logged.reduce((length, part) => length + part.length, 0));
		let position = 0;
		for (const part of this.logged) {
			whole.set(part, position);
			position += part.length;
		}
		return new TextDecoder().decode(whole);
	}

	/** The kernel's memory, live: not to be written. */
	snapshot(): Uint8Array {
		return this.core.kernel.bytes;
	}

	/** Nanoseconds since boot. */
	now(): number {
		return this.core.clock.now();
	}

	/** Everything about every process that exists. */
	inspect(): ProcessView[] {
		return viewProcesses(this.core, this.system.processNames);
	}

	/** What a process holds, by the row that `inspect` gives. */
	holdings(row: number): Holding[] {
		return viewHoldings(this.core.words, row, this.core.tally);
	}

	/** The last faults of components, oldest first. */
	faults(): readonly FaultRecord[] {
		return this.core.faults;
	}

	/** All external inputs of a run with `record`. */
	recording(): Uint8Array | undefined {
		return this.recorder?.finish();
	}

	private append(bytes: Uint8Array): void {
		this.logged.push(bytes);
		this.options.onLog?.(bytes);
	}
}

/** Loads a system into a new machine. */
export function createMachine(system: HostedSystem, options: MachineOptions): HostedMachine {
	return new HostedMachine(system, options);
}
