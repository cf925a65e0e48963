/** The timer: each leaf is what its process waits for, each node the earlier of two, and the machine is told the first. */

import * as layout from '../../kernel/layout.ts';
import type { Snapshot } from './snapshot.ts';
import type { Report } from './violation.ts';

const NEVER = 0xffffffffffffffffn;

export function checkTimers(snapshot: Snapshot, report: Report): void {
	for (let row = 0; row < layout.PROCESS_COUNT; row++) {
		const found = snapshot.timer(layout.PROCESS_COUNT + row);
		report.equal(
			`process ${row}`,
			'its leaf of the timer tree is the time that it waits for',
			found,
			timeOf(snapshot, row),
		);
	}
	for (let node = layout.PROCESS_COUNT - 1; node >= 1; node--) {
		const [left, right] = [snapshot.timer(2 * node), snapshot.timer(2 * node + 1)];
		report.equal(`timer node ${node}`, 'the earlier of its two', snapshot.timer(node), left < right ? left : right);
	}
	checkAlarm(snapshot, report);
}

function timeOf(snapshot: Snapshot, row: number): bigint {
	if (row === 0 || snapshot.process(row, layout.PROCESS_STATE) === 0) return NEVER;
	const alarm = snapshot.process64(row, layout.PROCESS_ALARM_64);
	if (snapshot.process(row, layout.PROCESS_THROTTLED) === 0) return alarm;
	const refill = snapshot.process64(row, layout.PROCESS_REFILL0_64);
	return refill < alarm ? refill : alarm;
}

/** OUT_ALARM is never after the first time that anybody waits for; it is earlier ("at once") only after `next` cleared something away. */
function checkAlarm(snapshot: Snapshot, report: Report): void {
	const alarm = snapshot.global64(layout.GLOBAL_OUT_ALARM_64);
	report.holds(alarm <= snapshot.timer(1), 'globals', 'OUT_ALARM is not after the first time', alarm);
}
