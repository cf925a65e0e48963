/** Revokes, destroys and takes back every row there is, its own account being all that it may name. */
import {
	ACCOUNT_DESTROY,
	ACCOUNT_GIVE,
	PROCESS_DESTROY,
	REGION_DESTROY,
	REGION_HAND_ON,
	REGION_REVOKE,
	REVOKE,
} from '../../../../abi/calls.ts';
import { RESOURCE_REGION_ROW } from '../../../../abi/rights.ts';
import { notify, system } from '../../../../sdk/kernel.ts';
import { ACCOUNT, AGAIN, ANSWERER, FREE_SLOT } from '../authority.ts';

const ROWS: i32 = 1030;
const AT_A_TIME: i32 = 50;
/** Its own region rows begin here: what it does to itself is another attack. */
const OWN: i32 = 599;

let row: i32 = 0;

export function init(): void {
	notify(AGAIN);
}

export function notified(_bits: u32): void {
	for (let tried = 0; tried < AT_A_TIME && row < ROWS; tried++) {
		system(REVOKE, ACCOUNT, row, 0, 0, 0, 0);
		system(PROCESS_DESTROY, ACCOUNT, row, 0, 0, 0, 0);
		system(ACCOUNT_DESTROY, ACCOUNT, row, 0, 0, 0, 0);
		system(ACCOUNT_GIVE, ANSWERER, ACCOUNT, RESOURCE_REGION_ROW, row, 0, 0);
		if (row < OWN) {
			system(REGION_REVOKE, ACCOUNT, row, FREE_SLOT, 0, 0, 0);
			system(REGION_DESTROY, ACCOUNT, row, 0, 0, 0, 0);
			system(REGION_HAND_ON, ACCOUNT, row, ACCOUNT, 0, 0, 0);
		}
		row++;
	}
	if (row < ROWS) notify(AGAIN);
}
