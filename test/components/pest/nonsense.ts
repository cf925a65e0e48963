/** Calls that no honest client makes: any method, any words, any loan, over a gate to a driver. */
import { call0, call6, callWith } from '../../../sdk/kernel.ts';
import { awkward, random } from '../hostile/random.ts';

const METHODS: u32 = 8;
/** Loans lie in memory 0, or seem to. */
const LOAN: u32 = memory.data(4096, 8) as u32;
const LOAN_BYTES: u32 = 4096;
const RIGHTS_SHIFT: u32 = 8;
const RIGHTS: u32 = 4;

/** Most often a method that a driver has. */
function method(): i32 {
	return random() % 4 === 0 ? awkward() : random() % METHODS;
}

/** Most often a range that can be lent. */
function lend(gate: i32): void {
	const rights = (random() % RIGHTS) << RIGHTS_SHIFT;
	const strange = random() % 4 === 0;
	const offset = strange ? awkward() : LOAN;
	const length = strange ? awkward() : random() % LOAN_BYTES;
	callWith(gate, method(), awkward(), awkward(), awkward(), awkward(), 0, 0, 0, rights, offset, length);
}

/** One call. */
export function callAnything(gate: i32): void {
	const choice = random() % 4;
	if (choice === 0) call0(gate, method());
	else if (choice === 1) lend(gate);
	else call6(gate, method(), awkward(), awkward(), awkward(), awkward(), awkward(), awkward());
}
