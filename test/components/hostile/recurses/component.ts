/** Fills its stack and enters the kernel at every level, so that the kernel must always find room of its own. */
import { COPY, DELETE } from '../../../../abi/calls.ts';
import { RIGHTS_ALL } from '../../../../abi/rights.ts';
import { call4, notify, system } from '../../../../sdk/kernel.ts';
import { AGAIN, ANSWERER, ASK, BYSTANDER, FREE_SLOT } from '../authority.ts';

/** Something of a level lives across the call, so that every level takes stack. */
function deeper(level: i32): i32 {
	system(COPY, AGAIN, FREE_SLOT, RIGHTS_ALL, 0, 0, 0);
	notify(BYSTANDER);
	const status = call4(ANSWERER, ASK, level, 0, 0, 0);
	system(DELETE, FREE_SLOT, 0, 0, 0, 0, 0);
	return status < -100 ? level : deeper(level + 1) + status;
}

export function init(): void {
	deeper(0);
}
