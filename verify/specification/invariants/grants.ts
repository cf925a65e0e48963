/** Grants: every chain ends, and hangs under rows that were bound before it. */
import { ACCOUNT_COUNT, GENERATION_LAST, GRANT_COUNT, GRANT_DEPTH } from '../../../kernel/layout.ts';
import { account, grant } from '../state.ts';

const LIVE: u32 = 1;

export function grantZeroIsUnused(): bool {
	const row = grant(0);
	return (row.owner | row.generation | row.parent | row.parentGeneration | row.level) === 0;
}

export function grantGenerationInRange(row: u32): bool {
	return grant(row).generation <= GENERATION_LAST;
}

export function grantOwnerLives(row: u32): bool {
	return grant(row).owner < ACCOUNT_COUNT && account(grant(row).owner).state === LIVE;
}

export function grantLevelInRange(row: u32): bool {
	return grant(row).level <= GRANT_DEPTH;
}

export function unusedOrRootGrantHasNoParent(row: u32): bool {
	return grant(row).level > 1 || (grant(row).parent | grant(row).parentGeneration) === 0;
}

export function derivedGrantHasParent(row: u32): bool {
	if (grant(row).level <= 1) return true;
	const parent = grant(row).parent;
	return parent !== 0 && parent < GRANT_COUNT && parent !== row;
}

export function grantParentHadGeneration(row: u32): bool {
	return grant(row).level <= 1 || grant(row).parentGeneration <= grant(grant(row).parent).generation;
}

export function grantIsOneBelowParent(row: u32): bool {
	if (grant(row).level <= 1) return true;
	const parent = grant(row).parent;
	if (grant(row).parentGeneration !== grant(parent).generation) return true;
	return grant(row).level === grant(parent).level + 1;
}
