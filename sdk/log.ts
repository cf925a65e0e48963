/** Writes to the machine's log, for the few components that hold a Control capability with RIGHT_LOG. */

import { logBytes } from './control.ts';
import { add, addByte, clear, pointer, size } from './text.ts';

const LOG_BYTES: u32 = 16;

/** Logs what has been built with sdk/text.ts, and a line end. OK or the kernel's error. */
export function logLine(control: i32): i32 {
	addByte(0x0a);
	const status = logMemory(control, pointer(), size());
	clear();
	return status;
}

/** Logs one line. OK or the kernel's error. */
export function log(control: i32, text: string): i32 {
	clear();
	add(text);
	return logLine(control);
}

/** Logs `length` bytes of memory 0. OK or the kernel's error. */
export function logMemory(control: i32, address: u32, length: u32): i32 {
	for (let done: u32 = 0; done < length; done += LOG_BYTES) {
		const count = min<u32>(length - done, LOG_BYTES);
		const at = address + done;
		const status = logBytes(
			control,
			<i32>count,
			piece(at, count),
			piece(at + 4, count - 4),
			piece(at + 8, count - 8),
			piece(at + 12, count - 12),
		);
		if (status < 0) return status;
	}
	return 0;
}

/** Up to four bytes at `address`, of which `left` (perhaps none) exist. */
function piece(address: u32, left: u32): i32 {
	let word: u32 = 0;
	const count = <i32>left < 4 ? <i32>left : 4;
	for (let i: i32 = 0; i < count; i++) word |= (<u32>load<u8>(address + <u32>i)) << (8 * i);
	return <i32>word;
}
