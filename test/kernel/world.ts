/**
 * A small running system for tests of the kernel: init, and processes of several priorities that hold capabilities of every
 * kind to one another. It is built by kernel calls alone, as init of a real system would.
 */

import { ROW_FREE_RAM, SLOT_ACCOUNT, SLOT_CONTROL, SLOT_SELF } from '../../abi/boot.ts';
import * as call from '../../abi/calls.ts';
import {
	FLOW_ALL,
	FLOW_WRITE,
	RESOURCE_ACCOUNT_ROW,
	RESOURCE_CPU,
	RESOURCE_GRANT_ROW,
	RESOURCE_PROCESS_ROW,
	RESOURCE_REGION_ROW,
	RESOURCE_SLOTS,
	RIGHTS_ALL,
} from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import type { BootEntryName, EntryName, ModelKernel } from './kernel.ts';

export const RAM_FIRST = 0x40000;
export const RAM_END = 0x60000;
const FREE_PAGE = 0x48000;
const FREE_PAGES = 0x10000;
const CODE_PAGE = 0x44000;
const CODE_ROW = 8;
const INIT_BUDGET = 1_000_000_000;
const INIT_PERIOD = 2_000_000_000;
/** 40 % of the machine for the account of the others. */
const SHARE = 26_214;

/** Rows of the processes, by part in the play. */
export const INIT = 1;
export const BLOCKING = 2;
export const CLIENT = 3;
export const OTHER_CLIENT = 4;
export const MIDDLE = 5;
export const DRIVER = 6;
export const SERVER = 7;
export const PROCESSES: readonly number[] = [INIT, BLOCKING, CLIENT, OTHER_CLIENT, MIDDLE, DRIVER, SERVER];
export const PRIORITY_OF: Readonly<Record<number, number>> = {
	[INIT]: 255,
	[BLOCKING]: 20,
	[CLIENT]: 100,
	[OTHER_CLIENT]: 100,
	[MIDDLE]: 150,
	[DRIVER]: 180,
	[SERVER]: 200,
};
/** Label of the other client and its memory; everything else has label 0. */
export const OWN_LABEL = 1;
/** Nanoseconds, of each process but init. */
export const BUDGET = 1_000_000;
export const PERIOD = 20_000_000;
export const WORST_CASE = 100_000;
/** The account that the processes live on, and one below it that owns nothing. */
export const ACCOUNT = 1;
export const CHILD_ACCOUNT = 4;

/** Slots of each process, itself included; `gateOf(row)` and `signalOf(row)` name its ways to the others. */
export const SLOT_OWN_ACCOUNT = 2;
export const SLOT_OWN_SELF = 3;
export const SLOT_OWN_LINE = 4;
export const SLOT_OWN_MEMORY = 5;
/** Of the driver alone. */
export const SLOT_OWN_CONTROL = 7;
/** An account below that of the processes. */
export const SLOT_CHILD_ACCOUNT = 8;
/** A second region of 16 pages, not mapped at first. */
export const SLOT_OWN_REGION = 6;
export const SLOT_FREE = 40;
export function gateOf(row: number): number {
	return 10 + row;
}
export function signalOf(row: number): number {
	return 20 + row;
}
/** In init's table, and the rows of regions and lines: */
export function processSlot(row: number): number {
	return 30 + row;
}
export function blockRow(row: number): number {
	return 20 + row;
}
export function memoryRow(row: number): number {
	return 40 + row;
}
export function regionRow(row: number): number {
	return 60 + row;
}
export function lineOf(row: number): number {
	return 32 + row;
}
/** A free extent, an unused row and a free process row of the processes' account. */
export const EXTENT_ROW = 80;
export const UNUSED_ROWS: readonly number[] = [81, 82, 83, 84, 85, 86];
/** Free extents of the right size for a process. */
export const BLOCK_ROWS: readonly number[] = [87, 88];
export const FREE_PROCESS_ROWS: readonly number[] = [10, 11];
export const FREE_ACCOUNT_ROWS: readonly number[] = [2, 3];
export const GRANT_ROWS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Runs one `system` call as the current process at time 0 of the boot; throws unless it succeeds. */
function must(kernel: ModelKernel, number: number, ...values: number[]): number {
	const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
	const result = kernel.enter('system', number, a, b, c, d, e, f, 0, 0);
	if (result < 0) throw new Error(`kernel call ${number}(${values.join(', ')}) of the test system: ${result}`);
	return result;
}

