/** Types as they are encoded (core specification, section 5.3). */

import type { FunctionType, GlobalType, Limits } from './module.ts';
import type { Reader } from './reader.ts';

const FUNCTION = 0x60;
const SHARED = 2;
const WIDE = 4;

export function readType(reader: Reader): FunctionType {
	if (reader.byte() !== FUNCTION) reader.fail('a type is not a function type', reader.position - 1);
	return { parameters: readValueTypes(reader), results: readValueTypes(reader) };
}

function readValueTypes(reader: Reader): number[] {
	return Array.from({ length: reader.count() }, () => readValueType(reader));
}

export function readValueType(reader: Reader): number {
	const type = reader.byte();
	const known = (type >= 0x7b && type <= 0x7f) || type === 0x70 || type === 0x6f;
	return known ? type : reader.fail(`there is no value type 0x${type.toString(16)}`, reader.position - 1);
}

export function readGlobalType(reader: Reader): GlobalType {
	const type = readValueType(reader);
	const mutability = reader.byte();
	if (mutability > 1) reader.fail('a global is neither constant nor variable', reader.position - 1);
	return { type, mutable: mutability === 1 };
}

export function readLimits(reader: Reader): Limits {
	const flags = reader.byte();
	if (flags > 7) reader.fail('unknown kind of memory or table limits', reader.position - 1);
	const wide = (flags & WIDE) !== 0;
	const read = () => (wide ? readWide(reader) : reader.u32());
	const minimum = read();
	const maximum = (flags & 1) !== 0 ? read() : undefined;
	return { minimum, maximum, shared: (flags & SHARED) !== 0, wide };
}

/** Unsigned LEB128 of at most 64 bits, rounded to a number: limits of 64-bit memories, which nothing here accepts. */
function readWide(reader: Reader): number {
	let result = 0;
	for (let shift = 0; shift < 70; shift += 7) {
		const byte = reader.byte();
		result += (byte & 0x7f) * 2 ** shift;
		if ((byte & 0x80) === 0) return result;
	}
	return reader.fail('an unsigned number has more than 64 bits');
}
