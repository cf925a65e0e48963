/**
 * Compiles one AssemblyScript entry file to WebAssembly, in this process. Used for the kernel and for every component.
 * Allocation does not compile (the runtime is empty), and every error names its file, line and column.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import asc, { type Diagnostic } from 'assemblyscript/asc';
import { STATIC_BASE } from '../../abi/component.ts';
import {
	ALLOCATES,
	findAllocations,
	IMPORTING_RUNTIME,
	REFUSED,
	REFUSING_RUNTIME,
	RUNTIME_FILE,
} from './allocation.ts';
import { type Finding, renderFinding } from './finding.ts';

/** The checkout: every file name in options and errors is relative to it. */
export const PROJECT_ROOT: string = path.resolve(import.meta.dirname, '../..');

/** Name under which the compiler hands over the binary. */
const OUTPUT = 'program.wasm';

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
export function compileAssembly(options: AssemblyOptions): Promise<AssemblyResult> {
	// One at a time: the compiler keeps the runtime that it was given last.
	const result = previous.then(() => compile(options));
	previous = result.catch(() => undefined);
	return result;
}

let previous: Promise<unknown> = Promise.resolve();

async function compile(options: AssemblyOptions): Promise<AssemblyResult> {
	const { files, findings, inputs } = await runCompiler(options, REFUSING_RUNTIME, []);
	const wasm = files.get(OUTPUT);
	const others = findings.filter((finding) => finding.message !== ALLOCATES);
	if (others.length < findings.length) others.unshift(...(await whereItAllocates(options)));
	if (others.length > 0 || wasm === undefined) throw new AssemblyError(options.entry, others);
	return { wasm: wasm as Uint8Array, inputs: [...inputs].sort() };
}

/** Compiles again with a runtime that can be called, to find the places. */
async function whereItAllocates(options: AssemblyOptions): Promise<Finding[]> {
	const { files } = await runCompiler(options, IMPORTING_RUNTIME, ['--sourceMap', '--optimizeLevel', '0']);
	const wasm = files.get(OUTPUT);
	const map = files.get(`${OUTPUT}.map`);
	const found = wasm === undefined || map === undefined ? [] : findAllocations(wasm as Uint8Array, String(map));
	return found.length > 0 ? found : [{ message: ALLOCATES, file: options.entry }];
}

interface CompilerRun {
	readonly files: ReadonlyMap<string, Uint8Array | string>;
	readonly findings: Finding[];
	readonly inputs: ReadonlySet<string>;
}

async function runCompiler(options: AssemblyOptions, runtime: string, extra: readonly string[]): Promise<CompilerRun> {
	const inputs = new Set<string>();
	const findings: Finding[] = [];
	const files = new Map<string, Uint8Array | string>();
	const messages: string[] = [];
	const sources = new Map([...(options.sources ?? []), [RUNTIME_FILE, runtime]]);
	const { error } = await asc.main([...compilerArguments(options), ...extra], {
		readFile: (name) => readSource(name, sources, inputs),
		writeFile: (name, contents) => {
			files.set(name, contents);
		},
		listFiles: () => [RUNTIME_FILE],
		reportDiagnostic: (diagnostic) => {
			if (diagnostic.category >= WARNING) findings.push(toFinding(diagnostic, sources));
		},
		stderr: {
			write: (text) => {
				messages.push(String(text));
			},
		},
	});
	if (findings.length === 0 && (error !== null || !files.has(OUTPUT))) {
		findings.push({ message: `${messages.join('').trim()} ${error?.message ?? ''}` });
	}
	return { files, findings, inputs };
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
		...['--outFile', OUTPUT, '--baseDir', PROJECT_ROOT],
		...(options.extra ?? []),
	];
}

/**
 * The compiler appends `.ts` to every import; ours already carry it (Node and the editor want that), so the extra one goes.
 * Null tells the compiler to look elsewhere.
 */
function readSource(name: string, sources: ReadonlyMap<string, string>, inputs: Set<string>): string | null {
	const file = path.relative(PROJECT_ROOT, path.resolve(PROJECT_ROOT, name.replace(/\.ts\.ts$/, '.ts')));
	const given = sources.get(file);
	if (given !== undefined) return given;
	try {
		const text = readFileSync(path.join(PROJECT_ROOT, file), 'utf8');
		inputs.add(file);
		return forCompiler(text);
	} catch {
		return null;
	}
}

/**
 * What the compiler cannot read as it stands: type-only imports, and the extension in `export ... from` (it would make the file a second module beside the one that is
 * imported). The text keeps its length, so that positions in messages stay true.
 */
function forCompiler(text: string): string {
	return text.replace(/^import type \{/gm, 'import      {').replace(/^(export [^;]*? from '[^']+)\.ts';/gm, "$1'   ;");
}

/** Category of the compiler's diagnostics; warnings are refused like errors. */
const WARNING = 2;

function toFinding(diagnostic: Diagnostic, sources: ReadonlyMap<string, string>): Finding {
	const message = `${diagnostic.message.trim()} (AS${diagnostic.code})`;
	if (diagnostic.message.includes(REFUSED)) return { message: ALLOCATES };
	if (diagnostic.range === null) return { message };
	const file = diagnostic.range.source.normalizedPath.replace(/\.ts\.ts$/, '.ts');
	const before = (readSource(file, sources, new Set()) ?? '').slice(0, diagnostic.range.start).split('\n');
	return { message, file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
