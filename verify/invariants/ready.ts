/** The ready set: every bitmap says the same, and says it of the right processes. */

import * as layout from '../../kernel/layout.ts';
import type { Snapshot } from './snapshot.ts';
import type { Report } from './violation.ts';

const WORDS = layout.PROCESS_COUNT / 64;

export function checkReady(snapshot: Snapshot, report: Report): void {
	const expected = readyByPriority(snapshot);
	let top = 0;
	for (let priority = 0; priority < layout.LEVEL_COUNT; priority++) {
		const where = `level ${priority}`;
		checkLevel(snapshot, report, priority, expected);
		const occupied = expected.has(priority);
		if (occupied) top = priority + 1;
		const word = snapshot.long(layout.PRIORITIES_BASE + (priority >> 6) * layout.PRIORITIES_STRIDE);
		report.equal(where, 'its bit among the priorities', ((word >> BigInt(priority & 63)) & 1n) === 1n, occupied);
	}
	report.equal('globals', 'TOP is 1 + the highest ready priority', snapshot.global(layout.GLOBAL_TOP), top);
}

/** Of each priority with somebody ready, the words of its bitmap. */
function readyByPriority(snapshot: Snapshot): Map<number, bigint[]> {
	const levels = new Map<number, bigint[]>();
	for (const row of snapshot.processes()) {
		if (snapshot.process(row, layout.PROCESS_READY) === 0) continue;
		const priority = snapshot.process(row, layout.PROCESS_PRIORITY);
		const words = levels.get(priority) ?? [0n, 0n, 0n, 0n];
		words[row >> 6] = (words[row >> 6] ?? 0n) | (1n << BigInt(row & 63));
		levels.set(priority, words);
	}
	return levels;
}

function checkLevel(snapshot: Snapshot, report: Report, priority: number, expected: Map<number, bigint[]>): void {
	const where = `level ${priority}`;
	const words = expected.get(priority);
	let groups = 0;
	for (let word = 0; word < WORDS; word++) {
		const address = layout.LEVEL_BASE + priority * layout.LEVEL_STRIDE + layout.LEVEL_READY0_64 + 8 * word;
		const wanted = words?.[word] ?? 0n;
		if (wanted !== 0n) groups |= 1 << word;
		report.equal(where, `ready processes ${64 * word}..`, snapshot.long(address), wanted);
	}
	report.equal(where, 'groups with somebody ready', snapshot.level(priority, layout.LEVEL_GROUPS), groups);
	report.holds(
		snapshot.level(priority, layout.LEVEL_LAST) < layout.PROCESS_COUNT,
		where,
		'round robin stands at a process',
	);
	const preferred = snapshot.level(priority, layout.LEVEL_IN_PROGRESS);
	if (preferred !== 0) checkPreferred(snapshot, report, priority, preferred);
}

function checkPreferred(snapshot: Snapshot, report: Report, priority: number, row: number): void {
	const where = `level ${priority}`;
	if (row >= layout.PROCESS_COUNT) {
		report.holds(false, where, 'whom it prefers is a process', row);
		return;
	}
	report.equal(where, `process ${row}, which it prefers, is ready`, snapshot.process(row, layout.PROCESS_READY), 1);
	report.equal(
		where,
		`process ${row}, which it prefers, is of this level`,
		snapshot.process(row, layout.PROCESS_PRIORITY),
		priority,
	);
	const active = snapshot.process(row, layout.PROCESS_ACTIVE);
	report.holds(active !== layout.ACTIVE_NONE, where, `process ${row}, which it prefers, has an activation in progress`);
}
