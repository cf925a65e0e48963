/** Reads of kernel tables that the machine needs: process rows, mappings and interrupt lines. It never writes them. */
import {
	BLOCK_BASE,
	BLOCK_MAPPINGS,
	BLOCK_STRIDE,
	INTERRUPT_BASE,
	INTERRUPT_COUNT,
	INTERRUPT_PROCESS,
	INTERRUPT_STATE,
	INTERRUPT_STRIDE,
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

/** The interrupt lines that are bound to a process. */
export function linesOf(words: Int32Array, process: number): number[] {
	const field = (line: number, offset: number) => words[(INTERRUPT_BASE + line * INTERRUPT_STRIDE + offset) >> 2];
	const lines = Array.from({ length: INTERRUPT_COUNT }, (_, line) => line);
	return lines.filter((line) => field(line, INTERRUPT_STATE) === 1 && field(line, INTERRUPT_PROCESS) === process);
}
