/** Whoever executes reaches only memory that it may reach now; whatever succeeds, succeeds by a capability that is good now. */

import { FLOW_READ, FLOW_WRITE, RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE } from '../../../abi/rights.ts';
import * as layout from '../../../kernel/layout.ts';
import { isGood, readCapability } from '../../invariants/capabilities.ts';
import { grantLives } from '../../invariants/grants.ts';
import type { Action } from '../configuration.ts';
import type { Player } from '../player.ts';
import type { Verdict } from './statement.ts';

const PAGE_BYTES = 4096;

export function checkMemory({ kernel }: Player): Verdict {
	const row = kernel.current;
	if (row === 0) return undefined;
	for (let memory = 0; memory < layout.MAPPING_COUNT; memory++) {
		const rights = kernel.mapping(row, memory, layout.MAPPING_RIGHTS);
		if (rights !== 0 && !mayUse(kernel, row, memory, rights)) {
			return `process ${row}, which executes, may use its memory ${memory} now`;
		}
	}
	return undefined;
}

function mayUse(kernel: Player['kernel'], holder: number, memory: number, rights: number): boolean {
	const region = kernel.mapping(holder, memory, layout.MAPPING_REGION);
	if (kernel.region(region, layout.REGION_STATE) !== layout.EXTENT_REGION) return false;
	if (kernel.region(region, layout.REGION_GENERATION) !== kernel.mapping(holder, memory, layout.MAPPING_GENERATION))
		return false;
	const grant = kernel.mapping(holder, memory, layout.MAPPING_GRANT);
	if (!grantLives(kernel, grant, kernel.mapping(holder, memory, layout.MAPPING_GRANT_GENERATION))) return false;
	const reads = (rights & (RIGHT_READ | RIGHT_EXECUTE)) === 0 ? 0 : FLOW_READ;
	const needs = reads | ((rights & RIGHT_WRITE) === 0 ? 0 : FLOW_WRITE);
	const subject = kernel.process(holder, layout.PROCESS_LABEL_FIELD);
	return (kernel.flow(subject, kernel.region(region, layout.REGION_LABEL_FIELD)) & needs) === needs;
}

/** What was copied between two processes, both may use now: as far as it goes, and the receiver to write. */
export function checkCopy(kernel: Player['kernel']): Verdict {
	if (kernel.copy.length === 0) return undefined;
	const [from = 0, fromMemory = 0, fromOffset = 0, to = 0, toMemory = 0, toOffset = 0, length = 0] = kernel.copy;
	const read = covers(kernel, from, fromMemory, RIGHT_READ, (fromOffset >>> 0) + (length >>> 0));
	const written = covers(kernel, to, toMemory, RIGHT_WRITE, (toOffset >>> 0) + (length >>> 0));
	return read && written ? undefined : `what is copied from process ${from} to process ${to} is memory of both, now`;
}

/** Has the process the first `end` bytes of a memory with that right, now? */
function covers(kernel: Player['kernel'], holder: number, memory: number, right: number, end: number): boolean {
	const rights = kernel.mapping(holder, memory, layout.MAPPING_RIGHTS);
	const region = kernel.mapping(holder, memory, layout.MAPPING_REGION);
	if ((rights & right) === 0 || end > kernel.region(region, layout.REGION_PAGES) * PAGE_BYTES) return false;
	return mayUse(kernel, holder, memory, rights);
}

/** Of the slots that the action uses, one whose capability is not good now, 0 when all are. */
export function badSlot({ kernel }: Player, { uses }: Action): number {
	for (const slot of uses) {
		if (!isGood(kernel, readCapability(kernel, kernel.current, slot))) return slot;
	}
	return 0;
}
