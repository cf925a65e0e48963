/** Sizes and names as they are shown. */

import { ICON_FILE, ICON_FILE_TEXT, ICON_IMAGE } from '../../sdk/graphics/icon-numbers.ts';
import { add, addNumber } from '../../sdk/text.ts';
import { built } from '../../sdk/ui/words.ts';
import { fileCount, spaceQuota, spaceUsed } from './table.ts';

const KIBIBYTE: u64 = 1024;

/** Appends bytes in the unit that suits them, with one digit behind the point where it says something. */
export function addSize(bytes: u64): void {
	if (bytes < KIBIBYTE) {
		addNumber(<i64>bytes);
		add(bytes === 1 ? ' byte' : ' bytes');
		return;
	}
	const isLarge = bytes >= KIBIBYTE * KIBIBYTE;
	const tenths = (10 * bytes) / (isLarge ? KIBIBYTE * KIBIBYTE : KIBIBYTE);
	addNumber(<i64>(tenths / 10));
	if (tenths < 100) {
		add('.');
		addNumber(<i64>(tenths % 10));
	}
	add(isLarge ? ' MiB' : ' KiB');
}

export function sizeText(bytes: u32): u32 {
	addSize(bytes);
	return built();
}

/** "1 file", "3 files". */
export function countText(): u32 {
	addNumber(fileCount());
	add(fileCount() === 1 ? ' file' : ' files');
	return built();
}

/** "12 KiB of 4.0 MiB used". */
export function spaceText(): u32 {
	addSize(spaceUsed);
	add(' of ');
	addSize(spaceQuota);
	add(' used');
	return built();
}

/** The icon that suits a name. */
export function iconOf(name: u32, length: u32): u32 {
	if (hasEnding(name, length, '.qoi')) return ICON_IMAGE;
	const isText = hasEnding(name, length, '.txt') || hasEnding(name, length, '.md');
	return isText ? ICON_FILE_TEXT : ICON_FILE;
}

function hasEnding(name: u32, length: u32, ending: string): bool {
	const count = <u32>ending.length;
	if (length <= count) return false;
	for (let index: u32 = 0; index < count; index++) {
		if (load<u8>(name + length - count + index) !== <u8>ending.charCodeAt(<i32>index)) return false;
	}
	return true;
}
