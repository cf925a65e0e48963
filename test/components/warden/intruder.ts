/** The hostile component: made with an account of its own, and given all that hostile/authority.ts names. */
import {
	ACCOUNT_CREATE,
	ACCOUNT_GIVE,
	CONFIGURE_BUDGET,
	CONFIGURE_PATIENCE,
	CONFIGURE_PRIORITY,
	CONFIGURE_WORST_CASE,
	DELETE,
	EXTENT_SPLIT,
	GATE,
	INSTALL,
	PROCESS_CONFIGURE,
	PROCESS_CREATE,
	PROCESS_START,
	REGION_CREATE,
	REGION_MAP,
	REGION_PREPARE,
	SIGNAL,
} from '../../../abi/calls.ts';
import { MEMORY_CODE, MEMORY_NATIVE, MEMORY_OWN } from '../../../abi/component.ts';
import { OK } from '../../../abi/errors.ts';
import {
	RESOURCE_ACCOUNT_ROW,
	RESOURCE_CPU,
	RESOURCE_GRANT_ROW,
	RESOURCE_PROCESS_ROW,
	RESOURCE_REGION_ROW,
	RESOURCE_SLOTS,
	RIGHT_EXECUTE,
	RIGHT_READ,
	RIGHT_WRITE,
	RIGHTS_ALL,
} from '../../../abi/rights.ts';
import { PROCESS_BLOCK_PAGES, REGION_STEP } from '../../../kernel/layout.ts';
import { ACCOUNT, FREE_RAM, memoryPages, nativePages, SCRATCH, sys } from '../director/stage.ts';
import * as given from '../hostile/authority.ts';

export const IMAGE_HOSTILE: i32 = 11;
const ROW_MEMORY: i32 = given.ROW_BLOCK + 1;
const ROW_NATIVE: i32 = given.ROW_BLOCK + 2;
/** The warden's slots. */
const CHILD: i32 = SCRATCH;
export const PROCESS: i32 = SCRATCH + 20;
const MEMORY: i32 = SCRATCH + 21;
const NATIVE: i32 = SCRATCH + 22;
const TEMPORARY: i32 = SCRATCH + 23;

const PRIORITY: i32 = 70;
const CEILING: i32 = 80;
const MILLISECOND: i32 = 1_000_000;
const BUDGET: i32 = 10 * MILLISECOND;
const PERIOD: i32 = 100 * MILLISECOND;
const WORST_CASE: i32 = MILLISECOND;
const PATIENCE: i32 = 3;
const BADGE: i32 = 31;
/** 12 % of the machine. */
const CPU: i32 = 7864;
const SLOTS: i32 = 100;
/** Memory beyond its own, in 4 KiB pages. */
const SPARE_PAGES: i32 = 200;
const READ_WRITE: i32 = RIGHT_READ | RIGHT_WRITE;

let failed: i32 = OK;

/** Keeps the first error. */
function must(status: i32): void {
	if (failed === OK) failed = status;
}

function give(resource: i32, value: i32): void {
	must(sys(ACCOUNT_GIVE, ACCOUNT, CHILD, resource, value));
}

function openAccount(): void {
	must(sys(ACCOUNT_CREATE, ACCOUNT, given.ROW_ACCOUNT, CHILD, CEILING));
	give(RESOURCE_SLOTS, SLOTS);
	give(RESOURCE_CPU, CPU);
	give(RESOURCE_PROCESS_ROW, given.ROW_PROCESS);
	for (let row = 0; row < given.SPARE_PROCESSES; row++) give(RESOURCE_PROCESS_ROW, given.ROW_SPARE_PROCESSES + row);
	for (let row = 0; row < given.CHILD_ACCOUNTS; row++) give(RESOURCE_ACCOUNT_ROW, given.ROW_CHILD_ACCOUNTS + row);
	for (let row = 0; row < given.GRANTS; row++) give(RESOURCE_GRANT_ROW, given.ROW_GRANTS + row);
	const own = memoryPages(IMAGE_HOSTILE) + nativePages(IMAGE_HOSTILE) + PROCESS_BLOCK_PAGES;
	must(sys(EXTENT_SPLIT, ACCOUNT, FREE_RAM, given.ROW_EXTENT, own + SPARE_PAGES));
	for (let row = 0; row < given.REGION_ROWS; row++) give(RESOURCE_REGION_ROW, given.ROW_EXTENT + row);
}

function memory(row: i32, pages: i32, slot: i32, number: i32): void {
	if (pages === 0) return;
	must(sys(REGION_CREATE, CHILD, given.ROW_EXTENT, row, pages, slot));
	for (let step = 0; step * <i32>REGION_STEP < pages; step++) must(sys(REGION_PREPARE, CHILD, row, step));
	must(sys(REGION_MAP, PROCESS, slot, number, READ_WRITE));
}

function makeProcess(): void {
	must(sys(EXTENT_SPLIT, CHILD, given.ROW_EXTENT, given.ROW_BLOCK, PROCESS_BLOCK_PAGES));
	must(sys(PROCESS_CREATE, CHILD, given.ROW_PROCESS, given.ROW_BLOCK, given.SLOTS, PROCESS));
	memory(ROW_MEMORY, memoryPages(IMAGE_HOSTILE), MEMORY, MEMORY_OWN);
	memory(ROW_NATIVE, nativePages(IMAGE_HOSTILE), NATIVE, MEMORY_NATIVE);
	must(sys(REGION_MAP, PROCESS, IMAGE_HOSTILE, MEMORY_CODE, RIGHT_READ | RIGHT_EXECUTE));
	must(sys(PROCESS_CONFIGURE, PROCESS, CONFIGURE_PRIORITY, PRIORITY));
	must(sys(PROCESS_CONFIGURE, PROCESS, CONFIGURE_BUDGET, BUDGET, PERIOD));
	must(sys(PROCESS_CONFIGURE, PROCESS, CONFIGURE_WORST_CASE, WORST_CASE));
	must(sys(PROCESS_CONFIGURE, PROCESS, CONFIGURE_PATIENCE, PATIENCE));
}

function install(slot: i32, destination: i32): void {
	must(sys(INSTALL, PROCESS, slot, destination, RIGHTS_ALL));
}

/** `answerer`: a gate; `bystander`: a process whose signal it gets; `region`: what it sees as memory 1, with `rights`. */
function equip(answerer: i32, bystander: i32, region: i32, rights: i32): void {
	must(sys(GATE, 0, TEMPORARY, BADGE));
	install(TEMPORARY, given.WARDEN);
	sys(DELETE, TEMPORARY);
	install(answerer, given.ANSWERER);
	must(sys(SIGNAL, bystander, TEMPORARY, 1 << 8));
	install(TEMPORARY, given.BYSTANDER);
	sys(DELETE, TEMPORARY);
	install(CHILD, given.ACCOUNT);
	install(PROCESS, given.SELF);
	install(IMAGE_HOSTILE, given.IMAGE);
	install(region, given.REGION);
	must(sys(REGION_MAP, PROCESS, region, 1, rights));
	must(sys(SIGNAL, PROCESS, TEMPORARY, 1));
	install(TEMPORARY, given.AGAIN);
	sys(DELETE, TEMPORARY);
}

/** Makes it, everything but started. First error. */
export function makeIntruder(answerer: i32, bystander: i32, region: i32, rights: i32): i32 {
	openAccount();
	makeProcess();
	equip(answerer, bystander, region, rights);
	return failed;
}

export function startIntruder(): i32 {
	return sys(PROCESS_START, PROCESS);
}
