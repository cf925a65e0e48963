/** What a person wants to know of a machine: who is there, in which state, with which memories. Reads kernel memory, writes nothing. */
import { STATE_FREE } from '../../../abi/calls.ts';
import { MEMORY_LAST_REGION } from '../../../abi/component.ts';
import {
	PROCESS_ACTIVE,
	PROCESS_CALLER,
	PROCESS_CAUSE,
	PROCESS_FAULT_COUNT,
	PROCESS_LABEL_FIELD,
	PROCESS_PRIORITY,
	PROCESS_STATE,
	PROCESS_TIME,
} from '../../../kernel/layout.ts';
import type { Core } from './core.ts';
import { mappingOf, processField } from './mapping.ts';
import type { HostedProcess } from './process.ts';

export interface ProcessView {
	readonly row: number;
	readonly name: string;
	/** Name of the component binary; empty before the first start. */
	readonly image: string;
	/** STATE_* of abi/calls.ts. */
	readonly state: number;
	readonly priority: number;
	readonly label: number;
	/** ACTIVE_* of kernel/layout.ts. */
	readonly active: number;
	/** Row of the process whose call it serves, 0 = none. */
	readonly caller: number;
	/** Faults so far, and the CAUSE_* of the last one. */
	readonly faults: number;
	readonly cause: number;
	/** Region row by memory number, for the memories that are mapped. */
	readonly memories: Record<number, number>;
	/** Processor time charged to its budget, in units of 1024 ns, modulo 2^32. */
	readonly time: number;
	/** Bytes of its own memory, 0 before the first start. */
	readonly memoryBytes: number;
	/** Calls of others that were answered, signals raised, instances made. */
	readonly calls: number;
	readonly notifies: number;
	readonly instantiations: number;
}

/** All processes that exist. */
export function viewProcesses(core: Core, names: ReadonlyMap<number, string>): ProcessView[] {
	const existing = core.processes.filter(({ row }) => processField(core.words, row, PROCESS_STATE) !== STATE_FREE);
	return existing.map((process) => viewProcess(core, process, names.get(process.row) ?? `process ${process.row}`));
}

function viewProcess(core: Core, process: HostedProcess, name: string): ProcessView {
	const { row, calls, notifies, instantiations } = process;
	const field = (offset: number) => processField(core.words, row, offset);
	return {
		row,
		name,
		image: core.imageName(row) ?? '',
		state: field(PROCESS_STATE),
		priority: field(PROCESS_PRIORITY),
		label: field(PROCESS_LABEL_FIELD),
		active: field(PROCESS_ACTIVE),
		caller: field(PROCESS_CALLER),
		faults: field(PROCESS_FAULT_COUNT),
		cause: field(PROCESS_CAUSE),
		memories: viewMemories(core, row),
		time: field(PROCESS_TIME) >>> 0,
		memoryBytes: process.instance === undefined ? 0 : process.words.byteLength,
		calls,
		notifies,
		instantiations,
	};
}

function viewMemories(core: Core, row: number): Record<number, number> {
	const memories: Record<number, number> = {};
	for (let memory = 0; memory <= MEMORY_LAST_REGION; memory++) {
		const mapping = mappingOf(core.words, row, memory);
		if (mapping !== undefined) memories[memory] = mapping.region;
	}
	return memories;
}
