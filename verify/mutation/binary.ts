/** A kernel binary with its instructions, and the same binary with some bytes of its code replaced. */

import { decodeModule } from '../../machines/wasm/decode.ts';
import { type Instruction, instructions } from '../../machines/wasm/instructions.ts';
import {
	type FunctionBody,
	type FunctionType,
	importedFunctions,
	type WasmModule,
} from '../../machines/wasm/module.ts';
import { Writer } from '../../machines/wasm/writer.ts';

/** Identifier of the code section. */
const CODE = 10;

/** A function of the binary. */
export interface BinaryFunction {
	/** Index in the function index space, imports included. */
	readonly index: number;
	readonly name: string;
	readonly type: FunctionType;
	readonly body: FunctionBody;
	readonly code: readonly Instruction[];
}

/** Bytes [start, end) of the binary, within one function's code, become `bytes`. */
export interface Edit {
	readonly start: number;
	readonly end: number;
	readonly bytes: Uint8Array;
}

export interface Binary {
	readonly module: WasmModule;
	readonly functions: readonly BinaryFunction[];
	/** Name of any function by its index, imported ones included: those as `machine.<name>`. */
	readonly names: readonly string[];
}

/** Decodes; `names` gives the functions' names by index, as far as they are known. */
export function readBinary(wasm: Uint8Array, names: ReadonlyMap<number, string>): Binary {
	const module = decodeModule(wasm);
	const imported = importedFunctions(module);
	const all = module.functions.map(({ import: from }, index) => {
		if (from !== undefined) return `${from.module}.${from.name}`;
		return names.get(index) ?? `function ${index}`;
	});
	const functions = module.bodies.map((body, position) => ({
		index: body.index,
		name: all[body.index] as string,
		type: typeOf(module, imported + position),
		body,
		code: instructions(module, body.code),
	}));
	return { module, functions, names: all };
}

/** Signature of a function by its index. */
export function typeOf(module: WasmModule, index: number): FunctionType {
	return module.types[module.functions[index]?.type ?? -1] as FunctionType;
}

/** The binary with the edits made, which do not overlap and are in the order of their places. */
export function applyEdits({ module }: Binary, edits: readonly Edit[]): Uint8Array {
	const { bytes, sections } = module;
	const out = new Writer().raw(bytes.subarray(0, sections[0]?.start ?? bytes.length));
	for (const section of sections) {
		if (section.id !== CODE) {
			out.raw(bytes.subarray(section.start, section.end));
			continue;
		}
		const contents = new Writer();
		contents.vector(module.bodies, (body) => contents.sized(editBody(bytes, body, edits)));
		out.byte(CODE).sized(contents.finish());
	}
	return out.finish();
}

/** Local declarations and code of a function, after the edits that lie in it. */
function editBody(bytes: Uint8Array, body: FunctionBody, edits: readonly Edit[]): Uint8Array {
	const out = new Writer();
	let from = body.start;
	for (const { start, end, bytes: replacement } of edits) {
		if (start < body.code.start || end > body.code.end) continue;
		out.raw(bytes.subarray(from, start)).raw(replacement);
		from = end;
	}
	return out.raw(bytes.subarray(from, body.end)).finish();
}
