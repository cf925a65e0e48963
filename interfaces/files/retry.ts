/** What to do about a call of the store that has not succeeded: programs that make one call after the other ask after each. */

import { BUDGET, SERVER_BUSY, SERVER_FAULT, SERVER_GONE } from '../../abi/errors.ts';
import { notify } from '../../sdk/kernel.ts';
import { PENDING } from './client.ts';

/**
 * Whether the call is to be made again, when the store signals or, if nobody else would say when, in the next activation, for which this raises `wake`: a Signal of the program to
 * itself.
 */
export function isLater(result: i32, wake: i32): bool {
	if (result === BUDGET || result === SERVER_BUSY) {
		notify(wake);
		return true;
	}
	return result === PENDING || result === SERVER_GONE || result === SERVER_FAULT;
}
