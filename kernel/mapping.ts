/**
 * Regions as memories of a process. A region owns its L2 and L3 page tables; mapping it writes one first-level descriptor of the
 * process, whose hierarchical bits (Arm ARM D8.4: APTable, UXNTable, PXNTable) take away the rights that the mapping lacks.
 */

import { MEMORIES, MEMORY_CODE, MEMORY_LAST_REGION, MEMORY_NATIVE, MEMORY_OWN } from '../abi/component.ts';
import { FORBIDDEN_FLOW, INVALID_ARGUMENT, OK, SLOT_OCCUPIED, WRONG_STATE } from '../abi/errors.ts';
import { KIND_REGION, RIGHT_CONFIGURE, RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE } from '../abi/rights.ts';
import { find, lacks } from './capability.ts';
import { flows, memoryOperations } from './flow.ts';
import { grantLives } from './grant.ts';
import { GLOBAL_EPOCH_64, MEMORY_DEVICE, MEMORY_IMAGE, REGION_COUNT, REGION_STEP } from './layout.ts';
import * as machine from './machine.ts';
import { target } from './process.ts';
import { capability, flow, global64, mapping, process, region, setWindow } from './table.ts';

const DESCRIPTOR_TABLE: u64 = 3;
const TABLE_READ_ONLY: u64 = (<u64>1) << 62;
const TABLE_NO_EXECUTE: u64 = (<u64>1) << 60;
const TABLE_NO_PRIVILEGED_EXECUTE: u64 = (<u64>1) << 59;
/** WebAssembly pages are 16 of ours. */
const PAGES_OF_WASM_PAGE: u32 = 16;

/** The first-level descriptor that maps region `row` with `rights`. */
function descriptor(row: u32, rights: u32): u64 {
	let bits = ((<u64>region(row).tables) << 12) | DESCRIPTOR_TABLE | TABLE_NO_PRIVILEGED_EXECUTE;
	if ((rights & RIGHT_WRITE) === 0) bits |= TABLE_READ_ONLY;
	if ((rights & RIGHT_EXECUTE) === 0) bits |= TABLE_NO_EXECUTE;
	return bits;
}

/** Records and installs a mapping; everything has been checked. */
export function setMap(holder: u32, memory: u32, row: u32, rights: u32, grantRow: u32, grantGeneration: u32): void {
	mapping(holder, memory).region = row;
	mapping(holder, memory).generation = region(row).generation;
	mapping(holder, memory).rights = rights;
	mapping(holder, memory).grant = grantRow;
	mapping(holder, memory).grantGeneration = grantGeneration;
	process(holder).mapped |= 1 << memory;
	setWindow(holder, memory, descriptor(row, rights));
	machine.mapping(holder, memory);
}

/** Takes memory `memory` (below MEMORIES) away from the process. */
export function unmap(holder: u32, memory: u32): void {
	setWindow(holder, memory, 0);
	mapping(holder, memory).region = 0;
	mapping(holder, memory).generation = 0;
	mapping(holder, memory).rights = 0;
	mapping(holder, memory).grant = 0;
	mapping(holder, memory).grantGeneration = 0;
	process(holder).mapped = process(holder).mapped & ~(1 << memory);
	machine.mapping(holder, memory);
}

/** Is the mapping still backed by a good grant, an unchanged region and the flow matrix? */
function mappingLives(holder: u32, memory: u32): bool {
	const row = mapping(holder, memory).region;
	if (row >= REGION_COUNT) return false;
	if (region(row).generation !== mapping(holder, memory).generation) return false;
	if (!grantLives(mapping(holder, memory).grant, mapping(holder, memory).grantGeneration)) return false;
	const operations = memoryOperations(mapping(holder, memory).rights);
	return flows(process(holder).label, region(row).label, operations);
}

/** Before a process executes: if anything was revoked since it last did, drop the mappings that have died. */
export function recheckMappings(holder: u32): void {
	const epoch = global64(GLOBAL_EPOCH_64);
	if (process(holder).epoch !== epoch) recheck(holder, epoch);
}

