/** Interrupt lines: bound only while somebody holds them, to bits of a process that exists or existed. */

import * as layout from '../../kernel/layout.ts';
import { checkGrantReference } from './grants.ts';
import type { Snapshot } from './snapshot.ts';
import type { Report } from './violation.ts';

export function checkInterrupts(snapshot: Snapshot, report: Report): void {
	for (let line = 0; line < layout.INTERRUPT_COUNT; line++) checkLine(snapshot, report, line);
}

function checkLine(snapshot: Snapshot, report: Report, line: number): void {
	const where = `interrupt ${line}`;
	const process = snapshot.line(line, layout.INTERRUPT_PROCESS);
	const bits = snapshot.line(line, layout.INTERRUPT_BITS);
	const generation = snapshot.line(line, layout.INTERRUPT_PROCESS_GENERATION);
	const grant = snapshot.line(line, layout.INTERRUPT_GRANT);
	const state = snapshot.line(line, layout.INTERRUPT_STATE);
	report.holds(state <= 1, where, 'is free or held', state);
	report.holds(snapshot.line(line, layout.INTERRUPT_MASKED) <= 1, where, 'masked is 0 or 1');
	report.holds(snapshot.line(line, layout.INTERRUPT_GENERATION) < layout.GENERATION_LAST, where, 'generation in range');
	checkGrantReference(snapshot, report, where, grant, snapshot.line(line, layout.INTERRUPT_GRANT_GENERATION));
	if (process === 0) {
		report.equal(where, 'unbound, it signals nothing', bits | generation | grant, 0);
		return;
	}
	report.equal(where, 'only a line that is held is bound', state, 1);
	report.holds(bits !== 0, where, 'bound, it raises something');
	if (process >= layout.PROCESS_COUNT) {
		report.holds(false, where, 'its process is a row of the table', process);
		return;
	}
	report.holds(
		generation <= snapshot.process(process, layout.PROCESS_GENERATION),
		where,
		'its process has had that generation',
		generation,
	);
}
