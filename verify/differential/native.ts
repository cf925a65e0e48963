/** The native build of kernel.wasm: wasm2c, clang, and a runner that performs programs of kernel entries. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCES = path.join(import.meta.dirname, 'native');
const FILES = ['runner.c', 'memory.c', 'memory.h', 'wasm-rt.h'];

function run(command: string, values: readonly string[]): void {
	const { status, error, stderr } = spawnSync(command, values, { encoding: 'utf8' });
	if (status !== 0) throw new Error(`${command} ${values.join(' ')}: ${error?.message ?? stderr}`);
}

/** Path of the runner for this kernel; built once, then found under build/. */
export function buildRunner(wasm: Uint8Array): string {
	const hash = createHash('sha256').update(wasm);
	for (const file of FILES) hash.update(readFileSync(path.join(SOURCES, file)));
	const folder = path.join(ROOT, 'build/differential', hash.digest('hex').slice(0, 16));
	const runner = path.join(folder, 'runner');
	if (existsSync(runner)) return runner;
	mkdirSync(folder, { recursive: true });
	writeFileSync(path.join(folder, 'kernel.wasm'), wasm);
	const translator = path.join(ROOT, 'node_modules/wabt/bin/wasm2c');
	run(process.execPath, [
		translator,
		path.join(folder, 'kernel.wasm'),
		'-n',
		'kernel',
		'-o',
		path.join(folder, 'kernel.c'),
	]);
	const sources = [path.join(folder, 'kernel.c'), path.join(SOURCES, 'runner.c'), path.join(SOURCES, 'memory.c')];
	run('clang', ['-O1', '-w', `-I${SOURCES}`, `-I${folder}`, '-o', `${runner}.new`, ...sources]);
	renameSync(`${runner}.new`, runner);
	return runner;
}
