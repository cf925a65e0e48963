/** Copies code and segments of a decoded module while functions and memories get new numbers. */

import { type Instruction, passing } from './instructions.ts';
import type { DataSegment, ElementSegment, Range, WasmModule } from './module.ts';
import { Writer } from './writer.ts';

/** New index by old index. */
export interface Renumbering {
	readonly functions: readonly number[];
	readonly memories: readonly number[];
}

const MULTI_MEMORY = 0x40;

export function bytesOf(module: WasmModule, range: Range): Uint8Array {
	return module.bytes.subarray(range.start, range.end);
}

/** A whole expression or body. */
export function renumberCode(module: WasmModule, code: Range, to: Renumbering): Uint8Array {
	const out = new Writer();
	for (const instruction of passing(module, code)) copyInstruction(module, instruction, to, out);
	return out.finish();
}

/** One instruction; those without function or memory index are copied as they are. */
export function copyInstruction(module: WasmModule, instruction: Instruction, to: Renumbering, out: Writer): void {
	const memory = to.memories[instruction.memory] ?? 0;
	switch (instruction.opcode.immediates) {
		case 'access':
			writeOpcode(out, instruction);
			out.u32(instruction.alignment | (memory === 0 ? 0 : MULTI_MEMORY));
			if (memory !== 0) out.u32(memory);
			out.u32(instruction.offset);
			return;
		case 'memory':
			writeOpcode(out, instruction);
			out.u32(memory);
			return;
		case 'memories':
			writeOpcode(out, instruction);
			out.u32(memory).u32(to.memories[instruction.source] ?? 0);
			return;
		case 'segment':
			writeOpcode(out, instruction);
			out.u32(instruction.index).u32(memory);
			return;
		default:
			if (namesFunction(instruction)) out.byte(instruction.opcode.code).u32(to.functions[instruction.index] ?? 0);
			else out.copy(module.bytes, instruction.start, instruction.end);
	}
}

function namesFunction({ opcode }: Instruction): boolean {
	return opcode.name === 'call' || opcode.name === 'return_call' || opcode.name === 'ref.func';
}

function writeOpcode(out: Writer, { opcode }: Instruction): void {
	if (opcode.code <= 0xff) out.byte(opcode.code);
	else if (opcode.code <= 0xffff) out.byte(opcode.code >> 8).u32(opcode.code & 0xff);
	else out.byte(opcode.code >> 16).u32(opcode.code & 0xffff);
}

export function renumberElement(module: WasmModule, segment: ElementSegment, to: Renumbering): Uint8Array {
	const out = new Writer().u32(segment.flags);
	const explicitTable = segment.table !== undefined && (segment.flags & 2) !== 0;
	if (explicitTable) out.u32(segment.table as number);
	if (segment.table !== undefined) out.raw(renumberCode(module, segment.offset, to));
	const expressions = (segment.flags & 4) !== 0;
	if ((segment.flags & 3) !== 0) out.byte(expressions ? 0x70 : 0);
	if (expressions) return out.vector(segment.expressions, (e) => out.raw(renumberCode(module, e, to))).finish();
	return out.vector(segment.functions, (index) => out.u32(to.functions[index] ?? 0)).finish();
}

/** `contents` takes the place of the segment's own bytes. */
export function renumberData(
	module: WasmModule,
	segment: DataSegment,
	to: Renumbering,
	contents: Uint8Array = bytesOf(module, segment.contents),
): Uint8Array {
	const out = new Writer();
	if (segment.memory === undefined) return out.byte(1).sized(contents).finish();
	const memory = to.memories[segment.memory] ?? 0;
	out.u32(memory === 0 ? 0 : 2);
	if (memory !== 0) out.u32(memory);
	return out
		.raw(renumberCode(module, segment.offset, to))
		.sized(contents)
		.finish();
}
