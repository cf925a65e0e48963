/** Fills its capability table, and tries to go on behind its end. */
import { COPY, GATE, INSTALL, RECEIVE, SIGNAL } from '../../../../abi/calls.ts';
import { RIGHTS_ALL } from '../../../../abi/rights.ts';
import { callWith, system } from '../../../../sdk/kernel.ts';
import { ACCOUNT, AGAIN, ANSWERER, REGION, ROW_GRANTS, SELF } from '../authority.ts';

const BEYOND: i32 = 300;

export function init(): void {
	for (let slot = 0; slot < BEYOND; slot++) {
		system(COPY, slot % SELF, slot, RIGHTS_ALL, ROW_GRANTS + (slot & 7), 0, 0);
		system(GATE, 0, slot, slot, 0, 0, 0);
		system(SIGNAL, 0, slot, slot, 0, 0, 0);
		system(INSTALL, SELF, ACCOUNT, slot, RIGHTS_ALL, 0, 0);
		system(RECEIVE, slot, 0, 0, 0, 0, 0);
		callWith(ANSWERER, 1, 0, 0, 0, 0, 0, 0, AGAIN | (slot << 16), 0, 0, 0);
		callWith(ANSWERER, 1, 0, 0, 0, 0, 0, 0, REGION | (slot << 16), 0, 0, 0);
	}
}
