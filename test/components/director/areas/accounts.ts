/** Accounts: what a parent splits off, takes back, and gets back; and what cannot be had without. */
import {
	ACCOUNT_CREATE,
	ACCOUNT_DESTROY,
	ACCOUNT_GIVE,
	ACCOUNT_READ,
	ACCOUNT_REVOKE,
	CONFIGURE_BUDGET,
	CONFIGURE_PRIORITY,
	COPY,
	DELETE,
	EXTENT_MERGE,
	EXTENT_SPLIT,
	MOVE,
	PROCESS_CONFIGURE,
	PROCESS_CREATE,
	PROCESS_DESTROY,
	PROCESS_REVOKE,
	READ_ACCOUNT_CEILING,
	READ_ACCOUNT_CPU,
	READ_ACCOUNT_PAGES,
	READ_ACCOUNT_PROCESSES,
	READ_ACCOUNT_SLOTS,
	REGION_CREATE,
	REGION_HAND_ON,
	REVOKE,
} from '../../../../abi/calls.ts';
import {
	INVALID_ARGUMENT,
	INVALID_CAPABILITY,
	MISSING_RIGHT,
	NOT_AVAILABLE,
	OK,
	PRIORITY,
	QUOTA_EXCEEDED,
	SLOT_OCCUPIED,
	WRONG_STATE,
} from '../../../../abi/errors.ts';
import {
	RESOURCE_ACCOUNT_ROW,
	RESOURCE_CPU,
	RESOURCE_GRANT_ROW,
	RESOURCE_PROCESS_ROW,
	RESOURCE_REGION_ROW,
	RESOURCE_SLOTS,
	RIGHT_COPY,
	RIGHT_SPEND,
} from '../../../../abi/rights.ts';
import { PROCESS_BLOCK_PAGES } from '../../../../kernel/layout.ts';
import { beginArea, expect } from '../report.ts';
import {
	ACCOUNT,
	EMPTY,
	END,
	FREE_RAM,
	NEXT,
	ROW_ACCOUNT,
	ROW_GRANT,
	ROW_NONE,
	ROW_REGION,
	SCRATCH,
	sys,
} from '../stage.ts';
import { makeRegion, unmakeRegion } from '../subjects.ts';

const CHILD: i32 = SCRATCH;
const GRANDCHILD: i32 = SCRATCH + 1;
const POOR: i32 = SCRATCH + 2;
const PROCESS: i32 = SCRATCH + 3;
const REGION: i32 = SCRATCH + 4;
const CEILING: i32 = 100;
const ROW_PROCESS: i32 = 200;
const PROCESS_SLOTS: i32 = 16;
const SLOTS: i32 = 20;
/** A sixteenth of the machine. */
const CPU: i32 = 4096;

function read(slot: i32, what: i32): i32 {
	return sys(ACCOUNT_READ, slot, what);
}

