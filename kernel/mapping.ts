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
import {
	CAPABILITY_GRANT,
	CAPABILITY_GRANT_GENERATION,
	CAPABILITY_OBJECT,
	GLOBAL_EPOCH_64,
	MAPPING_GENERATION,
	MAPPING_GRANT,
	MAPPING_GRANT_GENERATION,
	MAPPING_REGION,
	MAPPING_RIGHTS,
	MEMORY_IMAGE,
	PROCESS_EPOCH_64,
	PROCESS_LABEL_FIELD,
	PROCESS_MAPPED,
	REGION_COUNT,
	REGION_GENERATION,
	REGION_KIND,
	REGION_LABEL_FIELD,
	REGION_PAGES,
	REGION_PREPARED,
	REGION_STEP,
	REGION_TABLES,
} from './layout.ts';
import * as machine from './machine.ts';
import { target } from './process.ts';
import {
	capability,
	global64,
	mapping,
	process,
	process64,
	region,
	setMapping,
	setProcess,
	setProcess64,
	setWindow,
} from './table.ts';

const DESCRIPTOR_TABLE: u64 = 3;
const TABLE_READ_ONLY: u64 = (<u64>1) << 62;
const TABLE_NO_EXECUTE: u64 = (<u64>1) << 60;
const TABLE_NO_PRIVILEGED_EXECUTE: u64 = (<u64>1) << 59;
/** WebAssembly pages are 16 of ours. */
const PAGES_OF_WASM_PAGE: u32 = 16;

/** The first-level descriptor that maps region `row` with `rights`. */
function descriptor(row: u32, rights: u32): u64 {
	let bits = ((<u64>region(row, REGION_TABLES)) << 12) | DESCRIPTOR_TABLE | TABLE_NO_PRIVILEGED_EXECUTE;
	if ((rights & RIGHT_WRITE) === 0) bits |= TABLE_READ_ONLY;
	if ((rights & RIGHT_EXECUTE) === 0) bits |= TABLE_NO_EXECUTE;
	return bits;
}

/** Records and installs a mapping; everything has been checked. */
export function setMap(holder: u32, memory: u32, row: u32, rights: u32, grantRow: u32, grantGeneration: u32): void {
	setMapping(holder, memory, MAPPING_REGION, row);
	setMapping(holder, memory, MAPPING_GENERATION, region(row, REGION_GENERATION));
	setMapping(holder, memory, MAPPING_RIGHTS, rights);
	setMapping(holder, memory, MAPPING_GRANT, grantRow);
	setMapping(holder, memory, MAPPING_GRANT_GENERATION, grantGeneration);
	setProcess(holder, PROCESS_MAPPED, process(holder, PROCESS_MAPPED) | (1 << memory));
	setWindow(holder, memory, descriptor(row, rights));
	machine.mapping(holder, memory);
}

/** Takes memory `memory` (below MEMORIES) away from the process. */
export function unmap(holder: u32, memory: u32): void {
	setWindow(holder, memory, 0);
	setMapping(holder, memory, MAPPING_REGION, 0);
	setMapping(holder, memory, MAPPING_GENERATION, 0);
	setMapping(holder, memory, MAPPING_RIGHTS, 0);
	setMapping(holder, memory, MAPPING_GRANT, 0);
	setMapping(holder, memory, MAPPING_GRANT_GENERATION, 0);
	setProcess(holder, PROCESS_MAPPED, process(holder, PROCESS_MAPPED) & ~(1 << memory));
	machine.mapping(holder, memory);
}

/** Is the mapping still backed by a good grant, an unchanged region and the flow matrix? */
function mappingLives(holder: u32, memory: u32): bool {
	const row = mapping(holder, memory, MAPPING_REGION);
	if (row >= REGION_COUNT) return false;
	if (region(row, REGION_GENERATION) !== mapping(holder, memory, MAPPING_GENERATION)) return false;
	if (!grantLives(mapping(holder, memory, MAPPING_GRANT), mapping(holder, memory, MAPPING_GRANT_GENERATION)))
		return false;
	const operations = memoryOperations(mapping(holder, memory, MAPPING_RIGHTS));
	return flows(process(holder, PROCESS_LABEL_FIELD), region(row, REGION_LABEL_FIELD), operations);
}

