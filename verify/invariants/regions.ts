/** Regions and extents: disjoint pieces of RAM, each with an owner; device memory never RAM. */

import * as layout from '../../kernel/layout.ts';
import type { Snapshot } from './snapshot.ts';
import type { Report } from './violation.ts';

interface Piece {
	readonly first: number;
	readonly end: number;
	readonly where: string;
}

const TABLE_ENTRIES = 512;

export function checkRegions(snapshot: Snapshot, report: Report): void {
	report.holds(snapshot.isZero(layout.REGION_BASE, layout.REGION_STRIDE), 'region 0', 'row 0 is never used');
	const pieces: Piece[] = [];
	for (let row = 1; row < layout.REGION_COUNT; row++) {
		checkRow(snapshot, report, row);
		collect(snapshot, row, pieces);
	}
	checkDisjoint(snapshot, report, pieces);
}

function checkRow(snapshot: Snapshot, report: Report, row: number): void {
	const where = `region ${row}`;
	const state = snapshot.region(row, layout.REGION_STATE);
	const owner = snapshot.region(row, layout.REGION_OWNER);
	const live = owner < layout.ACCOUNT_COUNT && snapshot.account(owner, layout.ACCOUNT_STATE) === 1;
	report.holds(live, where, 'its owner is live', owner);
	const inRange = snapshot.region(row, layout.REGION_GENERATION) <= layout.GENERATION_LAST;
	report.holds(inRange, where, 'generation in range');
	const used = layout.REGION_PROCESS + 4;
	const rest = layout.REGION_BASE + row * layout.REGION_STRIDE + used;
	report.holds(snapshot.isZero(rest, layout.REGION_STRIDE - used), where, 'what is no field is zero');
	if (state === layout.EXTENT_REGION) checkRegion(snapshot, report, row);
	else if (state === layout.EXTENT_UNUSED) checkUnused(snapshot, report, row);
	else if (state <= layout.EXTENT_PROCESS) checkExtent(snapshot, report, row, state);
	else report.holds(false, where, 'its state exists', state);
}

/** An unused row keeps its generation and its owner (the second and the third word), nothing else. */
function checkUnused(snapshot: Snapshot, report: Report, row: number): void {
	const rest = layout.REGION_OWNER + 4;
	const address = layout.REGION_BASE + row * layout.REGION_STRIDE + rest;
	report.holds(snapshot.isZero(address, layout.REGION_STRIDE - rest), `region ${row}`, 'an unused row is zero');
}

function checkExtent(snapshot: Snapshot, report: Report, row: number, state: number): void {
	const where = `region ${row}`;
	const pages = snapshot.region(row, layout.REGION_PAGES);
	const process = snapshot.region(row, layout.REGION_PROCESS);
	report.holds(pages > 0, where, 'an extent has memory');
	const fields = [layout.REGION_PREPARED, layout.REGION_TABLES, layout.REGION_TABLE_PAGES, layout.REGION_KIND];
	for (const field of [...fields, layout.REGION_LABEL_FIELD]) {
		report.equal(where, `field ${field} is zero outside a region`, snapshot.region(row, field), 0);
	}
	if (state !== layout.EXTENT_PROCESS) {
		report.equal(where, 'only a process block names a process', process, 0);
		return;
	}
	report.equal(where, 'a process block has PROCESS_BLOCK_PAGES', pages, layout.PROCESS_BLOCK_PAGES);
	const back = process < layout.PROCESS_COUNT ? snapshot.process(process, layout.PROCESS_EXTENT) : 0;
	report.equal(where, 'its process names it', back, row);
}

function checkRegion(snapshot: Snapshot, report: Report, row: number): void {
	const where = `region ${row}`;
	const kind = snapshot.region(row, layout.REGION_KIND);
	const pages = snapshot.region(row, layout.REGION_PAGES);
	const tables = 1 + Math.ceil(pages / TABLE_ENTRIES);
	report.holds(pages >= 1 && pages <= layout.REGION_PAGES_MOST, where, 'size in range', pages);
	report.holds(kind <= layout.MEMORY_IMAGE, where, 'its kind exists', kind);
	report.equal(
		where,
		'one L2 table and an L3 table for each 512 pages',
		snapshot.region(row, layout.REGION_TABLE_PAGES),
		tables,
	);
	report.holds(snapshot.region(row, layout.REGION_LABEL_FIELD) < layout.LABELS, where, 'label in range');
	report.equal(where, 'no process block', snapshot.region(row, layout.REGION_PROCESS), 0);
	const steps = Math.ceil(pages / layout.REGION_STEP);
	report.holds(snapshot.region(row, layout.REGION_PREPARED) <= steps, where, 'prepared at most as a whole');
}

/** The pieces of RAM (and of device memory) that a row stands for. */
function collect(snapshot: Snapshot, row: number, pieces: Piece[]): void {
	const page = snapshot.region(row, layout.REGION_PAGE);
	const pages = snapshot.region(row, layout.REGION_PAGES);
	const tables = snapshot.region(row, layout.REGION_TABLES);
	const tablePages = snapshot.region(row, layout.REGION_TABLE_PAGES);
	const device = snapshot.region(row, layout.REGION_KIND) === layout.MEMORY_DEVICE;
	if (pages > 0 && !device) pieces.push({ first: page, end: page + pages, where: `region ${row}` });
	if (tablePages > 0) pieces.push({ first: tables, end: tables + tablePages, where: `page tables of region ${row}` });
	if (device) pieces.push({ first: -page - pages, end: -page, where: `device region ${row}` });
}

function checkDisjoint(snapshot: Snapshot, report: Report, pieces: Piece[]): void {
	const first = snapshot.global(layout.GLOBAL_RAM_FIRST);
	const end = snapshot.global(layout.GLOBAL_RAM_END);
	const memory = pieces.filter((piece) => piece.end > 0).sort((left, right) => left.first - right.first);
	let previous: Piece | undefined;
	for (const piece of memory) {
		report.holds(piece.first >= first && piece.end <= end, piece.where, 'lies inside RAM', piece.first);
		report.holds(
			previous === undefined || previous.end <= piece.first,
			piece.where,
			`does not overlap ${previous?.where}`,
		);
		previous = piece;
	}
	for (const piece of pieces.filter(({ end: last }) => last <= 0)) {
		const outside = -piece.first <= first || -piece.end >= end;
		report.holds(outside, piece.where, 'device memory is never RAM', -piece.end);
	}
}
