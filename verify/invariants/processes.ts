/** Processes: rows that are well formed, and that belong to an account, an extent and a priority. */

import { STATE_FAULTED, STATE_FREE, STATE_STARTED } from '../../abi/calls.ts';
import * as layout from '../../kernel/layout.ts';
import { checkActivation, checkIdle } from './activations.ts';
import type { Snapshot } from './snapshot.ts';
import type { Report } from './violation.ts';

/** Fields that are 0 or 1. */
const FLAGS: readonly [string, number][] = [
	['INIT_DUE', layout.PROCESS_INIT_DUE],
	['READY', layout.PROCESS_READY],
	['THROTTLED', layout.PROCESS_THROTTLED],
	['WAITING', layout.PROCESS_WAITING],
	['HAS_RESULT', layout.PROCESS_HAS_RESULT],
	['DOOMED', layout.PROCESS_DOOMED],
];

export function checkProcesses(snapshot: Snapshot, report: Report): void {
	report.holds(snapshot.isZero(layout.PROCESS_BASE, layout.PROCESS_STRIDE), 'process 0', 'row 0 is never used');
	for (let row = 1; row < layout.PROCESS_COUNT; row++) {
		const generation = snapshot.process(row, layout.PROCESS_GENERATION);
		report.holds(generation <= layout.GENERATION_LAST, `process ${row}`, 'generation in range', generation);
		const owner = snapshot.process(row, layout.PROCESS_ACCOUNT);
		const live = owner < layout.ACCOUNT_COUNT && snapshot.account(owner, layout.ACCOUNT_STATE) === 1;
		report.holds(live, `process ${row}`, 'its account is live', owner);
		if (snapshot.process(row, layout.PROCESS_STATE) === STATE_FREE) checkFree(snapshot, report, row);
		else checkProcess(snapshot, report, row);
	}
	checkCurrent(snapshot, report);
}

/** A free row keeps its generation and its owner (the second and the third word), nothing else. */
function checkFree(snapshot: Snapshot, report: Report, row: number): void {
	const rest = layout.PROCESS_ACCOUNT + 4;
	const address = layout.PROCESS_BASE + row * layout.PROCESS_STRIDE + rest;
	report.holds(snapshot.isZero(address, layout.PROCESS_STRIDE - rest), `process ${row}`, 'a free row is zero');
}

function checkProcess(snapshot: Snapshot, report: Report, row: number): void {
	const where = `process ${row}`;
	const state = snapshot.process(row, layout.PROCESS_STATE);
	report.holds(state <= STATE_FAULTED, where, 'its state exists', state);
	for (const [name, field] of FLAGS) report.holds(snapshot.process(row, field) <= 1, where, `${name} is 0 or 1`);
	checkBlock(snapshot, report, row);
	checkSlots(snapshot, report, row);
	const priority = snapshot.process(row, layout.PROCESS_PRIORITY);
	const account = snapshot.process(row, layout.PROCESS_ACCOUNT) % layout.ACCOUNT_COUNT;
	report.holds(
		priority <= snapshot.account(account, layout.ACCOUNT_CEILING),
		where,
		'priority at most the ceiling',
		priority,
	);
	report.holds(state !== STATE_STARTED || priority >= 1, where, 'a started process has a priority');
	checkActivation(snapshot, report, row);
	if (state !== STATE_STARTED && snapshot.process(row, layout.PROCESS_DOOMED) === 0) checkIdle(snapshot, report, row);
}

function checkBlock(snapshot: Snapshot, report: Report, row: number): void {
	const where = `process ${row}`;
	const extent = snapshot.process(row, layout.PROCESS_EXTENT);
	if (extent === 0 || extent >= layout.REGION_COUNT) {
		report.holds(false, where, 'its block is an extent', extent);
		return;
	}
	report.equal(
		where,
		'its extent is a process block',
		snapshot.region(extent, layout.REGION_STATE),
		layout.EXTENT_PROCESS,
	);
	report.equal(where, 'its extent names it', snapshot.region(extent, layout.REGION_PROCESS), row);
	const owner = snapshot.region(extent, layout.REGION_OWNER);
	report.equal(where, 'its account owns its extent', owner, snapshot.process(row, layout.PROCESS_ACCOUNT));
	const root = (BigInt(row) << 48n) | (BigInt(snapshot.region(extent, layout.REGION_PAGE)) << 12n);
	report.equal(
		where,
		'its root is its number and the first page of its block',
		snapshot.process64(row, layout.PROCESS_ROOT_64),
		root,
	);
}

function checkSlots(snapshot: Snapshot, report: Report, row: number): void {
	const where = `process ${row}`;
	const slots = snapshot.process(row, layout.PROCESS_SLOTS);
	report.holds(slots >= 2 && slots <= layout.SLOTS_MOST, where, 'slots in range', slots);
	for (const field of [layout.PROCESS_RECEIVE, layout.PROCESS_RETURN]) {
		report.holds(
			snapshot.process(row, field) < slots,
			where,
			'its named slots are within its table',
			snapshot.process(row, field),
		);
	}
}

function checkCurrent(snapshot: Snapshot, report: Report): void {
	const row = snapshot.current;
	if (row === 0) return;
	if (row >= layout.PROCESS_COUNT) {
		report.holds(false, 'globals', 'CURRENT is a process', row);
		return;
	}
	const where = `process ${row}, which executes,`;
	report.equal(where, 'is started', snapshot.process(row, layout.PROCESS_STATE), STATE_STARTED);
	report.holds(snapshot.process(row, layout.PROCESS_ACTIVE) !== layout.ACTIVE_NONE, where, 'has an activation');
	report.equal(where, 'has no result to come', snapshot.process(row, layout.PROCESS_HAS_RESULT), 0);
	const epoch = snapshot.process64(row, layout.PROCESS_EPOCH_64);
	report.equal(where, 'has had its mappings checked', epoch, snapshot.global64(layout.GLOBAL_EPOCH_64));
}
