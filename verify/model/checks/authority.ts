/** Whoever executes reaches only memory that it may reach now; whatever succeeds, succeeds by a capability that is good now. */

import { FLOW_READ, FLOW_WRITE, RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE } from '../../../abi/rights.ts';
import * as layout from '../../../kernel/layout.ts';
import { isGood, readCapability } from '../../invariants/capabilities.ts';
import { grantLives } from '../../invariants/grants.ts';
import type { Action } from '../configuration.ts';
import type { Player } from '../player.ts';
import type { Verdict } from './statement.ts';

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

/** Of the slots that the action uses, one whose capability is not good now, 0 when all are. */
export function badSlot({ kernel }: Player, { uses }: Action): number {
	for (const slot of uses) {
		if (!isGood(kernel, readCapability(kernel, kernel.current, slot))) return slot;
	}
	return 0;
}
