/** Adds pictures of the region `assets` (memory 12) to COVERAGE. */

import { load8 } from '../region/memory12.ts';
import { COVERAGE } from './rows.ts';

/** Adds `width` values from `offset` on to COVERAGE at `column`, as far as they lie inside the row's `count` pixels. */
export function addCoverage(offset: u32, width: i32, column: i32, count: u32): void {
	const first = max(0, -column);
	const last = min(width, <i32>count - column);
	for (let index = first; index < last; index++) {
		const place = COVERAGE + <u32>(column + index);
		store<u8>(place, min<u32>(255, <u32>load<u8>(place) + load8(offset + <u32>index)));
	}
}
