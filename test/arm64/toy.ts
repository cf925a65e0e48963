/** Small systems for tests of the ARM64 machine alone: components in WebAssembly text, and an init that performs a list of kernel calls. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	MANIFEST_HEADER_BYTES,
	MANIFEST_MAGIC,
	MANIFEST_RECORD_BYTES,
	SLOT_ACCOUNT,
	SLOT_CONTROL,
	SLOT_IMAGES,
} from '../../abi/boot.ts';
import * as calls from '../../abi/calls.ts';
import { MEMORY_CODE, MEMORY_NATIVE, MEMORY_OWN } from '../../abi/component.ts';
import { RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE, RIGHTS_ALL } from '../../abi/rights.ts';
import { PROCESS_BLOCK_PAGES } from '../../kernel/layout.ts';
import { buildKernel } from '../../tools/build/kernel.ts';
import type { ComponentImage, ImageSizes, SystemImage } from '../../tools/image/types.ts';

const READ_WRITE = RIGHT_READ | RIGHT_WRITE;
const WASM_PAGE_PAGES = 16;
/** Rows and slots that process number k (from 0) of a toy uses begin here, this far apart. */
const FIRST = 40;
const STRIDE = 4;

/** A kernel call: number and up to six arguments. */
export type Call = readonly [number: number, ...parameters: number[]];

/** One process of a toy system. It gets the Control capability in slot 1. */
export interface ToyProcess {
	readonly image: string;
	readonly priority: number;
	/** Default 10 ms every 100 ms. */
	readonly budget?: number;
	readonly period?: number;
	readonly patience?: number;
	/** Of a protected call; default 0 = no calls. */
	readonly worstCase?: number;
	/** Calls that init makes before it starts the process; `slotOf` gives the Process capabilities in init's table. */
	readonly before?: readonly Call[];
}

export interface Toy {
	readonly name: string;
	/** Name -> WebAssembly text, beside "init". */
	readonly images: Readonly<Record<string, string>>;
	readonly processes: readonly ToyProcess[];
	/** Init's code instead of the one that performs the manifest. */
	readonly init?: string;
}

/** Init's slot for the Process capability of process k. */
export function slotOf(k: number): number {
	return FIRST + STRIDE * k;
}

/** Process row of process k. */
export function rowOf(k: number): number {
	return 2 + k;
}

/** Performs the manifest; if a call fails it ends the machine with 128 minus the error of that call. */
const INIT = `(module
	(import "memory" "1" (memory $manifest 1 1))
	(import "kernel" "system" (func $system (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
	(memory $own 1 1)
	(export "memory" (memory $own))
	(func (export "init") (local $at i32) (local $left i32) (local $status i32)
		(local.set $at (i32.const ${MANIFEST_HEADER_BYTES}))
		(local.set $left (i32.load $manifest (i32.const 4)))
		(block $done (loop $each
			(br_if $done (i32.eqz (local.get $left)))
			(local.set $status (call $system
				(i32.load $manifest offset=0 (local.get $at)) (i32.load $manifest offset=4 (local.get $at))
				(i32.load $manifest offset=8 (local.get $at)) (i32.load $manifest offset=12 (local.get $at))
				(i32.load $manifest offset=16 (local.get $at)) (i32.load $manifest offset=20 (local.get $at))
				(i32.load $manifest offset=24 (local.get $at))))
			(if (i32.lt_s (local.get $status) (i32.const 0)) (then (drop (call $system (i32.const ${calls.HALT}) (i32.const ${SLOT_CONTROL})
					(i32.sub (i32.const 128) (local.get $status))
					(i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)))))
			(local.set $at (i32.add (local.get $at) (i32.const ${MANIFEST_RECORD_BYTES})))
			(local.set $left (i32.sub (local.get $left) (i32.const 1)))
			(br $each)))))`;

/** WebAssembly text to binary. */
export function assemble(text: string): Uint8Array {
	const folder = mkdtempSync(join(tmpdir(), 'tessera-'));
	writeFileSync(join(folder, 'a.wat'), text);
	execFileSync('wat2wasm', ['--enable-multi-memory', join(folder, 'a.wat'), '-o', join(folder, 'a.wasm')]);
	return new Uint8Array(readFileSync(join(folder, 'a.wasm')));
}