/** Before a process executes: if anything was revoked since it last did, drop the mappings that have died. */
export function recheckMappings(holder: u32): void {
	const epoch = global64(GLOBAL_EPOCH_64);
	if (process64(holder, PROCESS_EPOCH_64) !== epoch) recheck(holder, epoch);
}

function recheck(holder: u32, epoch: u64): void {
	setProcess64(holder, PROCESS_EPOCH_64, epoch);
	let mapped = process(holder, PROCESS_MAPPED);
	for (let count: u32 = 0; count < MEMORIES; count++) {
		if (mapped === 0) return;
		const memory = <u32>ctz(mapped) & 15;
		mapped &= mapped - 1;
		if (!mappingLives(holder, memory)) unmap(holder, memory);
	}
}

/** Drops every mapping of a region that the process gave away. */
export function unmapRegion(holder: u32, row: u32): void {
	for (let memory: u32 = 0; memory < MEMORIES; memory++) {
		const mapped = (process(holder, PROCESS_MAPPED) & (1 << memory)) !== 0;
		if (mapped && mapping(holder, memory, MAPPING_REGION) === row) unmap(holder, memory);
	}
}

/** True when the process has [offset, offset + length) of `memory` mapped with `rights`, now. */
export function covers(holder: u32, memory: u32, rights: u32, offset: u32, length: u32): bool {
	if (memory >= MEMORIES || (process(holder, PROCESS_MAPPED) & (1 << memory)) === 0) return false;
	if ((mapping(holder, memory, MAPPING_RIGHTS) & rights) !== rights || !mappingLives(holder, memory)) return false;
	const size = (<u64>region(mapping(holder, memory, MAPPING_REGION), REGION_PAGES)) << 12;
	return <u64>offset + <u64>length <= size;
}

/** Which rights and sizes make sense as memory `memory`. */
function checkShape(memory: u32, row: u32, rights: u32): bool {
	if (memory === MEMORY_CODE) return rights === (RIGHT_READ | RIGHT_EXECUTE);
	if ((rights & RIGHT_EXECUTE) !== 0 || region(row, REGION_KIND) === MEMORY_IMAGE) return false;
	if (memory === MEMORY_NATIVE) return rights === (RIGHT_READ | RIGHT_WRITE);
	if (memory > MEMORY_LAST_REGION || (rights & RIGHT_READ) === 0) return false;
	if (memory === MEMORY_OWN && (rights & RIGHT_WRITE) === 0) return false;
	return region(row, REGION_PAGES) % PAGES_OF_WASM_PAGE === 0;
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
	const row = capability(source, CAPABILITY_OBJECT);
	if (!checkShape(memory, row, rights)) return INVALID_ARGUMENT;
	if (region(row, REGION_PREPARED) * REGION_STEP < region(row, REGION_PAGES)) return WRONG_STATE;
	const label = process(holder, PROCESS_LABEL_FIELD);
	if (!flows(label, region(row, REGION_LABEL_FIELD), memoryOperations(rights))) return FORBIDDEN_FLOW;
	if ((process(holder, PROCESS_MAPPED) & (1 << memory)) !== 0) return SLOT_OCCUPIED;
	// ---- commit ----
	setMap(
		holder,
		memory,
		row,
		rights,
		capability(source, CAPABILITY_GRANT),
		capability(source, CAPABILITY_GRANT_GENERATION),
	);
	return OK;
}

/** REGION_UNMAP(process, memory). */
export function regionUnmap(caller: u32, processSlot: u32, memory: u32): i32 {
	const holder = target(caller, processSlot, RIGHT_CONFIGURE);
	if (holder < 0) return holder;
	if (memory >= MEMORIES || (process(holder, PROCESS_MAPPED) & (1 << memory)) === 0) return INVALID_ARGUMENT;
	// ---- commit ----
	unmap(holder, memory);
	return OK;
}
