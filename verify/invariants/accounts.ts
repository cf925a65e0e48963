/** Accounts: a tree; every count is what the tables say; nothing is created or lost. */

import * as layout from '../../kernel/layout.ts';
import type { Snapshot } from './snapshot.ts';
import type { Report } from './violation.ts';

const ROOT = 0;

/** What exists in the whole machine; the same for ever after boot. */
export interface Totals {
	readonly slots: number;
	readonly cpu: number;
	readonly pages: number;
}

/** 4 KiB pages of RAM that a region row stands for; of device memory only the page tables are RAM. */
function pagesOf(snapshot: Snapshot, row: number): number {
	const device = snapshot.region(row, layout.REGION_KIND) === layout.MEMORY_DEVICE;
	return (device ? 0 : snapshot.region(row, layout.REGION_PAGES)) + snapshot.region(row, layout.REGION_TABLE_PAGES);
}

/** Part of the machine that a process was given, in 1/65536, rounded up. */
function shareOf(snapshot: Snapshot, row: number): number {
	const period = snapshot.process(row, layout.PROCESS_PERIOD);
	return period === 0 ? 0 : Math.ceil((snapshot.process(row, layout.PROCESS_BUDGET) * 65536) / period);
}

/** Adds up what all accounts hold and all processes use. */
export function sumTotals(snapshot: Snapshot): Totals {
	let [slots, cpu, pages] = [0, 0, 0];
	for (let row = 0; row < layout.ACCOUNT_COUNT; row++) {
		slots += snapshot.account(row, layout.ACCOUNT_SLOTS);
		cpu += snapshot.account(row, layout.ACCOUNT_CPU);
		pages += snapshot.account(row, layout.ACCOUNT_PAGES);
	}
	for (const row of snapshot.processes()) {
		slots += snapshot.process(row, layout.PROCESS_SLOTS);
		cpu += shareOf(snapshot, row);
	}
	return { slots, cpu, pages };
}

/** Counted fields of an account, with how many of what must be there. */
const COUNTED: readonly [string, number][] = [
	['pages', layout.ACCOUNT_PAGES],
	['process rows', layout.ACCOUNT_PROCESS_ROWS],
	['region rows', layout.ACCOUNT_REGION_ROWS],
	['grant rows', layout.ACCOUNT_GRANT_ROWS],
	['account rows', layout.ACCOUNT_ACCOUNT_ROWS],
	['live processes', layout.ACCOUNT_PROCESSES],
];

export function checkAccounts(snapshot: Snapshot, report: Report): void {
	const counts = countRows(snapshot);
	for (let row = 0; row < layout.ACCOUNT_COUNT; row++) {
		const where = `account ${row}`;
		for (const [name, field] of COUNTED) {
			report.equal(
				where,
				`counts its ${name}`,
				snapshot.account(row, field),
				counts[row * WORDS_OF_ROW + field / 4] ?? 0,
			);
		}
		checkAccount(snapshot, report, row);
	}
}

const WORDS_OF_ROW = layout.ACCOUNT_STRIDE / 4;

/** Of every account what its counted fields must be, in the shape of the account table. */
function countRows(snapshot: Snapshot): Uint32Array {
	const counts = new Uint32Array(layout.ACCOUNT_COUNT * WORDS_OF_ROW);
	const add = (owner: number, field: number, amount: number) => {
		const index = owner * WORDS_OF_ROW + field / 4;
		counts[index] = (counts[index] ?? 0) + amount;
	};
	for (let row = 1; row < layout.REGION_COUNT; row++) {
		const owner = snapshot.region(row, layout.REGION_OWNER);
		add(owner, layout.ACCOUNT_REGION_ROWS, 1);
		add(owner, layout.ACCOUNT_PAGES, pagesOf(snapshot, row));
	}
	for (let row = 1; row < layout.PROCESS_COUNT; row++) {
		const owner = snapshot.process(row, layout.PROCESS_ACCOUNT);
		add(owner, layout.ACCOUNT_PROCESS_ROWS, 1);
		if (snapshot.process(row, layout.PROCESS_STATE) !== 0) add(owner, layout.ACCOUNT_PROCESSES, 1);
	}
	for (let row = 1; row < layout.GRANT_COUNT; row++) {
		add(snapshot.grant(row, layout.GRANT_OWNER), layout.ACCOUNT_GRANT_ROWS, 1);
	}
	for (let row = 1; row < layout.ACCOUNT_COUNT; row++) {
		add(snapshot.account(row, layout.ACCOUNT_PARENT), layout.ACCOUNT_ACCOUNT_ROWS, 1);
	}
	return counts;
}

function checkAccount(snapshot: Snapshot, report: Report, row: number): void {
	const where = `account ${row}`;
	const state = snapshot.account(row, layout.ACCOUNT_STATE);
	const parent = snapshot.account(row, layout.ACCOUNT_PARENT);
	const ceiling = snapshot.account(row, layout.ACCOUNT_CEILING);
	const used = layout.ACCOUNT_CEILING + 4;
	const rest = layout.ACCOUNT_BASE + row * layout.ACCOUNT_STRIDE + used;
	report.holds(snapshot.isZero(rest, layout.ACCOUNT_STRIDE - used), where, 'what is no field is zero');
	report.holds(state <= 1, where, 'is free or live', state);
	report.holds(
		snapshot.account(row, layout.ACCOUNT_GENERATION) <= layout.GENERATION_LAST,
		where,
		'generation in range',
	);
	if (row === ROOT) {
		report.equal(where, 'the root account is live', state, 1);
		return;
	}
	if (parent >= layout.ACCOUNT_COUNT) {
		report.holds(false, where, 'its parent is a row of the table', parent);
		return;
	}
	report.equal(where, 'its parent is live', snapshot.account(parent, layout.ACCOUNT_STATE), 1);
	if (state === 0) {
		report.equal(where, 'a free row holds nothing', holdings(snapshot, row), 0);
		return;
	}
	report.holds(
		ceiling >= 1 && ceiling <= snapshot.account(parent, layout.ACCOUNT_CEILING),
		where,
		'ceiling at most the parent’s',
		ceiling,
	);
	report.holds(reachesRoot(snapshot, row), where, 'its ancestors end at the root');
}

function holdings(snapshot: Snapshot, row: number): number {
	const fields = [
		layout.ACCOUNT_SLOTS,
		layout.ACCOUNT_CPU,
		layout.ACCOUNT_CEILING,
		...COUNTED.map(([, field]) => field),
	];
	return fields.reduce((sum, field) => sum + snapshot.account(row, field), 0);
}

function reachesRoot(snapshot: Snapshot, row: number): boolean {
	for (let walked = 0; walked < layout.ACCOUNT_COUNT; walked++) {
		if (row === ROOT) return true;
		row = snapshot.account(row, layout.ACCOUNT_PARENT) % layout.ACCOUNT_COUNT;
	}
	return false;
}
