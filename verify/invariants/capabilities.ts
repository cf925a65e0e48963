/** Capabilities: every row of every live process's table is well formed and names something that exists or existed. */

import * as rights from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import { checkGrantReference, grantLives } from './grants.ts';
import type { Snapshot } from './snapshot.ts';
import type { Report } from './violation.ts';

const COMMON = rights.RIGHT_COPY | rights.RIGHT_TRANSFER;

/** All rights that a capability of a kind can ever have. */
export const RIGHTS_OF_KIND: Readonly<Record<number, number>> = {
	[rights.KIND_GATE]: COMMON | rights.RIGHT_CALL,
	[rights.KIND_SIGNAL]: COMMON | rights.RIGHT_RAISE,
	[rights.KIND_REGION]: COMMON | rights.RIGHT_READ | rights.RIGHT_WRITE | rights.RIGHT_EXECUTE | rights.RIGHT_ADDRESS,
	[rights.KIND_ACCOUNT]: COMMON | rights.RIGHT_SPEND | rights.RIGHT_SPLIT,
	[rights.KIND_PROCESS]: COMMON | rights.RIGHT_CONFIGURE | rights.RIGHT_START | rights.RIGHT_STOP,
	[rights.KIND_INTERRUPT]: COMMON | rights.RIGHT_BIND | rights.RIGHT_ACKNOWLEDGE,
	[rights.KIND_CONTROL]: rights.RIGHTS_ALL,
};

/** One row of a capability table. */
export interface Capability {
	readonly kind: number;
	readonly object: number;
	readonly generation: number;
	readonly rights: number;
	readonly badge: number;
	readonly grant: number;
	readonly grantGeneration: number;
}

export function readCapability(snapshot: Snapshot, holder: number, slot: number): Capability {
	return {
		kind: snapshot.capability(holder, slot, layout.CAPABILITY_KIND),
		object: snapshot.capability(holder, slot, layout.CAPABILITY_OBJECT),
		generation: snapshot.capability(holder, slot, layout.CAPABILITY_GENERATION),
		rights: snapshot.capability(holder, slot, layout.CAPABILITY_RIGHTS),
		badge: snapshot.capability(holder, slot, layout.CAPABILITY_BADGE),
		grant: snapshot.capability(holder, slot, layout.CAPABILITY_GRANT),
		grantGeneration: snapshot.capability(holder, slot, layout.CAPABILITY_GRANT_GENERATION),
	};
}

/** Generation of the object and whether it exists now; undefined when there is no such row. */
function objectOf(snapshot: Snapshot, kind: number, row: number): { generation: number; exists: boolean } | undefined {
	if (kind === rights.KIND_CONTROL) return row === 0 ? { generation: 0, exists: true } : undefined;
	if (kind === rights.KIND_REGION) {
		if (row === 0 || row >= layout.REGION_COUNT) return undefined;
		const exists = snapshot.region(row, layout.REGION_STATE) === layout.EXTENT_REGION;
		return { generation: snapshot.region(row, layout.REGION_GENERATION), exists };
	}
	if (kind === rights.KIND_ACCOUNT) {
		if (row >= layout.ACCOUNT_COUNT) return undefined;
		const exists = snapshot.account(row, layout.ACCOUNT_STATE) === 1;
		return { generation: snapshot.account(row, layout.ACCOUNT_GENERATION), exists };
	}
	if (kind === rights.KIND_INTERRUPT) {
		if (row >= layout.INTERRUPT_COUNT) return undefined;
		const exists = snapshot.line(row, layout.INTERRUPT_STATE) === 1;
		return { generation: snapshot.line(row, layout.INTERRUPT_GENERATION), exists };
	}
	if (row === 0 || row >= layout.PROCESS_COUNT) return undefined;
	const exists = snapshot.process(row, layout.PROCESS_STATE) !== 0;
	return { generation: snapshot.process(row, layout.PROCESS_GENERATION), exists };
}

/** Would the kernel find it? */
export function isGood(snapshot: Snapshot, capability: Capability): boolean {
	if (capability.kind === rights.KIND_NONE) return false;
	const object = objectOf(snapshot, capability.kind, capability.object);
	if (object?.generation !== capability.generation) return false;
	return grantLives(snapshot, capability.grant, capability.grantGeneration);
}

export function checkCapabilities(snapshot: Snapshot, report: Report): void {
	for (const holder of snapshot.processes()) checkTable(snapshot, report, holder);
}

function checkTable(snapshot: Snapshot, report: Report, holder: number): void {
	const slots = snapshot.process(holder, layout.PROCESS_SLOTS);
	const table = snapshot.block(holder) + layout.BLOCK_SLOTS;
	for (let slot = 0; slot < layout.SLOTS_MOST; slot++) {
		const address = table + slot * layout.CAPABILITY_STRIDE;
		if (snapshot.isZero(address, layout.CAPABILITY_STRIDE)) continue;
		const where = `process ${holder} slot ${slot}`;
		if (snapshot.word(address) === rights.KIND_NONE) report.holds(false, where, 'an empty slot is zero');
		else if (slot === 0 || slot >= slots) {
			report.holds(false, where, 'slot 0 and slots beyond the table stay empty', snapshot.word(address));
		} else checkCapability(snapshot, report, where, readCapability(snapshot, holder, slot));
		const used = layout.CAPABILITY_GRANT_GENERATION + 4;
		report.holds(snapshot.isZero(address + used, layout.CAPABILITY_STRIDE - used), where, 'what is no field is zero');
	}
}

function checkCapability(snapshot: Snapshot, report: Report, where: string, capability: Capability): void {
	const allowed = RIGHTS_OF_KIND[capability.kind];
	if (allowed === undefined) {
		report.holds(false, where, 'its kind exists', capability.kind);
		return;
	}
	report.equal(where, 'no right that its kind does not have', capability.rights & ~allowed, 0);
	checkBadge(report, where, capability);
	checkGrantReference(snapshot, report, where, capability.grant, capability.grantGeneration);
	const object = objectOf(snapshot, capability.kind, capability.object);
	if (object === undefined) {
		report.holds(false, where, 'its object is a row of the table', capability.object);
		return;
	}
	report.holds(
		capability.generation <= object.generation,
		where,
		'its object has had its generation',
		capability.generation,
	);
	if (capability.generation !== object.generation) return;
	report.holds(
		object.exists,
		where,
		'what a current capability names exists',
		`kind ${capability.kind} row ${capability.object}`,
	);
	if (capability.kind === rights.KIND_REGION) checkRegionRights(snapshot, report, where, capability);
}

function checkBadge(report: Report, where: string, { kind, badge }: Capability): void {
	if (kind === rights.KIND_GATE) report.holds(badge <= 0x7fffffff, where, 'the badge of a gate is below 2^31', badge);
	else if (kind === rights.KIND_SIGNAL) report.holds(badge !== 0, where, 'a signal raises something', badge);
	else report.equal(where, 'only gates and signals have badges', badge, 0);
}

/** W xor X already in the table: an image is never writable, anything else never executable. */
function checkRegionRights(snapshot: Snapshot, report: Report, where: string, capability: Capability): void {
	const image = snapshot.region(capability.object, layout.REGION_KIND) === layout.MEMORY_IMAGE;
	const forbidden = image ? rights.RIGHT_WRITE : rights.RIGHT_EXECUTE;
	report.equal(where, 'no writable image, no executable data', capability.rights & forbidden, 0);
}