function mustBoot(kernel: ModelKernel, name: EntryName | BootEntryName, ...values: number[]): void {
	const result = kernel.enter(name, ...values);
	if (result !== 0) throw new Error(`${name}(${values.join(', ')}): ${result}`);
}

/** Boots init alone, and lets it execute; `budget` in nanoseconds. */
export function bootInit(kernel: ModelKernel, canSuspend: boolean, budget = INIT_BUDGET): void {
	mustBoot(kernel, 'bootBegin', canSuspend ? 1 : 0, 65536, 4096, RAM_FIRST, RAM_END);
	mustBoot(kernel, 'bootExtent', ROW_FREE_RAM, FREE_PAGE, FREE_PAGES);
	mustBoot(kernel, 'bootExtent', 2, CODE_PAGE + 256, layout.PROCESS_BLOCK_PAGES);
	mustBoot(kernel, 'bootProcess', INIT, 2, 128, 255, budget, INIT_PERIOD);
	mustBoot(kernel, 'bootMemory', 3, ROW_FREE_RAM, 16);
	mustBoot(kernel, 'bootPrepare', 3, 0);
	mustBoot(kernel, 'bootMap', INIT, 3, 0, 12);
	mustBoot(kernel, 'bootRegion', CODE_ROW, CODE_PAGE, 16, layout.MEMORY_IMAGE, ROW_FREE_RAM, CODE_ROW);
	mustBoot(kernel, 'bootPrepare', CODE_ROW, 0);
	mustBoot(kernel, 'bootMap', INIT, CODE_ROW, 15, 20);
	mustBoot(kernel, 'bootEnd');
	if (kernel.enter('next', 0, 0) !== INIT) throw new Error('init does not start');
}

/** Boots the whole system, up to the point where every process has finished its `init` and nobody executes. */
export function bootWorld(kernel: ModelKernel, canSuspend: boolean): void {
	bootInit(kernel, canSuspend);
	buildAccount(kernel);
	for (const row of PROCESSES) if (row !== INIT) buildProcess(kernel, row);
	for (const from of PROCESSES) if (from !== INIT) for (const to of PROCESSES) connect(kernel, from, to);
	for (const row of PROCESSES) bindLine(kernel, row);
	must(kernel, call.INSTALL, processSlot(DRIVER), SLOT_CONTROL, SLOT_OWN_CONTROL, RIGHTS_ALL, 0);
	setLabel(kernel, OTHER_CLIENT);
	for (const row of PROCESSES) if (row !== INIT) must(kernel, call.PROCESS_START, processSlot(row));
	runToIdle(kernel);
	kernel.effects = [];
}

/** Lets every process finish what it has to do. */
function runToIdle(kernel: ModelKernel): void {
	do {
		kernel.enter('finish', kernel.global(layout.GLOBAL_OUT_LIMIT));
	} while (kernel.enter('next', 0, 0) !== 0);
}

function buildAccount(kernel: ModelKernel): void {
	must(kernel, call.ACCOUNT_CREATE, SLOT_ACCOUNT, ACCOUNT, 4, 254);
	const give = (resource: number, value: number) => must(kernel, call.ACCOUNT_GIVE, SLOT_ACCOUNT, 4, resource, value);
	give(RESOURCE_SLOTS, 1024);
	give(RESOURCE_CPU, SHARE);
	for (let row = 2; row < 12; row++) give(RESOURCE_PROCESS_ROW, row);
	for (const row of [...FREE_ACCOUNT_ROWS, CHILD_ACCOUNT]) give(RESOURCE_ACCOUNT_ROW, row);
	for (const row of GRANT_ROWS) give(RESOURCE_GRANT_ROW, row);
	must(kernel, call.EXTENT_SPLIT, SLOT_ACCOUNT, ROW_FREE_RAM, EXTENT_ROW, 4096);
	for (let row = 20; row < 80; row++) give(RESOURCE_REGION_ROW, row);
	for (const row of [EXTENT_ROW, ...UNUSED_ROWS, ...BLOCK_ROWS]) give(RESOURCE_REGION_ROW, row);
	for (const row of BLOCK_ROWS) must(kernel, call.EXTENT_SPLIT, 4, EXTENT_ROW, row, layout.PROCESS_BLOCK_PAGES);
	must(kernel, call.ACCOUNT_CREATE, 4, CHILD_ACCOUNT, 5, 200);
}

