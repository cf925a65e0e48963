/** Faults in words, for the log. */
import { CAUSE_BAD_CALL, CAUSE_MEMORY, CAUSE_OVERRUN, CAUSE_STACK, CAUSE_TRAP } from '../abi/calls.ts';

/** What a component of which the kernel says CAUSE_* has done; to be put behind its name. */
export function causeText(cause: i32): string {
	if (cause === CAUSE_TRAP) return ' trapped';
	if (cause === CAUSE_MEMORY) return ' touched memory that is not its own';
	if (cause === CAUSE_BAD_CALL) return ' entered the kernel in a forbidden way';
	if (cause === CAUSE_OVERRUN) return ' used more time than it declared';
	return cause === CAUSE_STACK ? ' ran out of stack' : ' faulted';
}