function prepare(row: number, pages: number): Call[] {
	return Array.from({ length: Math.ceil(pages / 16) }, (_, step) => [calls.REGION_PREPARE, SLOT_ACCOUNT, row, step]);
}

/** The calls that make process k of the toy. */
function createProcess(process: ToyProcess, k: number, image: number, native: number): Call[] {
	const base = slotOf(k);
	const [block, memory, data] = [base + 1, base + 2, base + 3];
	const worst: Call[] = process.worstCase
		? [[calls.PROCESS_CONFIGURE, base, calls.CONFIGURE_WORST_CASE, process.worstCase, 0]]
		: [];
	return [
		[calls.EXTENT_SPLIT, SLOT_ACCOUNT, 1, block, PROCESS_BLOCK_PAGES],
		[calls.PROCESS_CREATE, SLOT_ACCOUNT, rowOf(k), block, 64, base],
		[calls.REGION_CREATE, SLOT_ACCOUNT, 1, memory, WASM_PAGE_PAGES, memory],
		...prepare(memory, WASM_PAGE_PAGES),
		[calls.REGION_CREATE, SLOT_ACCOUNT, 1, data, native, data],
		...prepare(data, native),
		[calls.REGION_MAP, base, memory, MEMORY_OWN, READ_WRITE],
		[calls.REGION_MAP, base, data, MEMORY_NATIVE, READ_WRITE],
		[calls.REGION_MAP, base, SLOT_IMAGES + image, MEMORY_CODE, RIGHT_READ | RIGHT_EXECUTE],
		[calls.PROCESS_CONFIGURE, base, calls.CONFIGURE_PRIORITY, process.priority, 0],
		[
			calls.PROCESS_CONFIGURE,
			base,
			calls.CONFIGURE_BUDGET,
			process.budget ?? 10_000_000,
			process.period ?? 100_000_000,
		],
		...worst,
		[calls.PROCESS_CONFIGURE, base, calls.CONFIGURE_PATIENCE, process.patience ?? 255, 0],
		[calls.INSTALL, base, SLOT_CONTROL, 1, RIGHTS_ALL, 0],
	];
}

function encode(records: readonly Call[]): Uint8Array {
	const bytes = new Uint8Array(MANIFEST_HEADER_BYTES + records.length * MANIFEST_RECORD_BYTES);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, MANIFEST_MAGIC, true);
	view.setUint32(4, records.length, true);
	for (const [index, record] of records.entries()) {
		for (const [word, value] of record.entries()) {
			view.setInt32(MANIFEST_HEADER_BYTES + index * MANIFEST_RECORD_BYTES + word * 4, value, true);
		}
	}
	return bytes;
}

/** The system image of a toy. */
export async function toyImage(toy: Toy): Promise<SystemImage> {
	const names = ['init', ...Object.keys(toy.images)];
	const texts = [toy.init ?? INIT, ...Object.values(toy.images)];
	const images: ComponentImage[] = names.map((name, index) => ({
		name,
		wasm: assemble(texts[index] ?? ''),
		memories: [],
		memoryPages: 1,
	}));
	const records = (sizes: ImageSizes): Call[] => [
		...toy.processes.flatMap((process, k) => {
			const image = names.indexOf(process.image);
			return createProcess(process, k, image, sizes.nativePages(image));
		}),
		...toy.processes.flatMap((process) => process.before ?? []),
		...toy.processes.map((_, k): Call => [calls.PROCESS_START, slotOf(k)]),
	];
	return {
		name: toy.name,
		kernel: await buildKernel(),
		images,
		data: [],
		devices: [],
		boot: {
			cpuShare: 65536,
			slots: 65536,
			initSlots: 256,
			initPriority: 255,
			initBudget: 100_000_000,
			initPeriod: 2_000_000_000,
		},
		expect: { exitCode: 0, log: '' },
		processNames: new Map(),
		manifest: (sizes) => ({ bytes: encode(records(sizes)), freePages: 0 }),
	};
}
