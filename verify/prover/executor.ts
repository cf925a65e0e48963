/** Executes functions of a WebAssembly binary on formulas: every path at once, joined again where the code's own structure joins them. */

import { decodeModule } from '../../machines/wasm/decode.ts';
import { type Instruction, instructions } from '../../machines/wasm/instructions.ts';
import { I64, importedFunctions, KIND_FUNCTION, type WasmModule } from '../../machines/wasm/module.ts';
import { add, asTruth, constant, equal, FALSE, not } from './build.ts';
import { ACCESSES, CALCULATIONS } from './calculations.ts';
import { type Arrival, merge, type Path } from './path.ts';
import type { Term } from './term.ts';

/** The code leaves what the executor understands: the binary cannot be proved. */
export class ExecutionError extends Error {}

/** What memory and the machine do: the executor knows neither tables nor effects. */
export interface World {
	load(address: Term, bytes: number, path: Path): Term;
	store(address: Term, bytes: number, value: Term, path: Path): void;
	/** A call of an imported function; its results. */
	call(name: string, values: readonly Term[], path: Path): readonly Term[];
	/** The code would trap under this condition. */
	trap(reason: string, path: Path): void;
	/** What a condition that the code branches on amounts to at this place. */
	decide(condition: Term, path: Path): Term;
}

/** A block that is being executed. */
interface Label {
	readonly arrivals: Arrival[];
	/** Operands on the stack below it, and how many it leaves. */
	readonly height: number;
	readonly results: number;
}

interface Body {
	readonly code: readonly Instruction[];
	/** Of each `block`, `loop` and `if` by position: where its `else` (or -1) and its `end` are. */
	readonly ends: ReadonlyMap<number, { readonly otherwise: number; readonly end: number }>;
	readonly parameters: number;
	readonly results: number;
	/** Types of the variables beyond the parameters. */
	readonly locals: readonly number[];
}

/** What an execution ends with. `cost`: instructions executed, as the machine counts them. */
export interface Outcome {
	readonly results: readonly Term[];
	readonly cost: Term;
}

/** Variables, operands and cost at one place of one function. */
interface Frame {
	locals: Term[];
	stack: Term[];
	cost: Term;
	/** Undefined: this place cannot be reached. */
	path: Path | undefined;
	readonly body: Body;
	readonly labels: Label[];
}

const ROUNDS_MOST = 70;
const EMPTY_BLOCK = -64;

export class Executor {
	readonly module: WasmModule;
	readonly #bodies: readonly Body[];
	readonly #imported: number;
	/** Values of globals that never change: what a compiler that does not optimise makes of constants. */
	readonly #constants: readonly (Term | undefined)[];