function creating(): i32 {
	expect('rowZero', sys(ACCOUNT_CREATE, ACCOUNT, 0, CHILD, CEILING), NOT_AVAILABLE);
	expect('rowUnknown', sys(ACCOUNT_CREATE, ACCOUNT, ROW_NONE, CHILD, CEILING), NOT_AVAILABLE);
	expect('ceilingZero', sys(ACCOUNT_CREATE, ACCOUNT, ROW_ACCOUNT, CHILD, 0), INVALID_ARGUMENT);
	expect('ceilingTooHigh', sys(ACCOUNT_CREATE, ACCOUNT, ROW_ACCOUNT, CHILD, 256), INVALID_ARGUMENT);
	expect('withoutParent', sys(ACCOUNT_CREATE, EMPTY, ROW_ACCOUNT, CHILD, CEILING), INVALID_CAPABILITY);
	sys(COPY, ACCOUNT, POOR, RIGHT_SPEND | RIGHT_COPY);
	expect('createNeedsSplit', sys(ACCOUNT_CREATE, POOR, ROW_NONE, 0, 0), MISSING_RIGHT);
	expect('giveNeedsSplit', sys(ACCOUNT_GIVE, POOR, ACCOUNT, RESOURCE_SLOTS, 1), MISSING_RIGHT);
	expect('destroyNeedsSplit', sys(ACCOUNT_DESTROY, POOR, ROW_ACCOUNT), MISSING_RIGHT);
	sys(DELETE, POOR);
	expect('occupied', sys(ACCOUNT_CREATE, ACCOUNT, ROW_ACCOUNT, ACCOUNT, CEILING), SLOT_OCCUPIED);
	expect('create', sys(ACCOUNT_CREATE, ACCOUNT, ROW_ACCOUNT, CHILD, CEILING), OK);
	expect('createTwice', sys(ACCOUNT_CREATE, ACCOUNT, ROW_ACCOUNT, GRANDCHILD, CEILING), NOT_AVAILABLE);
	expect('childIsEmpty', read(CHILD, READ_ACCOUNT_SLOTS) | read(CHILD, READ_ACCOUNT_CPU), 0);
	expect('childHasNoPages', read(CHILD, READ_ACCOUNT_PAGES) | read(CHILD, READ_ACCOUNT_PROCESSES), 0);
	expect('ceiling', read(CHILD, READ_ACCOUNT_CEILING), CEILING);
	expect('readUnknown', read(CHILD, 99), INVALID_ARGUMENT);
	expect('readNothing', read(EMPTY, READ_ACCOUNT_SLOTS), INVALID_CAPABILITY);
	return NEXT;
}

function giving(): i32 {
	const slots = read(ACCOUNT, READ_ACCOUNT_SLOTS);
	const cpu = read(ACCOUNT, READ_ACCOUNT_CPU);
	expect('giveSlots', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_SLOTS, SLOTS), OK);
	expect('slotsArrive', read(CHILD, READ_ACCOUNT_SLOTS), SLOTS);
	expect('slotsLeave', read(ACCOUNT, READ_ACCOUNT_SLOTS), slots - SLOTS);
	expect('giveCpu', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_CPU, CPU), OK);
	expect('cpuLeaves', read(ACCOUNT, READ_ACCOUNT_CPU), cpu - CPU);
	expect('giveTooMuch', sys(ACCOUNT_GIVE, CHILD, ACCOUNT, RESOURCE_SLOTS, SLOTS + 1), QUOTA_EXCEEDED);
	expect('giveMinusOne', sys(ACCOUNT_GIVE, CHILD, ACCOUNT, RESOURCE_CPU, -1), QUOTA_EXCEEDED);
	expect('giveToItself', sys(ACCOUNT_GIVE, CHILD, CHILD, RESOURCE_SLOTS, 1), INVALID_ARGUMENT);
	expect('giveUnknown', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, 99, 1), INVALID_ARGUMENT);
	expect('giveToNobody', sys(ACCOUNT_GIVE, ACCOUNT, EMPTY, RESOURCE_SLOTS, 1), INVALID_CAPABILITY);
	expect('givePart', sys(ACCOUNT_GIVE, CHILD, ACCOUNT, RESOURCE_SLOTS, 1), OK);
	expect('partIsBack', read(ACCOUNT, READ_ACCOUNT_SLOTS), slots - SLOTS + 1);
	return NEXT;
}

