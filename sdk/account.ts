/** Accounts: who pays. docs/reference/01-kernel.md lists the checks and errors of each call. Slots are those of the caller's own table; 0 means none. */

import { ACCOUNT_CREATE, ACCOUNT_DESTROY, ACCOUNT_GIVE, ACCOUNT_READ, ACCOUNT_REVOKE } from '../abi/calls.ts';
import { system } from './kernel.ts';

/** Creates an empty child account. */
export function create(account: i32, accountRow: i32, destination: i32, priorityCeiling: i32): i32 {
	return system(ACCOUNT_CREATE, account, accountRow, destination, priorityCeiling, 0, 0);
}

/** Moves an amount or a row of RESOURCE_* from one account to another. */
export function give(from: i32, to: i32, resource: i32, amountOrRow: i32): i32 {
	return system(ACCOUNT_GIVE, from, to, resource, amountOrRow, 0, 0);
}

/** Destroys a child that owns no row; its amounts return to the parent. */
export function destroy(account: i32, accountRow: i32): i32 {
	return system(ACCOUNT_DESTROY, account, accountRow, 0, 0, 0, 0);
}

/** Ends every capability to a child account; the parent gets a fresh one, and can so always take back what it gave. */
export function revoke(account: i32, accountRow: i32, destination: i32): i32 {
	return system(ACCOUNT_REVOKE, account, accountRow, destination, 0, 0, 0);
}

/** Reads one READ_ACCOUNT_* value. */
export function inspect(account: i32, what: i32): i32 {
	return system(ACCOUNT_READ, account, what, 0, 0, 0, 0);
}
