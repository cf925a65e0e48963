/** Printing through the console, for its clients. */
import { call0 } from '../../sdk/kernel.ts';
import { callLendingRead } from '../../sdk/loan.ts';
import { add, addByte, clear, pointer, size } from '../../sdk/text.ts';
import { FLUSH, PRINT, PRINT_BYTES } from './protocol.ts';

const LINE_FEED: u32 = 10;

/** Prints `length` bytes at `address`, in pieces that the console takes. 0, or what the first call that failed returned. */
export function print(console: i32, address: u32, length: u32): i32 {
	for (let sent: u32 = 0; sent < length; sent += PRINT_BYTES) {
		const part = min<u32>(PRINT_BYTES, length - sent);
		const status = callLendingRead(console, PRINT, part, 0, 0, 0, address + sent, part);
		if (status !== 0) return status;
	}
	return 0;
}

/** Prints the line that was put together with sdk/text.ts, and begins a new one. */
export function printLine(console: i32): i32 {
	addByte(LINE_FEED);
	const status = print(console, pointer(), size());
	clear();
	return status;
}

/** Prints one line. */
export function printText(console: i32, text: string): i32 {
	clear();
	add(text);
	return printLine(console);
}

/** Ends a line that was begun. */
export function flush(console: i32): i32 {
	return call0(console, FLUSH);
}
