/** Revocation: one grant and everything derived from it dies, and nothing else. */
import { COPY, DELETE, IDENTIFY, REVOKE, SIGNAL } from '../../../../abi/calls.ts';
import {
	INVALID_CAPABILITY,
	MISSING_RIGHT,
	NOT_AVAILABLE,
	OK,
	QUOTA_EXCEEDED,
	SLOT_OCCUPIED,
} from '../../../../abi/errors.ts';
import { RIGHT_COPY, RIGHT_SPLIT, RIGHTS_ALL } from '../../../../abi/rights.ts';
import { GRANT_DEPTH } from '../../../../kernel/layout.ts';
import { notify } from '../../../../sdk/kernel.ts';
import { beginArea, expect, expectTrue } from '../report.ts';
import { ACCOUNT, BIT_FIRST, EMPTY, END, NEXT, ROW_GRANT, ROW_NONE, SCRATCH, sys } from '../stage.ts';

const ROOT: i32 = SCRATCH;
const CHILD: i32 = SCRATCH + 1;
const GRANDCHILD: i32 = SCRATCH + 2;
const SAME: i32 = SCRATCH + 3;
const SIBLING: i32 = SCRATCH + 4;
const CHAIN: i32 = SCRATCH + 10;

function lives(slot: i32): bool {
	return sys(IDENTIFY, slot) !== 0;
}

function deriving(): i32 {
	sys(SIGNAL, 0, ROOT, BIT_FIRST);
	expect('underGrant', sys(COPY, ROOT, CHILD, RIGHTS_ALL, ROW_GRANT), OK);
	expect('derivedGrant', sys(COPY, CHILD, GRANDCHILD, RIGHTS_ALL, ROW_GRANT + 1), OK);
	expect('sameGrant', sys(COPY, CHILD, SAME, RIGHTS_ALL), OK);
	expect('sibling', sys(COPY, ROOT, SIBLING, RIGHTS_ALL, ROW_GRANT + 2), OK);
	expect('grantBelongsToOneParent', sys(COPY, ROOT, EMPTY, RIGHTS_ALL, ROW_GRANT + 1), NOT_AVAILABLE);
	expect('grantUnderItself', sys(COPY, CHILD, EMPTY, RIGHTS_ALL, ROW_GRANT), NOT_AVAILABLE);
	expect('grantTakesMoreCopies', sys(COPY, ROOT, CHAIN, RIGHTS_ALL, ROW_GRANT), OK);
	expect('derivedWorks', notify(GRANDCHILD), OK);
	return NEXT;
}

function revoking(): i32 {
	expect('revoke', sys(REVOKE, ACCOUNT, ROW_GRANT), OK);
	expectTrue('grantDies', !lives(CHILD));
	expectTrue('derivedDies', !lives(GRANDCHILD));
	expectTrue('sameGrantDies', !lives(SAME));
	expectTrue('everyCopyDies', !lives(CHAIN));
	expectTrue('sourceLives', lives(ROOT));
	expectTrue('siblingLives', lives(SIBLING));
	expect('deadCannotBeUsed', notify(GRANDCHILD), INVALID_CAPABILITY);
	expect('deadCannotBeCopied', sys(COPY, CHILD, EMPTY, RIGHTS_ALL), INVALID_CAPABILITY);
	expect('deadFillsItsSlot', sys(COPY, ROOT, CHILD, RIGHTS_ALL), SLOT_OCCUPIED);
	expect('deadCanBeDeleted', sys(DELETE, CHILD), OK);
	expect('rowCanBeUsedAgain', sys(COPY, ROOT, CHILD, RIGHTS_ALL, ROW_GRANT), OK);
	expectTrue('newCopyLives', lives(CHILD));
	expectTrue('oldCopyStaysDead', !lives(SAME));
	expect('revokeAgain', sys(REVOKE, ACCOUNT, ROW_GRANT), OK);
	expect('revokeUnused', sys(REVOKE, ACCOUNT, ROW_GRANT), OK);
	return NEXT;
}

function refusals(): i32 {
	expect('revokeRowZero', sys(REVOKE, ACCOUNT, 0), NOT_AVAILABLE);
	expect('revokeUnknownRow', sys(REVOKE, ACCOUNT, ROW_NONE), NOT_AVAILABLE);
	expect('revokeWithoutAccount', sys(REVOKE, EMPTY, ROW_GRANT), INVALID_CAPABILITY);
	expect('revokeWithSignal', sys(REVOKE, ROOT, ROW_GRANT), INVALID_CAPABILITY);
	sys(COPY, ACCOUNT, CHAIN + 20, RIGHT_SPLIT | RIGHT_COPY);
	expect('revokeNeedsSpend', sys(REVOKE, CHAIN + 20, ROW_GRANT), MISSING_RIGHT);
	expect('revokeRightBeforeRow', sys(REVOKE, CHAIN + 20, ROW_NONE), MISSING_RIGHT);
	sys(DELETE, CHAIN + 20);
	return NEXT;
}

/** A chain of grants, each under the one before. */
function chain(): i32 {
	sys(DELETE, CHAIN);
	sys(COPY, ROOT, CHAIN, RIGHTS_ALL);
	let error: i32 = OK;
	for (let level: i32 = 0; level < <i32>GRANT_DEPTH && error === OK; level++) {
		error = sys(COPY, CHAIN + level, CHAIN + level + 1, RIGHTS_ALL, ROW_GRANT + 10 + level);
	}
	expect('deepChain', error, OK);
	const last = CHAIN + <i32>GRANT_DEPTH;
	expect('tooDeep', sys(COPY, last, EMPTY, RIGHTS_ALL, ROW_GRANT + 30), QUOTA_EXCEEDED);
	expect('deepestWorks', notify(last), OK);
	sys(REVOKE, ACCOUNT, ROW_GRANT + 10);
	expect('deepestDiesWithFirst', notify(last), INVALID_CAPABILITY);
	expectTrue('chainSourceLives', lives(CHAIN));
	return NEXT;
}

function cleaning(): i32 {
	for (let row: i32 = 0; row < 20; row++) sys(REVOKE, ACCOUNT, ROW_GRANT + row);
	for (let slot: i32 = 0; slot < 20; slot++) sys(DELETE, ROOT + slot);
	return END;
}

export function grants(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('grants');
			return deriving();
		case 1:
			return revoking();
		case 2:
			return refusals();
		case 3:
			return chain();
		default:
			return cleaning();
	}
}
