/** A refused call has changed nothing but what it tells the machine. */

import * as layout from '../../kernel/layout.ts';
import type { SavedState } from '../../test/kernel/kernel.ts';

/** Are two states equal, the results for the machine left out? */
export function sameButOutputs(before: SavedState, after: SavedState): boolean {
	if (before.backed.size !== after.backed.size) return false;
	for (const [address, contents] of before.backed) {
		const now = after.backed.get(address);
		if (now === undefined || Buffer.compare(contents, now) !== 0) return false;
	}
	return Buffer.compare(withoutOutputs(before.dense), withoutOutputs(after.dense)) === 0;
}

function withoutOutputs(dense: Uint8Array): Uint8Array {
	const copy = dense.slice();
	copy.fill(0, layout.GLOBAL_BASE + layout.GLOBAL_OUT_KIND, layout.GLOBAL_BASE + layout.GLOBAL_OUT_WORD1 + 4);
	return copy;
}
