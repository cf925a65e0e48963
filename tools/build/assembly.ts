/**
 * Compiles one AssemblyScript entry file to WebAssembly, in this process. Used for the kernel and for every component.
 * Allocation does not compile (the runtime is empty), and every error names its file, line and column.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import asc, { type Diagnostic } from 'assemblyscript/asc';
import { STATIC_BASE } from '../../abi/component.ts';
import { type Finding, renderFinding } from './finding.ts';

/** The checkout: every file name in options and errors is relative to it. */
export const PROJECT_ROOT: string = path.resolve(import.meta.dirname, '../..');

/**
 * The runtime of every component and of the kernel cannot allocate: this takes the place of AssemblyScript's own `stub` runtime.
 * It exists only here, because `@global` on a function is not valid TypeScript. The compiler calls these for `new`, arrays
 * that grow and string operations; a program that needs one does not compile.
 */
const RUNTIME_FILE = 'rt/index-stub.ts';
const ALLOCATION = 'allocates';
const RUNTIME_TEXT = `
@global function __new(size: usize, id: u32): usize { return ERROR('${ALLOCATION}'); }
@global function __renew(pointer: usize, size: usize): usize { return ERROR('${ALLOCATION}'); }
@global function __link(parent: usize, child: usize, multiple: bool): void { ERROR('${ALLOCATION}'); }
`;

/** What to compile and how. */
export interface AssemblyOptions {
	/** Entry file relative to the checkout, with its `.ts`. */
	readonly entry: string;
	/** WebAssembly pages (64 KiB) of the memory; it can never grow. */
	readonly memoryPages: number;
	/** Import the memory as `env.memory` instead of defining and exporting it. */
	readonly importMemory?: boolean;
	/** First byte of static data; 1024 (STATIC_BASE) unless given. */
	readonly memoryBase?: number;
	/** Keep function names in the binary. */
	readonly names?: boolean;
	/** Further arguments for `asc`. */
	readonly extra?: readonly string[];
	/** Source texts that take the place of files on disk, by name relative to the checkout. */
	readonly sources?: ReadonlyMap<string, string>;
}

/** A compiled program. */
export interface AssemblyResult {
	readonly wasm: Uint8Array;
	/** Files that were read, relative to the checkout: the inputs that a cache must watch. */
	readonly inputs: readonly string[];
}

/** The program does not compile; `message` has one paragraph for each mistake. */
export class AssemblyError extends Error {
	readonly findings: readonly Finding[];
	constructor(entry: string, findings: readonly Finding[]) {
		super(`${entry} does not compile:\n${findings.map(renderFinding).join('\n')}`);
		this.name = 'AssemblyError';
		this.findings = findings;
	}
}

/** Compiles; throws AssemblyError when the program has mistakes. */
export async function compileAssembly(options: AssemblyOptions): Promise<AssemblyResult> {
	const inputs = new Set<string>();
	const findings: Finding[] = [];
	const crash: string[] = [];
	let wasm: Uint8Array | undefined;
	const { error } = await asc.main(compilerArguments(options), {
		readFile: (name) => readSource(name, options.sources, inputs),
		writeFile: (_name, contents) => {
			wasm = contents as Uint8Array;
		},
		listFiles: () => [RUNTIME_FILE],
		reportDiagnostic: (diagnostic) => {
			if (diagnostic.category >= WARNING) findings.push(toFinding(diagnostic, options.sources));
		},
		stderr: {
			write: (text) => {
				crash.push(String(text));
			},
		},
	});
	if (findings.length === 0 && (error !== null || wasm === undefined)) {
		findings.push({ message: `${crash.join('').trim()} ${error?.message ?? ''}` });
	}
	if (findings.length > 0 || wasm === undefined) throw new AssemblyError(options.entry, findings);
	return { wasm, inputs: [...inputs].sort() };
}

function compilerArguments(options: AssemblyOptions): string[] {
	const pages = String(options.memoryPages);
	return [
		options.entry.replace(/\.ts$/, ''),
		...['--runtime', 'stub', '--lib', 'runtime', '--use', 'abort='],
		...['--noAssert', '--optimizeLevel', '3', '--shrinkLevel', '0', '--converge'],
		...['--memoryBase', String(options.memoryBase ?? STATIC_BASE)],
		...['--initialMemory', pages, '--maximumMemory', pages],
		...(options.importMemory === true ? ['--importMemory', '--noExportMemory'] : []),
		...(options.names === true ? ['--debug'] : []),
		...['--outFile', 'program.wasm', '--baseDir', PROJECT_ROOT],
		...(options.extra ?? []),
	];
}

/**
 * The compiler appends `.ts` to every import; ours already carry it (Node and the editor want that), so the extra one goes.
 * Null tells the compiler to look elsewhere.
 */
function readSource(
	name: string,
	sources: ReadonlyMap<string, string> | undefined,
	inputs: Set<string>,
): string | null {
	const file = path.relative(PROJECT_ROOT, path.resolve(PROJECT_ROOT, name.replace(/\.ts\.ts$/, '.ts')));
	const given = file === RUNTIME_FILE ? RUNTIME_TEXT : sources?.get(file);
	if (given !== undefined) return given;
	try {
		const text = readFileSync(path.join(PROJECT_ROOT, file), 'utf8');
		inputs.add(file);
		// The compiler does not know type-only imports. The text keeps its length, so that positions in messages stay true.
		return text.replace(/^import type \{/gm, 'import      {');
	} catch {
		return null;
	}
}

/** Category of the compiler's diagnostics; warnings are refused like errors. */
const WARNING = 2;

const ALLOCATES =
	'this program allocates memory, which no component and no kernel may: use static data, memory.data(...) or an @unmanaged class instead of `new`, arrays that grow and string operations';

function toFinding(diagnostic: Diagnostic, sources: ReadonlyMap<string, string> | undefined): Finding {
	const message = `${diagnostic.message.trim()} (AS${diagnostic.code})`;
	if (diagnostic.message.includes(ALLOCATION)) return { message: ALLOCATES };
	if (diagnostic.range === null) return { message };
	const file = diagnostic.range.source.normalizedPath.replace(/\.ts\.ts$/, '.ts');
	const before = (readSource(file, sources, new Set()) ?? '').slice(0, diagnostic.range.start).split('\n');
	return { message, file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
