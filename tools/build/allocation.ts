/**
 * The runtime of every component and of the kernel cannot allocate: it takes the place of AssemblyScript's own `stub` runtime, which the
 * compiler calls for `new`, arrays that grow and string operations. A program that needs it does not compile, and is told where.
 * The runtime exists only here, because `@global` on a function is not valid TypeScript.
 */

import { SourceMap } from 'node:module';
import { decodeModule } from '../../machines/wasm/decode.ts';
import { instructions } from '../../machines/wasm/instructions.ts';
import { importedFunctions, type WasmModule } from '../../machines/wasm/module.ts';
import type { Finding } from './finding.ts';

/** Where the compiler looks for its runtime. */
export const RUNTIME_FILE = 'rt/index-stub.ts';
/** Part of the compiler's message when the program needs what REFUSING_RUNTIME refuses. */
export const REFUSED = 'allocation-refused';
export const ALLOCATES =
	'this allocates memory, which no component and no kernel may: use static data, memory.data(...) or an @unmanaged class instead of `new`, arrays that grow and string operations';

export const REFUSING_RUNTIME: string = `
@global function __new(size: usize, id: u32): usize { return ERROR('${REFUSED}'); }
@global function __renew(pointer: usize, size: usize): usize { return ERROR('${REFUSED}'); }
@global function __link(parent: usize, child: usize, multiple: bool): void { ERROR('${REFUSED}'); }
`;

const MODULE = 'allocation';

/** Compiles, so that the calls can be found in the binary. */
export const IMPORTING_RUNTIME: string = `
@global @external('${MODULE}', 'new') declare function __new(size: usize, id: u32): usize;
@global @external('${MODULE}', 'renew') declare function __renew(pointer: usize, size: usize): usize;
@global @external('${MODULE}', 'link') declare function __link(parent: usize, child: usize, multiple: bool): void;
`;

/** Places in the program's own sources from which the imported runtime is reached, each once. */
export function findAllocations(wasm: Uint8Array, sourceMap: string): Finding[] {
	const module = decodeModule(wasm);
	const map = new SourceMap(JSON.parse(sourceMap));
	const reaching = new Set(module.imports.filter((entry) => entry.module === MODULE).map((entry) => entry.index));
	const places = new Map<string, Finding>();
	// A library function on the way is not the program's mistake: then whoever calls it is looked at.
	for (let found = reaching.size; found > 0; ) {
		const before = reaching.size;
		for (const { position, offset } of calls(module, reaching)) {
			const finding = placeOf(map, offset);
			if (finding === undefined) reaching.add(position);
			else places.set(`${finding.file}:${finding.line}`, finding);
		}
		found = reaching.size - before;
	}
	return [...places.values()];
}

/** Calls of any function in the set: who calls, and at which byte of the binary. */
function calls(module: WasmModule, targets: ReadonlySet<number>): { position: number; offset: number }[] {
	const first = importedFunctions(module);
	return module.bodies.flatMap((body, index) =>
		instructions(module, body.code)
			.filter(({ opcode, index: callee }) => opcode.name === 'call' && targets.has(callee))
			.map(({ start }) => ({ position: first + index, offset: start })),
	);
}

/** The place in the project's sources; undefined inside the compiler's library. */
function placeOf(map: SourceMap, offset: number): Finding | undefined {
	const entry = map.findEntry(0, offset);
	if (!('originalSource' in entry) || entry.originalSource === undefined || /~lib\//.test(entry.originalSource))
		return undefined;
	const file = entry.originalSource.replace(/^.*?assembly:\/+/, '').replace(/\.ts\.ts$/, '.ts');
	return { message: ALLOCATES, file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}
