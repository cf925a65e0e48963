/**
 * The door to all servers: one WebAssembly function, `enter(row, badge, method, w0..w5)`, that calls the protected procedures of a
 * process through a table. JavaScript thus always calls the same function, which V8 compiles into the call path; calling each
 * server's own export from there costs it a generic call as soon as there are two servers (measured: 41 instead of 35 ns a round trip).
 */
import { PROCESS_COUNT } from '../../../kernel/layout.ts';
import { encodeModule } from '../../wasm/encode.ts';
import { FUNCREF, type FunctionType, I32, KIND_FUNCTION, KIND_TABLE } from '../../wasm/module.ts';
import { opcode } from '../../wasm/opcodes.ts';
import { Writer } from '../../wasm/writer.ts';

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

/** The same, of the process in the first argument. */
export type Enter = (row: number, ...call: Parameters<Protected>) => number;

/** What stands in for protected procedures that cannot be entered directly; the server is the process that executes. */
export interface Stubs {
	/** The process has no current instance. */
	readonly absent: Protected;
	/** It is a blocking program. */
	readonly program: Protected;
}

export interface Entry {
	readonly enter: Enter;
	/** The protected procedures of each process row. */
	readonly table: WebAssembly.Table;
	/** The stubs, as values for the table. */
	readonly stubs: Stubs;
}

const PARAMETERS = 8;
const PROTECTED: FunctionType = { parameters: new Array(PARAMETERS).fill(I32), results: [I32] };
const ENTER: FunctionType = { parameters: new Array(PARAMETERS + 1).fill(I32), results: [I32] };
const STUBS = ['absent', 'program'] as const;

/** All rows are absent at first. */
export function makeEntry(stubs: Stubs): Entry {
	const module = new WebAssembly.Module(entryModule());
	const { exports } = new WebAssembly.Instance(module, { stubs: { ...stubs } });
	const table = exports.table as WebAssembly.Table;
	for (let row = 0; row < PROCESS_COUNT; row++) table.set(row, exports.absent);
	return {
		enter: exports.enter as Enter,
		table,
		stubs: { absent: exports.absent as Protected, program: exports.program as Protected },
	};
}

/** Imports the stubs, exports them again as WebAssembly functions, and exports `enter` and `table`. */
function entryModule(): Uint8Array {
	const size = { minimum: PROCESS_COUNT, maximum: PROCESS_COUNT, shared: false, wide: false };
	const enter = { name: 'enter', kind: KIND_FUNCTION, index: STUBS.length };
	return encodeModule({
		types: [PROTECTED, ENTER],
		importedFunctions: STUBS.map((name) => ({ module: 'stubs', name, type: 0 })),
		importedMemories: [],
		functions: [1],
		tables: [{ type: FUNCREF, limits: size }],
		memories: [],
		globals: [],
		exports: [
			...STUBS.map((name, index) => ({ name, kind: KIND_FUNCTION, index })),
			enter,
			{ name: 'table', kind: KIND_TABLE, index: 0 },
		],
		start: undefined,
		elements: [],
		bodies: [enterBody()],
		data: [],
	});
}

/** table[row](badge, method, w0..w5) */
function enterBody(): Uint8Array {
	const body = new Writer().u32(0);
	for (let parameter = 1; parameter <= PARAMETERS; parameter++) body.byte(opcode('local.get')).u32(parameter);
	body.byte(opcode('local.get')).u32(0);
	return body.byte(opcode('call_indirect')).u32(0).u32(0).byte(opcode('end')).finish();
}
