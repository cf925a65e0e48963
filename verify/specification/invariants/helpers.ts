/** What several invariants have in common. */
import { FLOW_READ, RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE } from '../../../abi/rights.ts';
import { ACTIVE_CALL, DEFERRED_FINISHING, GRANT_COUNT, GRANT_DEPTH } from '../../../kernel/layout.ts';
import { grant, process } from '../state.ts';

/** Does neither this grant nor any that it was derived under have another generation now? Row 0 is "no grant". */
export function grantLives(row: u32, generation: u32): bool {
	for (let walked: u32 = 0; walked < GRANT_DEPTH; walked++) {
		if (row === 0) return true;
		if (row >= GRANT_COUNT || grant(row).generation !== generation) return false;
		generation = grant(row).parentGeneration;
		row = grant(row).parent;
	}
	return row === 0;
}

/** A reference to a grant: none at all, or to a row at a generation that it has had, in use if that is its generation now. */
export function isGrantReference(row: u32, generation: u32): bool {
	if (row === 0) return generation === 0;
	if (row >= GRANT_COUNT || generation > grant(row).generation) return false;
	return generation !== grant(row).generation || grant(row).level !== 0;
}

/** Bit `index` (0..63) of a word of bits. */
export function bit(word: u64, index: u32): bool {
	return ((word >> <u64>(index & 63)) & 1) !== 0;
}

/** Nanoseconds that the activation of a process may use in all: its budget, or what its caller set aside for it. */
export function allotment(row: u32): u32 {
	if (process(row).active === ACTIVE_CALL) return process(row).worstCase;
	return process(row).deferred === DEFERRED_FINISHING ? process(row).budget : process(row).remaining;
}

/** Operations that using memory with `rights` amounts to: executing is reading. */
export function operationsOf(rights: u32): u32 {
	// FLOW_READ and FLOW_WRITE have the numbers of RIGHT_READ and RIGHT_WRITE.
	return (rights & (RIGHT_READ | RIGHT_WRITE)) | ((rights & RIGHT_EXECUTE) / (RIGHT_EXECUTE / FLOW_READ));
}