function rows(): i32 {
	expect('giveProcessRow', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_PROCESS_ROW, ROW_PROCESS), OK);
	expect('giveRowOnlyOnce', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_PROCESS_ROW, ROW_PROCESS), NOT_AVAILABLE);
	expect('giveLiveProcess', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_PROCESS_ROW, 1), NOT_AVAILABLE);
	expect('giveProcessZero', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_PROCESS_ROW, 0), NOT_AVAILABLE);
	expect('giveUnknownProcess', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_PROCESS_ROW, ROW_NONE), NOT_AVAILABLE);
	const pages = read(ACCOUNT, READ_ACCOUNT_PAGES);
	sys(EXTENT_SPLIT, ACCOUNT, FREE_RAM, ROW_REGION, PROCESS_BLOCK_PAGES);
	expect('splitCostsNothing', read(ACCOUNT, READ_ACCOUNT_PAGES), pages);
	expect('giveExtent', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_REGION_ROW, ROW_REGION), OK);
	expect('pagesLeave', read(ACCOUNT, READ_ACCOUNT_PAGES), pages - PROCESS_BLOCK_PAGES);
	expect('pagesArrive', read(CHILD, READ_ACCOUNT_PAGES), PROCESS_BLOCK_PAGES);
	expect('extentIsTheChilds', sys(EXTENT_MERGE, ACCOUNT, FREE_RAM, ROW_REGION), NOT_AVAILABLE);
	expect('giveUsedRegion', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_REGION_ROW, 8), NOT_AVAILABLE);
	expect('giveGrantRow', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_GRANT_ROW, ROW_GRANT), OK);
	expect('grantIsTheChilds', sys(REVOKE, ACCOUNT, ROW_GRANT), NOT_AVAILABLE);
	expect('copyUnderTheChilds', sys(COPY, ACCOUNT, POOR, RIGHT_COPY, ROW_GRANT), NOT_AVAILABLE);
	sys(COPY, ACCOUNT, POOR, RIGHT_COPY, ROW_GRANT + 1);
	expect('giveGrantInUse', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_GRANT_ROW, ROW_GRANT + 1), NOT_AVAILABLE);
	sys(REVOKE, ACCOUNT, ROW_GRANT + 1);
	sys(DELETE, POOR);
	expect('giveGrantZero', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_GRANT_ROW, 0), NOT_AVAILABLE);
	expect('giveUnknownGrant', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_GRANT_ROW, ROW_NONE), NOT_AVAILABLE);
	expect('giveUnknownRegion', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_REGION_ROW, ROW_NONE), NOT_AVAILABLE);
	expect('giveWhatTheChildHas', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_REGION_ROW, ROW_REGION), NOT_AVAILABLE);
	expect('giveUnknownAccount', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_ACCOUNT_ROW, ROW_NONE), NOT_AVAILABLE);
	expect('childRevokes', sys(REVOKE, CHILD, ROW_GRANT), OK);
	expect('giveAccountRow', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_ACCOUNT_ROW, ROW_ACCOUNT + 1), OK);
	expect(
		'giveAccountOnlyOnce',
		sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_ACCOUNT_ROW, ROW_ACCOUNT + 1),
		NOT_AVAILABLE,
	);
	expect('giveItsOwnRow', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_ACCOUNT_ROW, ROW_ACCOUNT), NOT_AVAILABLE);
	return NEXT;
}

function spending(): i32 {
	const create = sys(PROCESS_CREATE, CHILD, ROW_PROCESS, ROW_REGION, SLOTS, PROCESS);
	expect('tooManySlots', create, QUOTA_EXCEEDED);
	expect('otherPayer', sys(PROCESS_CREATE, ACCOUNT, ROW_PROCESS, ROW_REGION, PROCESS_SLOTS, PROCESS), NOT_AVAILABLE);
	expect('childPays', sys(PROCESS_CREATE, CHILD, ROW_PROCESS, ROW_REGION, PROCESS_SLOTS, PROCESS), OK);
	expect('otherCannotDestroy', sys(PROCESS_DESTROY, ACCOUNT, ROW_PROCESS), NOT_AVAILABLE);
	expect('otherCannotRevoke', sys(PROCESS_REVOKE, ACCOUNT, ROW_PROCESS, GRANDCHILD), NOT_AVAILABLE);
	expect('giveProcessInUse', sys(ACCOUNT_GIVE, CHILD, ACCOUNT, RESOURCE_PROCESS_ROW, ROW_PROCESS), NOT_AVAILABLE);
	expect('slotsAreUsed', read(CHILD, READ_ACCOUNT_SLOTS), SLOTS - 1 - PROCESS_SLOTS);
	expect('processIsCounted', read(CHILD, READ_ACCOUNT_PROCESSES), 1);
	expect('aboveCeiling', sys(PROCESS_CONFIGURE, PROCESS, CONFIGURE_PRIORITY, CEILING + 1), PRIORITY);
	expect('atCeiling', sys(PROCESS_CONFIGURE, PROCESS, CONFIGURE_PRIORITY, CEILING), OK);
	expect('moreCpuThanGiven', sys(PROCESS_CONFIGURE, PROCESS, CONFIGURE_BUDGET, 100_000, 1_000_000), QUOTA_EXCEEDED);
	expect('cpuAsGiven', sys(PROCESS_CONFIGURE, PROCESS, CONFIGURE_BUDGET, 62_500, 1_000_000), OK);
	expect('cpuIsUsed', read(CHILD, READ_ACCOUNT_CPU), 0);
	expect('cpuGivenBack', sys(PROCESS_CONFIGURE, PROCESS, CONFIGURE_BUDGET, 31_250, 1_000_000), OK);
	expect('halfIsFree', read(CHILD, READ_ACCOUNT_CPU), CPU / 2);
	expect('noMemory', sys(REGION_CREATE, CHILD, ROW_REGION, ROW_REGION + 1, 1, REGION), NOT_AVAILABLE);
	return NEXT;
}

