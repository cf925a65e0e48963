/** Runs the compilers: wasm2c from npm's `wabt`, clang and lld from the distribution. Everything is cached by content under build/arm64. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Emitted } from './translate.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** Root of the checkout. */
export const ROOT: string = resolve(import.meta.dirname, '../..');
/** The machine's own sources. */
export const MACHINE: string = join(ROOT, 'machines/arm64');
const BUILD = join(ROOT, 'build/arm64');

/** Flags of every C file: freestanding, no floating-point registers, x18 unused, no unwinding tables. */
export const C_FLAGS: readonly string[] = [
	'--target=aarch64-none-elf',
	'-mcpu=cortex-a53',
	'-O2',
	'-std=c11',
	'-ffreestanding',
	'-fno-pic',
	'-fomit-frame-pointer',
	'-fno-asynchronous-unwind-tables',
	'-fno-stack-protector',
	'-fno-strict-aliasing',
	'-fwrapv',
	'-ffixed-x18',
	'-ferror-limit=3',
];

/** A folder under build/arm64 that exists. */
export function buildFolder(name: string): string {
	const folder = join(BUILD, name);
	mkdirSync(folder, { recursive: true });
	return folder;
}

/** Hash of everything that a result depends on, for its file name. */
export function hashOf(parts: readonly (string | Uint8Array)[]): string {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(`${part.length}:`).update(part);
	return hash.digest('hex').slice(0, 24);
}

/** Compilers that may run now: one for each processor, the others wait in order. */
let freeProcessors = availableParallelism();
const waiting: (() => void)[] = [];

async function takeProcessor(): Promise<void> {
	if (freeProcessors > 0) freeProcessors--;
	else await new Promise<void>((resolve) => waiting.push(resolve));
}

/** Whoever has waited for longest takes it over. */
function giveProcessor(): void {
	const next = waiting.shift();
	if (next === undefined) freeProcessors++;
	else next();
}

/** Runs a tool, when there is a processor for it. Throws with what it printed. */
export async function tool(command: string, parameters: readonly string[]): Promise<string> {
	await takeProcessor();
	try {
		return (await run(command, [...parameters], { maxBuffer: 1 << 26 })).stdout;
	} catch (error) {
		const { stderr, code } = error as { stderr?: string; code?: string };
		if (code === 'ENOENT') throw new Error(`${command} is not installed: apt-get install clang lld qemu-system-arm`);
		throw new Error(`${command} failed:\n${stderr ?? String(error)}`);
	} finally {
		giveProcessor();
	}
}

/** Files that this process makes now. */
const making = new Map<string, Promise<string>>();

/**
 * The file at `path`, made by `make` unless it exists. Other processes may make the same: `make` writes only files whose names begin with the temporary one, which is this
 * process's own, and the file appears whole.
 */
export function cached(path: string, make: (temporary: string) => Promise<void>): Promise<string> {
	if (existsSync(path)) return Promise.resolve(path);
	const made = making.get(path) ?? makeFile(path, make).finally(() => making.delete(path));
	making.set(path, made);
	return made;
}

async function makeFile(path: string, make: (temporary: string) => Promise<void>): Promise<string> {
	mkdirSync(dirname(path), { recursive: true });
	const temporary = temporaryName(path);
	await make(temporary);
	renameSync(temporary, path);
	return path;
}

/** A name for the making of `path` that no other process has. */
export function temporaryName(path: string): string {
	return `${path}.${process.pid}.part`;
}

/** Turns a binary to C with wasm2c. `module` becomes part of every name. */
export async function wasmToC(wasm: Uint8Array, module: string): Promise<Emitted> {
	const base = temporaryName(join(buildFolder('c'), `${module}-${hashOf([wasm])}`));
	const binary = `${base}.wasm`;
	writeFileSync(binary, wasm);
	const wasm2c = join(dirname(require.resolve('wabt/package.json')), 'bin/wasm2c');
	await tool(process.execPath, [wasm2c, '--enable-multi-memory', binary, '-n', module, '-o', `${base}.c`]);
	const [header, source] = [readFileSync(`${base}.h`, 'utf8'), readFileSync(`${base}.c`, 'utf8')];
	for (const extension of ['wasm', 'h', 'c']) rmSync(`${base}.${extension}`);
	return { module, header, source };
}
