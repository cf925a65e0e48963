/** Accounts: a tree of rows, each owned by one that is live. What they count: sums.ts. */
import { ACCOUNT_COUNT, GENERATION_LAST } from '../../../kernel/layout.ts';
import { account } from '../state.ts';

const FREE: u32 = 0;
const LIVE: u32 = 1;
const PRIORITY_MOST: u32 = 255;

export function accountStateKnown(row: u32): bool {
	return account(row).state <= LIVE;
}

/** A live row can still be destroyed, which takes one more. */
export function accountGenerationInRange(row: u32): bool {
	return account(row).generation <= GENERATION_LAST - account(row).state;
}

export function rootAccountLives(): bool {
	return account(0).state === LIVE;
}

export function accountParentLives(row: u32): bool {
	return account(row).parent < ACCOUNT_COUNT && account(account(row).parent).state === LIVE;
}

/** Longer circles cannot be either: a live account was made when its parent was live, and that was before. */
export function accountIsNotItsParent(row: u32): bool {
	return row === 0 || account(row).parent !== row;
}

export function freeAccountHoldsNothing(row: u32): bool {
	if (account(row).state !== FREE) return true;
	return (account(row).slots | account(row).cpu | account(row).ceiling) === 0;
}

export function freeAccountOwnsNothing(row: u32): bool {
	if (account(row).state !== FREE) return true;
	const rows = account(row).processRows | account(row).regionRows | account(row).grantRows | account(row).accountRows;
	return (rows | account(row).pages | account(row).processes) === 0;
}

export function accountCeilingInRange(row: u32): bool {
	if (account(row).ceiling > PRIORITY_MOST) return false;
	return account(row).state === FREE || account(row).ceiling >= 1;
}

export function accountCeilingWithinParents(row: u32): bool {
	return account(row).ceiling <= account(account(row).parent).ceiling;
}

// ---- consequences of the sums ----

export function pagesComeWithRegions(row: u32): bool {
	return account(row).regionRows !== 0 || account(row).pages === 0;
}

export function processesHaveRows(row: u32): bool {
	return account(row).processes <= account(row).processRows;
}