function recheck(holder: u32, epoch: u64): void {
	process(holder).epoch = epoch;
	const label = process(holder).label;
	let mapped = process(holder).mapped;
	for (let count: u32 = 0; count < MEMORIES; count++) {
		if (mapped === 0) return;
		const memory = <u32>ctz(mapped) & 15;
		const entry = mapping(holder, memory);
		const target = region(entry.region);
		mapped &= mapped - 1;
		// Each term is zero in the ordinary case; otherwise it is looked at closely. This is the longest stretch of an interrupt's way.
		const odd =
			(target.generation ^ entry.generation) |
			entry.grant |
			(~flow(label, target.label) & memoryOperations(entry.rights));
		if (odd !== 0 && !mappingLives(holder, memory)) unmap(holder, memory);
	}
}

/** Drops every mapping of a region that the process gave away. */
export function unmapRegion(holder: u32, row: u32): void {
	for (let memory: u32 = 0; memory < MEMORIES; memory++) {
		const mapped = (process(holder).mapped & (1 << memory)) !== 0;
		if (mapped && mapping(holder, memory).region === row) unmap(holder, memory);
	}
}

/** True when the process has [offset, offset + length) of `memory` mapped with `rights`, now. */
export function covers(holder: u32, memory: u32, rights: u32, offset: u32, length: u32): bool {
	if (memory >= MEMORIES || (process(holder).mapped & (1 << memory)) === 0) return false;
	if ((mapping(holder, memory).rights & rights) !== rights || !mappingLives(holder, memory)) return false;
	const size = (<u64>region(mapping(holder, memory).region).pages) << 12;
	return <u64>offset + <u64>length <= size;
}

/** Which rights and sizes make sense as memory `memory`. */
function checkShape(memory: u32, row: u32, rights: u32): bool {
	if (memory === MEMORY_CODE) return rights === (RIGHT_READ | RIGHT_EXECUTE);
	if ((rights & RIGHT_EXECUTE) !== 0 || region(row).kind === MEMORY_IMAGE) return false;
	if (memory === MEMORY_NATIVE) return rights === (RIGHT_READ | RIGHT_WRITE);
	if (memory > MEMORY_LAST_REGION || (rights & RIGHT_READ) === 0) return false;
	if (memory === MEMORY_OWN && (rights & RIGHT_WRITE) === 0) return false;
	// Of a device a driver gets the pages that are its own, even where others follow within the WebAssembly page.
	if (region(row).kind === MEMORY_DEVICE && memory !== MEMORY_OWN) return true;
	return region(row).pages % PAGES_OF_WASM_PAGE === 0;
}

/** REGION_MAP(process, region, memory, rights). */
export function regionMap(caller: u32, processSlot: u32, regionSlot: u32, memory: u32, rights: u32): i32 {
	const holder = target(caller, processSlot, RIGHT_CONFIGURE);
	if (holder < 0) return holder;
	const source = find(caller, regionSlot, KIND_REGION);
	if (memory >= MEMORIES || rights === 0 || (rights & ~(RIGHT_READ | RIGHT_WRITE | RIGHT_EXECUTE)) !== 0)
		return INVALID_ARGUMENT;
	const error = lacks(source, rights);
	if (error !== OK) return error;
	const row = capability(source).object;
	if (!checkShape(memory, row, rights)) return INVALID_ARGUMENT;
	if (region(row).prepared * REGION_STEP < region(row).pages) return WRONG_STATE;
	const label = process(holder).label;
	if (!flows(label, region(row).label, memoryOperations(rights))) return FORBIDDEN_FLOW;
	if ((process(holder).mapped & (1 << memory)) !== 0) return SLOT_OCCUPIED;
	// ---- commit ----
	setMap(holder, memory, row, rights, capability(source).grant, capability(source).grantGeneration);
	return OK;
}

/** REGION_UNMAP(process, memory). */
export function regionUnmap(caller: u32, processSlot: u32, memory: u32): i32 {
	const holder = target(caller, processSlot, RIGHT_CONFIGURE);
	if (holder < 0) return holder;
	if (memory >= MEMORIES || (process(holder).mapped & (1 << memory)) === 0) return INVALID_ARGUMENT;
	// ---- commit ----
	unmap(holder, memory);
	return OK;
}
