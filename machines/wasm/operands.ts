/** How deep a function's operand stack gets: what V8's baseline compiler keeps in the function's frame, beside its variables. */

import { type Instruction, passing } from './instructions.ts';
import type { FunctionBody, FunctionType, WasmModule } from './module.ts';
import type { Opcode } from './opcodes.ts';

/** Operands taken from and put on the stack. */
interface Effect {
	readonly pops: number;
	readonly pushes: number;
}

const EMPTY_BLOCK = -64;

const NAMED: ReadonlyMap<string, Effect> = new Map(
	Object.entries({
		drop: { pops: 1, pushes: 0 },
		select: { pops: 3, pushes: 1 },
		'local.get': { pops: 0, pushes: 1 },
		'local.set': { pops: 1, pushes: 0 },
		'local.tee': { pops: 1, pushes: 1 },
		'global.get': { pops: 0, pushes: 1 },
		'global.set': { pops: 1, pushes: 0 },
		'memory.size': { pops: 0, pushes: 1 },
		'memory.copy': { pops: 3, pushes: 0 },
		'memory.fill': { pops: 3, pushes: 0 },
		br_if: { pops: 1, pushes: 0 },
		if: { pops: 1, pushes: 0 },
		nop: { pops: 0, pushes: 0 },
	}),
);

const UNARY =
	/\.(eqz|clz|ctz|popcnt|abs|neg|ceil|floor|trunc|nearest|sqrt|wrap_|extend|trunc_|convert_|demote_|promote_|reinterpret_)/;

/** What has been found for each instruction but the calls. */
const known = new Map<Opcode, Effect>();

function effectOf(module: WasmModule, { opcode, index }: Instruction): Effect {
	if (opcode.name === 'call') return callEffect(module.types[module.functions[index]?.type ?? -1], 0);
	if (opcode.name === 'call_indirect') return callEffect(module.types[index], 1);
	const effect = known.get(opcode) ?? ordinaryEffect(opcode);
	known.set(opcode, effect);
	return effect;
}

function ordinaryEffect({ name, immediates, effect }: Opcode): Effect {
	const named = NAMED.get(name);
	if (named !== undefined) return named;
	if (effect === 'load') return { pops: 1, pushes: 1 };
	if (effect === 'store') return { pops: 2, pushes: 0 };
	if (/\.const$/.test(name)) return { pops: 0, pushes: 1 };
	if (immediates !== 'none' || !name.includes('.')) return { pops: 0, pushes: 0 };
	return { pops: UNARY.test(name) ? 1 : 2, pushes: 1 };
}

function callEffect(type: FunctionType | undefined, extra: number): Effect {
	return { pops: (type?.parameters.length ?? 0) + extra, pushes: type?.results.length ?? 0 };
}

function leaves(name: string): boolean {
	return name === 'br' || name === 'br_table' || name === 'return' || name === 'unreachable';
}

/** Most operands at a time. The module must be valid. */
export function operandsMost(module: WasmModule, body: FunctionBody): number {
	const blocks: { readonly base: number; readonly parameters: number; readonly results: number }[] = [];
	let height = 0;
	let most = 0;
	for (const instruction of passing(module, body.code)) {
		const { name } = instruction.opcode;
		const { pops, pushes } = effectOf(module, instruction);
		height = Math.max(height - pops, blocks.at(-1)?.base ?? 0) + pushes;
		most = Math.max(most, height);
		if (name === 'block' || name === 'loop' || name === 'if') {
			const { parameters, results } = blockType(module, instruction.index);
			blocks.push({ base: height - parameters, parameters, results });
		} else if (name === 'else') {
			const block = blocks.at(-1);
			height = (block?.base ?? 0) + (block?.parameters ?? 0);
		} else if (name === 'end') {
			const block = blocks.pop();
			height = (block?.base ?? 0) + (block?.results ?? 0);
			most = Math.max(most, height);
		} else if (leaves(name)) {
			height = blocks.at(-1)?.base ?? 0;
		}
	}
	return most;
}

function blockType(module: WasmModule, index: number): { parameters: number; results: number } {
	if (index < 0) return { parameters: 0, results: index === EMPTY_BLOCK ? 0 : 1 };
	const type = module.types[index];
	return { parameters: type?.parameters.length ?? 0, results: type?.results.length ?? 0 };
}
