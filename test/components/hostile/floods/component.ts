/** Floods a more important component with signals, as fast as it can. */
import { notify } from '../../../../sdk/kernel.ts';
import { AGAIN, BYSTANDER } from '../authority.ts';

export function init(): void {
	for (;;) {
		notify(BYSTANDER);
		notify(AGAIN);
	}
}
