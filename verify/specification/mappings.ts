/** Mappings and loans: the memories of processes, from the chapter "Memory" of docs/reference/01-kernel.md. */
import { MEMORIES, MEMORY_CODE, MEMORY_LAST_REGION, MEMORY_NATIVE, MEMORY_OWN } from '../../abi/component.ts';
import { INVALID_ARGUMENT, MISSING_RIGHT, OK, OUT_OF_BOUNDS, SLOT_OCCUPIED, WRONG_STATE } from '../../abi/errors.ts';
import { FLOW_READ, KIND_REGION, RIGHT_CONFIGURE, RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import {
	ACTIVE_CALL,
	GLOBAL_EPOCH_64,
	GLOBAL_OUT_WORD0,
	GLOBAL_OUT_WORDS,
	MEMORY_DEVICE,
	MEMORY_IMAGE,
	REGION_STEP,
} from '../../kernel/layout.ts';
import {
	find,
	findProcess,
	flow,
	flows,
	grantLives,
	isWithin,
	must,
	needs,
	objectOf,
	processOf,
} from './conventions.ts';
import * as machine from './machine.ts';
import { capability, global64, mapping, process, region, setGlobal, setWindow } from './state.ts';

/** Pages of a WebAssembly page. */
const WASM_PAGE: u32 = 16;
const WRITABLE: u32 = RIGHT_READ | RIGHT_WRITE;
const EXECUTABLE: u32 = RIGHT_READ | RIGHT_EXECUTE;
// First-level descriptor (Arm ARM D8.3, D8.4): a table, and what its hierarchical bits take away.
const TABLE: u64 = 3;
const NO_PRIVILEGED_EXECUTE: u64 = (<u64>1) << 59;
const NO_EXECUTE: u64 = (<u64>1) << 60;
const READ_ONLY: u64 = (<u64>1) << 62;

/** What holding or mapping memory with `rights` lets flow: reading and executing READ, writing WRITE. */
export function memoryOperations(rights: u32): u32 {
	// FLOW_READ and FLOW_WRITE have the numbers of RIGHT_READ and RIGHT_WRITE.
	return (rights & (RIGHT_READ | RIGHT_WRITE)) | ((rights & RIGHT_EXECUTE) / (RIGHT_EXECUTE / FLOW_READ));
}

/** Is memory `memory` (below MEMORIES) mapped? */
function isMapped(holder: u32, memory: u32): bool {
	return (process(holder).mapped & (1 << memory)) !== 0;
}

/** A mapping is good as long as its region and its grant were not revoked and the flow matrix allows it. */
function mappingLives(holder: u32, memory: u32): bool {
	const entry = mapping(holder, memory);
	if (entry.generation !== region(entry.region).generation) return false;
	if (!grantLives(entry.grant, entry.grantGeneration)) return false;
	return flows(process(holder).label, region(entry.region).label, memoryOperations(entry.rights));
}

/** "Range inside a live mapping with those rights". */
export function covers(holder: u32, memory: u32, rights: u32, offset: u32, length: u32): bool {
	if (memory >= MEMORIES || !isMapped(holder, memory)) return false;
	if ((mapping(holder, memory).rights & rights) !== rights) return false;
	if (!mappingLives(holder, memory)) return false;
	return <u64>offset + <u64>length <= (<u64>region(mapping(holder, memory).region).pages) << 12;
}

/** The memory becomes region `row` with `rights`, under a grant. */
export function map(holder: u32, memory: u32, row: u32, rights: u32, grantRow: u32, grantGeneration: u32): void {
	mapping(holder, memory).region = row;
	mapping(holder, memory).generation = region(row).generation;
	mapping(holder, memory).rights = rights;
	mapping(holder, memory).grant = grantRow;
	mapping(holder, memory).grantGeneration = grantGeneration;
	process(holder).mapped |= 1 << memory;
	const readOnly: u64 = (rights & RIGHT_WRITE) === 0 ? READ_ONLY : 0;
	const noExecute: u64 = (rights & RIGHT_EXECUTE) === 0 ? NO_EXECUTE : 0;
	const tables = (<u64>region(row).tables) << 12;
	setWindow(holder, memory, tables | TABLE | NO_PRIVILEGED_EXECUTE | readOnly | noExecute);
	machine.mapping(holder, memory);
}

function unmap(holder: u32, memory: u32): void {
	mapping(holder, memory).region = 0;
	mapping(holder, memory).generation = 0;
	mapping(holder, memory).rights = 0;
	mapping(holder, memory).grant = 0;
	mapping(holder, memory).grantGeneration = 0;
	process(holder).mapped &= ~(1 << memory);
	setWindow(holder, memory, 0);
	machine.mapping(holder, memory);
}

/** "A process whose copy [of the epoch] differs re-checks its at most 16 mappings before it executes": the lowest first. */
export function recheckMappings(holder: u32): void {
	if (process(holder).epoch === global64(GLOBAL_EPOCH_64)) return;
	process(holder).epoch = global64(GLOBAL_EPOCH_64);
	for (let memory: u32 = 0; memory < MEMORIES; memory++) {
		if (isMapped(holder, memory) && !mappingLives(holder, memory)) unmap(holder, memory);
	}
}

/** "A moved region leaves the giver's memories too." */
export function unmapRegion(holder: u32, row: u32): void {
	for (let memory: u32 = 0; memory < MEMORIES; memory++) {
		if (isMapped(holder, memory) && mapping(holder, memory).region === row) unmap(holder, memory);
	}
}

/**
 * Shape: "15: image with R+X; 13: R+W; 0: R+W, whole WebAssembly pages; 1..12: R or R+W, whole WebAssembly pages unless it is a device;
 * X nowhere else".
 */
function hasShape(memory: u32, row: u32, rights: u32): bool {
	const image = region(row).kind === MEMORY_IMAGE;
	if (memory === MEMORY_CODE) return image && rights === EXECUTABLE;
	if (image || (rights & RIGHT_EXECUTE) !== 0) return false;
	if (memory === MEMORY_NATIVE) return rights === WRITABLE;
	// Without X: R or R+W.
	if (memory > MEMORY_LAST_REGION || (rights & RIGHT_READ) === 0) return false;
	if (memory === MEMORY_OWN && (rights & RIGHT_WRITE) === 0) return false;
	const parts = region(row).kind === MEMORY_DEVICE && memory !== MEMORY_OWN;
	return parts || region(row).pages % WASM_PAGE === 0;
}

/**
 * REGION_MAP(process, region, memory, rights): find(process), needs CONFIGURE (0: myself); memory < 16, rights within R, W, X and not none
 * else INVALID_ARGUMENT; find(region), needs rights; shape else INVALID_ARGUMENT; prepared else WRONG_STATE; flow READ/WRITE else
 * FORBIDDEN_FLOW; memory not mapped else SLOT_OCCUPIED.
 */
export function regionMap(caller: u32, target: u32, slot: u32, memory: u32, rights: u32): i32 {
	const holder = processOf(caller, target);
	const row = objectOf(caller, slot);
	const error =
		findProcess(caller, target, RIGHT_CONFIGURE) ||
		must(memory < MEMORIES && isWithin(rights, WRITABLE | RIGHT_EXECUTE), INVALID_ARGUMENT) ||
		find(caller, slot, KIND_REGION) ||
		needs(caller, slot, rights) ||
		must(hasShape(memory, row, rights), INVALID_ARGUMENT) ||
		must(region(row).prepared * REGION_STEP >= region(row).pages, WRONG_STATE) ||
		flow(process(holder).label, region(row).label, memoryOperations(rights)) ||
		must(!isMapped(holder, memory), SLOT_OCCUPIED);
	if (error !== OK) return error;
	map(holder, memory, row, rights, capability(caller, slot).grant, capability(caller, slot).grantGeneration);
	return OK;
}

/** REGION_UNMAP(process, memory): find(process), needs CONFIGURE (0: myself); mapped else INVALID_ARGUMENT. */
export function regionUnmap(caller: u32, target: u32, memory: u32): i32 {
	const holder = processOf(caller, target);
	const error =
		findProcess(caller, target, RIGHT_CONFIGURE) ||
		must(memory < MEMORIES && isMapped(holder, memory), INVALID_ARGUMENT);
	if (error !== OK) return error;
	unmap(holder, memory);
	return OK;
}

/** Loan of the call that the server serves: memory | rights << 8, 0 = none. */
function loanOf(server: u32): u32 {
	return process(process(server).caller).loan;
}

/** "Serving a call that lends, else WRONG_STATE." */
function lends(server: u32): i32 {
	return must(process(server).active === ACTIVE_CALL && loanOf(server) !== 0, WRONG_STATE);
}

/**
 * LOAN_READ, LOAN_WRITE(offset, pointer, length): serving a call that lends, else WRONG_STATE; loan has the right else MISSING_RIGHT;
 * inside the loan, and both memories still mapped, else OUT_OF_BOUNDS.
 */
function loanCheck(server: u32, offset: u32, pointer: u32, length: u32, right: u32): i32 {
	const client = process(server).caller;
	const memory = loanOf(server) & (MEMORIES - 1);
	return (
		lends(server) ||
		must(((loanOf(server) >> 8) & right) !== 0, MISSING_RIGHT) ||
		must(<u64>offset + <u64>length <= <u64>process(client).loanLength, OUT_OF_BOUNDS) ||
		must(covers(client, memory, right, process(client).loanOffset + offset, length), OUT_OF_BOUNDS) ||
		must(covers(server, MEMORY_OWN, WRITABLE, pointer, length), OUT_OF_BOUNDS)
	);
}

/** LOAN_READ: copied from the caller's loan to own memory 0. */
export function loanRead(server: u32, offset: u32, pointer: u32, length: u32): i32 {
	const error = loanCheck(server, offset, pointer, length, RIGHT_READ);
	if (error !== OK) return error;
	const client = process(server).caller;
	const from = process(client).loanOffset + offset;
	machine.copy(client, loanOf(server) & (MEMORIES - 1), from, server, MEMORY_OWN, pointer, length);
	return OK;
}

/** LOAN_WRITE: copied from own memory 0 to the caller's loan. */
export function loanWrite(server: u32, offset: u32, pointer: u32, length: u32): i32 {
	const error = loanCheck(server, offset, pointer, length, RIGHT_WRITE);
	if (error !== OK) return error;
	const client = process(server).caller;
	const to = process(client).loanOffset + offset;
	machine.copy(server, MEMORY_OWN, pointer, client, loanOf(server) & (MEMORIES - 1), to, length);
	return OK;
}

/** LOAN_SIZE(): serving a call that lends, else WRONG_STATE; length; word 0 = rights. */
export function loanSize(server: u32): i32 {
	const error = lends(server);
	if (error !== OK) return error;
	setGlobal(GLOBAL_OUT_WORDS, 1);
	setGlobal(GLOBAL_OUT_WORD0, loanOf(server) >> 8);
	return process(process(server).caller).loanLength & 0x7fffffff;
}
