/** How pictures are called, and how many there are. */

import { add, addNumber } from '../../sdk/text.ts';
import { built } from '../../sdk/ui/words.ts';
import { pictureCount } from './roll.ts';

export function titleOf(number: u32): u32 {
	add('Picture ');
	addNumber(number);
	return built();
}

/** Appends "1 picture" or "12 pictures" to the text that is being built. */
export function addCount(): void {
	addNumber(pictureCount());
	add(pictureCount() === 1 ? ' picture' : ' pictures');
}

/** Bytes as mebibytes with one digit behind the point. */
export function addMebibytes(bytes: u64): void {
	const tenths = (10 * bytes + 524_287) >> 20;
	addNumber(<i64>(tenths / 10));
	add('.');
	addNumber(<i64>(tenths % 10));
}
