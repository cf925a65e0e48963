/** Grants: what makes one capability revocable without the others. A chain of at most GRANT_DEPTH rows, checked at each use. */
import { NOT_AVAILABLE, OK, QUOTA_EXCEEDED, RETIRED } from '../abi/errors.ts';
import { GENERATION_LAST, GRANT_COUNT, GRANT_DEPTH } from './layout.ts';
import { capability, grant, process } from './table.ts';

/** True while neither this grant nor any that it was derived under was revoked. Row 0 is "no grant". */
export function grantLives(row: u32, generation: u32): bool {
	for (let walked: u32 = 0; walked < GRANT_DEPTH; walked++) {
		if (row === 0) return true;
		if (row >= GRANT_COUNT) return false;
		if (grant(row).generation !== generation) return false;
		generation = grant(row).parentGeneration;
		row = grant(row).parent;
	}
	return row === 0;
}

/** May `holder` put copies of the capability at `source` under grant `row`? Row 0 (keep the source's grant) always. */
export function checkGrant(holder: u32, source: u32, row: u32): i32 {
	if (row === 0) return OK;
	if (row >= GRANT_COUNT) return NOT_AVAILABLE;
	if (grant(row).owner !== process(holder).account) return NOT_AVAILABLE;
	if (grant(row).generation >= GENERATION_LAST) return RETIRED;
	const parent = capability(source).grant;
	if (grant(row).level !== 0) {
		if (grant(row).parent !== parent) return NOT_AVAILABLE;
		if (grant(row).parentGeneration !== capability(source).grantGeneration) return NOT_AVAILABLE;
		return OK;
	}
	if (parent === row || parent >= GRANT_COUNT) return NOT_AVAILABLE;
	if (parent !== 0 && grant(parent).level >= GRANT_DEPTH) return QUOTA_EXCEEDED;
	return OK;
}

/** Commits what `checkGrant` allowed: the row hangs under the source's grant. */
export function bindGrant(source: u32, row: u32): void {
	if (row === 0 || grant(row).level !== 0) return;
	const parent = capability(source).grant;
	grant(row).parent = parent;
	grant(row).parentGeneration = capability(source).grantGeneration;
	grant(row).level = parent === 0 ? 1 : grant(parent).level + 1;
}