function buildProcess(kernel: ModelKernel, row: number): void {
	const self = processSlot(row);
	must(kernel, call.EXTENT_SPLIT, 4, EXTENT_ROW, blockRow(row), layout.PROCESS_BLOCK_PAGES);
	must(kernel, call.PROCESS_CREATE, 4, row, blockRow(row), 64, self);
	must(kernel, call.PROCESS_CONFIGURE, self, call.CONFIGURE_PRIORITY, PRIORITY_OF[row] ?? 0);
	must(kernel, call.PROCESS_CONFIGURE, self, call.CONFIGURE_BUDGET, BUDGET, PERIOD);
	must(kernel, call.PROCESS_CONFIGURE, self, call.CONFIGURE_WORST_CASE, WORST_CASE);
	must(kernel, call.PROCESS_CONFIGURE, self, call.CONFIGURE_PATIENCE, row % 3);
	buildRegion(kernel, memoryRow(row), 50);
	must(kernel, call.REGION_MAP, self, 50, 0, 12);
	must(kernel, call.REGION_MAP, self, CODE_ROW, 15, 20);
	must(kernel, call.INSTALL, self, 50, SLOT_OWN_MEMORY, RIGHTS_ALL, 0);
	must(kernel, call.DELETE, 50);
	buildRegion(kernel, regionRow(row), 50);
	must(kernel, call.INSTALL, self, 50, SLOT_OWN_REGION, RIGHTS_ALL, 0);
	must(kernel, call.DELETE, 50);
	must(kernel, call.INSTALL, self, 4, SLOT_OWN_ACCOUNT, RIGHTS_ALL, 0);
	must(kernel, call.INSTALL, self, 5, SLOT_CHILD_ACCOUNT, RIGHTS_ALL, 0);
	must(kernel, call.INSTALL, self, self, SLOT_OWN_SELF, RIGHTS_ALL, 0);
}

function buildRegion(kernel: ModelKernel, row: number, slot: number): void {
	must(kernel, call.REGION_CREATE, 4, EXTENT_ROW, row, 16, slot);
	must(kernel, call.REGION_PREPARE, 4, row, 0);
}

/** Gives a process and its memory a label of their own: it may use what has label 0, but not write there. */
function setLabel(kernel: ModelKernel, row: number): void {
	must(kernel, call.FLOW_SET, SLOT_CONTROL, OWN_LABEL, OWN_LABEL, FLOW_ALL);
	must(kernel, call.FLOW_SET, SLOT_CONTROL, OWN_LABEL, 0, FLOW_ALL & ~FLOW_WRITE);
	must(kernel, call.REGION_LABEL, SLOT_CONTROL, 4, memoryRow(row), OWN_LABEL);
	must(kernel, call.PROCESS_LABEL, SLOT_CONTROL, processSlot(row), OWN_LABEL);
}

/** A gate (its badge names the holder) and a signal from one process to another. */
function connect(kernel: ModelKernel, from: number, to: number): void {
	const target = to === INIT ? SLOT_SELF : processSlot(to);
	must(kernel, call.GATE, target, 50, from);
	must(kernel, call.INSTALL, processSlot(from), 50, gateOf(to), RIGHTS_ALL, 0);
	must(kernel, call.DELETE, 50);
	must(kernel, call.SIGNAL, target, 50, 1 << from);
	must(kernel, call.INSTALL, processSlot(from), 50, signalOf(to), RIGHTS_ALL, 0);
	must(kernel, call.DELETE, 50);
}

function bindLine(kernel: ModelKernel, row: number): void {
	const target = row === INIT ? SLOT_SELF : processSlot(row);
	must(kernel, call.INTERRUPT_CREATE, SLOT_CONTROL, lineOf(row), 50);
	must(kernel, call.SIGNAL, target, 51, 0x100);
	must(kernel, call.INTERRUPT_BIND, 50, 51);
	must(kernel, call.DELETE, 51);
	if (row !== INIT) must(kernel, call.INSTALL, target, 50, SLOT_OWN_LINE, RIGHTS_ALL, 0);
	must(kernel, call.DELETE, 50);
}
