/** Small systems of hand-written components, so that the machine is tested without compiler and SDK. */
import { createHash } from 'node:crypto';
import wabt from 'wabt';
import { MANIFEST_MAGIC, ROW_FREE_RAM, ROW_IMAGES, SLOT_ACCOUNT, SLOT_IMAGES } from '../../abi/boot.ts';
import * as calls from '../../abi/calls.ts';
import { MEMORY_CODE, MEMORY_OWN } from '../../abi/component.ts';
import { RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE, RIGHTS_ALL } from '../../abi/rights.ts';
import { PROCESS_BLOCK_PAGES } from '../../kernel/layout.ts';
import type { HostedSystem } from '../../machines/hosted/core/system.ts';
import { createMachine, type HostedMachine, type MachineOptions } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { buildKernel } from '../../tools/build/kernel.ts';

const toolkit = await wabt();
/** wabt's types do not know its `multi_memory`. */
const FEATURES = { multi_memory: true, bulk_memory: true } as object;
const RW = RIGHT_READ | RIGHT_WRITE;
const MANIFEST = { 1: { region: 'manifest', rights: RIGHT_READ } };
const REGION_PAGES = 16;

/** The imports that every test component may use; `$own` is its own memory. */
const PRELUDE = `
	(import "kernel" "call0" (func $call0 (param i32 i32) (result i32)))
	(import "kernel" "call4" (func $call4 (param i32 i32 i32 i32 i32 i32) (result i32)))
	(import "kernel" "call6" (func $call6 (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
	(import "kernel" "callWith" (func $callWith
		(param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
	(import "kernel" "notify" (func $notify (param i32) (result i32)))
	(import "kernel" "system" (func $system (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
	(import "kernel" "batch" (func $batch (param i32 i32) (result i32)))
	(import "kernel" "wait" (func $wait (result i32)))
	(import "kernel" "clock" (func $clock (result i64)))`;

/** Logs the low byte through the Control capability in slot 1. */
const LIBRARY = `
	(func $log (param $byte i32)
		(drop (call $system (i32.const ${calls.LOG}) (i32.const 1) (i32.const 1) (local.get $byte)
			(i32.const 0) (i32.const 0) (i32.const 0))))
	(func $halt (param $code i32)
		(drop (call $system (i32.const ${calls.HALT}) (i32.const 1) (local.get $code)
			(i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0))))`;

/** Assembles a component: `imports` before its functions, one page of own memory. */
export function component(body: string, imports = ''): Uint8Array {
	const text = `(module ${PRELUDE} ${imports} (memory $own (export "memory") 1 1) ${LIBRARY} ${body})`;
	const module = toolkit.parseWat('component.wat', text, FEATURES);
	return module.toBinary({ write_debug_names: true }).buffer;
}

/** Performs the manifest in memory 1, then does what `afterwards` says; exits with minus the error if a record fails. */
function initComponent(afterwards: string): Uint8Array {
	return component(
		`
		(global $record (mut i32) (i32.const 8))
		(func (export "init") (local $left i32) (local $status i32)
			(local.set $left (i32.load $manifest (i32.const 4)))
			(block $end (loop $more
				(br_if $end (i32.eqz (local.get $left)))
				(local.set $status (call $system
					(i32.load $manifest (global.get $record))
					(i32.load $manifest offset=4 (global.get $record))
					(i32.load $manifest offset=8 (global.get $record))
					(i32.load $manifest offset=12 (global.get $record))
					(i32.load $manifest offset=16 (global.get $record))
					(i32.load $manifest offset=20 (global.get $record))
					(i32.load $manifest offset=24 (global.get $record))))
				(if (i32.lt_s (local.get $status) (i32.const 0))
					(then (call $halt (i32.sub (i32.const 0) (local.get $status)))))
				(global.set $record (i32.add (global.get $record) (i32.const 32)))
				(local.set $left (i32.sub (local.get $left) (i32.const 1)))
				(br $more)))
			${afterwards})`,
		'(import "memory" "1" (memory $manifest 0))',
	);
}

export interface TestProcess {
	readonly name: string;
	readonly wasm: Uint8Array;
	readonly priority: number;
	/** Nanoseconds; default 1 ms. */
	readonly budget?: number;
	/** Nanoseconds; default 10 ms. */
	readonly period?: number;
	/** Nanoseconds; 0 = accepts no calls. */
	readonly worstCase?: number;
	readonly patience?: number;
	/** Region names by memory number, with rights. */
	readonly memories?: Record<number, { region: string; rights: number }>;
	/** Not started by init. */
	readonly stopped?: boolean;
}

/** More records of the manifest, made once rows and slots are known. */
export type MoreRecords = (slots: {
	/** init's slot of a process. */
	process(name: string): number;
	region(name: string): number;
	/** A slot of init's that nothing uses. */
	free(): number;
}) => number[][];

export interface TestSystem {
	readonly processes: readonly TestProcess[];
	readonly regions?: readonly string[];
	readonly more?: MoreRecords;
	/** Started after `more`, in order of `processes`. Code of init that runs at the end. */
	readonly afterwards?: string;
}

