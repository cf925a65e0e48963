/**
 * The gate: decodes `kernel.wasm` and rejects whatever is outside the subset that can be proved (architecture decision D3): no
 * allocation, recursion, indirect call, float, growing memory, or loop without a constant bound. A rule here is a build failure.
 */
import { KERNEL_PAGES } from '../../kernel/layout.ts';
import { decodeModule } from '../../machines/wasm/decode.ts';
import { type Instruction, instructions } from '../../machines/wasm/instructions.ts';
import {
	type FunctionBody,
	I32,
	I64,
	importedFunctions,
	KIND_FUNCTION,
	KIND_MEMORY,
	type WasmModule,
} from '../../machines/wasm/module.ts';

/** Largest `kernel.wasm` in bytes: what one person can audit. */
export const KERNEL_BYTES_MOST = 32 * 1024;
/** Largest constant bound of a loop. */
export const LOOP_BOUND_MOST = 64;

const CONTROL = 'block loop if else end br br_if br_table return call drop select nop';
const LOCALS = 'local.get local.set local.tee';
const INTEGER =
	'const eqz eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u clz ctz add sub mul div_u rem_u and or xor shl shr_s shr_u rotl rotr';
const ACCESS =
	'i32.load i32.load8_u i32.store i32.store8 i64.load i64.load32_u i64.load8_u i64.store i64.store32 i32.wrap_i64 i64.extend_i32_u i64.extend_i32_s';
const ALLOWED: ReadonlySet<string> = new Set([
	...`${CONTROL} ${LOCALS} ${ACCESS}`.split(' '),
	...INTEGER.split(' ').flatMap((name) => [`i32.${name}`, `i64.${name}`]),
]);

const MACHINE_FUNCTIONS: ReadonlySet<string> = new Set(
	'back unback clear mapping reset forget copy lineEnable lineRaise log halt'.split(' '),
);

const ENTRIES: ReadonlySet<string> = new Set(
	(
		'bootBegin bootEnd bootExtent bootMap bootMemory bootPrepare bootProcess bootRegion call callSlow callWith expire fault finish ' +
		'interrupt interruptSwitch next notify notifySwitch preempt reply replySlow system tick wait'
	).split(' '),
);

/** What a binary of the subset is called, and what it offers and uses. */
export interface Subject {
	/** In messages: "the kernel". */
	readonly name: string;
	/** Its exported functions; the memory comes with them. */
	readonly entries: ReadonlySet<string>;
	/** What it may import from module `machine`. */
	readonly machineFunctions: ReadonlySet<string>;
}

/** What a kernel offers and uses, and whoever stands for one. */
export const KERNEL_INTERFACE: Omit<Subject, 'name'> = { entries: ENTRIES, machineFunctions: MACHINE_FUNCTIONS };

/** Everything in which the binary leaves the subset; empty when it may be a kernel. */
export function checkKernel(wasm: Uint8Array): string[] {
	if (wasm.length > KERNEL_BYTES_MOST) {
		return [`kernel.wasm has ${wasm.length} bytes, more than ${KERNEL_BYTES_MOST}: take something out of the kernel`];
	}
	return checkSubset(wasm, { name: 'the kernel', ...KERNEL_INTERFACE });
}

/** Everything in which a binary leaves the subset of the kernel, its size left out of account. */
export function checkSubset(wasm: Uint8Array, subject: Subject): string[] {
	const module = decodeModule(wasm);
	return [
		...checkInterface(module, subject),
		...checkShape(module, subject.name),
		...checkRecursion(module),
		...module.bodies.flatMap((body) => checkBody(module, body)),
	];
}

function checkInterface(module: WasmModule, { name: subject, entries, machineFunctions }: Subject): string[] {
	const problems: string[] = [];
	for (const { module: from, name, kind } of module.imports) {
		if (kind !== KIND_FUNCTION || from !== 'machine' || !machineFunctions.has(name)) {
			problems.push(`${subject} imports ${from}.${name}, which is no function of the machine interface`);
		}
	}
	const expected = new Set([...entries, 'memory']);
	for (const { name, kind } of module.exports) {
		if (!expected.has(name)) problems.push(`${subject} exports ${name}, which is no entry of the machine interface`);
		if (kind !== KIND_FUNCTION && kind !== KIND_MEMORY)
			problems.push(`the export ${name} is neither a function nor the memory`);
	}
	for (const name of expected) {
		if (!module.exports.some((given) => given.name === name)) problems.push(`${subject} lacks the entry ${name}`);
	}
	return problems;
}

