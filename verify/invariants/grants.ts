/** Grants: every chain ends, and hangs under rows that were bound before it. */

import * as layout from '../../kernel/layout.ts';
import type { Snapshot } from './snapshot.ts';
import type { Report } from './violation.ts';

/** Is the (row, generation) pair good, and all that it was derived under? */
export function grantLives(snapshot: Snapshot, row: number, generation: number): boolean {
	for (let walked = 0; walked < layout.GRANT_DEPTH && row !== 0; walked++) {
		if (row >= layout.GRANT_COUNT || snapshot.grant(row, layout.GRANT_GENERATION) !== generation) return false;
		generation = snapshot.grant(row, layout.GRANT_PARENT_GENERATION);
		row = snapshot.grant(row, layout.GRANT_PARENT);
	}
	return row === 0;
}

/** A capability or mapping names a grant that exists, at a generation that it has had. */
export function checkGrantReference(
	snapshot: Snapshot,
	report: Report,
	where: string,
	row: number,
	generation: number,
): void {
	if (row === 0) {
		report.equal(where, 'no grant has generation 0', generation, 0);
		return;
	}
	if (row >= layout.GRANT_COUNT) {
		report.holds(false, where, 'its grant is a row of the table', row);
		return;
	}
	const now = snapshot.grant(row, layout.GRANT_GENERATION);
	report.holds(generation <= now, where, `its grant ${row} has had its generation ${generation}`, now);
	if (generation === now)
		report.holds(snapshot.grant(row, layout.GRANT_LEVEL) > 0, where, `its grant ${row} is bound`, 0);
}

export function checkGrants(snapshot: Snapshot, report: Report): void {
	report.holds(snapshot.isZero(layout.GRANT_BASE, layout.GRANT_STRIDE), 'grant 0', 'row 0 is never used');
	for (let row = 1; row < layout.GRANT_COUNT; row++) checkGrant(snapshot, report, row);
}

function checkGrant(snapshot: Snapshot, report: Report, row: number): void {
	const where = `grant ${row}`;
	const level = snapshot.grant(row, layout.GRANT_LEVEL);
	const parent = snapshot.grant(row, layout.GRANT_PARENT);
	const generation = snapshot.grant(row, layout.GRANT_PARENT_GENERATION);
	const owner = snapshot.grant(row, layout.GRANT_OWNER);
	report.holds(snapshot.grant(row, layout.GRANT_GENERATION) <= layout.GENERATION_LAST, where, 'generation in range');
	report.holds(
		owner < layout.ACCOUNT_COUNT && snapshot.account(owner, layout.ACCOUNT_STATE) === 1,
		where,
		'owner is live',
		owner,
	);
	const used = layout.GRANT_LEVEL + 4;
	const rest = layout.GRANT_BASE + row * layout.GRANT_STRIDE + used;
	report.holds(snapshot.isZero(rest, layout.GRANT_STRIDE - used), where, 'what is no field is zero');
	report.holds(level <= layout.GRANT_DEPTH, where, 'at most GRANT_DEPTH deep', level);
	if (level <= 1) {
		report.equal(where, 'an unused grant or a root has no parent', parent, 0);
		report.equal(where, 'no parent has generation 0', generation, 0);
		return;
	}
	if (parent === 0 || parent >= layout.GRANT_COUNT || parent === row) {
		report.holds(false, where, 'below the root it has a parent', parent);
		return;
	}
	const now = snapshot.grant(parent, layout.GRANT_GENERATION);
	report.holds(generation <= now, where, 'its parent has had that generation', generation);
	if (generation === now)
		report.equal(where, 'one level below its parent', level, snapshot.grant(parent, layout.GRANT_LEVEL) + 1);
}