function nesting(): i32 {
	expect('grandchild', sys(ACCOUNT_CREATE, CHILD, ROW_ACCOUNT + 1, GRANDCHILD, CEILING), OK);
	expect('ceilingOfParent', sys(ACCOUNT_CREATE, CHILD, ROW_ACCOUNT + 2, POOR, CEILING), NOT_AVAILABLE);
	sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_ACCOUNT_ROW, ROW_ACCOUNT + 2);
	expect('ceilingAboveParent', sys(ACCOUNT_CREATE, CHILD, ROW_ACCOUNT + 2, POOR, CEILING + 1), PRIORITY);
	expect('giveToGrandchild', sys(ACCOUNT_GIVE, CHILD, GRANDCHILD, RESOURCE_CPU, 100), OK);
	expect('notMyChild', sys(ACCOUNT_DESTROY, ACCOUNT, ROW_ACCOUNT + 1), NOT_AVAILABLE);
	expect('destroyWithRows', sys(ACCOUNT_DESTROY, ACCOUNT, ROW_ACCOUNT), WRONG_STATE);
	expect('destroyGrandchild', sys(ACCOUNT_DESTROY, CHILD, ROW_ACCOUNT + 1), OK);
	expect('amountsReturn', read(CHILD, READ_ACCOUNT_CPU), CPU / 2);
	expect('grandchildIsDead', read(GRANDCHILD, READ_ACCOUNT_CPU), INVALID_CAPABILITY);
	sys(DELETE, GRANDCHILD);
	expect('destroyTwice', sys(ACCOUNT_DESTROY, CHILD, ROW_ACCOUNT + 1), NOT_AVAILABLE);
	return NEXT;
}

/** A parent can always get hold of what it gave, whoever holds it now. */
function takingBack(): i32 {
	expect('revokeUnknown', sys(ACCOUNT_REVOKE, ACCOUNT, ROW_NONE, GRANDCHILD), NOT_AVAILABLE);
	expect('revokeFree', sys(ACCOUNT_REVOKE, ACCOUNT, ROW_ACCOUNT + 9, GRANDCHILD), NOT_AVAILABLE);
	expect('revokeNotMyChild', sys(ACCOUNT_REVOKE, CHILD, ROW_ACCOUNT, GRANDCHILD), NOT_AVAILABLE);
	expect('revokeOccupied', sys(ACCOUNT_REVOKE, ACCOUNT, ROW_ACCOUNT, ACCOUNT), SLOT_OCCUPIED);
	expect('revokeWithoutParent', sys(ACCOUNT_REVOKE, EMPTY, ROW_ACCOUNT, GRANDCHILD), INVALID_CAPABILITY);
	expect('revoke', sys(ACCOUNT_REVOKE, ACCOUNT, ROW_ACCOUNT, GRANDCHILD), OK);
	expect('revokedIsDead', read(CHILD, READ_ACCOUNT_CPU), INVALID_CAPABILITY);
	expect('freshHasEverything', read(GRANDCHILD, READ_ACCOUNT_CPU), CPU / 2);
	sys(DELETE, CHILD);
	expect('freshMoves', sys(MOVE, GRANDCHILD, CHILD), OK);
	return NEXT;
}

