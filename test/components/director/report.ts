/** One line for each assertion, to the machine's log, and the total. */
import { LOG } from '../../../abi/calls.ts';
import { CONTROL, sys } from './stage.ts';

/** Bytes that one LOG call takes. */
const LOG_BYTES: u32 = 16;
const LINE_BYTES: u32 = 256;
const LINE_FEED: u8 = 10;
const DIGITS: usize = 16;
const ZERO: u8 = 48;
const MINUS: u8 = 45;

const line: usize = memory.data(256, 8);
const digits: usize = memory.data(16, 8);
let length: u32 = 0;
let area: string = '';
let passed: i32 = 0;
let failed: i32 = 0;

function put(byte: u8): void {
	if (length === LINE_BYTES) return;
	store<u8>(line + length, byte);
	length++;
}

/** ASCII text. */
function print(text: string): void {
	for (let index = 0; index < text.length; index++) put(<u8>load<u16>(changetype<usize>(text) + (index << 1)));
}

function printNumber(value: i32): void {
	let rest: i64 = value < 0 ? -(<i64>value) : value;
	let count: usize = 0;
	do {
		count++;
		store<u8>(digits + DIGITS - count, ZERO + <u8>(rest % 10));
		rest /= 10;
	} while (rest !== 0);
	if (value < 0) put(MINUS);
	for (let index = DIGITS - count; index < DIGITS; index++) put(load<u8>(digits + index));
}

function endLine(): void {
	put(LINE_FEED);
	for (let sent: u32 = 0; sent < length; sent += LOG_BYTES) {
		const part = line + sent;
		const count = min<u32>(LOG_BYTES, length - sent);
		sys(LOG, CONTROL, count, load<i32>(part), load<i32>(part, 4), load<i32>(part, 8), load<i32>(part, 12));
	}
	length = 0;
}

/** Assertions that follow belong to `name`. */
export function beginArea(name: string): void {
	area = name;
}

/** Asserts that `got` is `wanted`. */
export function expect(name: string, got: i32, wanted: i32): void {
	const good = got === wanted;
	print(good ? 'ok ' : 'FAIL ');
	print(area);
	print('.');
	print(name);
	if (good) passed++;
	else {
		failed++;
		print(' expected ');
		printNumber(wanted);
		print(' got ');
		printNumber(got);
	}
	endLine();
}

/** Asserts that something holds. */
export function expectTrue(name: string, holds: bool): void {
	expect(name, holds ? 1 : 0, 1);
}

/** Prints the total; how many failed. */
export function total(): i32 {
	print('total ');
	printNumber(passed + failed);
	print(' assertions, ');
	printNumber(failed);
	print(' failed');
	endLine();
	return failed;
}
