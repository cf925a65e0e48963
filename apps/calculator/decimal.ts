/**
 * Decimal numbers of 15 digits: a whole number below 10^15 times a power of ten. What people type is exact, 0.1 + 0.2 is 0.3, and every result is rounded once, half away
 * from zero.
 */

import { addByte, addNumber, add as addText } from '../../sdk/text.ts';

/** A number in static memory: `changetype<Decimal>(memory.data(DECIMAL_BYTES, 8))`. */
export const DECIMAL_BYTES: u32 = 16;
/** Mantissas lie below this. */
const LIMIT: i64 = 1_000_000_000_000_000;
/** Results from 10^100 on are too large; below 10^-100 they are 0. */
const EXPONENT_MOST: i32 = 100;
const HALF_DIGITS: i64 = 100_000_000;
/** Digits that are shown without an exponent. */
const PLAIN_DIGITS: i32 = 15;

@unmanaged
export class Decimal {
	mantissa: i64 = 0;
	exponent: i32 = 0;

	/** Takes another's value. */
	copy(from: Decimal): void {
		this.mantissa = from.mantissa;
		this.exponent = from.exponent;
	}

	/** mantissa x 10^exponent, rounded to 15 digits and without zeros at the end; false when it is too large. */
	set(mantissa: i64, exponent: i32): bool {
		let value = mantissa;
		let power = exponent;
		while (value >= LIMIT || value <= -LIMIT) {
			value = divideRounded(value, 10);
			power++;
		}
		while (value !== 0 && value % 10 === 0) {
			value /= 10;
			power++;
		}
		const size = power + digitsOf(value);
		if (value !== 0 && size > EXPONENT_MOST) return false;
		if (value === 0 || size < -EXPONENT_MOST) {
			value = 0;
			power = 0;
		}
		this.mantissa = value;
		this.exponent = power;
		return true;
	}

	/** Becomes itself plus `other`. */
	add(other: Decimal): bool {
		let high = this.exponent >= other.exponent ? this.mantissa : other.mantissa;
		let low = this.exponent >= other.exponent ? other.mantissa : this.mantissa;
		let highPower = max(this.exponent, other.exponent);
		let lowPower = min(this.exponent, other.exponent);
		if (high === 0) return this.set(low, lowPower);
		// Three digits more than are kept; what is smaller than that changes nothing.
		while (highPower > lowPower && abs(high) < 100 * LIMIT) {
			high *= 10;
			highPower--;
		}
		while (highPower > lowPower && low !== 0) {
			low = divideRounded(low, 10);
			lowPower++;
		}
		return this.set(high + low, highPower);
	}

	/** Becomes itself minus `other`. */
	subtract(other: Decimal): bool {
		const mantissa = other.mantissa;
		other.mantissa = -mantissa;
		const fits = this.add(other);
		other.mantissa = mantissa;
		return fits;
	}

	/** Becomes itself times `other`. */
	multiply(other: Decimal): bool {
		const negative = this.mantissa < 0 !== other.mantissa < 0;
		const a = abs(this.mantissa);
		const b = abs(other.mantissa);
		const low = (a % HALF_DIGITS) * (b % HALF_DIGITS);
		const middle = (a / HALF_DIGITS) * (b % HALF_DIGITS) + (a % HALF_DIGITS) * (b / HALF_DIGITS) + low / HALF_DIGITS;
		const high = (a / HALF_DIGITS) * (b / HALF_DIGITS) + middle / HALF_DIGITS;
		const power = this.exponent + other.exponent;
		// The product is high x 10^16 + (middle mod 10^8) x 10^8 + (low mod 10^8); 17 or 18 digits of it are taken.
		let mantissa = high * HALF_DIGITS * HALF_DIGITS + (middle % HALF_DIGITS) * HALF_DIGITS + (low % HALF_DIGITS);
		let dropped: i32 = 0;
		if (high >= 100) {
			const long = high >= 100 * HALF_DIGITS;
			const part: i64 = long ? 10_000 : HALF_DIGITS;
			mantissa = high * part + (middle % HALF_DIGITS) / (HALF_DIGITS / part);
			dropped = long ? 12 : 8;
		}
		return this.set(negative ? -mantissa : mantissa, power + dropped);
	}

	/** Becomes itself divided by `other`, which is not 0. */
	divide(other: Decimal): bool {
		const negative = this.mantissa < 0 !== other.mantissa < 0;
		const divisor = abs(other.mantissa);
		let power = this.exponent - other.exponent;
		let quotient = abs(this.mantissa) / divisor;
		let rest = abs(this.mantissa) % divisor;
		while (rest !== 0 && quotient < 100 * LIMIT) {
			rest *= 10;
			quotient = 10 * quotient + rest / divisor;
			rest %= divisor;
			power--;
		}
		return this.set(negative ? -quotient : quotient, power);
	}

	/** Appends it to the text that is being built (sdk/text.ts), with a real minus sign. */
	write(): void {
		if (this.mantissa < 0) addText('−');
		const digits = digitsOf(this.mantissa);
		const size = digits + this.exponent;
		const value = abs(this.mantissa);
		if (size > PLAIN_DIGITS || size < -5) {
			writeDigits(value, digits, 1);
			addText('e');
			addNumber(size - 1);
		} else writeDigits(value, digits, size);
	}
}

function divideRounded(value: i64, by: i64): i64 {
	return (value + (value < 0 ? -by / 2 : by / 2)) / by;
}

function digitsOf(value: i64): i32 {
	let digits: i32 = 1;
	for (let rest = abs(value) / 10; rest > 0; rest /= 10) digits++;
	return digits;
}

/** Digits with the point after the first `before`; zeros fill up, and thousands are set apart. */
function writeDigits(value: i64, digits: i32, before: i32): void {
	if (before <= 0) {
		addText('0.');
		for (let zero = before; zero < 0; zero++) addByte(0x30);
	}
	let divisor: i64 = 1;
	for (let index: i32 = 1; index < digits; index++) divisor *= 10;
	for (let index: i32 = 0; index < max(digits, before); index++) {
		if (index === before && before > 0) addByte(0x2e);
		else if (index > 0 && index < before && (before - index) % 3 === 0) addByte(0x20);
		addByte(0x30 + (divisor === 0 ? 0 : <u32>((value / divisor) % 10)));
		divisor /= 10;
	}
}
