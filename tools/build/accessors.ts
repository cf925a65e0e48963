/**
 * The accessors of region memories. sdk/region/memory<k>.ts declares them; the linker turns each into one function of a few
 * instructions on that memory, which the optimiser then inlines.
 */

import { type FunctionType, I32, I64 } from '../../machines/wasm/module.ts';
import { opcode } from '../../machines/wasm/opcodes.ts';
import { Writer } from '../../machines/wasm/writer.ts';

/** What an accessor does to its region. */
export interface Accessor {
	readonly type: FunctionType;
	readonly writes: boolean;
	/** Memory number of the second region, of a copy between two regions. */
	readonly from: number | undefined;
	/** Body without local declarations, given the memory indices of the region, of the component's own memory, and of `from`. */
	readonly code: (region: number, own: number, from: number) => Uint8Array;
}

const MULTI_MEMORY = 0x40;
const END = opcode('end');

function load(name: string, result: number): Accessor {
	return {
		type: { parameters: [I32], results: [result] },
		writes: false,
		from: undefined,
		code: (region) => access(new Writer().byte(opcode('local.get')).u32(0), name, region),
	};
}

function store(name: string, value: number): Accessor {
	const operands = () => new Writer().byte(opcode('local.get')).u32(0).byte(opcode('local.get')).u32(1);
	return {
		type: { parameters: [I32, value], results: [] },
		writes: true,
		from: undefined,
		code: (region) => access(operands(), name, region),
	};
}

/** A load or store at natural alignment (device registers need that), without constant offset. */
function access(operands: Writer, name: string, region: number): Uint8Array {
	const bits = Number(/[a-z](8|16)(_u)?$/.exec(name)?.[1] ?? name.slice(1, 3));
	const alignment = Math.log2(bits / 8);
	return operands
		.byte(opcode(name))
		.u32(MULTI_MEMORY | alignment)
		.u32(region)
		.u32(0)
		.byte(END)
		.finish();
}

type Pick = (region: number, own: number, from: number) => number;

function bulk(name: string, writes: boolean, from: number | undefined, memories: readonly Pick[]): Accessor {
	const code = (region: number, own: number, source: number) => {
		const out = new Writer();
		for (const local of [0, 1, 2]) out.byte(opcode('local.get')).u32(local);
		out.byte(opcode(name) >> 8).u32(opcode(name) & 0xff);
		for (const pick of memories) out.u32(pick(region, own, source));
		return out.byte(END).finish();
	};
	return { type: { parameters: [I32, I32, I32], results: [] }, writes, from, code };
}

const FIXED: ReadonlyMap<string, Accessor> = new Map([
	['load8', load('i32.load8_u', I32)],
	['load16', load('i32.load16_u', I32)],
	['load32', load('i32.load', I32)],
	['load64', load('i64.load', I64)],
	['store8', store('i32.store8', I32)],
	['store16', store('i32.store16', I32)],
	['store32', store('i32.store', I32)],
	['store64', store('i64.store', I64)],
	['fill', bulk('memory.fill', true, undefined, [(region) => region])],
	// (pointer, offset, length): out of the region; (offset, pointer, length): into it
	['read', bulk('memory.copy', false, undefined, [(_region, own) => own, (region) => region])],
	['write', bulk('memory.copy', true, undefined, [(region) => region, (_region, own) => own])],
]);

/** The accessor of that name, `copyFrom<k>` included; undefined when there is none. */
export function accessor(name: string): Accessor | undefined {
	const between = /^copyFrom(1[0-2]|[1-9])$/.exec(name);
	if (between === null) return FIXED.get(name);
	return bulk('memory.copy', true, Number(between[1]), [(region) => region, (_region, _own, from) => from]);
}

/** Names of all accessors, for messages. */
export const ACCESSOR_NAMES: readonly string[] = [...FIXED.keys(), 'copyFrom1 .. copyFrom12'];
