/**
 * A kernel that tells which of its code was executed. At the beginning of each stretch of code without branches ("block") it writes a byte
 * into a part of its memory where no table lies; its tables, results and uses of the machine are those of the kernel it was made from.
 */

import { DENSE_END } from '../../kernel/layout.ts';
import { opcode } from '../../machines/wasm/opcodes.ts';
import { Writer } from '../../machines/wasm/writer.ts';
import { applyEdits, type Binary, type BinaryFunction, type Edit } from './binary.ts';

/** Where block 0 has its byte; far above the dense tables, far below the process blocks. */
const MARKS = 0x0010_0000;

export interface Coverage {
	/** The kernel with marks. */
	readonly wasm: Uint8Array;
	/** Number of blocks. */
	readonly count: number;
	/** Block of an instruction, by the function's index and the position in its code. */
	blockOf(index: number, position: number): number;
}

/** Instructions after which another stretch of code begins. */
const ENDS: ReadonlySet<string> = new Set(['block', 'loop', 'if', 'else', 'end', 'br_if']);

export function markBlocks(binary: Binary): Coverage {
	const edits: Edit[] = [];
	const blocks = new Map<number, Int32Array>();
	for (const where of binary.functions) blocks.set(where.index, markFunction(where, edits));
	if (MARKS < DENSE_END) throw new Error('the marks lie in the tables');
	return {
		wasm: applyEdits(binary, edits),
		count: edits.length,
		blockOf: (index, position) => blocks.get(index)?.[position] ?? -1,
	};
}

/** Block of each instruction of the function. */
function markFunction({ code, body }: BinaryFunction, edits: Edit[]): Int32Array {
	const blocks = new Int32Array(code.length);
	edits.push(mark(body.code.start, edits.length));
	for (const [position, { opcode: here, end }] of code.entries()) {
		blocks[position] = edits.length - 1;
		if (position < code.length - 1 && ENDS.has(here.name)) edits.push(mark(end, edits.length));
	}
	return blocks;
}

/** Writes 1 into the block's byte; wherever it stands, it leaves the operands alone. */
function mark(place: number, block: number): Edit {
	const writer = new Writer().byte(opcode('i32.const')).s32(MARKS + block);
	writer.byte(opcode('i32.const')).s32(1).byte(opcode('i32.store8')).u32(0).u32(0);
	return { start: place, end: place, bytes: writer.finish() };
}

/** The blocks that were executed since the marks were last wiped; wipes them. */
export function takeMarks(memory: Uint8Array, count: number): number[] {
	const marks = memory.subarray(MARKS, MARKS + count);
	const found: number[] = [];
	for (let at = marks.indexOf(1); at >= 0; at = marks.indexOf(1, at + 1)) found.push(at);
	marks.fill(0);
	return found;
}
