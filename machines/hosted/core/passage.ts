/**
 * The passage from client to server and back, as one WebAssembly function: kernel.call, the server's protected procedures through a
 * table, kernel.reply, and the accounts of fuel and stack between them. JavaScript only stands around it with its try/catch, because
 * only JavaScript can catch a trap: so a protected call crosses between the two languages twice instead of eight times.
 */
import { KERNEL_PAGES, PROCESS_COUNT } from '../../../kernel/layout.ts';
import { encodeModule } from '../../wasm/encode.ts';
import { FUNCREF, type FunctionType, I32, KIND_FUNCTION, KIND_TABLE } from '../../wasm/module.ts';
import { Body } from './assembler.ts';
import { compileModule } from './compile.ts';
import { passageBody } from './passage-code.ts';

/** badge, method, w0..w5 -> status. */
export type Protected = (
	badge: number,
	method: number,
	w0: number,
	w1: number,
	w2: number,
	w3: number,
	w4: number,
	w5: number,
) => number;

/** gate, method, w0..w5 -> status; meter word EVENT is not 0 when there is more to do. */
export type Pass = Protected;

/** The same, then capabilities, loan, offset, length. */
export type PassWith = (...call: [...Parameters<Pass>, number, number, number, number]) => number;

/** What stands in for protected procedures that cannot be entered directly; the server is the process that executes. */
export interface Stubs {
	/** The process has no current instance. */
	readonly absent: Protected;
	/** It is a blocking program. */
	readonly program: Protected;
}

export interface Passage {
	readonly pass: Pass;
	readonly passWith: PassWith;
	/** Calls the protected procedures of the process row in the first argument, and nothing else. */
	readonly enter: (row: number, ...call: Parameters<Protected>) => number;
	/** The protected procedures of each process row. */
	readonly table: WebAssembly.Table;
	/** The stubs, as values for the table. */
	readonly stubs: Stubs;
}

const CALL_PARAMETERS = 8;
const WITH_PARAMETERS = 12;
const type = (parameters: number): FunctionType => ({ parameters: new Array(parameters).fill(I32), results: [I32] });
/** Indices of types, and of imported and defined functions. */
const TYPES = [type(CALL_PARAMETERS), type(WITH_PARAMETERS), type(CALL_PARAMETERS + 1), type(2), type(6)];
const [PROTECTED, WITH, ENTER, PAIR, SIX] = [0, 1, 2, 3, 4];
const IMPORTS = [
	{ module: 'kernel', name: 'call', type: PAIR },
	{ module: 'kernel', name: 'reply', type: PAIR },
	{ module: 'kernel', name: 'callWith', type: SIX },
	{ module: 'stubs', name: 'absent', type: PROTECTED },
	{ module: 'stubs', name: 'program', type: PROTECTED },
];
const [CALL, REPLY, CALL_WITH] = [0, 1, 2];
const EXPORTS = ['call', 'reply', 'callWith', 'absent', 'program', 'pass', 'passWith', 'enter'];
const OPEN = { maximum: undefined, shared: false, wide: false };

/** All rows are absent at first. */
export function makePassage(kernel: WebAssembly.Exports, meter: WebAssembly.Memory, stubs: Stubs): Passage {
	const module = compileModule(passageModule());
	const { exports } = new WebAssembly.Instance(module, { kernel, stubs: { ...stubs }, meter: { memory: meter } });
	const table = exports.table as WebAssembly.Table;
	for (let row = 0; row < PROCESS_COUNT; row++) table.set(row, exports.absent);
	return { ...(exports as unknown as Passage), table, stubs: exports as unknown as Stubs };
}

function passageModule(): Uint8Array {
	return encodeModule({
		types: TYPES,
		importedFunctions: IMPORTS,
		importedMemories: [
			{ module: 'kernel', name: 'memory', limits: { minimum: KERNEL_PAGES, ...OPEN } },
			{ module: 'meter', name: 'memory', limits: { minimum: 1, ...OPEN } },
		],
		functions: [PROTECTED, WITH, ENTER],
		tables: [{ type: FUNCREF, limits: { minimum: PROCESS_COUNT, ...OPEN, maximum: PROCESS_COUNT } }],
		memories: [],
		globals: [],
		exports: [
			...EXPORTS.map((name, index) => ({ name, kind: KIND_FUNCTION, index })),
			{ name: 'table', kind: KIND_TABLE, index: 0 },
		],
		start: undefined,
		elements: [],
		bodies: [
			passageBody({ parameters: CALL_PARAMETERS, kernelCall: CALL, reply: REPLY, protectedType: PROTECTED }),
			passageBody({ parameters: WITH_PARAMETERS, kernelCall: CALL_WITH, reply: REPLY, protectedType: PROTECTED }),
			enterBody(),
		],
		data: [],
	});
}

/** table[row](badge, method, w0..w5) */
function enterBody(): Uint8Array {
	return new Body(0).get(1, 2, 3, 4, 5, 6, 7, 8, 0).callIndirect(PROTECTED).finish();
}
