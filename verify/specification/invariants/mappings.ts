/** Mappings: rows that are well formed. What the hardware sees of them: tables.ts. When they may be used: flow.ts. */
import { MEMORY_CODE, MEMORY_LAST_REGION, MEMORY_NATIVE, MEMORY_OWN } from '../../../abi/component.ts';
import { RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE } from '../../../abi/rights.ts';
import { EXTENT_REGION, MAPPING_COUNT, MEMORY_IMAGE, REGION_COUNT, REGION_STEP } from '../../../kernel/layout.ts';
import { mapping, process, region } from '../state.ts';
import { isGrantReference } from './helpers.ts';

const READ_WRITE: u32 = RIGHT_READ | RIGHT_WRITE;

export function mappedBitIsOfMapping(holder: u32, memory: u32): bool {
	const mapped = ((process(holder).mapped >> (memory & 31)) & 1) !== 0;
	return mapped === (mapping(holder, memory).rights !== 0);
}

export function mappedBitsInRange(row: u32): bool {
	return process(row).mapped >> MAPPING_COUNT === 0;
}

export function unusedMappingIsZero(holder: u32, memory: u32): bool {
	const row = mapping(holder, memory);
	return row.rights !== 0 || (row.region | row.generation | row.grant | row.grantGeneration) === 0;
}

/** Code is read and executed, nothing else is ever executed; own and native memory is read and written, memory 14 is nobody's. */
export function mappingHasShapeOfMemory(holder: u32, memory: u32): bool {
	const rights = mapping(holder, memory).rights;
	if (rights === 0) return true;
	if (memory === MEMORY_CODE) return rights === (RIGHT_READ | RIGHT_EXECUTE);
	if (memory === MEMORY_OWN || memory === MEMORY_NATIVE) return rights === READ_WRITE;
	return memory <= MEMORY_LAST_REGION && (rights === RIGHT_READ || rights === READ_WRITE);
}

export function mappingRegionIsRow(holder: u32, memory: u32): bool {
	if (mapping(holder, memory).rights === 0) return true;
	return mapping(holder, memory).region !== 0 && mapping(holder, memory).region < REGION_COUNT;
}

export function mappingRegionHadGeneration(holder: u32, memory: u32): bool {
	return mapping(holder, memory).generation <= region(mapping(holder, memory).region).generation;
}

export function mappingGrantIsReference(holder: u32, memory: u32): bool {
	return isGrantReference(mapping(holder, memory).grant, mapping(holder, memory).grantGeneration);
}

/** Is there a mapping, and is its region still the one that was mapped? */
function isOfNow(holder: u32, memory: u32): bool {
	const row = mapping(holder, memory);
	return row.rights !== 0 && row.generation === region(row.region).generation;
}

export function mappingOfNowIsOfRegion(holder: u32, memory: u32): bool {
	return !isOfNow(holder, memory) || region(mapping(holder, memory).region).state === EXTENT_REGION;
}

export function mappingOfNowIsPrepared(holder: u32, memory: u32): bool {
	const row = mapping(holder, memory).region;
	return !isOfNow(holder, memory) || region(row).prepared * REGION_STEP >= region(row).pages;
}

/** W xor X. */
export function onlyImagesAreExecuted(holder: u32, memory: u32): bool {
	if (!isOfNow(holder, memory)) return true;
	const image = region(mapping(holder, memory).region).kind === MEMORY_IMAGE;
	return image === (memory === MEMORY_CODE);
}
