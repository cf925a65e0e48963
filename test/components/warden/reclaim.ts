/** The warden takes everything back from the hostile component, whatever that has done with it: by rows, which it knows. */
import {
	ACCOUNT_DESTROY,
	ACCOUNT_GIVE,
	ACCOUNT_READ,
	ACCOUNT_REVOKE,
	DELETE,
	EXTENT_MERGE,
	PROCESS_DESTROY,
	PROCESS_REVOKE,
	PROCESS_STOP,
	READ_ACCOUNT_CPU,
	READ_ACCOUNT_SLOTS,
	REGION_DESTROY,
	REVOKE,
} from '../../../abi/calls.ts';
import { OK } from '../../../abi/errors.ts';
import {
	RESOURCE_ACCOUNT_ROW,
	RESOURCE_CPU,
	RESOURCE_GRANT_ROW,
	RESOURCE_PROCESS_ROW,
	RESOURCE_REGION_ROW,
	RESOURCE_SLOTS,
} from '../../../abi/rights.ts';
import { ACCOUNT, FREE_RAM, SCRATCH, sys } from '../director/stage.ts';
import * as given from '../hostile/authority.ts';

/** The hostile account, and those that it made. */
const CHILD: i32 = SCRATCH;
const FIRST_GRANDCHILD: i32 = SCRATCH + 1;
const PROCESS: i32 = SCRATCH + 10;

/** Fresh capabilities to the account and to every account below it, however deep it hid them. */
function openAccounts(): void {
	sys(DELETE, CHILD);
	sys(ACCOUNT_REVOKE, ACCOUNT, given.ROW_ACCOUNT, CHILD);
	for (let depth = 0; depth < given.CHILD_ACCOUNTS; depth++) {
		for (let child = 0; child < given.CHILD_ACCOUNTS; child++) openChild(child);
	}
}

/** Its parent is the account, or another child. */
function openChild(child: i32): void {
	const row = given.ROW_CHILD_ACCOUNTS + child;
	const slot = FIRST_GRANDCHILD + child;
	if (sys(ACCOUNT_REVOKE, CHILD, row, slot) === OK) return;
	for (let parent = 0; parent < given.CHILD_ACCOUNTS; parent++)
		sys(ACCOUNT_REVOKE, FIRST_GRANDCHILD + parent, row, slot);
}

/** Everything that `account` has goes to the root. */
function drain(account: i32): void {
	for (let row = given.ROW_PROCESS; row <= given.ROW_SPARE_PROCESSES + given.SPARE_PROCESSES; row++)
		endProcess(account, row);
	for (let row = 0; row < given.REGION_ROWS; row++) {
		sys(REGION_DESTROY, account, given.ROW_EXTENT + row);
		sys(ACCOUNT_GIVE, account, ACCOUNT, RESOURCE_REGION_ROW, given.ROW_EXTENT + row);
	}
	for (let grant = 0; grant < given.GRANTS; grant++) {
		sys(REVOKE, account, given.ROW_GRANTS + grant);
		sys(ACCOUNT_GIVE, account, ACCOUNT, RESOURCE_GRANT_ROW, given.ROW_GRANTS + grant);
	}
	sys(ACCOUNT_GIVE, account, ACCOUNT, RESOURCE_SLOTS, sys(ACCOUNT_READ, account, READ_ACCOUNT_SLOTS));
	sys(ACCOUNT_GIVE, account, ACCOUNT, RESOURCE_CPU, sys(ACCOUNT_READ, account, READ_ACCOUNT_CPU));
}

/** Stopped and destroyed, and its row taken back. */
function endProcess(account: i32, row: i32): void {
	sys(PROCESS_REVOKE, account, row, PROCESS);
	sys(PROCESS_STOP, PROCESS);
	sys(PROCESS_DESTROY, account, row);
	sys(DELETE, PROCESS);
	sys(ACCOUNT_GIVE, account, ACCOUNT, RESOURCE_PROCESS_ROW, row);
}

/** Accounts from the leaves up: one that has a child still is refused and comes again. */
function closeAccounts(): i32 {
	for (let round = 0; round < given.CHILD_ACCOUNTS; round++) {
		for (let child = 0; child < given.CHILD_ACCOUNTS; child++) {
			const row = given.ROW_CHILD_ACCOUNTS + child;
			for (let parent = 0; parent <= given.CHILD_ACCOUNTS; parent++) {
				sys(ACCOUNT_DESTROY, CHILD + parent, row);
				sys(ACCOUNT_GIVE, CHILD + parent, ACCOUNT, RESOURCE_ACCOUNT_ROW, row);
			}
		}
	}
	return sys(ACCOUNT_DESTROY, ACCOUNT, given.ROW_ACCOUNT);
}

/** The pieces become one extent again: each is joined to whatever lies before it, as often as there are pieces. */
function mergePieces(): void {
	for (let round = 0; round < given.REGION_ROWS; round++) {
		for (let row = 0; row < given.REGION_ROWS; row++) sys(EXTENT_MERGE, ACCOUNT, FREE_RAM, given.ROW_EXTENT + row);
	}
}

/** Takes everything back that belongs to the hostile account, processes included, and closes it: OK, or why it cannot be closed. */
export function reclaim(): i32 {
	openAccounts();
	for (let child = 0; child < given.CHILD_ACCOUNTS; child++) drain(FIRST_GRANDCHILD + child);
	drain(CHILD);
	const error = closeAccounts();
	mergePieces();
	for (let slot = CHILD; slot <= PROCESS; slot++) sys(DELETE, slot);
	return error;
}
