/** Calls to the compositor that must not be lost: what is typed, and how the keys look. */
import { BUDGET, SERVER_BUSY } from '../../abi/errors.ts';

/** Whether a call is to be made again: too little was left of the budget for it. Asking again uses that up, and then there is the next. */
export function again(status: i32): bool {
	return status === BUDGET || status === SERVER_BUSY;
}
