/**
 * Instruction names and immediates (core specification, appendix "Index of Instructions", release 3 without garbage collection).
 * Prefixed instructions have the code `prefix << 8 | number`, the 0xfd ones (vectors) `0xfd0000 | number`.
 */

/** How the bytes after an opcode are laid out. */
export type Immediates =
	| 'none'
	| 'block' // block type
	| 'index' // one index: label, function, local, global, table, type
	| 'indirect' // type, table
	| 'labels' // vector of labels, default label
	| 'types' // vector of value types
	| 'access' // memarg
	| 'lane' // memarg and a lane
	| 'memory' // memory index
	| 'memories' // destination and source memory
	| 'segment' // data segment, memory
	| 'pair' // two indices
	| 'i32'
	| 'i64'
	| 'f32'
	| 'f64'
	| 'v128' // 16 bytes
	| 'byte' // one lane
	| 'reference' // heap type
	| 'catches'; // block type and a vector of catch clauses

/** What an instruction does to memory. */
export type Effect = 'none' | 'load' | 'store';

export interface Opcode {
	readonly code: number;
	readonly name: string;
	readonly immediates: Immediates;
	readonly effect: Effect;
}

const table = new Map<number, Opcode>();

/** Enters consecutive codes from `first`. */
function enter(first: number, names: string, immediates: Immediates = 'none', effect: Effect = 'none'): void {
	for (const [position, name] of names.split(' ').entries()) {
		if (name !== '-') table.set(first + position, { code: first + position, name, immediates, effect });
	}
}

