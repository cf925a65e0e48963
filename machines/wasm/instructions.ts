/** Walks the instructions of a function body or constant expression. */

import type { Range, WasmModule } from './module.ts';
import { type Opcode, opcodeAt } from './opcodes.ts';
import { Reader } from './reader.ts';

/** One decoded instruction. Fields that its kind does not have are zero. */
export interface Instruction {
	readonly opcode: Opcode;
	/** First byte in the binary, and the byte after the last. */
	readonly start: number;
	readonly end: number;
	/** Nesting: the number of blocks around it; the function's own body is 0. Of `block`, `loop`, `if` and their `end`: outside. */
	readonly depth: number;
	/** Index immediate: label, function, local, global, table, type, data segment; of `block` the block type (signed). */
	readonly index: number;
	/** Second index: table of call_indirect, source of table.copy. */
	readonly index2: number;
	/** Memory that a load, store, size, grow, fill, init or copy (destination) touches. */
	readonly memory: number;
	/** Source of memory.copy. */
	readonly source: number;
	/** Constant offset of a load or store, bytes. */
	readonly offset: number;
	/** Alignment of a load or store as a power of two. */
	readonly alignment: number;
	/** Value of i32.const. */
	readonly value: number;
	/** Value of i64.const. */
	readonly wide: bigint;
	/** Labels of br_table, the default last. */
	readonly labels: readonly number[];
}

const NO_LABELS: readonly number[] = [];
const MULTI_MEMORY = 0x40;
const END = opcodeAt(0x0b) as Opcode;

class Decoded implements Instruction {
	opcode = END;
	start = 0;
	end = 0;
	depth = 0;
	index = 0;
	index2 = 0;
	memory = 0;
	source = 0;
	offset = 0;
	alignment = 0;
	value = 0;
	wide = 0n;
	labels = NO_LABELS;

	/** Becomes another instruction, without immediates. */
	become(opcode: Opcode, start: number): void {
		this.opcode = opcode;
		this.start = start;
		this.depth = this.index = this.index2 = this.memory = this.source = 0;
		this.offset = this.alignment = this.value = 0;
		this.wide = 0n;
		this.labels = NO_LABELS;
	}
}

/** Deepest nesting of blocks; V8's own parser has no limit, ours is far above what compilers make. */
export const DEPTH_MOST = 1000;

/**
 * The instructions in `code`, in order, up to and including the `end` that closes it. All of them are one object that changes, as whoever passes over a component's
 * code, several times before it can run, must not leave a mountain of objects behind. The iteration throws MalformedError.
 */
export function passing(module: Pick<WasmModule, 'bytes'>, code: Range): Iterable<Instruction> {
	return new Walk(new Reader(module.bytes, code.start, code.end));
}

/** The same, to be kept. */
export function instructions(module: Pick<WasmModule, 'bytes'>, code: Range): Instruction[] {
	return Array.from(passing(module, code), (instruction) => ({ ...instruction }));
}

class Walk implements IterableIterator<Instruction> {
	private readonly reader: Reader;
	private readonly current = new Decoded();
	private readonly result: IteratorYieldResult<Instruction>;
	private depth = 0;
	private ended = false;

	constructor(reader: Reader) {
		this.reader = reader;
		this.result = { done: false, value: this.current };
	}

	[Symbol.iterator](): this {
		return this;
	}

	next(): IteratorResult<Instruction, undefined> {
		if (this.ended) return { done: true, value: undefined };
		const { reader, current } = this;
		readInstruction(reader, current);
		const { name } = current.opcode;
		if (name === 'end' || name === 'else') this.depth--;
		if (name === 'end' && this.depth < 0) return this.last();
		current.depth = this.depth;
		if (this.depth < 0) reader.fail('an `else` without its `if`', current.start);
		if (opens(name)) this.depth++;
		if (this.depth > DEPTH_MOST) reader.fail(`blocks are nested more than ${DEPTH_MOST} deep`, current.start);
		return this.result;
	}

	/** The `end` of the whole body. */
	private last(): IteratorYieldResult<Instruction> {
		if (!this.reader.done) this.reader.fail('code goes on after its last `end`');
		this.ended = true;
		return this.result;
	}
}

function opens(name: string): boolean {
	return name === 'block' || name === 'loop' || name === 'if' || name === 'else' || name === 'try_table';
}

/** Makes `instruction` the next one, whatever its nesting (`depth` stays 0). */
function readInstruction(reader: Reader, instruction: Decoded): void {
	const start = reader.position;
	instruction.become(readOpcode(reader), start);
	readImmediates(reader, instruction.opcode, instruction);
	instruction.end = reader.position;
}

/** Goes on behind the first `end`. */
export function skipExpression(reader: Reader): void {
	const instruction = new Decoded();
	do readInstruction(reader, instruction);
	while (instruction.opcode.name !== 'end');
}

function readOpcode(reader: Reader): Opcode {
	const start = reader.position;
	let code = reader.byte();
	if (code >= 0xfc && code <= 0xfe) {
		const number = reader.u32();
		const limit = code === 0xfd ? 0xffff : 0xff;
		code = number > limit ? -1 : code === 0xfd ? (code << 16) | number : (code << 8) | number;
	}
	return opcodeAt(code) ?? reader.fail('there is no such instruction', start);
}

function readImmediates(reader: Reader, { immediates }: Opcode, fields: Decoded): void {
	switch (immediates) {
		case 'none':
			return;
		case 'block':
			fields.index = reader.s33();
			return;
		case 'index':
			fields.index = reader.u32();
			return;
		case 'indirect':
		case 'pair':
			fields.index = reader.u32();
			fields.index2 = reader.u32();
			return;
		case 'labels':
			fields.labels = Array.from({ length: reader.count() + 1 }, () => reader.u32());
			return;
		case 'types':
			reader.skip(reader.count());
			return;
		case 'access':
			readAccess(reader, fields);
			return;
		case 'lane':
			readAccess(reader, fields);
			reader.byte();
			return;
		case 'memory':
			fields.memory = reader.u32();
			return;
		case 'memories':
			fields.memory = reader.u32();
			fields.source = reader.u32();
			return;
		case 'segment':
			fields.index = reader.u32();
			fields.memory = reader.u32();
			return;
		default:
			readConstant(reader, immediates, fields);
	}
}

function readConstant(reader: Reader, immediates: Opcode['immediates'], fields: Decoded): void {
	switch (immediates) {
		case 'i32':
			fields.value = reader.s32();
			return;
		case 'i64':
			fields.wide = reader.s64();
			return;
		case 'f32':
			reader.skip(4);
			return;
		case 'f64':
			reader.skip(8);
			return;
		case 'v128':
			reader.skip(16);
			return;
		case 'byte':
			reader.byte();
			return;
		case 'reference':
			fields.index = reader.s33();
			return;
		default:
			readCatches(reader, fields);
	}
}

/** Of try_table: catch clauses of one tag and label each, or (kinds 2 and 3) a label alone. */
function readCatches(reader: Reader, fields: Decoded): void {
	fields.index = reader.s33();
	for (let left = reader.count(); left > 0; left--) {
		if (reader.byte() < 2) reader.u32();
		reader.u32();
	}
}

function readAccess(reader: Reader, fields: Decoded): void {
	const start = reader.position;
	const flags = reader.u32();
	if (flags >= MULTI_MEMORY * 2) reader.fail('a memory access has unknown flags', start);
	fields.alignment = flags & (MULTI_MEMORY - 1);
	if ((flags & MULTI_MEMORY) !== 0) fields.memory = reader.u32();
	fields.offset = reader.u32();
}
