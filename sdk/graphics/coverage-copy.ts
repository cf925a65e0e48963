/** Adds pictures of the region `assets` (memory 12) to COVERAGE. */

import { load8, load64 } from '../region/memory12.ts';
import { COVERAGE } from './rows.ts';

/** The highest bit of each byte of a word. */
const HIGH: u64 = ((<u64>0x8080_8080) << 32) | 0x8080_8080;

/** Adds `width` values from `offset` on to COVERAGE at `column`, as far as they lie inside the row's `count` pixels. */
export function addCoverage(offset: u32, width: i32, column: i32, count: u32): void {
	if (column < 0 || column + width > <i32>count || width === 0) {
		addSome(offset, max(0, -column), min(width, <i32>count - column), column);
		return;
	}
	// The region's last bytes are no picture's: eight can be read at any place of one.
	const place = COVERAGE + <u32>column;
	let index: i32 = 0;
	for (; index + 8 < width; index += 8) addEight(place + <u32>index, load64(offset + <u32>index));
	addEight(place + <u32>index, load64(offset + <u32>index) & (u64.MAX_VALUE >> (8 * (<u64>8 - <u64>(width - index)))));
}

/** Adds eight values at once, none to more than 255. */
function addEight(place: u32, values: u64): void {
	const under = load<u64>(place);
	const sum = (under & ~HIGH) + (values & ~HIGH);
	// Bytes whose sum does not fit, as all ones.
	const over = (((under & values) | ((under | values) & sum)) & HIGH) >> 7;
	store<u64>(place, (sum ^ ((under ^ values) & HIGH)) | (over * 255));
}

function addSome(offset: u32, first: i32, last: i32, column: i32): void {
	for (let index = first; index < last; index++) {
		const place = COVERAGE + <u32>(column + index);
		store<u8>(place, min<u32>(255, <u32>load<u8>(place) + load8(offset + <u32>index)));
	}
}
