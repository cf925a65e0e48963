/** Printing lines through a console, on top of its generated client. */

import { add, addByte, clear, pointer, size } from '../../sdk/text.ts';
import { print } from './client.ts';

const LINE_FEED: u32 = 10;
/** Longest text of one call: the interface says so. */
const PIECE_BYTES: u32 = 128;

/** Prints `length` bytes at `address`, in pieces that the console takes. 0, or what the first call that failed returned. */
export function printMemory(console: i32, address: u32, length: u32): i32 {
	for (let sent: u32 = 0; sent < length; sent += PIECE_BYTES) {
		const status = print(console, address + sent, min<u32>(PIECE_BYTES, length - sent));
		if (status !== 0) return status;
	}
	return 0;
}

/** Prints the line that was put together with sdk/text.ts, and begins a new one. */
export function printLine(console: i32): i32 {
	addByte(LINE_FEED);
	const status = printMemory(console, pointer(), size());
	clear();
	return status;
}

/** Prints one line. */
export function printText(console: i32, text: string): i32 {
	clear();
	add(text);
	return printLine(console);
}