/** Lays out rows and slots, and writes the manifest. */
export async function testSystem(description: TestSystem): Promise<HostedSystem> {
	const kernel = await buildKernel();
	const { processes } = description;
	const regions = description.regions ?? [];
	const wasms = [initComponent(description.afterwards ?? ''), ...processes.map(({ wasm }) => wasm)];
	let nextRow = ROW_IMAGES + wasms.length;
	let nextSlot = SLOT_IMAGES + wasms.length;
	const records: number[][] = [];
	const makeRegion = (): number => {
		const row = nextRow++;
		const slot = nextSlot++;
		records.push([calls.REGION_CREATE, SLOT_ACCOUNT, ROW_FREE_RAM, row, REGION_PAGES, slot]);
		records.push([calls.REGION_PREPARE, SLOT_ACCOUNT, row, 0]);
		return slot;
	};
	const regionSlots = new Map(regions.map((name) => [name, makeRegion()]));
	const processSlots = new Map<string, number>();
	for (const [index, process] of processes.entries()) {
		const block = nextRow++;
		const slot = nextSlot++;
		processSlots.set(process.name, slot);
		records.push([calls.EXTENT_SPLIT, SLOT_ACCOUNT, ROW_FREE_RAM, block, PROCESS_BLOCK_PAGES]);
		records.push([calls.PROCESS_CREATE, SLOT_ACCOUNT, 2 + index, block, 64, slot]);
		const own = makeRegion();
		records.push([calls.REGION_MAP, slot, own, MEMORY_OWN, RW]);
		records.push([calls.REGION_MAP, slot, SLOT_IMAGES + 1 + index, MEMORY_CODE, RIGHT_READ | RIGHT_EXECUTE]);
		for (const [memory, { region, rights }] of Object.entries(process.memories ?? {})) {
			records.push([calls.REGION_MAP, slot, regionSlots.get(region) ?? 0, Number(memory), rights]);
		}
		const configure = (field: number, value: number, value2 = 0) =>
			records.push([calls.PROCESS_CONFIGURE, slot, field, value, value2]);
		configure(calls.CONFIGURE_PRIORITY, process.priority);
		configure(calls.CONFIGURE_BUDGET, process.budget ?? 1_000_000, process.period ?? 10_000_000);
		if (process.worstCase) configure(calls.CONFIGURE_WORST_CASE, process.worstCase);
		configure(calls.CONFIGURE_PATIENCE, process.patience ?? 3);
	}
	const slots = {
		process: (name: string) => processSlots.get(name) ?? 0,
		region: (name: string) => regionSlots.get(name) ?? 0,
		free: () => nextSlot++,
	};
	records.push(...(description.more?.(slots) ?? []));
	for (const process of processes) {
		if (process.stopped !== true) records.push([calls.PROCESS_START, slots.process(process.name)]);
	}
	return {
		name: 'test',
		kernel,
		images: wasms.map((wasm, index) => ({
			name: index === 0 ? 'init' : (processes[index - 1]?.name ?? ''),
			wasm,
			memories: Object.entries(index === 0 ? MANIFEST : (processes[index - 1]?.memories ?? {})).map(
				([memory, { rights }]) => ({
					memory: Number(memory),
					name: `memory ${memory}`,
					rights,
				}),
			),
			memoryPages: 1,
		})),
		data: [],
		boot: {
			cpuShare: 65536,
			slots: 65536,
			initSlots: 256,
			initPriority: 255,
			initBudget: 100_000_000,
			initPeriod: 2_000_000_000,
		},
		processNames: new Map([[1, 'init'], ...processes.map(({ name }, index): [number, string] => [2 + index, name])]),
		manifest: () => ({ bytes: manifestBytes(records), freePages: 4096 }),
	};
}

function manifestBytes(records: readonly number[][]): Uint8Array {
	const words = new Int32Array(2 + records.length * 8);
	words.set([MANIFEST_MAGIC, records.length]);
	for (const [index, record] of records.entries()) words.set(record, 2 + index * 8);
	return new Uint8Array(words.buffer);
}

/** A deterministic machine with the system, unless `options` say otherwise. */
export async function boot(description: TestSystem, options: Partial<MachineOptions> = {}): Promise<HostedMachine> {
	return createMachine(await testSystem(description), {
		host: nodeHost(),
		deterministic: true,
		...options,
	});
}

export function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** init's slot of the Control capability, and where `giveControl` puts it. */
export const CONTROL = 1;
/** Where `connect` puts the gate. */
export const GATE = 3;
/** Where `signalTo` puts the signal. */
export const SIGNAL = 4;

type Slots = Parameters<MoreRecords>[0];

/** Lets the process log and halt with the functions of `component`. */
export function giveControl(slots: Slots, process: string): number[][] {
	return [[calls.INSTALL, slots.process(process), CONTROL, CONTROL, RIGHTS_ALL]];
}

/** A gate to `server` with `badge` in slot `slot` of `client`. */
export function connect(slots: Slots, client: string, server: string, badge = 7, slot = GATE): number[][] {
	const gate = slots.free();
	return [
		[calls.GATE, slots.process(server), gate, badge],
		[calls.INSTALL, slots.process(client), gate, slot, RIGHTS_ALL],
	];
}

/** A signal that raises `bits` of `target`, in slot `slot` of `holder`. */
export function signalTo(slots: Slots, holder: string, target: string, bits: number, slot = SIGNAL): number[][] {
	const signal = slots.free();
	return [
		[calls.SIGNAL, slots.process(target), signal, bits],
		[calls.INSTALL, slots.process(holder), signal, slot, RIGHTS_ALL],
	];
}

/** The Process capability of `target` in slot `slot` of `holder`. */
export function control(slots: Slots, holder: string, target: string, slot: number): number[][] {
	return [[calls.INSTALL, slots.process(holder), slots.process(target), slot, RIGHTS_ALL]];
}