// control
enter(0x00, 'unreachable nop');
enter(0x02, 'block loop if', 'block');
enter(0x05, 'else');
enter(0x08, 'throw', 'index');
enter(0x0a, 'throw_ref end');
enter(0x0c, 'br br_if', 'index');
enter(0x0e, 'br_table', 'labels');
enter(0x0f, 'return');
enter(0x10, 'call', 'index');
enter(0x11, 'call_indirect', 'indirect');
enter(0x12, 'return_call', 'index');
enter(0x13, 'return_call_indirect', 'indirect');
enter(0x14, 'call_ref return_call_ref', 'index');
enter(0x1a, 'drop select');
enter(0x1c, 'select_typed', 'types');
enter(0x1f, 'try_table', 'catches');
// variables, tables
enter(0x20, 'local.get local.set local.tee global.get global.set table.get table.set', 'index');
// memory
enter(
	0x28,
	'i32.load i64.load f32.load f64.load i32.load8_s i32.load8_u i32.load16_s i32.load16_u i64.load8_s i64.load8_u i64.load16_s i64.load16_u i64.load32_s i64.load32_u',
	'access',
	'load',
);
enter(
	0x36,
	'i32.store i64.store f32.store f64.store i32.store8 i32.store16 i64.store8 i64.store16 i64.store32',
	'access',
	'store',
);
enter(0x3f, 'memory.size memory.grow', 'memory');
// constants
enter(0x41, 'i32.const', 'i32');
enter(0x42, 'i64.const', 'i64');
enter(0x43, 'f32.const', 'f32');
enter(0x44, 'f64.const', 'f64');
// arithmetic
enter(0x45, 'i32.eqz i32.eq i32.ne i32.lt_s i32.lt_u i32.gt_s i32.gt_u i32.le_s i32.le_u i32.ge_s i32.ge_u');
enter(0x50, 'i64.eqz i64.eq i64.ne i64.lt_s i64.lt_u i64.gt_s i64.gt_u i64.le_s i64.le_u i64.ge_s i64.ge_u');
enter(0x5b, 'f32.eq f32.ne f32.lt f32.gt f32.le f32.ge f64.eq f64.ne f64.lt f64.gt f64.le f64.ge');
enter(0x67, 'i32.clz i32.ctz i32.popcnt i32.add i32.sub i32.mul i32.div_s i32.div_u i32.rem_s i32.rem_u');
enter(0x71, 'i32.and i32.or i32.xor i32.shl i32.shr_s i32.shr_u i32.rotl i32.rotr');
enter(0x79, 'i64.clz i64.ctz i64.popcnt i64.add i64.sub i64.mul i64.div_s i64.div_u i64.rem_s i64.rem_u');
enter(0x83, 'i64.and i64.or i64.xor i64.shl i64.shr_s i64.shr_u i64.rotl i64.rotr');
enter(0x8b, 'f32.abs f32.neg f32.ceil f32.floor f32.trunc f32.nearest f32.sqrt');
enter(0x92, 'f32.add f32.sub f32.mul f32.div f32.min f32.max f32.copysign');
enter(0x99, 'f64.abs f64.neg f64.ceil f64.floor f64.trunc f64.nearest f64.sqrt');
enter(0xa0, 'f64.add f64.sub f64.mul f64.div f64.min f64.max f64.copysign');
enter(0xa7, 'i32.wrap_i64 i32.trunc_f32_s i32.trunc_f32_u i32.trunc_f64_s i32.trunc_f64_u');
enter(0xac, 'i64.extend_i32_s i64.extend_i32_u i64.trunc_f32_s i64.trunc_f32_u i64.trunc_f64_s i64.trunc_f64_u');
enter(0xb2, 'f32.convert_i32_s f32.convert_i32_u f32.convert_i64_s f32.convert_i64_u f32.demote_f64');
enter(0xb7, 'f64.convert_i32_s f64.convert_i32_u f64.convert_i64_s f64.convert_i64_u f64.promote_f32');
enter(0xbc, 'i32.reinterpret_f32 i64.reinterpret_f64 f32.reinterpret_i32 f64.reinterpret_i64');
enter(0xc0, 'i32.extend8_s i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s');
// references
enter(0xd0, 'ref.null', 'reference');
enter(0xd1, 'ref.is_null');
enter(0xd2, 'ref.func', 'index');
// saturating conversion, bulk memory, tables
enter(
	0xfc00,
	'i32.trunc_sat_f32_s i32.trunc_sat_f32_u i32.trunc_sat_f64_s i32.trunc_sat_f64_u i64.trunc_sat_f32_s i64.trunc_sat_f32_u i64.trunc_sat_f64_s i64.trunc_sat_f64_u',
);
enter(0xfc08, 'memory.init', 'segment', 'store');
enter(0xfc09, 'data.drop', 'index');
enter(0xfc0a, 'memory.copy', 'memories', 'store');
enter(0xfc0b, 'memory.fill', 'memory', 'store');
enter(0xfc0c, 'table.init', 'pair');
enter(0xfc0d, 'elem.drop', 'index');
enter(0xfc0e, 'table.copy', 'pair');
enter(0xfc0f, 'table.grow table.size table.fill', 'index');
// vectors: those with immediates by name, the rest by number
const VECTOR = 0xfd0000;
enter(
	VECTOR,
	'v128.load v128.load8x8_s v128.load8x8_u v128.load16x4_s v128.load16x4_u v128.load32x2_s v128.load32x2_u v128.load8_splat v128.load16_splat v128.load32_splat v128.load64_splat',
	'access',
	'load',
);
enter(VECTOR + 11, 'v128.store', 'access', 'store');
enter(VECTOR + 12, 'v128.const i8x16.shuffle', 'v128');
for (let number = 14; number <= 275; number++) enter(VECTOR + number, `vector.${number}`);
enter(VECTOR + 21, Array.from({ length: 14 }, (_, lane) => `vector.lane${lane}`).join(' '), 'byte');
enter(VECTOR + 84, 'v128.load8_lane v128.load16_lane v128.load32_lane v128.load64_lane', 'lane', 'load');
enter(VECTOR + 88, 'v128.store8_lane v128.store16_lane v128.store32_lane v128.store64_lane', 'lane', 'store');
enter(VECTOR + 92, 'v128.load32_zero v128.load64_zero', 'access', 'load');
// threads: every one but the fence has a memarg; those that write (notify and wait included) count as stores
enter(0xfe00, 'memory.atomic.notify memory.atomic.wait32 memory.atomic.wait64', 'access', 'store');
enter(0xfe03, 'atomic.fence', 'byte');
for (let number = 0x10; number <= 0x4e; number++) {
	enter(0xfe00 + number, `atomic.${number}`, 'access', number <= 0x16 ? 'load' : 'store');
}

/** Those of one byte, by it. */
const plain = Array.from({ length: 0x100 }, (_, code) => table.get(code));

/** The instruction with that code; undefined: there is none. */
export function opcodeAt(code: number): Opcode | undefined {
	return code >= 0 && code <= 0xff ? plain[code] : table.get(code);
}

const byName = new Map([...table.values()].map((opcode) => [opcode.name, opcode.code]));

/** The code of a named instruction, such as `i32.add`. */
export function opcode(name: string): number {
	const code = byName.get(name);
	if (code === undefined) throw new Error(`no instruction is called ${name}`);
	return code;
}