function checkShape(module: WasmModule, subject: string): string[] {
	const problems: string[] = [];
	const [memory] = module.memories;
	const { minimum, maximum, shared } = memory?.limits ?? { minimum: 0, maximum: 0, shared: false };
	if (module.memories.length !== 1 || minimum !== KERNEL_PAGES || maximum !== KERNEL_PAGES || shared) {
		problems.push(`${subject} must have one memory of exactly ${KERNEL_PAGES} pages`);
	}
	if (module.tables.length > 0 || module.elements.length > 0)
		problems.push(`${subject} has a table: indirect calls are not allowed`);
	if (module.data.length > 0) problems.push(`${subject} has data segments: all state starts as zero`);
	if (module.globals.length > 0)
		problems.push(`${subject} has globals: all state is in the tables of kernel/layout.ts`);
	if (module.start !== undefined)
		problems.push(`${subject} has a start function: it is only entered through its exports`);
	for (const { parameters, results } of module.types) {
		if ([...parameters, ...results].some((type) => type !== I32 && type !== I64))
			problems.push('a function type is not of integers');
	}
	return problems;
}

/** What a function calls, by index, imported functions left out. */
function callees(module: WasmModule, body: FunctionBody): number[] {
	const own = importedFunctions(module);
	return instructions(module, body.code)
		.filter(({ opcode, index }) => opcode.name === 'call' && index >= own)
		.map(({ index }) => index - own);
}

/** Functions that can reach themselves. */
function checkRecursion(module: WasmModule): string[] {
	const graph = module.bodies.map((body) => callees(module, body));
	const state: ('open' | 'done' | undefined)[] = [];
	const problems: string[] = [];
	const visit = (index: number): void => {
		if (state[index] === 'done') return;
		if (state[index] === 'open') {
			problems.push(`function ${index} calls itself, directly or through others: recursion is not allowed`);
			return;
		}
		state[index] = 'open';
		for (const callee of graph[index] ?? []) visit(callee);
		state[index] = 'done';
	};
	for (const index of graph.keys()) visit(index);
	return problems;
}

function checkBody(module: WasmModule, body: FunctionBody): string[] {
	const code = instructions(module, body.code);
	const problems: string[] = [];
	for (const [position, { opcode, start }] of code.entries()) {
		if (!ALLOWED.has(opcode.name)) problems.push(`byte ${start}: ${opcode.name} is outside the kernel's subset`);
		if (opcode.name === 'loop') {
			const problem = checkLoop(code, position);
			if (problem !== undefined) problems.push(`byte ${start}: ${problem}`);
		}
	}
	return problems;
}

function names(code: readonly Instruction[], from: number, count: number): string {
	return code
		.slice(from, from + count)
		.map(({ opcode }) => opcode.name)
		.join(' ');
}

/**
 * A loop is accepted in one shape only, that of `for (let i = ...; i < N; i++)`: it starts by comparing a local with a constant; in it
 * that local is set by adding 1 and in no other way; every branch back comes after such a step that lies directly in the loop's `if`,
 * where structured control flow cannot go around it. Hence at most N + 1 rounds.
 */
function checkLoop(code: readonly Instruction[], position: number): string | undefined {
	const head = names(code, position + 1, 4);
	if (head !== 'local.get i32.const i32.lt_u if' && head !== 'local.get i32.const i32.le_u if') {
		return 'a loop does not start by comparing a counter with a constant';
	}
	const counter = code[position + 1]?.index ?? -1;
	const bound = code[position + 2]?.value ?? 0;
	if (bound < 0 || bound > LOOP_BOUND_MOST) return `a loop may run ${bound} times, more than ${LOOP_BOUND_MOST}`;
	const depth = code[position]?.depth ?? 0;
	let counted = false;
	for (let index = position + 5; index < code.length; index++) {
		const { opcode, depth: here, index: operand, labels } = code[index] as Instruction;
		if (opcode.name === 'end' && here === depth) return undefined;
		if ((opcode.name === 'local.set' || opcode.name === 'local.tee') && operand === counter) {
			if (!increments(code, index, counter)) return 'the counter of a loop is set inside it, other than by adding 1';
			counted ||= here === depth + 2;
		}
		const label = here - depth - 1;
		if (opcode.name === 'br_table' && labels.includes(label)) return 'a loop is repeated through br_table';
		if ((opcode.name === 'br' || opcode.name === 'br_if') && operand === label && !counted) {
			return 'a loop is repeated without counting';
		}
	}
	return 'a loop has no end';
}

/** Is `code[index]`, which sets the counter, the end of `counter + 1`? */
function increments(code: readonly Instruction[], index: number, counter: number): boolean {
	if (names(code, index - 3, 3) !== 'local.get i32.const i32.add') return false;
	return code[index - 3]?.index === counter && code[index - 2]?.value === 1;
}
