/** The mandatory policy: a process that may execute has nothing mapped that the matrix forbids its label. */

import { MEMORIES } from '../../abi/component.ts';
import { FLOW_ALL, FLOW_READ, FLOW_WRITE, RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import { isRechecked } from './pagetables.ts';
import type { Snapshot } from './snapshot.ts';
import type { Report } from './violation.ts';

/** Operations that using memory with `rights` amounts to. */
function operationsOf(rights: number): number {
	const reads = (rights & (RIGHT_READ | RIGHT_EXECUTE)) === 0 ? 0 : FLOW_READ;
	return (rights & RIGHT_WRITE) === 0 ? reads : reads | FLOW_WRITE;
}

export function checkFlow(snapshot: Snapshot, report: Report): void {
	for (let subject = 0; subject < layout.LABELS; subject++) {
		for (let object = 0; object < layout.LABELS; object++) {
			if (snapshot.flow(subject, object) <= FLOW_ALL) continue;
			report.holds(false, `flow ${subject} to ${object}`, 'only operations that exist', snapshot.flow(subject, object));
		}
	}
	for (const holder of snapshot.processes()) {
		const label = snapshot.process(holder, layout.PROCESS_LABEL_FIELD);
		report.holds(label < layout.LABELS, `process ${holder}`, 'label in range', label);
		if (label < layout.LABELS && isRechecked(snapshot, holder)) checkHolder(snapshot, report, holder, label);
	}
}

function checkHolder(snapshot: Snapshot, report: Report, holder: number, label: number): void {
	for (let memory = 0; memory < MEMORIES; memory++) {
		const rights = snapshot.mapping(holder, memory, layout.MAPPING_RIGHTS);
		const row = snapshot.mapping(holder, memory, layout.MAPPING_REGION);
		if (rights === 0 || row >= layout.REGION_COUNT) continue;
		const operations = operationsOf(rights);
		const allowed = snapshot.flow(label, snapshot.region(row, layout.REGION_LABEL_FIELD)) & operations;
		report.equal(`process ${holder} memory ${memory}`, 'the matrix allows the mapping', allowed, operations);
	}
}
