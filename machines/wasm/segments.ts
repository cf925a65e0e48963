/** Function bodies, data and element segments, and the constant expressions in them (core specification, section 5.5). */

import { skipExpression } from './instructions.ts';
import type { DataSegment, ElementSegment, FunctionBody, Range } from './module.ts';
import type { Reader } from './reader.ts';
import { readValueType } from './types.ts';

/** V8 refuses functions with more. */
const LOCALS_MOST = 50_000;

/** A constant expression: instructions up to the first `end`. */
export function readExpression(reader: Reader): Range {
	const start = reader.position;
	skipExpression(reader);
	return { start, end: reader.position };
}

export function readBody(reader: Reader, index: number): FunctionBody {
	const size = reader.u32();
	const start = reader.skip(size);
	const end = reader.position;
	reader.position = start;
	const locals = readLocals(reader);
	const code = { start: reader.position, end };
	if (code.start > end) reader.fail('local variables reach past the end of their function', start);
	reader.position = end;
	return { index, locals, code, start, end };
}

function readLocals(reader: Reader): { count: number; type: number }[] {
	const start = reader.position;
	let total = 0;
	return Array.from({ length: reader.count() }, () => {
		const count = reader.u32();
		total += count;
		if (total > LOCALS_MOST) reader.fail(`a function has more than ${LOCALS_MOST} local variables`, start);
		return { count, type: readValueType(reader) };
	});
}

export function readData(reader: Reader): DataSegment {
	const start = reader.position;
	const flags = reader.u32();
	if (flags > 2) reader.fail('unknown kind of data segment', start);
	const passive = flags === 1;
	const memory = passive ? undefined : flags === 2 ? reader.u32() : 0;
	const offset = passive ? { start: reader.position, end: reader.position } : readExpression(reader);
	const length = reader.u32();
	const contents = { start: reader.skip(length), end: reader.position };
	return { memory, offset, contents, start, end: reader.position };
}

/** Bits of an element segment's kind: 1 passive or declarative, 2 table index given, 4 expressions instead of functions. */
export function readElement(reader: Reader): ElementSegment {
	const start = reader.position;
	const flags = reader.u32();
	if (flags > 7) reader.fail('unknown kind of element segment', start);
	const active = (flags & 1) === 0;
	const table = active ? ((flags & 2) !== 0 ? reader.u32() : 0) : undefined;
	const offset = active ? readExpression(reader) : { start: reader.position, end: reader.position };
	if ((flags & 3) !== 0) reader.byte();
	const functions: number[] = [];
	const expressions: Range[] = [];
	for (let left = reader.count(); left > 0; left--) {
		if ((flags & 4) !== 0) expressions.push(readExpression(reader));
		else functions.push(reader.u32());
	}
	return { flags, table, offset, functions, expressions, start, end: reader.position };
}
