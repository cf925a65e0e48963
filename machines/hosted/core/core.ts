/** The state of one hosted machine, and the few operations on it that everything else is made of. */

import { ROW_IMAGES } from '../../../abi/boot.ts';
import { CAUSE_MEMORY, CAUSE_TRAP } from '../../../abi/calls.ts';
import { MEMORY_CODE, MEMORY_LAST_REGION, MEMORY_OWN } from '../../../abi/component.ts';
import {
	BLOCKING_PRIORITIES,
	ENTER_RESUME,
	MEMORY_IMAGE,
	PROCESS_ACTIVE,
	PROCESS_CALLER,
	PROCESS_COUNT,
	PROCESS_PRIORITY,
	REGION_BASE,
	REGION_KIND,
	REGION_STRIDE,
} from '../../../kernel/layout.ts';
import { absentProcedures } from './absent.ts';
import { high, low, timeOf, VirtualClock } from './clock.ts';
import { ComponentFault, causeOf, placeOf } from './faults.ts';
import { CallTally } from './holdings.ts';
import type { Images, LoadedImage } from './image.ts';
import { type ComponentModules, makeImports } from './imports.ts';
import { ComponentInstance } from './instance.ts';
import { type Instantiate, type Kernel, type KernelEntries, loadKernel } from './kernel.ts';
import { InterruptLines } from './lines.ts';
import { machineFunctions } from './machine-functions.ts';
import { linesOf, type Mapping, mappingOf, processField } from './mapping.ts';
import { makePassage, type Passage } from './passage.ts';
import { CURRENT_MAPPINGS, HostedProcess } from './process.ts';
import { programProcedures } from './program.ts';
import { EMPTY_MEMORY, type RegionMemory, Regions } from './regions.ts';
import { type CallListener, overheard } from './watch.ts';
import { CURRENT, FUEL, OUT_ALARM_HIGH, OUT_ALARM_LOW, OUT_KIND } from './words.ts';

/** A fault as the machine saw it. */
export interface FaultRecord {
	readonly process: number;
	readonly image: string;
	/** CAUSE_* of abi/calls.ts. */
	readonly cause: number;
	/** Offset in the component's metered binary, 0 = unknown. */
	readonly place: number;
	readonly message: string;
}

/** Devices whose registers are memory: they look at it from time to time. */
export interface Devices {
	/** Before somebody is chosen to execute. */
	connect(): void;
	/** After a kernel call, by which a driver may want an answer. */
	look(): void;
	/** Something has come from outside to the device behind transport `slot`. Between activations. */
	receive(slot: number, bytes: Uint8Array): void;
}

const FAULTS_KEPT = 16;

export class Core {
	readonly kernel: Kernel;
	readonly entries: KernelEntries;
	/** Kernel memory as words. */
	readonly words: Int32Array;
	/** The GLOBAL row of kernel memory. */
	readonly globals: Int32Array;
	readonly meterMemory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
	/** Meter memory as words: FUEL, DEPTH, DEADLINE. */
	readonly meter = new Int32Array(this.meterMemory.buffer);
	readonly clock = new VirtualClock(this.meter);
	readonly lines = new InterruptLines();
	/** What reacts to stores into device regions; absent on a machine without devices. */
	devices: Devices | undefined = undefined;
	/** Counts calls by caller and gate, on a machine that somebody watches. */
	readonly tally: CallTally | undefined;
	/** How all servers are entered. */
	readonly passage: Passage;
	readonly regions: Regions;
	readonly processes: HostedProcess[] = [];
	readonly images: Images;
	/** The last faults of components, oldest first. */
	readonly faults: FaultRecord[] = [];
	/** Where the bytes of the machine's log go. */
	readonly log: (bytes: Uint8Array) => void;
	/** Set when the system has halted. */
	exitCode: number | undefined = undefined;
	/** How the process that `choose` gave last is to be entered, ENTER_*. */
	kind = ENTER_RESUME;
	/** Called by a blocking program that gives the processor back; by one that must end the machine. */
	programGaveUp: () => void = () => {};
	programBroke: (error: unknown) => void = () => {};
	private readonly imports: { component: ComponentModules; program: ComponentModules };
	/** What processes import that somebody listens to, by row. */
	private readonly overheard = new Map<number, ComponentModules>();
	/** A choice of the kernel that is still to be obeyed, 0 = none. */
	private decided = 0;
	private decidedKind = ENTER_RESUME;

	constructor(
		kernelWasm: Uint8Array,
		images: Images,
		log: (bytes: Uint8Array) => void,
		{ watched, instantiate }: { readonly watched?: boolean; readonly instantiate?: Instantiate } = {},
	) {
		this.log = log;
		this.tally = watched ? new CallTally() : undefined;
		this.images = images;
		this.kernel = loadKernel(kernelWasm, machineFunctions(this), instantiate);
		this.entries = this.kernel.entries;
		this.words = this.kernel.words;
		this.globals = this.kernel.globals;
		this.regions = new Regions(this.words);
		const stubs = { absent: absentProcedures(this), program: programProcedures(this) };
		this.passage = makePassage(this.kernel.exports, this.meterMemory, stubs);
		this.imports = makeImports(this);
		for (let row = 0; row < PROCESS_COUNT; row++) {
			this.processes.push(new HostedProcess(row, this.passage, this.meter));
		}
	}

	process(row: number): HostedProcess {
		return this.processes[row] as HostedProcess;
	}

	/** The process that the kernel executes. */
	executing(): HostedProcess {
		return this.process(this.globals[CURRENT] as number);
	}

	/** True while the kernel knows of an activation in progress of the process. */
	isActive(row: number): boolean {
		return processField(this.words, row, PROCESS_ACTIVE) !== 0;
	}

