/** A binary that counts the instructions it executes by the executor's rule: each instruction but `end` and `else` is one, whenever it is reached. */
import { decodeModule } from '../../machines/wasm/decode.ts';
import { encodeModule } from '../../machines/wasm/encode.ts';
import { type Instruction, passing } from '../../machines/wasm/instructions.ts';
import {
	type FunctionBody,
	I32,
	importedFunctions,
	KIND_FUNCTION,
	KIND_GLOBAL,
	type WasmModule,
} from '../../machines/wasm/module.ts';
import { opcode } from '../../machines/wasm/opcodes.ts';
import { Writer } from '../../machines/wasm/writer.ts';

/** Export of the counter, a mutable i32. */
export const COUNTER = 'executed';
/** Of the kernel's binary, which has no global of its own. */
const GLOBAL = 0;

/** Where what was counted so far must be added, because control may come or go. */
const BORDERS: ReadonlySet<string> = new Set(
	'block loop if else end br br_if br_table return call unreachable'.split(' '),
);

function addTo(out: Writer, count: number): void {
	if (count === 0) return;
	out.byte(opcode('global.get')).u32(GLOBAL).byte(opcode('i32.const')).s32(count);
	out.byte(opcode('i32.add')).byte(opcode('global.set')).u32(GLOBAL);
}

function countBody(module: WasmModule, { locals, code }: FunctionBody): Uint8Array {
	const out = new Writer();
	out.vector(locals, ({ count, type }) => out.u32(count).byte(type));
	let pending = 0;
	for (const { opcode: own, start, end } of passing(module, code) as Iterable<Instruction>) {
		if (own.name !== 'end' && own.name !== 'else') pending++;
		if (BORDERS.has(own.name)) {
			addTo(out, pending);
			pending = 0;
		}
		out.copy(module.bytes, start, end);
	}
	return out.finish();
}

/** `wasm` with the counter: a kernel, which has no globals, tables, data or start function. */
export function countInstructions(wasm: Uint8Array): Uint8Array {
	const module = decodeModule(wasm);
	const imported = importedFunctions(module);
	if (module.globals.length > 0) throw new Error('a binary with globals is no kernel');
	const typeOf = (index: number): number => (module.functions[index] as { type: number }).type;
	return encodeModule({
		types: module.types,
		importedFunctions: module.imports
			.filter(({ kind }) => kind === KIND_FUNCTION)
			.map(({ module: from, name, index }) => ({ module: from, name, type: typeOf(index) })),
		importedMemories: [],
		functions: module.functions.slice(imported).map(({ type }) => type),
		tables: [],
		memories: module.memories.map(({ limits }) => limits),
		globals: [{ type: I32, mutable: true, initial: Uint8Array.of(opcode('i32.const'), 0, opcode('end')) }],
		exports: [...module.exports, { name: COUNTER, kind: KIND_GLOBAL, index: GLOBAL }],
		start: undefined,
		elements: [],
		bodies: module.bodies.map((body) => countBody(module, body)),
		data: [],
	});
}
