/** Reads of kernel tables that the machine needs: process rows and mappings. It never writes them. */
import {
	BLOCK_BASE,
	BLOCK_MAPPINGS,
	BLOCK_STRIDE,
	MAPPING_REGION,
	MAPPING_RIGHTS,
	MAPPING_STRIDE,
	PROCESS_BASE,
	PROCESS_STRIDE,
} from '../../../kernel/layout.ts';

/** One memory of a process. */
export interface Mapping {
	/** Region row. */
	readonly region: number;
	/** RIGHT_READ | RIGHT_WRITE | RIGHT_EXECUTE. */
	readonly rights: number;
}

/** A 4-byte field of a process row. */
export function processField(words: Int32Array, process: number, field: number): number {
	return words[(PROCESS_BASE + process * PROCESS_STRIDE + field) >> 2] as number;
}

/** What `memory` of the process is mapped to. */
export function mappingOf(words: Int32Array, process: number, memory: number): Mapping | undefined {
	const row = (BLOCK_BASE + process * BLOCK_STRIDE + BLOCK_MAPPINGS + memory * MAPPING_STRIDE) >> 2;
	const rights = words[row + (MAPPING_RIGHTS >> 2)] as number;
	return rights === 0 ? undefined : { region: words[row + (MAPPING_REGION >> 2)] as number, rights };
}