	/** True when the priority of the process is one of blocking programs. */
	mayBlock(row: number): boolean {
		return processField(this.words, row, PROCESS_PRIORITY) < BLOCKING_PRIORITIES;
	}

	/** After a change of priorities: who has become a blocking program, or is one no more, needs another kind of instance. */
	retireMisplaced(): void {
		for (const process of this.processes) {
			if (process.instance !== undefined && process.isProgram !== this.mayBlock(process.row)) process.retire();
		}
	}

	/** The process whose call the process serves. */
	callerOf(row: number): HostedProcess {
		return this.process(processField(this.words, row, PROCESS_CALLER));
	}

	/** Nanoseconds that are left of the executing process's limit. */
	fuelLeft(): number {
		return Math.max(0, this.meter[FUEL] as number);
	}

	/** When `tick` must be called; Infinity = never. */
	alarm(): number {
		return timeOf(this.globals[OUT_ALARM_LOW] as number, this.globals[OUT_ALARM_HIGH] as number);
	}

	alarmDue(): boolean {
		return this.alarm() <= this.clock.now();
	}

	/** Handles every alarm and refill that is due. */
	tick(): void {
		const now = this.clock.now();
		while (this.entries.tick(low(now), high(now)) === 1);
	}

	/** Tells the kernel of every interrupt line that can be delivered. */
	deliver(): void {
		for (let line = this.lines.take(); line >= 0; line = this.lines.take()) this.entries.interrupt(line);
	}

	/** The kernel's next choice, or the one that was put back; 0 = nobody until `alarm`. The clock is settled. */
	choose(): number {
		if (this.decided !== 0) {
			const row = this.decided;
			this.kind = this.decidedKind;
			this.decided = 0;
			return row;
		}
		this.devices?.connect();
		for (;;) {
			if (this.lines.waiting) this.deliver();
			if (this.alarmDue()) this.tick();
			const now = this.clock.base;
			const row = this.entries.next(low(now), high(now));
			this.kind = this.globals[OUT_KIND] as number;
			if (row !== 0 || this.alarm() > now) return row;
		}
	}

	/** Leaves a choice to whoever chooses next. No kernel entry may come between. */
	putBack(row: number, kind = this.kind): void {
		this.decided = row;
		this.decidedKind = kind;
	}

	/** The process in `row` faults, as by a trap, when it is next activated: at once where one of its interrupt lines can wake it. Not during an activation. */
	kill(row: number): void {
		if (row <= 0 || row >= PROCESS_COUNT) return;
		this.process(row).doomed = true;
		this.process(row).retire();
		for (const line of linesOf(this.words, row)) this.lines.raise(line);
	}

	/** Listens to the calls that an event-driven process makes with a loan, from its next instance on. */
	listen(row: number, hear: CallListener): void {
		this.overheard.set(row, overheard(this.imports.component, hear));
	}

	/** The process's instance, made anew if it has none or its mappings changed. Throws `ComponentFault`. */
	refresh(process: HostedProcess): ComponentInstance {
		if (process.doomed) {
			process.doomed = false;
			throw new ComponentFault(CAUSE_TRAP, 'killed from outside');
		}
		const previous = process.instance;
		const program = this.mayBlock(process.row);
		if (previous?.program === program && process.attention === CURRENT_MAPPINGS) return previous;
		const image = this.imageOf(process.row);
		if (image === undefined) throw new ComponentFault(CAUSE_MEMORY, 'no image is mapped as code');
		const memories = this.memoriesOf(process.row, image);
		const imports = program ? this.imports.program : (this.overheard.get(process.row) ?? this.imports.component);
		const instance = new ComponentInstance(image, memories, program, imports);
		if (previous?.image === image) instance.inherit(previous);
		process.adopt(instance);
		return instance;
	}

	/** The image that the process runs, if the region mapped as its code is one. Throws a `MachineError` when it is no component. */
	imageOf(process: number): LoadedImage | undefined {
		return this.images.load(this.codeOf(process));
	}

	/** Name of that image. */
	imageName(process: number): string | undefined {
		return this.images.name(this.codeOf(process));
	}

	/** What the process has as memory `number`, EMPTY_MEMORY if that is nothing or has fewer rights than the image uses. */
	mappedMemory(process: number, number: number, image: LoadedImage): RegionMemory {
		const mapping = mappingOf(this.words, process, number);
		const uses = image.uses[number] ?? 0;
		if (mapping === undefined || (mapping.rights & uses) !== uses) return EMPTY_MEMORY;
		return this.regions.memory(mapping.region);
	}

	/** Keeps what is known of a component's fault. */
	recordFault(process: HostedProcess, error: unknown): FaultRecord {
		const image = process.instance?.image.name ?? '';
		const message = error instanceof Error ? error.message : String(error);
		const fault = { process: process.row, image, cause: causeOf(error) ?? 0, place: placeOf(error), message };
		this.faults.push(fault);
		if (this.faults.length > FAULTS_KEPT) this.faults.shift();
		return fault;
	}

	private memoriesOf(process: number, image: LoadedImage): RegionMemory[] {
		const memories: RegionMemory[] = [];
		for (let number = MEMORY_OWN; number <= MEMORY_LAST_REGION; number++) {
			memories.push(this.mappedMemory(process, number, image));
		}
		return memories;
	}

	/** Number of the image that is mapped as the process's code, -1 = none. */
	private codeOf(process: number): number {
		const code = mappingOf(this.words, process, MEMORY_CODE);
		return code !== undefined && this.isImage(code) ? code.region - ROW_IMAGES : -1;
	}

	private isImage(mapping: Mapping): boolean {
		return this.words[(REGION_BASE + mapping.region * REGION_STRIDE + REGION_KIND) >> 2] === MEMORY_IMAGE;
	}
}
