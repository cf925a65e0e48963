/**
 * Page tables, entry by entry, against the rows that they must mirror (Arm ARM D8.3, D8.4): what the hardware lets a process touch is exactly
 * what its mappings say. Constants are written out here again, on purpose: the checker shares nothing with the kernel but the layout.
 */

import { MEMORIES } from '../../abi/component.ts';
import { RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import { checkGrantReference, grantLives } from './grants.ts';
import type { Snapshot } from './snapshot.ts';
import type { Report } from './violation.ts';

const ENTRIES = 512;
const DESCRIPTOR = 3n;
const PXN_TABLE = 1n << 59n;
const UXN_TABLE = 1n << 60n;
const READ_ONLY_TABLE = 1n << 62n;
/** Valid page, EL0, inner shareable, accessed, not global, never executable at EL1. */
const PAGE = DESCRIPTOR | (1n << 6n) | (3n << 8n) | (1n << 10n) | (1n << 11n) | (1n << 53n);
const DEVICE = 1n << 2n;
const READ_ONLY = 1n << 7n;
const NO_EXECUTE = 1n << 54n;
/** Attributes of the pages of a region, by its kind. */
const ATTRIBUTES: readonly bigint[] = [PAGE | NO_EXECUTE, PAGE | NO_EXECUTE | DEVICE, PAGE | READ_ONLY];
const RIGHTS_OF_MEMORY = RIGHT_READ | RIGHT_WRITE | RIGHT_EXECUTE;

/** The tables of every region: exactly its prepared pages. */
export function checkTables(snapshot: Snapshot, report: Report): void {
	for (let row = 1; row < layout.REGION_COUNT; row++) {
		if (snapshot.region(row, layout.REGION_STATE) === layout.EXTENT_REGION) checkRegionTables(snapshot, report, row);
	}
}

function checkRegionTables(snapshot: Snapshot, report: Report, row: number): void {
	const where = `page tables of region ${row}`;
	const tables = snapshot.region(row, layout.REGION_TABLE_PAGES) - 1;
	const pages = snapshot.region(row, layout.REGION_PAGES);
	const prepared = Math.min(pages, snapshot.region(row, layout.REGION_PREPARED) * layout.REGION_STEP);
	const base = layout.TABLES_BASE + row * layout.TABLES_STRIDE;
	if (tables < 1 || tables > layout.REGION_PAGES_MOST / ENTRIES) return;
	const used = Math.ceil(prepared / ENTRIES);
	for (let table = 0; table < used; table++) {
		const page = BigInt(snapshot.region(row, layout.REGION_TABLES) + 1 + table);
		report.equal(
			where,
			`L2 entry ${table} points to its L3 table`,
			snapshot.tableEntry(row, 0, table),
			(page << 12n) | DESCRIPTOR,
		);
	}
	report.holds(snapshot.isZero(base + used * 8, 4096 - used * 8), where, 'L2 entries beyond what is prepared are zero');
	checkPages(snapshot, report, row, prepared);
	const end = 4096 + prepared * 8;
	report.holds(
		snapshot.isZero(base + end, 4096 * (tables + 1) - end),
		where,
		'L3 entries beyond what is prepared are zero',
	);
}

/** In two words an entry, because there are many of them. */
function checkPages(snapshot: Snapshot, report: Report, row: number, prepared: number): void {
	const attributes = ATTRIBUTES[snapshot.region(row, layout.REGION_KIND)] ?? 0n;
	const [attributesLow, attributesHigh] = [Number(attributes & 0xffffffffn), Number(attributes >> 32n)];
	const first = snapshot.region(row, layout.REGION_PAGE);
	const entries = layout.TABLES_BASE + row * layout.TABLES_STRIDE + ENTRIES * 8;
	for (let page = 0; page < prepared; page++) {
		const physical = first + page;
		const low = ((physical << 12) | attributesLow) >>> 0;
		const high = ((physical >>> 20) | attributesHigh) >>> 0;
		const address = entries + page * 8;
		if (snapshot.word(address) === low && snapshot.word(address + 4) === high) continue;
		const expected = (BigInt(high) << 32n) | BigInt(low);
		report.equal(`page tables of region ${row}`, `entry of page ${page}`, snapshot.long(address), expected);
	}
}

/** The first-level table of every process: one descriptor for each mapping, nothing else. */
export function checkMappings(snapshot: Snapshot, report: Report): void {
	for (const holder of snapshot.processes()) {
		let mapped = 0;
		const windows = new Set<number>();
		for (let memory = 0; memory < MEMORIES; memory++) {
			if (checkMapping(snapshot, report, holder, memory)) mapped |= 1 << memory;
			windows.add(8 * (memory + 1));
		}
		report.equal(
			`process ${holder}`,
			'MAPPED has a bit for each mapping',
			snapshot.process(holder, layout.PROCESS_MAPPED),
			mapped,
		);
		for (let entry = 0; entry < ENTRIES; entry++) {
			if (snapshot.isZero(snapshot.block(holder) + 8 * entry, 8) || windows.has(entry)) continue;
			report.holds(false, `process ${holder}`, 'nothing is mapped between the windows', entry);
		}
	}
}

/** Is memory `memory` mapped? */
function checkMapping(snapshot: Snapshot, report: Report, holder: number, memory: number): boolean {
	const where = `process ${holder} memory ${memory}`;
	const rights = snapshot.mapping(holder, memory, layout.MAPPING_RIGHTS);
	const descriptor = snapshot.descriptor(holder, 8 * (memory + 1));
	const address = snapshot.block(holder) + layout.BLOCK_MAPPINGS + memory * layout.MAPPING_STRIDE;
	if (rights === 0) {
		report.equal(where, 'no descriptor without a mapping', descriptor, 0n);
		report.holds(snapshot.isZero(address, layout.MAPPING_STRIDE), where, 'an unused mapping is zero');
		return false;
	}
	const used = layout.MAPPING_GRANT_GENERATION + 4;
	report.holds(snapshot.isZero(address + used, layout.MAPPING_STRIDE - used), where, 'what is no field is zero');
	report.equal(where, 'only rights of memory', rights & ~RIGHTS_OF_MEMORY, 0);
	report.holds(
		(rights & RIGHT_WRITE) === 0 || (rights & RIGHT_EXECUTE) === 0,
		where,
		'writable or executable, not both',
	);
	checkTarget(snapshot, report, holder, memory, descriptor);
	return true;
}

function checkTarget(snapshot: Snapshot, report: Report, holder: number, memory: number, descriptor: bigint): void {
	const where = `process ${holder} memory ${memory}`;
	const row = snapshot.mapping(holder, memory, layout.MAPPING_REGION);
	const generation = snapshot.mapping(holder, memory, layout.MAPPING_GENERATION);
	if (row === 0 || row >= layout.REGION_COUNT) {
		report.holds(false, where, 'its region is a row of the table', row);
		return;
	}
	const grant = snapshot.mapping(holder, memory, layout.MAPPING_GRANT);
	const grantGeneration = snapshot.mapping(holder, memory, layout.MAPPING_GRANT_GENERATION);
	checkGrantReference(snapshot, report, where, grant, grantGeneration);
	const now = snapshot.region(row, layout.REGION_GENERATION);
	report.holds(generation <= now, where, `region ${row} has had generation ${generation}`, now);
	if (isRechecked(snapshot, holder)) {
		report.equal(where, 'a process that may execute has only current mappings', generation, now);
		report.holds(grantLives(snapshot, grant, grantGeneration), where, 'its grant was not revoked');
	}
	if (generation === now)
		checkDescriptor(snapshot, report, where, row, snapshot.mapping(holder, memory, layout.MAPPING_RIGHTS), descriptor);
}

/** Its mappings were checked since the last revocation, destruction or tightening. */
export function isRechecked(snapshot: Snapshot, holder: number): boolean {
	return snapshot.process64(holder, layout.PROCESS_EPOCH_64) === snapshot.global64(layout.GLOBAL_EPOCH_64);
}

function checkDescriptor(
	snapshot: Snapshot,
	report: Report,
	where: string,
	row: number,
	rights: number,
	descriptor: bigint,
): void {
	report.equal(where, `region ${row} exists`, snapshot.region(row, layout.REGION_STATE), layout.EXTENT_REGION);
	let expected = (BigInt(snapshot.region(row, layout.REGION_TABLES)) << 12n) | DESCRIPTOR | PXN_TABLE;
	if ((rights & RIGHT_WRITE) === 0) expected |= READ_ONLY_TABLE;
	if ((rights & RIGHT_EXECUTE) === 0) expected |= UXN_TABLE;
	report.equal(where, 'its descriptor points to the tables of its region with its rights', descriptor, expected);
	const image = snapshot.region(row, layout.REGION_KIND) === layout.MEMORY_IMAGE;
	const forbidden = image ? RIGHT_WRITE : RIGHT_EXECUTE;
	report.equal(where, 'no writable image, no executable data', rights & forbidden, 0);
}
