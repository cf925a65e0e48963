/** What has been typed, and what it comes to. */

import { add, addByte, clear as clearText, pointer, size } from '../../sdk/text.ts';
import { DECIMAL_BYTES, Decimal } from './decimal.ts';
import { DIVIDED_BY_ZERO, EVALUATED, evaluate, INCOMPLETE, isDigit, TOO_LARGE } from './expression.ts';

/** Characters that can be typed. */
export const INPUT_BYTES: u32 = 120;
const INPUT: u32 = memory.data(120, 8) as u32;
const POINT: u32 = 0x2e;
const MINUS: u32 = 0x2d;
const OPEN: u32 = 0x28;
let length: u32 = 0;
/** Whether what is there was finished with "=": the next digit begins anew, the next sign goes on with the result. */
let finished: bool = false;
const value = changetype<Decimal>(memory.data(DECIMAL_BYTES, 8));

/** Address and length of what was typed. */
export function inputAt(): u32 {
	return INPUT;
}

export function inputLength(): u32 {
	return length;
}

/** The value of what was typed, after `finish`. */
export function outcome(): Decimal {
	return value;
}

export function clear(): void {
	length = 0;
	finished = false;
}

function lastByte(): u32 {
	return length === 0 ? 0 : load<u8>(INPUT + length - 1);
}

function isBinary(character: u32): bool {
	return character === 0x2b || character === MINUS || character === 0x2a || character === 0x2f;
}

/** Types one character; what would make no sense is not taken. */
export function type(character: u32): void {
	if (finished && (isDigit(character) || character === POINT || character === OPEN)) clear();
	else if (finished) useResult();
	finished = false;
	if (character === POINT && hasPoint()) return;
	// Of two signs the last one counts; a minus may follow another sign.
	const isSecond = isBinary(character) && isBinary(lastByte());
	if (isSecond && !(character === MINUS && lastByte() !== MINUS)) length--;
	if (isBinary(character) && character !== MINUS && (length === 0 || lastByte() === OPEN)) return;
	append(character);
}

function append(character: u32): void {
	if (length < INPUT_BYTES) store<u8>(INPUT + length++, <u8>character);
}

/** Whether the number at the end has a point already. */
function hasPoint(): bool {
	for (let place = length; place > 0; place--) {
		const byte: u32 = load<u8>(INPUT + place - 1);
		if (byte === POINT) return true;
		if (!isDigit(byte)) return false;
	}
	return false;
}

export function deleteLast(): void {
	if (finished) clear();
	else if (length > 0) length--;
}

/** "=": whether there was something to calculate. */
export function finish(): bool {
	if (finished || length === 0 || evaluate(INPUT, length, value) !== EVALUATED) return false;
	finished = true;
	return true;
}

/** The result takes the place of what was typed. */
function useResult(): void {
	length = 0;
	clearText();
	value.write();
	insertBuilt();
}

/** Appends the number that has been built as text, written as it is typed. */
export function insertBuilt(): void {
	if (finished) clear();
	for (let index: u32 = 0; index < size(); index++) {
		const byte: u32 = load<u8>(pointer() + index);
		// A minus sign is three bytes, the first of which stands for all.
		if (byte === 0xe2) append(MINUS);
		else if (isDigit(byte) || byte === POINT) append(byte);
	}
	clearText();
}

/** Appends what was typed to the text that is being built, with the signs that people write. */
export function writeTyped(from: u32, bytes: u32): void {
	for (let index: u32 = 0; index < bytes; index++) {
		const byte: u32 = load<u8>(from + index);
		if (byte === MINUS) add(' − ');
		else if (byte === 0x2b) add(' + ');
		else if (byte === 0x2a) add(' × ');
		else if (byte === 0x2f) add(' ÷ ');
		else if (byte === 0x25) add(' %');
		else addByte(byte);
	}
}

export function writeExpression(): void {
	writeTyped(INPUT, length);
	if (finished) add(' =');
}

/** What it comes to so far. */
export function writeOutcome(): void {
	const status = length === 0 ? INCOMPLETE : evaluate(INPUT, length, value);
	if (status === EVALUATED) value.write();
	else if (status === DIVIDED_BY_ZERO) add('Not divisible by 0');
	else if (status === TOO_LARGE) add('Too large');
	else if (length === 0) add('0');
	else add('…');
}
