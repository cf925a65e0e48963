/**
 * Evaluates what was typed: numbers, + − × ÷ (as the ASCII signs + - * /), brackets, and per cent, which after + and − is a part of what stands before ("200 + 10 %" is 220).
 * Missing closing brackets are taken as typed; a sign at the end is left out.
 */

import { DECIMAL_BYTES, Decimal } from './decimal.ts';

// Outcome of an evaluation.
export const EVALUATED: u32 = 0;
/** There is nothing that could be evaluated. */
export const INCOMPLETE: u32 = 1;
export const DIVIDED_BY_ZERO: u32 = 2;
export const TOO_LARGE: u32 = 3;

const DEEPEST: i32 = 32;
const VALUES: u32 = memory.data(512, 8) as u32;
const SIGNS: u32 = memory.data(64, 8) as u32;
const POINT: u32 = 0x2e;
const OPEN: u32 = 0x28;
const CLOSE: u32 = 0x29;
const PER_CENT: u32 = 0x25;
const PLUS: u32 = 0x2b;
const MINUS: u32 = 0x2d;
const TIMES: u32 = 0x2a;
const OVER: u32 = 0x2f;
/** A minus before a number or a bracket. */
const NEGATE: u32 = 0x6e;
const hundredth = changetype<Decimal>(memory.data(DECIMAL_BYTES, 8));
let values: i32 = 0;
let signs: i32 = 0;
let status: u32 = EVALUATED;
/** Whether a value stands before the place that is read. */
let afterValue: bool = false;

function valueAt(index: i32): Decimal {
	return changetype<Decimal>(VALUES + DECIMAL_BYTES * index);
}

export function isDigit(byte: u32): bool {
	return byte >= 0x30 && byte <= 0x39;
}

/** Evaluates `length` bytes into `result`; what came of it. */
export function evaluate(text: u32, length: u32, result: Decimal): u32 {
	values = 0;
	signs = 0;
	status = EVALUATED;
	afterValue = false;
	let end = length;
	while (end > 0 && isSign(load<u8>(text + end - 1))) end--;
	for (let place: u32 = 0; place < end && status === EVALUATED; ) place = read(text, end, place);
	while (signs > 0 && status === EVALUATED) reduce();
	if (status === EVALUATED && values !== 1) status = INCOMPLETE;
	if (status === EVALUATED) result.copy(valueAt(0));
	return status;
}

function isSign(byte: u32): bool {
	return byte === PLUS || byte === MINUS || byte === TIMES || byte === OVER || byte === OPEN;
}

/** Reads one sign or number; where the next begins. */
function read(text: u32, end: u32, place: u32): u32 {
	const byte: u32 = load<u8>(text + place);
	if (isDigit(byte) || byte === POINT) return readNumber(text, end, place);
	if (byte === OPEN) {
		if (afterValue) pushSign(TIMES);
		push(OPEN);
		afterValue = false;
	} else if (byte === CLOSE) closeBracket();
	else if (byte === PER_CENT) perCent();
	else if (afterValue) {
		pushSign(byte);
		afterValue = false;
	} else if (byte === MINUS) push(NEGATE);
	else if (byte !== PLUS) status = INCOMPLETE;
	return place + 1;
}

function readNumber(text: u32, end: u32, from: u32): u32 {
	if (afterValue) pushSign(TIMES);
	let mantissa: i64 = 0;
	let exponent: i32 = 0;
	let behind = false;
	let place = from;
	for (; place < end; place++) {
		const byte: u32 = load<u8>(text + place);
		if (byte === POINT) behind = true;
		else if (!isDigit(byte)) break;
		else if (mantissa < 100_000_000_000_000_000) {
			mantissa = 10 * mantissa + (byte - 0x30);
			if (behind) exponent--;
		} else if (!behind) exponent++;
	}
	if (values === DEEPEST) status = INCOMPLETE;
	else if (!valueAt(values++).set(mantissa, exponent)) status = TOO_LARGE;
	afterValue = true;
	return place;
}

function precedence(sign: u32): i32 {
	if (sign === OPEN) return 0;
	if (sign === PLUS || sign === MINUS) return 1;
	return sign === NEGATE ? 3 : 2;
}

/** A sign between two values: what binds as strongly before it comes first. */
function pushSign(sign: u32): void {
	while (signs > 0 && status === EVALUATED && precedence(topSign()) >= precedence(sign)) reduce();
	push(sign);
}

function push(sign: u32): void {
	if (signs === DEEPEST) status = INCOMPLETE;
	else store<u8>(SIGNS + signs++, <u8>sign);
}

function topSign(): u32 {
	return load<u8>(SIGNS + signs - 1);
}

function closeBracket(): void {
	while (signs > 0 && topSign() !== OPEN && status === EVALUATED) reduce();
	if (signs === 0 || !afterValue) status = INCOMPLETE;
	else signs--;
}

function perCent(): void {
	if (!afterValue) {
		status = INCOMPLETE;
		return;
	}
	const value = valueAt(values - 1);
	hundredth.set(1, -2);
	value.multiply(hundredth);
	const isPart = signs > 0 && (topSign() === PLUS || topSign() === MINUS) && values > 1;
	if (isPart && !value.multiply(valueAt(values - 2))) status = TOO_LARGE;
}

/** Carries out the sign on top. A bracket that is still open is closed. */
function reduce(): void {
	const sign = topSign();
	signs--;
	if (sign === OPEN) return;
	if (values < (sign === NEGATE ? 1 : 2)) {
		status = INCOMPLETE;
		return;
	}
	const second = valueAt(values - 1);
	if (sign === NEGATE) {
		second.mantissa = -second.mantissa;
		return;
	}
	values--;
	if (sign === OVER && second.mantissa === 0) status = DIVIDED_BY_ZERO;
	else if (!combine(sign, valueAt(values - 1), second)) status = TOO_LARGE;
}

function combine(sign: u32, first: Decimal, second: Decimal): bool {
	if (sign === PLUS) return first.add(second);
	if (sign === MINUS) return first.subtract(second);
	return sign === TIMES ? first.multiply(second) : first.divide(second);
}
