/** A call to the compositor that did not happen, and can be made again. */
import { BUDGET, SERVER_BUSY } from '../../abi/errors.ts';

/** Whether too little was left of the budget for it. Nobody will say when it is worth trying again: the next activation has more, and so has this one when it has used up what is left. */
export function isTooLate(status: i32): bool {
	return status === BUDGET || status === SERVER_BUSY;
}
