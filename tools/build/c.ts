/** Compiles a component in C with clang and wasm-ld. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { STATIC_BASE } from '../../abi/component.ts';
import { CommandError } from '../command.ts';
import { type AssemblyResult, PROJECT_ROOT } from './assembly.ts';

const PAGE = 65536;

export interface COptions {
	/** Source file relative to the checkout. */
	readonly entry: string;
	/** 64 KiB pages of its memory. */
	readonly memoryPages: number;
	/** Bytes of its stack, which lies in its memory after the static data. */
	readonly stack: number;
}

/** Throws CommandError with the compiler's messages. */
export function compileC(options: COptions): AssemblyResult {
	const folder = mkdtempSync(path.join(tmpdir(), 'tessera-c-'));
	try {
		const object = path.join(folder, 'component.wasm');
		const dependencies = path.join(folder, 'component.d');
		const run = spawnSync('clang', compilerArguments(options, object, dependencies), {
			cwd: PROJECT_ROOT,
			encoding: 'utf8',
		});
		if (run.error !== undefined) {
			throw new CommandError('components in C need clang and lld: install the Debian packages clang and lld');
		}
		if (run.status !== 0) throw new CommandError(`${options.entry} does not compile:\n${run.stderr.trim()}`);
		return { wasm: new Uint8Array(readFileSync(object)), inputs: readDependencies(readFileSync(dependencies, 'utf8')) };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function compilerArguments(options: COptions, output: string, dependencies: string): string[] {
	const bytes = options.memoryPages * PAGE;
	return [
		...['--target=wasm32', '-std=c11', '-O2', '-Wall', '-Wextra', '-Werror', '-ffreestanding', '-nostdlib'],
		...['-mbulk-memory', '-msign-ext', '-mnontrapping-fptoint', '-Isdk/c', '-MMD', '-MF', dependencies],
		...['-Wl,--no-entry', '-Wl,--strip-all', `-Wl,--global-base=${STATIC_BASE}`, `-Wl,-z,stack-size=${options.stack}`],
		...[`-Wl,--initial-memory=${bytes}`, `-Wl,--max-memory=${bytes}`],
		...['-o', output, options.entry],
	];
}

/** Parses the rule that clang writes for make: `target: file file \`. */
function readDependencies(rule: string): string[] {
	const names = rule.slice(rule.indexOf(':') + 1).split(/[\s\\]+/);
	return names.filter((name) => name !== '' && !path.isAbsolute(name));
}