	constructor(wasm: Uint8Array) {
		this.module = decodeModule(wasm);
		this.#imported = importedFunctions(this.module);
		this.#constants = this.module.globals.map(({ mutable, initial }) => {
			const [first] = instructions(this.module, initial);
			if (mutable || first === undefined) return undefined;
			if (first.opcode.name === 'i32.const') return constant(first.value);
			return first.opcode.name === 'i64.const' ? constant(first.wide, 64) : undefined;
		});
		this.#bodies = this.module.bodies.map((_, index) => this.#prepare(index));
	}

	/** Types of the parameters of an export. */
	parameters(name: string): readonly number[] {
		return this.#typeOf(this.#indexOf(name)).parameters;
	}

	get exports(): readonly string[] {
		return this.module.exports.filter(({ kind }) => kind === KIND_FUNCTION).map(({ name }) => name);
	}

	/** Executes an export on `values`, from `path`. */
	run(name: string, values: readonly Term[], path: Path, world: World): Outcome {
		return this.#call(this.#indexOf(name), values, constant(0), path, world);
	}

	#indexOf(name: string): number {
		const found = this.module.exports.find((given) => given.kind === KIND_FUNCTION && given.name === name);
		if (found === undefined) throw new ExecutionError(`the binary has no entry ${name}`);
		return found.index;
	}

	#typeOf(index: number) {
		const type = this.module.types[this.module.functions[index]?.type ?? -1];
		if (type === undefined) throw new ExecutionError(`function ${index} has no type`);
		return type;
	}

	#prepare(defined: number): Body {
		const { code, locals } = this.module.bodies[defined] as WasmModule['bodies'][number];
		const type = this.#typeOf(this.#imported + defined);
		const list = instructions(this.module, code);
		const ends = new Map<number, { otherwise: number; end: number }>();
		const open: number[] = [];
		for (const [position, { opcode }] of list.entries()) {
			if (['block', 'loop', 'if'].includes(opcode.name)) {
				open.push(position);
				ends.set(position, { otherwise: -1, end: -1 });
			} else if (opcode.name === 'else')
				(ends.get(open.at(-1) as number) as { otherwise: number }).otherwise = position;
			else if (opcode.name === 'end' && open.length > 0)
				(ends.get(open.pop() as number) as { end: number }).end = position;
		}
		return {
			code: list,
			ends,
			parameters: type.parameters.length,
			results: type.results.length,
			locals: locals.flatMap(({ count, type: kind }) => new Array<number>(count).fill(kind)),
		};
	}

	#call(index: number, values: readonly Term[], cost: Term, path: Path, world: World): Outcome {
		if (index < this.#imported) {
			const name = this.module.functions[index]?.import?.name ?? '';
			return { results: world.call(name, values, path), cost };
		}
		const body = this.#bodies[index - this.#imported] as Body;
		const zeros = body.locals.map((type) => constant(0, type === I64 ? 64 : 32));
		const whole: Label = { arrivals: [], height: 0, results: body.results };
		const frame: Frame = { locals: [...values, ...zeros], stack: [], cost, path, body, labels: [whole] };
		this.#run(frame, 0, body.code.length - 1, world);
		this.#arrive(frame, whole);
		const end = merge(whole.arrivals);
		if (end === undefined) throw new ExecutionError(`function ${index} does not return`);
		const results = end.values.slice(0, body.results);
		return { results, cost: end.values.at(-1) as Term };
	}

	/** What a place hands over to the end of a block: results, variables, cost. */
	#arrive(frame: Frame, label: Label): void {
		if (frame.path === undefined) return;
		const results = label.results === 0 ? [] : frame.stack.slice(-label.results);
		label.arrivals.push({ path: frame.path, values: [...results, ...frame.locals, frame.cost] });
	}

	/** Goes on behind a block. */
	#leave(frame: Frame, label: Label): void {
		const end = merge(label.arrivals);
		frame.path = end?.path;
		if (end === undefined) return;
		frame.stack = [...frame.stack.slice(0, label.height), ...end.values.slice(0, label.results)];
		frame.locals = end.values.slice(label.results, -1);
		frame.cost = end.values.at(-1) as Term;
	}

	/** Instructions from..to, `to` left out. */
	#run(frame: Frame, from: number, to: number, world: World): void {
		for (let position = from; position < to; position++) {
			if (frame.path === undefined) return;
			const instruction = frame.body.code[position] as Instruction;
			const block = frame.body.ends.get(position);
			frame.cost = add(frame.cost, constant(1));
			if (block === undefined) {
				this.#step(frame, instruction, world);
				continue;
			}
			if (instruction.opcode.name === 'if') this.#branch(frame, position, block, world);
			else if (instruction.opcode.name === 'loop') this.#repeat(frame, position, block.end, world);
			else this.#block(frame, position, block.end, world);
			position = block.end;
		}
	}

	#label(frame: Frame, position: number): Label {
		const { index } = frame.body.code[position] as Instruction;
		if (index >= 0) throw new ExecutionError('a block has parameters');
		return { arrivals: [], height: frame.stack.length, results: index === EMPTY_BLOCK ? 0 : 1 };
	}

	#block(frame: Frame, position: number, end: number, world: World): void {
		const label = this.#label(frame, position);
		frame.labels.push(label);
		this.#run(frame, position + 1, end, world);
		frame.labels.pop();
		this.#arrive(frame, label);
		this.#leave(frame, label);
	}

	#branch(frame: Frame, position: number, block: { otherwise: number; end: number }, world: World): void {
		const path = frame.path as Path;
		const condition = world.decide(asTruth(this.#pop(frame)), path);
		const label = this.#label(frame, position);
		const [locals, stack, cost] = [frame.locals, frame.stack, frame.cost];
		const ways: readonly [Path | undefined, number, number][] = [
			[path.with(condition), position + 1, block.otherwise < 0 ? block.end : block.otherwise],
			[path.with(not(condition)), block.otherwise < 0 ? block.end : block.otherwise + 1, block.end],
		];
		for (const [way, from, to] of ways) {
			if (way === undefined) continue;
			Object.assign(frame, { locals: [...locals], stack: [...stack], cost, path: way });
			frame.labels.push(label);
			this.#run(frame, from, to, world);
			frame.labels.pop();
			this.#arrive(frame, label);
		}
		this.#leave(frame, label);
	}

	/** Unrolled; the counter's constant bound ends it. */
	#repeat(frame: Frame, position: number, end: number, world: World): void {
		const after = this.#label(frame, position);
		for (let round = 0; frame.path !== undefined; round++) {
			if (round > ROUNDS_MOST) throw new ExecutionError(`a loop goes round more than ${ROUNDS_MOST} times`);
			const again: Label = { arrivals: [], height: after.height, results: 0 };
			frame.labels.push(again);
			this.#run(frame, position + 1, end, world);
			frame.labels.pop();
			this.#arrive(frame, after);
			this.#leave(frame, again);
		}
		this.#leave(frame, after);
	}

	#pop(frame: Frame): Term {
		const term = frame.stack.pop();
		if (term === undefined) throw new ExecutionError('an operand is missing');
		return term;
	}

	#jump(frame: Frame, depth: number): void {
		this.#arrive(frame, frame.labels.at(-1 - depth) as Label);
	}

	#step(frame: Frame, instruction: Instruction, world: World): void {
		const { opcode, index } = instruction;
		const path = frame.path as Path;
		switch (opcode.name) {
			case 'local.get':
				frame.locals[index] = path.narrow(frame.locals[index] as Term);
				frame.stack.push(frame.locals[index] as Term);
				return;
			case 'local.set':
				frame.locals[index] = this.#pop(frame);
				return;
			case 'local.tee':
				frame.locals[index] = frame.stack.at(-1) as Term;
				return;
			case 'drop':
				this.#pop(frame);
				return;
			case 'nop':
				return;
			case 'global.get':
				frame.stack.push(this.#constants[index] ?? unknownGlobal(index));
				return;
			case 'i32.const':
				frame.stack.push(constant(instruction.value));
				return;
			case 'i64.const':
				frame.stack.push(constant(instruction.wide, 64));
				return;
			case 'br':
				this.#jump(frame, index);
				frame.path = undefined;
				return;
			case 'return':
				this.#jump(frame, frame.labels.length - 1);
				frame.path = undefined;
				return;
			case 'br_if': {
				const condition = world.decide(asTruth(this.#pop(frame)), path);
				frame.path = path.with(condition);
				this.#jump(frame, index);
				frame.path = path.with(not(condition));
				return;
			}
			case 'br_table':
				this.#table(frame, instruction.labels, world);
				return;
			case 'unreachable':
				world.trap('unreachable', path);
				frame.path = undefined;
				return;
			case 'call': {
				const { parameters } = this.#typeOf(index);
				const values = frame.stack.splice(frame.stack.length - parameters.length, parameters.length);
				const { results, cost } = this.#call(index, values, frame.cost, path, world);
				frame.stack.push(...results);
				frame.cost = cost;
				return;
			}
			default:
				this.#calculate(frame, instruction, world);
		}
	}

	#table(frame: Frame, labels: readonly number[], world: World): void {
		const selector = this.#pop(frame);
		let path = frame.path;
		for (const [value, label] of labels.entries()) {
			const last = value === labels.length - 1;
			const same = path === undefined ? FALSE() : world.decide(equal(selector, constant(value)), path);
			frame.path = last ? path : path?.with(same);
			this.#jump(frame, label);
			path = last ? undefined : path?.with(not(same));
		}
		frame.path = undefined;
	}

	#calculate(frame: Frame, instruction: Instruction, world: World): void {
		const { opcode, offset } = instruction;
		const path = frame.path as Path;
		const access = ACCESSES.get(opcode.name);
		if (access !== undefined && opcode.effect === 'store') {
			const value = this.#pop(frame);
			world.store(add(this.#pop(frame), constant(offset)), access.bytes, access.convert(value), path);
			return;
		}
		if (access !== undefined) {
			const value = world.load(add(this.#pop(frame), constant(offset)), access.bytes, path);
			frame.stack.push(access.convert(value));
			return;
		}
		const calculation = CALCULATIONS.get(opcode.name);
		if (calculation === undefined) throw new ExecutionError(`${opcode.name} is outside the subset`);
		const operands = frame.stack.splice(frame.stack.length - calculation.operands, calculation.operands);
		if (calculation.traps !== undefined) {
			const trapping = path.with(calculation.traps(operands));
			if (trapping !== undefined) world.trap(`${opcode.name} by zero`, trapping);
		}
		frame.stack.push(calculation.result(operands));
	}
}

function unknownGlobal(index: number): never {
	throw new ExecutionError(`global ${index} is not constant: all state is in the tables`);
}
