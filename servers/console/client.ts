/** Printing through the console, for its clients. */
import { RIGHT_READ } from '../../abi/rights.ts';
import { call0, callWith } from '../../sdk/kernel.ts';
import { addByte, clearLine, line, lineLength } from '../text.ts';
import { FLUSH, PRINT, PRINT_BYTES } from './protocol.ts';

const LINE_FEED: u32 = 10;
const OWN_MEMORY: i32 = 0;

/** Prints `length` bytes at `pointer`, in pieces that the console takes. 0, or the first error. */
export function print(console: i32, pointer: usize, length: u32): i32 {
	for (let sent: u32 = 0; sent < length; sent += PRINT_BYTES) {
		const part = min<u32>(PRINT_BYTES, length - sent);
		const loan = OWN_MEMORY | (RIGHT_READ << 8);
		const status = callWith(console, PRINT, part, 0, 0, 0, 0, 0, 0, loan, <i32>(pointer + sent), part);
		if (status !== 0) return status;
	}
	return 0;
}

/** Prints the line that was put together with servers/text.ts, and begins a new one. */
export function printLine(console: i32): i32 {
	addByte(LINE_FEED);
	const status = print(console, line(), lineLength());
	clearLine();
	return status;
}

/** Ends a line that was begun. */
export function flush(console: i32): i32 {
	return call0(console, FLUSH);
}