function handingOn(): i32 {
	const row = ROW_REGION + 2;
	expect('region', makeRegion(row, 16, REGION), OK);
	const pages = read(CHILD, READ_ACCOUNT_PAGES);
	expect('handOnUnknown', sys(REGION_HAND_ON, ACCOUNT, ROW_NONE, CHILD), NOT_AVAILABLE);
	expect('handOnExtent', sys(REGION_HAND_ON, ACCOUNT, FREE_RAM, CHILD), NOT_AVAILABLE);
	expect('handOnToNobody', sys(REGION_HAND_ON, ACCOUNT, row, EMPTY), INVALID_CAPABILITY);
	expect('handOn', sys(REGION_HAND_ON, ACCOUNT, row, CHILD), OK);
	expect('handedPages', read(CHILD, READ_ACCOUNT_PAGES), pages + 16 + 2);
	expect('handedOnOnce', sys(REGION_HAND_ON, ACCOUNT, row, CHILD), NOT_AVAILABLE);
	expect('handBack', sys(REGION_HAND_ON, CHILD, row, ACCOUNT), OK);
	expect('handedBackPages', read(CHILD, READ_ACCOUNT_PAGES), pages);
	expect('destroyRegion', unmakeRegion(row, REGION), OK);
	return NEXT;
}

function closing(): i32 {
	const pages = read(ACCOUNT, READ_ACCOUNT_PAGES);
	const slots = read(ACCOUNT, READ_ACCOUNT_SLOTS);
	const cpu = read(ACCOUNT, READ_ACCOUNT_CPU);
	expect('destroyProcess', sys(PROCESS_DESTROY, CHILD, ROW_PROCESS), OK);
	expect('slotsReturn', read(CHILD, READ_ACCOUNT_SLOTS), SLOTS - 1);
	expect('cpuReturns', read(CHILD, READ_ACCOUNT_CPU), CPU);
	expect('processReturns', read(CHILD, READ_ACCOUNT_PROCESSES), 0);
	sys(DELETE, PROCESS);
	expect('takeProcessRow', sys(ACCOUNT_GIVE, CHILD, ACCOUNT, RESOURCE_PROCESS_ROW, ROW_PROCESS), OK);
	expect('takeExtent', sys(ACCOUNT_GIVE, CHILD, ACCOUNT, RESOURCE_REGION_ROW, ROW_REGION), OK);
	expect('takeGrantRow', sys(ACCOUNT_GIVE, CHILD, ACCOUNT, RESOURCE_GRANT_ROW, ROW_GRANT), OK);
	sys(ACCOUNT_GIVE, CHILD, ACCOUNT, RESOURCE_ACCOUNT_ROW, ROW_ACCOUNT + 1);
	sys(ACCOUNT_GIVE, CHILD, ACCOUNT, RESOURCE_ACCOUNT_ROW, ROW_ACCOUNT + 2);
	expect('pagesBack', read(ACCOUNT, READ_ACCOUNT_PAGES), pages + PROCESS_BLOCK_PAGES);
	expect('destroy', sys(ACCOUNT_DESTROY, ACCOUNT, ROW_ACCOUNT), OK);
	expect('slotsBack', read(ACCOUNT, READ_ACCOUNT_SLOTS), slots + SLOTS - 1);
	expect('cpuBack', read(ACCOUNT, READ_ACCOUNT_CPU), cpu + CPU);
	expect('deadAccount', read(CHILD, READ_ACCOUNT_SLOTS), INVALID_CAPABILITY);
	expect('giveToDead', sys(ACCOUNT_GIVE, ACCOUNT, CHILD, RESOURCE_SLOTS, 1), INVALID_CAPABILITY);
	sys(DELETE, CHILD);
	expect('mergeBack', sys(EXTENT_MERGE, ACCOUNT, FREE_RAM, ROW_REGION), OK);
	return END;
}

export function accounts(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('accounts');
			return creating();
		case 1:
			return giving();
		case 2:
			return rows();
		case 3:
			return spending();
		case 4:
			return nesting();
		case 5:
			return takingBack();
		case 6:
			return handingOn();
		default:
			return closing();
	}
}
